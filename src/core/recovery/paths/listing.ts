import { groupBy } from '../../columns/grouped';
import type { Histories } from '../../history/histories';
import type { FileId } from '../../history/ids';
import { comparePreOrder } from '../../text/preOrder';
import type { FilePath, Paths } from './paths';
import { mayBe, partsOf, type Parts } from './pathParts';

/** Larger pieces between two certain places are not aligned. */
const MOST_CELLS = 4_000_000;

/** Fewer parts of a title, other than all of it, may stand anywhere. */
const FEWEST_PARTS = 2;

/** How well a file and a path of the listing go together; none at all where it is zero. */
const SAME_PATH = 8;
const SAME_NAME = 4;
const FITS_OPEN = 1;

/**
 * Aligns a listing, as of a checkout, with the files of a log in order. The listing lacks files
 * that were deleted, and has some that the log lacks; so the best alignment is sought, and a file
 * gets a path only where every alignment as good gives it the same. What the log states stays.
 */
export function matchListing(
  histories: Histories,
  { files }: Paths,
  listing: readonly string[],
): Map<FileId, Parts> {
  const matched = new Map<FileId, Parts>();
  const all = files.map((path, file) => ({ file, path }));
  const listed = readListing(listing);
  for (const [page, ofPage] of groupBy(all, ({ file }) => histories.pageOf(file))) {
    const { title } = histories.pages[page]!;
    alignPage(ofPage, below(title, listed), matched);
  }
  return matched;
}

interface LogFile {
  readonly file: FileId;
  readonly path: FilePath;
}

/** A directory of a listed path, by its place in it. */
type Place = readonly [path: Parts, at: number];

interface Listed {
  readonly paths: readonly Parts[];
  /** Where each name stands as a directory. */
  readonly places: ReadonlyMap<string, readonly Place[]>;
}

function readListing(listing: readonly string[]): Listed {
  const paths = listing
    .map((path) =>
      path
        .trim()
        .replaceAll('\\', '/')
        .replace(/,v$/, '')
        .replace(/(^|\/)Attic\//, '$1'),
    )
    .filter((path) => path !== '' && !path.endsWith('/') && !/(?:^|\/)CVS\//.test(path))
    .map(partsOf)
    .filter((parts) => parts.length > 0);
  const directories = paths.flatMap((path) => path.slice(0, -1).map((_, at): Place => [path, at]));
  return { paths, places: groupBy(directories, ([path, at]) => path[at]!) };
}

/** The listed paths below a title, wherever the listing began; all as they are where none is. */
function below(title: string | null, { paths, places }: Listed): Parts[] {
  const top = partsOf(title ?? '');
  for (let skip = 0; top.length > 0 && (skip === 0 || top.length - skip >= FEWEST_PARTS); skip++) {
    const inside = behind(places.get(top.at(-1)!) ?? [], top.slice(skip));
    if (inside.length > 0) return ordered(inside);
  }
  return ordered(paths);
}

/** What follows some parts in each path, where they first stand in it. */
function behind(places: readonly Place[], top: Parts): Parts[] {
  const found = new Map<Parts, number>();
  for (const [path, at] of places) {
    const from = at + 1 - top.length;
    if (from >= 0 && !found.has(path) && top.every((part, i) => part === path[from + i]))
      found.set(path, at);
  }
  return [...found].map(([path, at]) => path.slice(at + 1));
}

function ordered(paths: readonly Parts[]): Parts[] {
  const byText = new Map(paths.map((parts) => [parts.join('/'), parts]));
  return [...byText.values()].sort(comparePreOrder);
}

/** Cuts at files whose stated path is listed, and aligns what lies between. */
function alignPage(
  files: readonly LogFile[],
  listed: readonly Parts[],
  matched: Map<FileId, Parts>,
): void {
  const places = new Map(listed.map((parts, place) => [parts.join('/'), place]));
  let [file, place] = [0, 0];
  for (let i = 0; i <= files.length; i++) {
    const path = files[i]?.path;
    const at = path?.status === 'stated' ? places.get(path.parts.join('/')) : undefined;
    const isEnd = i === files.length;
    if (!isEnd && (at === undefined || at < place)) continue;
    align(files.slice(file, i), listed.slice(place, isEnd ? listed.length : at), matched);
    file = i + 1;
    place = (at ?? 0) + 1;
  }
}

function align(
  files: readonly LogFile[],
  listed: readonly Parts[],
  matched: Map<FileId, Parts>,
): void {
  const [rows, columns] = [files.length, listed.length];
  if (rows === 0 || columns === 0 || rows * columns > MOST_CELLS) return;
  const width = columns + 1;
  const at = (i: number, j: number): number => i * width + j;
  const ahead = new Float64Array((rows + 1) * width);
  const behind = new Float64Array((rows + 1) * width);
  for (let i = 1; i <= rows; i++) {
    for (let j = 1; j <= columns; j++) {
      const fit = fitOf(files[i - 1]!.path, listed[j - 1]!);
      const both = fit > 0 ? ahead[at(i - 1, j - 1)]! + fit : 0;
      ahead[at(i, j)] = Math.max(both, ahead[at(i - 1, j)]!, ahead[at(i, j - 1)]!);
    }
  }
  for (let i = rows - 1; i >= 0; i--) {
    for (let j = columns - 1; j >= 0; j--) {
      const fit = fitOf(files[i]!.path, listed[j]!);
      const both = fit > 0 ? behind[at(i + 1, j + 1)]! + fit : 0;
      behind[at(i, j)] = Math.max(both, behind[at(i + 1, j)]!, behind[at(i, j + 1)]!);
    }
  }
  const best = ahead[at(rows, columns)]!;
  for (const [i, { file }] of files.entries()) {
    let found: Parts | undefined;
    let isSure = true;
    for (let j = 0; j <= columns; j++) {
      // Without this file, an alignment may be as good.
      if (best === ahead[at(i, j)]! + behind[at(i + 1, j)]!) isSure = false;
      if (j === columns) break;
      const fit = fitOf(files[i]!.path, listed[j]!);
      if (fit === 0 || ahead[at(i, j)]! + fit + behind[at(i + 1, j + 1)]! !== best) continue;
      if (found) isSure = false;
      found = listed[j];
    }
    if (found && isSure) matched.set(file, found);
  }
}

function fitOf({ parts, status }: FilePath, listed: Parts): number {
  const isSame = !parts.includes(null) && parts.join('/') === listed.join('/');
  if (status === 'stated') return isSame ? SAME_PATH : 0;
  const name = parts.at(-1) ?? null;
  if (name !== null && name !== listed.at(-1)) return 0;
  if (status === 'inferred') return isSame ? SAME_PATH : SAME_NAME;
  if (!mayBe(parts, listed)) return 0;
  return name === null ? FITS_OPEN : SAME_NAME;
}
