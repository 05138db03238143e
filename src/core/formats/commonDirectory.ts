import { workingFileOf } from '../text/workingFile';

/** The directory that all files share, of the archives: `/cvs/lab`. */
export function commonDirectory(paths: readonly string[]): string | null {
  let shared: string[] | undefined;
  for (const path of paths) {
    const parts = workingFileOf(path).split('/').slice(0, -1);
    let same = 0;
    while (shared && same < shared.length && shared[same] === parts[same]) same++;
    shared = shared ? shared.slice(0, same) : parts;
  }
  return shared && shared.length > 0 ? shared.join('/') : null;
}
