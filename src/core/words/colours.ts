import { fileKeysOf } from '../history/fileKeys';
import type { Log } from '../log';
import type { Branch } from '../recovery/branches/branches';

/**
 * Places in the palette of branches: the trunk's colour, then those of branches, then those of releases,
 * which are one family. `package.json` has a theme colour for each.
 */
export const BRANCH_COLOURS = [
  'annals.trunk',
  'annals.branch1',
  'annals.branch2',
  'annals.branch3',
  'annals.branch4',
  'annals.branch5',
  'annals.branch6',
  'annals.release1',
  'annals.release2',
  'annals.release3',
] as const;

const BRANCHES = 6;
const RELEASES = 3;

const known = new WeakMap<Branch, number>();

/**
 * The place of a branch's colour, undefined for the trunk: by what the branch is, so that it has one
 * colour in every view, in every file, and after every reload.
 */
export function colourOf(log: Log, branch: Branch | undefined): number {
  if (!branch) return 0;
  let colour = known.get(branch);
  if (colour === undefined) known.set(branch, (colour = choose(log, branch)));
  return colour;
}

function choose(log: Log, branch: Branch): number {
  const identity = hash(identityOf(log, branch));
  return branch.isRelease ? 1 + BRANCHES + (identity % RELEASES) : 1 + (identity % BRANCHES);
}

/** Branches of a series are one release: the series' first branch stands for all. */
function identityOf({ histories, recovery }: Log, branch: Branch): string {
  const series = recovery.seriesOf(branch);
  const { lines } = recovery.branches;
  const [first] = (series?.branches[0] ?? branch).members;
  return (
    (series ?? branch).name ??
    `${fileKeysOf(histories).of(lines.file(first!))} ${histories.numbers.text(lines.number(first!))}`
  );
}

/** FNV-1a over UTF-16, with its bits mixed once more: names often differ in one digit. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
  value = Math.imul(value ^ (value >>> 15), 0x2c1b3c6d);
  return (value ^ (value >>> 13)) >>> 0;
}
