import * as vscode from 'vscode';
import { isModule, readCvsRoot } from './cvsRoot';
import { isFolder, textOf, typeOf } from './files';
import { cvsSource, isOfCvs } from './cvsServer';
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
  if (repository && isOfCvs(repository)) return remoteFile(repository, name);
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
      ? `CVS has no archive of ${name}: it was never committed.`
      : `There is no history of ${name} here: no RCS archive and no checkout of CVS.`,
  );
}

function remoteFile({ query, path }: vscode.Uri, name: string): vscode.Uri {
  const module = `${path.slice(1)}/${name}`;
  if (isModule(module)) return cvsSource(query, module);
  throw new NoSource(`${name} is no name of a file that a server is asked for.`);
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
  const read = readCvsRoot(root);
  const directory = below.trim();
  const isWhole = directory.startsWith('/');
  switch (read.kind) {
    case 'local':
      return folder.with({ path: isWhole ? directory : joined(read.path, directory) });
    case 'remote':
      return cvsSource(read.root, moduleOf(read.path, directory));
    case 'odd':
      throw new NoSource(
        'CVS/Root of this checkout names no repository that Annals asks: it has characters or options that a root should not have.',
      );
  }
}

/** The module below a root; `CVS/Repository` may have the whole path. */
function moduleOf(root: string, directory: string): string {
  const module = directory.startsWith(`${root}/`) ? directory.slice(root.length + 1) : directory;
  if (isModule(module)) return module;
  throw new NoSource('CVS/Repository of this checkout names no directory below its root.');
}

function joined(root: string, below: string): string {
  const path = root.replaceAll('\\', '/').replace(/\/$/, '');
  return `${path.startsWith('/') ? '' : '/'}${path}/${below}`;
}
