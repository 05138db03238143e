import { monthOf } from '../../history/dates';

/** What a page of ViewVC or cvsweb says of a revision, above its message. */
export interface RevisionFields {
  readonly number: string;
  /** `2005-02-06 10:37:30 +0000`. */
  readonly date: string;
  readonly author: string;
  readonly isDead: boolean;
  readonly lines: { readonly added: number; readonly removed: number } | undefined;
  readonly branches: readonly string[];
  readonly tags: readonly string[];
  readonly lockedBy: string | undefined;
}

/** A revision's first line: `Revision 1.6 / (download) - annotate`, or in the oldest `1.6 (text)`. */
const NUMBER = /^(?:Revision )?(\d{1,9}(?:\.\d{1,9}){1,63})(?=$|[\s,:/(-])/;
const TIME = String.raw`(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d`;
const DATED = new RegExp(
  String.raw`(?:^|[\s,])(?:[A-Z][a-z]{2} ([A-Z][a-z]{2}) (\d{1,2}) (${TIME}) (\d{4})|(\d{4})-(\d\d)-(\d\d)[T ](${TIME})) ?(Z|[A-Z]{2,5}|[+-]\d\d:?\d\d)?(?=[\s,;(]|$)`,
);
const AUTHOR = /(?:^|[\s;,)])by (\S.*)$/;
const LINES = /^Chang(?:es|ed) since (?:revision )?[\d.]+ ?: \+(\d{1,9}) -(\d{1,9})(?: lines)?$/;
const LIST = /^(Branch(?:es)?|CVS [Tt]ags|Branch point for): ?([\w.+-]+(?:(?:, ?| )[\w.+-]+)*)$/;
const LOCK = /^Lock status: (\S+)$/;
const DEAD = 'FILE REMOVED';

/** Lines of a head, each kind at most once, by how they look. */
const KINDS: readonly RegExp[] = [
  DATED,
  LINES,
  /^Branch(?:es)?: ?[\w.+-]+(?:, ?[\w.+-]+)*$/,
  /^CVS [Tt]ags: ?[\w.+-]+(?:, ?[\w.+-]+)*$/,
  /^Branch point for: ?[\w.+-]+(?:, ?[\w.+-]+)*$/,
  /^Diffs? to:? (?:previous )?[\d.]/,
  new RegExp(`^${DEAD}$`),
  LOCK,
];
/** What may stand in a head beside these, any number of times. */
const BESIDE =
  /^(?:\(?(?:colored|unified|nice version)\)?|,? ?to branch ?point [\d.].*|,? ?(?:to )?next main [\d.].*|,? ?to selected [\d.].*|lines|Diff)$/i;

/** Zones by their names, in hours from UTC (RFC 2822, section 4.3, and those of Europe and Asia). */
const ZONES: Readonly<Record<string, number>> = {
  EST: -5,
  EDT: -4,
  CST: -6,
  CDT: -5,
  MST: -7,
  MDT: -6,
  PST: -8,
  PDT: -7,
  WEST: 1,
  BST: 1,
  CET: 1,
  MET: 1,
  CEST: 2,
  MEST: 2,
  EET: 2,
  EEST: 3,
  MSK: 3,
  JST: 9,
  AEST: 10,
  AEDT: 11,
};

/** Names that the pages make up: the trunk, and its newest revision. */
const MADE_UP = new Set(['MAIN', 'HEAD']);

/** Does a line of a page begin what is said of a revision? */
export function beginsRevision(line: string): boolean {
  return NUMBER.test(line);
}

/** Has a first line the links that the tools put beside a number? */
export function hasLinks(line: string): boolean {
  return /\((?:download|view|as text|text|annotate)\)|\[select(?:ed| for diffs)\]|: download - |- annotate/.test(
    line,
  );
}

/** The kinds of lines that a head still may have: each has every kind once. */
export class HeadKinds {
  private readonly seen = new Set<RegExp>();

  /** May a line stand below those so far? If not, the message has begun. */
  take(line: string): boolean {
    const parts = splitFields(line);
    const kinds = parts.map((part) => KINDS.find((kind) => kind.test(part)));
    if (parts.every((part, i) => kinds[i] === undefined && BESIDE.test(part))) return true;
    if (kinds.some((kind) => kind === undefined || this.seen.has(kind))) return false;
    for (const kind of kinds) this.seen.add(kind!);
    return true;
  }
}

/** The oldest pages put tags and branches on one line. */
function splitFields(line: string): string[] {
  return line.split(/ ?; (?=CVS Tags:|Branch)/);
}

/** Reads the lines above a message; undefined where they tell no revision or no date. */
export function readFields(given: readonly string[]): RevisionFields | undefined {
  const lines = given.flatMap(splitFields);
  const [, number] = NUMBER.exec(lines[0] ?? '') ?? [];
  const dated = lines.findIndex((line) => DATED.test(line));
  if (number === undefined || dated < 0) return undefined;
  const date = dateOf(DATED.exec(lines[dated]!)!);
  const author = AUTHOR.exec(lines[dated]!)?.[1] ?? lines.slice(dated + 1).find(isBare);
  if (date === undefined || author === undefined) return undefined;
  const listed = (name: RegExp): string[] =>
    lines.flatMap((line) => {
      const [, label = '', list = ''] = LIST.exec(line) ?? [];
      return name.test(label) ? list.split(/[, ]+/).filter((each) => !isMadeUp(each)) : [];
    });
  const changed = lines.map((line) => LINES.exec(line)).find((found) => found !== null);
  return {
    number,
    date,
    author: author.trim(),
    isDead: lines.includes(DEAD),
    lines: changed ? { added: Number(changed[1]), removed: Number(changed[2]) } : undefined,
    branches: listed(/^Branch(?:es)?$/),
    tags: listed(/^CVS/),
    lockedBy: lines.map((line) => LOCK.exec(line)?.[1]).find((user) => user !== undefined),
  };
}

function isMadeUp(name: string): boolean {
  return name === '' || MADE_UP.has(name);
}

/** A table has the author in a cell of its own. */
function isBare(line: string): boolean {
  return /^\S+$/.test(line) && !KINDS.some((kind) => kind.test(line)) && !BESIDE.test(line);
}

function dateOf(match: RegExpExecArray): string | undefined {
  const [, name, date, time, year, isoYear, isoMonth, isoDate, isoTime, zone = 'UTC'] = match;
  const offset = offsetOf(zone);
  if (isoYear !== undefined) return `${isoYear}-${isoMonth!}-${isoDate!} ${isoTime!} ${offset}`;
  const month = monthOf(name!.charCodeAt(0), name!.charCodeAt(1), name!.charCodeAt(2));
  if (month === 0) return undefined;
  return `${year!}-${twoDigits(month)}-${date!.padStart(2, '0')} ${time!} ${offset}`;
}

function offsetOf(zone: string): string {
  if (/\d/.test(zone)) return zone.replace(':', '');
  const hours = ZONES[zone] ?? 0;
  return `${hours < 0 ? '-' : '+'}${twoDigits(Math.abs(hours))}00`;
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0');
}
