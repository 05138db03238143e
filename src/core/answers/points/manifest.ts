import { NO_REVISION, type FileId, type RevisionId } from '../../history/ids';
import { linesOf, NO_LINE, type LineId, type Lines } from '../../history/lines';
import { TRUNK } from '../../history/numbers';
import type { Log } from '../../log';
import type { Branch } from '../../recovery/branches/branches';
import { lineBelow, mostCommon, type Span } from '../../recovery/series/ticketed';
import type { Point } from './point';

/** A file's revision at a point. */
export interface Entry {
  /** NO_REVISION where the file is not there, or where it cannot be told. */
  readonly revision: RevisionId;
  /**
   * Stated by the log; inferred from when the branch was made, where the branch has no commit in the
   * file; unknown where the file changed while the branch may have been made.
   */
  readonly status: 'stated' | 'inferred' | 'unknown';
  /** Of what is unknown: it is one of these or between them; NO_REVISION for none. */
  readonly between?: Between;
}

export interface Between {
  readonly earliest: RevisionId;
  readonly latest: RevisionId;
}

/** Every file's revision at a point, by file. */
export type Manifest = readonly Entry[];

const ABSENT: Entry = { revision: NO_REVISION, status: 'stated' };

export function manifestOf(log: Log, point: Point): Manifest {
  const files = Array.from({ length: log.histories.fileCount }, (_, file) => file);
  const entryOf = entriesOf(log, point);
  return files.map((file) => alive(log, entryOf(file)));
}

function entriesOf(log: Log, point: Point): (file: FileId) => Entry {
  const { histories } = log;
  if (point.kind === 'trunk') return (file) => onTrunk(log, file, point.day);
  if (point.kind === 'branch') {
    const stem = stemOf(log, point.branches);
    return (file) => onBranch(log, stem, file, point.day);
  }
  const all = point.kind === 'tag' ? point.tag.revisions : point.branch.points;
  const byFile = new Map(all.map((r) => [histories.fileOf(r), r]));
  return (file) => stated(byFile.get(file) ?? NO_REVISION);
}

const stated = (revision: RevisionId): Entry =>
  revision === NO_REVISION ? ABSENT : { revision, status: 'stated' };

/** A dead revision says that the file is not there, as does one that CVS made for another branch. */
function alive({ histories, recovery }: Log, entry: Entry): Entry {
  const { revision, status } = entry;
  if (revision === NO_REVISION) return entry;
  const isDead =
    histories.extra(revision).state === 'dead' || recovery.messages.factsOf(revision).placeholder;
  return isDead ? { revision: NO_REVISION, status } : entry;
}

/** The trunk's newest revision; while a file has a default branch of a vendor, that branch's. */
function onTrunk({ histories }: Log, file: FileId, day: number): Entry {
  const lines = linesOf(histories);
  const vendor = histories.stated(file)?.defaultBranch;
  const id = vendor == null ? undefined : histories.numbers.parse(vendor);
  const line = id === undefined ? NO_LINE : lines.find(file, id);
  const imported = line === NO_LINE ? NO_REVISION : newestAt(lines, line, day);
  if (imported !== NO_REVISION) return stated(imported);
  const trunk = lines.find(file, TRUNK);
  return stated(trunk === NO_LINE ? NO_REVISION : newestAt(lines, trunk, day));
}

/** The newest revision of a line at the end of a day; NO_REVISION before its first. */
function newestAt(lines: Lines, line: LineId, day: number): RevisionId {
  for (const r of lines.newestFirst(line)) if (lines.histories.day(r) <= day) return r;
  return NO_REVISION;
}

/** A branch with what it leaves from, and when it did. */
interface Stem {
  /** Its lines, by file: of several that leave one from another the lowest. */
  readonly lineOf: ReadonlyMap<FileId, LineId>;
  readonly born: Span;
  /** The branch that it leaves from; undefined for the trunk. */
  readonly parent: Stem | undefined;
}

/** Branches leave from branches not deeper than this; what is deeper counts as of the trunk. */
const DEEPEST = 20;

function stemOf(log: Log, branches: readonly Branch[], depth = 0): Stem {
  const lines = linesOf(log.histories);
  const lineOf = new Map<FileId, LineId>();
  const members = new Set(branches.flatMap((branch) => branch.members));
  for (const line of members) {
    if (!members.has(lineBelow(lines, line))) lineOf.set(lines.file(line), line);
  }
  const lowest = [...lineOf.values()];
  const below = lowest.map((line) => {
    const up = lineBelow(lines, line);
    return up === NO_LINE ? undefined : log.recovery.branches.ofMember(up);
  });
  const parent = mostFrequent(below);
  const made = lowest.filter((_, i) => below[i] === parent).map((line) => lines.made(line));
  return {
    lineOf,
    born: mostCommon(made.map(([from, to]) => ({ from, to }))),
    parent: parent && depth < DEEPEST ? stemOf(log, [parent], depth + 1) : undefined,
  };
}

function mostFrequent<T>(values: readonly T[]): T | undefined {
  const counts = new Map<T, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
}

function onBranch(log: Log, stem: Stem, file: FileId, day: number): Entry {
  const lines = linesOf(log.histories);
  const line = stem.lineOf.get(file);
  if (line !== undefined) {
    const newest = newestAt(lines, line, day);
    if (newest !== NO_REVISION) return stated(newest);
    return stated(lines.point(line));
  }
  const { from, to } = stem.born;
  const at = (when: number): Entry =>
    stem.parent ? onBranch(log, stem.parent, file, when) : onTrunk(log, file, when);
  const late = at(Number.isFinite(to) ? to : Infinity);
  if (late.revision === NO_REVISION && late.status !== 'unknown') return late;
  const early = Number.isFinite(from) ? at(from) : ABSENT;
  if (early.revision === late.revision && early.status !== 'unknown')
    return { revision: late.revision, status: 'inferred' };
  const between = {
    earliest: early.between?.earliest ?? early.revision,
    latest: late.between?.latest ?? late.revision,
  };
  return { revision: NO_REVISION, status: 'unknown', between };
}
