import { createHash } from 'node:crypto';
import * as vscode from 'vscode';
import { decode } from '../core/text/decode';
import { printable } from '../core/text/printable';
import { runProgram } from '../platform/program';
import { withNotification } from '../workbench/progress';
import { isModule, readCvsRoot, shownRoot } from './cvsRoot';
import { bytesOf } from './files';

/** The scheme of histories that a server has: the path is the file or directory, the query the root. */
const REMOTE = 'annals-cvs';

export function remoteSource(root: string, module: string): vscode.Uri {
  return vscode.Uri.from({ scheme: REMOTE, path: `/${module}`, query: root });
}

export function isRemote(source: vscode.Uri): boolean {
  return source.scheme === REMOTE;
}

/** What was fetched from servers, kept so that it is there at once, and without a network. */
export class RemoteHistories {
  private readonly fresh = new Set<string>();

  constructor(
    private readonly storage: vscode.Uri,
    private readonly channel: vscode.LogOutputChannel,
  ) {}

  /**
   * The text of `cvs rlog`: what was kept, if there is some, while `changed` tells when the server has
   * something newer; else what the server says now. Undefined where the user gave up.
   */
  async read(
    source: vscode.Uri,
    wanted: vscode.CancellationToken,
    changed: () => void,
  ): Promise<string | undefined> {
    const kept = await bytesOf(this.placeOf(source));
    const key = source.toString();
    if (!kept) return this.fetch(source, wanted);
    if (!this.fresh.delete(key)) void this.refresh(source, decode(kept), changed);
    return decode(kept);
  }

  private async refresh(source: vscode.Uri, kept: string, changed: () => void): Promise<void> {
    try {
      const text = await this.fetch(source, new vscode.CancellationTokenSource().token, true);
      if (text === undefined || text === kept) return;
      this.fresh.add(source.toString());
      changed();
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      this.channel.warn(`${nameOf(source)} is shown as it was fetched last. ${reason}`);
      void vscode.window.setStatusBarMessage(
        `$(cloud) ${nameOf(source)} is shown as it was fetched last`,
        8000,
      );
    }
  }

  private async fetch(
    source: vscode.Uri,
    wanted: vscode.CancellationToken,
    isInBackground = false,
  ): Promise<string | undefined> {
    const { root, module } = partsOf(source);
    if (!vscode.workspace.isTrusted)
      throw new Error('A server is asked only in a workspace that you trust.');
    // An address may come from anywhere, not only from a checkout.
    if (readCvsRoot(root).kind !== 'remote' || !isModule(module))
      throw new Error('The address names no repository and directory that a server is asked for.');
    const title = `Asking ${shownRoot(root)} for the history of ${module}`;
    const location = vscode.ProgressLocation.Window;
    const text = isInBackground
      ? await vscode.window.withProgress({ location, title }, () => rlog(root, module, wanted))
      : await withNotification(title, wanted, (token) => rlog(root, module, token));
    if (text === undefined) return undefined;
    await vscode.workspace.fs.createDirectory(this.storage);
    await vscode.workspace.fs.writeFile(this.placeOf(source), text);
    return decode(text);
  }

  private placeOf(source: vscode.Uri): vscode.Uri {
    const name = createHash('sha256').update(source.toString()).digest('hex').slice(0, 32);
    return vscode.Uri.joinPath(this.storage, `${name}.cvslog`);
  }
}

function partsOf({ query, path }: vscode.Uri): { root: string; module: string } {
  return { root: query, module: path.slice(1) };
}

function nameOf(source: vscode.Uri): string {
  return printable(partsOf(source).module);
}

/** What `cvs rlog` prints; undefined where it was cancelled. An error has the program's own words. */
async function rlog(
  root: string,
  module: string,
  token: vscode.CancellationToken,
): Promise<Uint8Array | undefined> {
  const settings = vscode.workspace.getConfiguration('annals');
  const program = settings.get<string>('cvsPath', '').trim() || 'cvs';
  const level = settings.get<number>('cvsCompression', 3);
  const stop = new AbortController();
  const stopped = token.onCancellationRequested(() => stop.abort());
  try {
    // `-f` keeps out options of the user's own `.cvsrc`.
    const args = ['-f', '-Q', `-z${String(level)}`, '-d', root, 'rlog', module];
    const { out, errors, exitCode } = await runProgram(program, args, stop.signal);
    if (exitCode === undefined) return undefined;
    if (out.length > 0) return out;
    const words = printable(
      errors
        .trim()
        .replace(/\s*[\r\n]+\s*/g, ' ')
        .replaceAll(root, shownRoot(root)),
    );
    throw new Error(
      words === '' ? `cvs says nothing of ${module}.` : `cvs says: ${words.slice(0, 500)}`,
    );
  } catch (error) {
    if (isMissing(error))
      throw new Error(
        `The program “${printable(program)}” is not there. Install CVS, or say in “annals.cvsPath” where it is.`,
      );
    throw error;
  } finally {
    stopped.dispose();
  }
}

function isMissing(error: unknown): boolean {
  return (
    error instanceof Error && 'code' in error && ['ENOENT', 'EACCES'].includes(String(error.code))
  );
}
