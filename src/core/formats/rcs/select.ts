import { dayOf, inUtc, NO_DATE, SECONDS_A_DAY, secondsAhead } from '../../history/dates';
import { branchOfSymbol } from '../../history/symbols';
import { ABSENT, type Archive } from './archive';
import { fieldsOf } from './dateFields';

/** Revisions from one to another by the parts of their numbers, as `cvs log -r` compares them. */
interface Range {
  readonly first: string;
  /** `''` is above all. */
  readonly last: string;
  /** So many parts are compared, and a revision has as many, or one more where that is odd. */
  readonly parts: number;
  readonly isFirstOut: boolean;
}

/** A stretch of time in seconds since 1970-01-01, with its ends or without. */
export interface Times {
  readonly from: number;
  readonly to: number;
  readonly isInclusive: boolean;
  /** Is only the newest of it meant? */
  readonly isLatest: boolean;
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
    option.split(',').flatMap((each) => rangeOf(archive, each.trim()) ?? []),
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
    times.filter(({ isLatest }) => isLatest).map((each) => newestWithin(archive, chosen, each)),
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

/** Undefined where the archive has no such name. */
function rangeOf(archive: Archive, text: string): Range | undefined {
  const [, left = '', colons, right = ''] = /^([^:]*)(?:(::?)([^:]*))?$/.exec(text) ?? [];
  if (colons === undefined)
    return left.endsWith('.') ? tipOf(archive, left.slice(0, -1)) : rangeOfOne(archive, left);
  const [first, last] = [left, right].map((name) => (name === '' ? '' : numberOf(archive, name)));
  if (first === undefined || last === undefined) return undefined;
  const isFirstOut = colons === '::' && first !== '';
  if (first === '' && last === '') return undefined;
  if (first === '') return { first: below(last), last, parts: partsIn(last), isFirstOut };
  if (last === '') return { first, last: above(first), parts: partsIn(first), isFirstOut };
  return between(first, last, isFirstOut);
}

function rangeOfOne(archive: Archive, name: string): Range | undefined {
  const number = numberOf(archive, name);
  return number === undefined
    ? undefined
    : { first: number, last: number, parts: partsIn(number), isFirstOut: false };
}

/** Both ends are revisions of one branch, or first parts of the trunk's; else they are no range. */
function between(one: string, other: string, isFirstOut: boolean): Range | undefined {
  const isTurned =
    partsIn(one) > partsIn(other) ||
    (partsIn(one) === partsIn(other) && compare(one, other, partsIn(one)) > 0);
  const [first, last] = isTurned ? [other, one] : [one, other];
  const parts = partsIn(last);
  if (one === other) return { first, last, parts, isFirstOut };
  const isOnOneBranch =
    partsIn(first) === parts &&
    (parts <= 2 || (parts % 2 === 0 && compare(first, last, parts - 1) === 0));
  return isOnOneBranch ? { first, last, parts, isFirstOut } : undefined;
}

/** The newest revision of a branch. */
function tipOf(archive: Archive, name: string): Range | undefined {
  const branch = numberOf(archive, name);
  if (branch === undefined) return undefined;
  let tip: string | undefined;
  for (let place = 0; place < archive.count; place++) {
    const number = numberText(archive, place);
    const isOn = isWithin(number, {
      first: branch,
      last: branch,
      parts: partsIn(branch),
      isFirstOut: false,
    });
    if (isOn && (tip === undefined || compare(number, tip, partsIn(number)) > 0)) tip = number;
  }
  return tip === undefined
    ? undefined
    : { first: tip, last: tip, parts: partsIn(tip), isFirstOut: false };
}

/** The number that a name stands for: of a revision, or of a branch. */
function numberOf(archive: Archive, name: string): string | undefined {
  if (/^\d+(\.\d+)*$/.test(name)) return branchOfSymbol(name) ?? name;
  if (name === 'HEAD') return archive.admin.head;
  const symbol = archive.admin.symbols.find((pair) => pair.name === name);
  return symbol && (branchOfSymbol(symbol.number) ?? symbol.number);
}

/** The lowest number on a line: its last part 0. */
function below(number: string): string {
  return partsIn(number) < 2 ? '.0' : number.replace(/\d+$/, '0');
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

const DATE =
  /^(\d{4})[-/](\d\d?)[-/](\d\d?)(?:[T ]+(\d\d?):(\d\d)(?::(\d\d))?)?\s*(?:UTC|GMT|Z|([+-]\d\d:?\d\d))?$/i;

/**
 * What `-d` means: `2004-01-01<2005-01-01`, `<=2004-01-01`, `2004-01-01<`, or the newest up to a time,
 * several apart by `;`. Undefined where a time is none.
 */
export function timesOf(option: string): readonly Times[] | undefined {
  const times = option.split(';').map((text) => {
    const [, left = '', sign, right = ''] = /^([^<>]*)(?:([<>]=?)([^<>]*))?$/.exec(text) ?? [];
    const [a, b] = sign?.startsWith('>') ? [right, left] : [left, right];
    const isLatest = sign === undefined;
    const from = isLatest || a.trim() === '' ? -Infinity : secondsOf(a);
    const to = isLatest ? secondsOf(a) : b.trim() === '' ? Infinity : secondsOf(b);
    return { from, to, isInclusive: isLatest || sign.endsWith('='), isLatest };
  });
  return times.some(({ from, to }) => Number.isNaN(from + to)) ? undefined : times;
}

/** NaN where a text is no time. */
function secondsOf(text: string): number {
  const [, year, month, date, hours = '0', minutes = '0', seconds = '0', zone] =
    DATE.exec(text.trim()) ?? [];
  const day = dayOf(Number(year), Number(month), Number(date));
  const local = Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
  const utc = inUtc(day, local, secondsAhead(zone));
  return day === NO_DATE ? NaN : utc.day * SECONDS_A_DAY + utc.time;
}

function momentOf(archive: Archive, place: number): number {
  const [year, month, date, hours, minutes, seconds] = fieldsOf(
    archive.bytes,
    archive.dateAt[place]!,
    archive.dateTo[place]!,
  ) as [number, number, number, number, number, number];
  return dayOf(year, month, date) * SECONDS_A_DAY + hours * 3600 + minutes * 60 + seconds;
}

function isDuring(moment: number, { from, to, isInclusive }: Times): boolean {
  return isInclusive ? moment >= from && moment <= to : moment > from && moment < to;
}

function newestWithin(archive: Archive, places: readonly number[], time: Times): number {
  let newest = ABSENT;
  for (const place of places) {
    const moment = momentOf(archive, place);
    if (!isDuring(moment, time)) continue;
    if (newest === ABSENT || moment > momentOf(archive, newest)) newest = place;
  }
  return newest;
}
