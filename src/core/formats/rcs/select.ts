import { branchOfSymbol } from '../../history/symbols';
import { ABSENT, type Archive } from './archive';
import { isDuring, momentOf, newestWithin, type Times } from './times';

/** Revisions from one to another by the parts of their numbers, as `cvs log -r` compares them. */
interface Range {
  readonly first: string;
  /** `''` is above all. */
  readonly last: string;
  /** So many parts are compared, and a revision has as many, or one more where that is odd. */
  readonly parts: number;
  readonly isFirstOut: boolean;
}

/** What of an archive is chosen; all of it where nothing is said. */
export interface Selection {
  /** Only the default branch, as with `-b`: the trunk, unless the archive names another. */
  readonly isDefaultBranchOnly?: boolean;
  /** As with `-r`: `1.2`, `rel-1`, `rel-1.`, `1.2:1.4`, `1.2::`, several apart by commas. */
  readonly revisions?: readonly string[];
  /** As with `-d`; see `timesOf`. */
  readonly times?: readonly Times[];
}

/**
 * The places that options of `cvs log` choose (the CVS manual, "log options"). A name that the archive
 * does not have chooses nothing.
 */
export function selectPlaces(
  archive: Archive,
  places: readonly number[],
  { isDefaultBranchOnly = false, revisions, times }: Selection,
): number[] {
  const ranges = revisions?.flatMap((option) =>
    option.split(',').flatMap((each) => rangesOf(archive, each.trim())),
  );
  const isAll = ranges === undefined && !isDefaultBranchOnly;
  const chosen = places.filter(
    (place) =>
      isAll ||
      (isDefaultBranchOnly && isOnDefaultBranch(archive, place)) ||
      ranges?.some((range) => isWithin(numberText(archive, place), range)) === true,
  );
  if (times === undefined) return chosen;
  const latest = new Set(
    times.filter(({ isLatest }) => isLatest).flatMap((each) => newestWithin(archive, chosen, each)),
  );
  const stretches = times.filter(({ isLatest }) => !isLatest);
  return chosen.filter(
    (place) =>
      latest.has(place) || stretches.some((each) => isDuring(momentOf(archive, place), each)),
  );
}

/** Without a default branch it is the head's: revisions of its first part. */
function isOnDefaultBranch(archive: Archive, place: number): boolean {
  const { numbers, number, head, admin } = archive;
  const wanted = admin.branch === '' ? numbers.parent(head) : archive.known(admin.branch);
  return numbers.parent(number[place]!) === wanted;
}

function numberText(archive: Archive, place: number): string {
  return archive.text(archive.numberAt[place]!, archive.numberTo[place]!);
}

/** None where the archive has no such name. */
function rangesOf(archive: Archive, text: string): Range[] {
  const [, left = '', colons, right = ''] = /^([^:]*)(?:(::?)([^:]*))?$/.exec(text) ?? [];
  if (colons === undefined) {
    const isTip = left.endsWith('.');
    const number = isTip ? tipOf(archive, left.slice(0, -1)) : numberOf(archive, left);
    return number === undefined ? [] : [all(number)];
  }
  const [first, last] = [left, right].map((name) => (name === '' ? '' : numberOf(archive, name)));
  if (first === undefined || last === undefined || (first === '' && last === '')) return [];
  const isFirstOut = colons === '::' && first !== '';
  if (first === '') return [{ first: below(last), last, parts: partsIn(last), isFirstOut }];
  if (last === '') return [{ first, last: above(first), parts: partsIn(first), isFirstOut }];
  return between(first, last, isFirstOut);
}

/** A revision, or all of a branch. */
function all(number: string): Range {
  return { first: number, last: number, parts: partsIn(number), isFirstOut: false };
}

/** From one revision to another: on one branch, or over the points that the newer one's branches leave from. */
function between(one: string, other: string, isFirstOut: boolean): Range[] {
  const isTurned =
    partsIn(one) > partsIn(other) ||
    (partsIn(one) === partsIn(other) && compare(one, other, partsIn(one)) > 0);
  const [first, last] = isTurned ? [other, one] : [one, other];
  const [few, parts] = [partsIn(first), partsIn(last)];
  if (first === last) return [{ ...all(first), isFirstOut }];
  if (few === parts) {
    const isOnOne = parts <= 2 || (parts % 2 === 0 && compare(first, last, parts - 1) === 0);
    return isOnOne ? [{ first, last, parts, isFirstOut }] : [];
  }
  const point = last.split('.').slice(0, few).join('.');
  const isAbove = few % 2 === 0 && compare(first, point, few) <= 0;
  if (!isAbove || (few > 2 && compare(first, point, few - 1) !== 0)) return [];
  const ranges: Range[] = [{ first, last: point, parts: few, isFirstOut }];
  for (let count = few + 2; count <= parts; count += 2) {
    const to = last.split('.').slice(0, count).join('.');
    ranges.push({ first: below(to), last: to, parts: count, isFirstOut: false });
  }
  return parts % 2 === 1 ? [...ranges, all(last)] : ranges;
}

/** The newest revision of a branch. */
function tipOf(archive: Archive, name: string): string | undefined {
  const branch = numberOf(archive, name);
  if (branch === undefined) return undefined;
  let tip: string | undefined;
  for (let place = 0; place < archive.count; place++) {
    const number = numberText(archive, place);
    const isNewer = tip === undefined || compare(number, tip, partsIn(number)) > 0;
    if (isNewer && isWithin(number, all(branch))) tip = number;
  }
  return tip;
}

/** The number that a name stands for: of a revision that is there, or of a branch. */
function numberOf(archive: Archive, name: string): string | undefined {
  if (/^\d+(\.\d+)*$/.test(name)) return name;
  const { head, branch, symbols } = archive.admin;
  if (name === 'HEAD') return branch === '' ? head : (tipOf(archive, branch) ?? undefined);
  const number = symbols.find((pair) => pair.name === name)?.number;
  if (number === undefined) return undefined;
  const isThere = archive.find(archive.known(number)) !== ABSENT;
  return branchOfSymbol(number) ?? (isThere ? number : undefined);
}

/** The lowest number on a line: its last part 0. */
function below(number: string): string {
  return partsIn(number) < 2 ? '.0' : `${number.slice(0, number.lastIndexOf('.') + 1)}0`;
}

/** A number that is above all others of a line. */
function above(number: string): string {
  return partsIn(number) < 2 ? '' : number.slice(0, number.lastIndexOf('.'));
}

function partsIn(number: string): number {
  return number.split('.').length;
}

function isWithin(number: string, { first, last, parts, isFirstOut }: Range): boolean {
  if (partsIn(number) !== parts + (parts % 2)) return false;
  const low = compare(number, first, parts);
  return (isFirstOut ? low > 0 : low >= 0) && compare(number, last, parts) <= 0;
}

/** Compares so many parts; a number that ends before is above the other on the left, below on the right. */
function compare(a: string, b: string, parts: number): number {
  const [left, right] = [a, b].map((text) => (text === '' ? [] : text.split('.').map(Number))) as [
    number[],
    number[],
  ];
  for (let i = 0; i < parts; i++) {
    if (i >= left.length) return 1;
    if (i >= right.length) return -1;
    if (left[i] !== right[i]) return left[i]! - right[i]!;
  }
  return 0;
}
