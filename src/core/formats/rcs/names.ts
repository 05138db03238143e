import { comparePreOrder } from '../../text/preOrder';
import { isAside, workingFileOf } from '../../text/workingFile';

/**
 * The archives among the paths below a folder, in the order of `cvs log`. `CVSROOT` holds no one's
 * history, and CVS passes over an archive in `Attic` whose file lives.
 */
export function archivesInOrder(paths: readonly string[]): string[] {
  const archives = paths.filter((path) => path.endsWith(',v') && !/(?:^|\/)CVSROOT\//.test(path));
  const alive = new Set(archives.filter((path) => !isAside(path)).map(workingFileOf));
  return archives
    .filter((path) => !isAside(path) || !alive.has(workingFileOf(path)))
    .map((path) => ({ path, parts: workingFileOf(path).split('/') }))
    .sort((a, b) => comparePreOrder(a.parts, b.parts))
    .map(({ path }) => path);
}
