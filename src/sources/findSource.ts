import * as vscode from 'vscode';
import { isFolder, textOf, typeOf } from './files';
import { isPage, textOfSource } from './text';

/** A sentence that tells why there is no history. */
export class NoSource extends Error {}

/**
 * What holds the history of a file or a folder: an archive or a folder of archives itself, the
 * archive of a file that RCS keeps beside it, or those of the repository that a checkout is of.
 */
export async function findSource(uri: vscode.Uri): Promise<vscode.Uri> {
  if (await isFolder(uri)) return (await repositoryOf(uri)) ?? uri;
  if (uri.path.endsWith(',v') || (await isHistoryPage(uri))) return uri;
  const folder = vscode.Uri.joinPath(uri, '..');
  const name = uri.path.slice(uri.path.lastIndexOf('/') + 1);
  const repository = await repositoryOf(folder);
  const candidates = [
    vscode.Uri.joinPath(folder, 'RCS', `${name},v`),
    vscode.Uri.joinPath(folder, `${name},v`),
    ...(repository
      ? [
          vscode.Uri.joinPath(repository, `${name},v`),
          vscode.Uri.joinPath(repository, 'Attic', `${name},v`),
        ]
      : []),
  ];
  for (const candidate of candidates) if (await typeOf(candidate)) return candidate;
  throw new NoSource(
    repository
      ? `CVS has no archive of ${name}: it was never committed, or is on another machine.`
      : `There is no history of ${name} here: no RCS archive and no checkout of CVS.`,
  );
}

async function isHistoryPage(uri: vscode.Uri): Promise<boolean> {
  if (!isPage(uri.path)) return false;
  return textOfSource(await vscode.workspace.fs.readFile(uri), uri.path) !== undefined;
}

/**
 * The folder of the repository that a checked out folder is of, as `CVS/Root` and `CVS/Repository`
 * tell (the CVS manual, "How data is stored in the working directory"); undefined where there is
 * no checkout.
 */
async function repositoryOf(folder: vscode.Uri): Promise<vscode.Uri | undefined> {
  const [root, below] = await Promise.all(
    ['Root', 'Repository'].map((name) => textOf(vscode.Uri.joinPath(folder, 'CVS', name))),
  );
  if (root === undefined || below === undefined) return undefined;
  const path = root.trim().replace(/^:(?:local|fork):/, '');
  if (!path.startsWith('/') && !/^[A-Za-z]:[\\/]/.test(path)) {
    throw new NoSource(
      'The repository of this checkout is on another machine, and Annals reads those of this one. Save what “cvs log” prints, and open that.',
    );
  }
  const directory = below.trim();
  const isWhole = directory.startsWith('/');
  return folder.with({ path: isWhole ? directory : joined(path, directory) });
}

function joined(root: string, below: string): string {
  const path = root.replaceAll('\\', '/').replace(/\/$/, '');
  return `${path.startsWith('/') ? '' : '/'}${path}/${below}`;
}
