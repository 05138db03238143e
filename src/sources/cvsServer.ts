import * as vscode from 'vscode';
import { printable } from '../core/text/printable';
import { runProgram } from '../platform/program';
import { isModule, readCvsRoot, shownRoot } from './cvsRoot';
import { requireTrust, stoppedBy, type Server } from './server';
import { cvsCompression, cvsProgram } from '../workbench/settings';
import { oneLine } from '../core/text/oneLine';

/** The scheme of histories that a CVS server has: the path is the file or directory, the query the root. */
const SCHEME = 'annals-cvs';

export function cvsSource(root: string, module: string): vscode.Uri {
  return vscode.Uri.from({ scheme: SCHEME, path: `/${module}`, query: root });
}

export function isOfCvs(source: vscode.Uri): boolean {
  return source.scheme === SCHEME;
}

/** The CVS server that has a history. */
export function cvsServer({ query: root, path }: vscode.Uri): Server {
  const module = path.slice(1);
  return {
    name: module,
    title: `Asking ${shownRoot(root)} for the history of ${module}`,
    ask: async (token) => {
      requireTrust();
      // An address may come from anywhere, not only from a checkout.
      if (readCvsRoot(root).kind !== 'remote' || !isModule(module))
        throw new Error(
          'The address names no repository and directory that a server is asked for.',
        );
      return rlog(root, module, token);
    },
  };
}

/** What `cvs rlog` prints; undefined where it was cancelled. An error has the program's own words. */
async function rlog(
  root: string,
  module: string,
  token: vscode.CancellationToken,
): Promise<Uint8Array | undefined> {
  const program = cvsProgram();
  const stop = stoppedBy(token);
  try {
    // `-f` keeps out options of the user's own `.cvsrc`.
    const args = ['-f', '-Q', `-z${String(cvsCompression())}`, '-d', root, 'rlog', module];
    const { out, errors, exitCode } = await runProgram(program, args, stop.signal);
    if (exitCode === undefined) return undefined;
    if (out.length > 0) return out;
    const words = printable(oneLine(errors).replaceAll(root, shownRoot(root)));
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
    stop.dispose();
  }
}

function isMissing(error: unknown): boolean {
  return (
    error instanceof Error && 'code' in error && ['ENOENT', 'EACCES'].includes(String(error.code))
  );
}
