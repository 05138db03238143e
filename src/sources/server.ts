import * as vscode from 'vscode';

/** What has a history, elsewhere. */
export interface Server {
  /** How the history is called, and what is said while it is asked for; text of others. */
  readonly name: string;
  readonly title: string;
  /** Bytes that hold the history; undefined where the user gave up. Fails with a sentence. */
  readonly ask: (
    token: vscode.CancellationToken,
    report: (share: number) => void,
  ) => Promise<Uint8Array | undefined>;
}

/** An address may come from a file of the workspace. */
export function requireTrust(): void {
  if (!vscode.workspace.isTrusted)
    throw new Error('A server is asked only in a workspace that you trust.');
}

/** A signal that is aborted when a token is cancelled. */
export function stoppedBy(token: vscode.CancellationToken): {
  readonly signal: AbortSignal;
  dispose(): void;
} {
  const stop = new AbortController();
  const listening = token.onCancellationRequested(() => stop.abort());
  if (token.isCancellationRequested) stop.abort();
  return { signal: stop.signal, dispose: () => void listening.dispose() };
}
