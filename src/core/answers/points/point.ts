import { edgeOf } from '../../history/dateRange';
import type { Day } from '../../history/dates';
import type { Log } from '../../log';
import type { Branch } from '../../recovery/branches/branches';
import { printable } from '../../text/printable';
import { seriesTitle } from '../../words/series';
import { emptyBranches, type EmptyBranch } from '../emptyBranches';
import { tagsOf, type Tag } from '../tags';

/** A state of all files: the trunk, a branch or a release at the end of a day, or a tag. */
export type Point = { readonly title: string } & (
  | { readonly kind: 'trunk'; readonly day: Day }
  /** The branches of a release that only tickets tell are several. */
  | { readonly kind: 'branch'; readonly branches: readonly Branch[]; readonly day: Day }
  | { readonly kind: 'empty branch'; readonly branch: EmptyBranch }
  | { readonly kind: 'tag'; readonly tag: Tag }
);

/** A sentence on a name that is not there ends with so many that are. */
const MOST_NAMES = 8;

/**
 * Reads `netbsd-9`, `netbsd-9@2020-05-31`, `trunk@2019`, the name of a tag, the title of a release without a
 * name, or `branch:12` by the id that `annals dump` gives; a sentence where there is no such point.
 */
export function parsePoint(log: Log, text: string): Point | string {
  const at = text.lastIndexOf('@');
  const name = (at < 0 ? text : text.slice(0, at)).trim();
  const date = at < 0 ? undefined : text.slice(at + 1).trim();
  const day = date === undefined ? Infinity : edgeOf(date, 'last');
  if (day === undefined) return `“${date!}” is no date: it is 2006, 2006-05 or 2006-05-31.`;
  const title = text.trim();
  if (/^(?:trunk|head)$/i.test(name)) return { kind: 'trunk', title, day };
  const branches = branchesCalled(log, name);
  if (branches) return { kind: 'branch', title, branches, day };
  const tag = tagsOf(log.histories).find((one) => one.name === name);
  const empty = emptyBranches(log.histories).find((one) => one.name === name);
  if ((tag || empty) && date !== undefined)
    return `${printable(name)} is the same on all days: leave the date out.`;
  if (tag) return { kind: 'tag', title, tag };
  if (empty) return { kind: 'empty branch', title, branch: empty };
  return `There is no branch, release or tag “${printable(name)}”. There are ${namesOf(log)}.`;
}

function branchesCalled(log: Log, name: string): readonly Branch[] | undefined {
  const { recovery } = log;
  const id = /^branch:(\d+)$/.exec(name)?.[1];
  const branch =
    id === undefined
      ? recovery.branches.all.find((one) => one.name === name)
      : recovery.branches.all[Number(id)];
  if (id !== undefined) return branch && [branch];
  const series =
    (branch && recovery.seriesOf(branch)) ??
    recovery.series.all.find((one) => seriesTitle(log, one) === name);
  return series?.branches ?? (branch && [branch]);
}

function namesOf(log: Log): string {
  const names = [...new Set(pointsOf(log).map(({ title }) => title))];
  const shown = names.slice(0, MOST_NAMES).map(printable).join(', ');
  const rest = names.length - MOST_NAMES;
  return rest > 0 ? `${shown} and ${String(rest)} more` : shown;
}

/** The points that have names, as they are now: the trunk, releases, other branches, tags. */
export function pointsOf(log: Log): Point[] {
  const { branches, series } = log.recovery;
  const named = branches.all.filter((one) => one.name !== null && !log.recovery.seriesOf(one));
  return [
    { kind: 'trunk', title: 'trunk', day: Infinity },
    ...series.all.map((one) => pointOfBranches(seriesTitle(log, one), one.branches)),
    ...[...named.filter((one) => one.isRelease), ...named.filter((one) => !one.isRelease)].map(
      (one) => pointOfBranches(one.name!, [one]),
    ),
    ...tagsOf(log.histories).map((tag): Point => ({ kind: 'tag', title: tag.name, tag })),
    ...emptyBranches(log.histories).map((branch): Point => ({
      kind: 'empty branch',
      title: branch.name,
      branch,
    })),
  ];
}

export function pointOfBranches(title: string, branches: readonly Branch[]): Point {
  return { kind: 'branch', title, branches, day: Infinity };
}
