import { NONE } from '../columns/ids';
import { NO_REVISION } from '../history/ids';
import { TRUNK } from '../history/numbers';
import type { Branch, BranchId } from '../recovery/branches/branches';
import type { ChangesetId } from '../recovery/changesets/changesets';
import type { Recovery } from '../recovery/recovery';
import { giveLanes, type PlacedLines } from './place';

/** Flags of a piece of a line. */
export const LineStyle = {
  /** Commits between its ends are not shown. */
  gap: 1,
  /** It leaves its parent's lane somewhere below its last row. */
  leaves: 2,
} as const;

/**
 * Where the commits of a whole directory stand: a row a changeset, newest first, a lane a branch over
 * all files from its first commit to its last. Files reach a branch from many points, so a lane ends
 * below its first commit and bends to the lane of its parent:
 *
 *     lane 0 1
 *     row 0  ●      Fix.            trunk
 *     row 1  │ ●    Pull up.        rel-1
 *     row 2  │ ●    Pull up.        rel-1
 *            ├─┘
 *     row 3  ●      Start.          trunk
 */
export interface DirectoryPlacement {
  readonly changesetOfRow: Int32Array;
  /** NONE for what is not shown. */
  readonly rowOfChangeset: Int32Array;
  /** NONE on the trunk. */
  readonly branchOfRow: Int32Array;
  readonly laneOfRow: Uint32Array;
  readonly laneCount: number;
  /** Pieces of lines: a line is one piece but where commits are left out. */
  readonly lines: PlacedLines & {
    readonly style: Uint8Array;
    /** NONE for the trunk. */
    readonly branch: Int32Array;
  };
}

/** The rows of one branch, or of the trunk. */
interface Line {
  readonly branch: BranchId;
  readonly rows: number[];
  readonly commits: ChangesetId[];
}

/** Places the changesets that are shown, given in ascending order. */
export function placeChangesets(recovery: Recovery, shown: Int32Array): DirectoryPlacement {
  const { changesets } = recovery;
  const count = shown.length;
  const changesetOfRow = Int32Array.from(shown).reverse();
  const rowOfChangeset = new Int32Array(changesets.count).fill(NONE);
  const branchOfRow = new Int32Array(count);
  // The trunk is the first line, shown or not.
  const lines: Line[] = [{ branch: NONE, rows: [], commits: [] }];
  const lineOfBranch = new Map<BranchId, number>([[NONE, 0]]);
  for (let row = 0; row < count; row++) {
    const changeset = changesetOfRow[row]!;
    rowOfChangeset[changeset] = row;
    const branch = changesets.branchOf(changeset)?.id ?? NONE;
    branchOfRow[row] = branch;
    let line = lineOfBranch.get(branch);
    if (line === undefined) {
      line = lines.push({ branch, rows: [], commits: [] }) - 1;
      lineOfBranch.set(branch, line);
    }
    lines[line]!.rows.push(row);
    lines[line]!.commits.push(changeset);
  }
  const top = Uint32Array.from(lines, ({ rows }) => rows[0] ?? 0);
  const bottom = Uint32Array.from(lines, ({ rows }) => rows.at(-1) ?? 0);
  const lane = new Uint32Array(lines.length);
  const laneCount = giveLanes(
    { lineCount: lines.length, count, hasTrunk: true },
    { top, bottom, lane },
  );
  const laneOfRow = Uint32Array.from(branchOfRow, (branch) => lane[lineOfBranch.get(branch)!]!);
  const pieces = new Pieces();
  for (const [i, line] of lines.entries()) {
    if (line.rows.length === 0) continue;
    const parent = parentOf(recovery, line.branch);
    const above = parent === undefined ? undefined : lineOfBranch.get(parent);
    const isBelow = above !== undefined && (lines[above]!.rows.at(-1) ?? -1) > bottom[i]!;
    pieces.add(recovery, line, lane[i]!, isBelow ? lane[above]! : lane[i]!);
  }
  return {
    changesetOfRow,
    rowOfChangeset,
    branchOfRow,
    laneOfRow,
    laneCount,
    lines: pieces.columns(),
  };
}

/** The pieces of lines as they are cut. */
class Pieces {
  private readonly top: number[] = [];
  private readonly bottom: number[] = [];
  private readonly lane: number[] = [];
  private readonly pointLane: number[] = [];
  private readonly style: number[] = [];
  private readonly branch: number[] = [];

  add(recovery: Recovery, { branch, rows, commits }: Line, lane: number, pointLane: number): void {
    const places = placesOnBranches(recovery);
    const put = (top: number, bottom: number, to: number, style: number): void => {
      this.top.push(top);
      this.bottom.push(bottom);
      this.lane.push(lane);
      this.pointLane.push(to);
      this.style.push(style);
      this.branch.push(branch);
    };
    let from = rows[0]!;
    for (let i = 1; i < rows.length; i++) {
      if (places[commits[i]!] === places[commits[i - 1]!]! - 1) continue;
      if (from < rows[i - 1]!) put(from, rows[i - 1]!, lane, 0);
      put(rows[i - 1]!, rows[i]!, lane, LineStyle.gap);
      from = rows[i]!;
    }
    const last = rows.at(-1)!;
    if (from < last) put(from, last, lane, 0);
    if (pointLane === lane) return;
    const isFirst = places[commits.at(-1)!] === 0;
    put(last, last, pointLane, LineStyle.leaves | (isFirst ? 0 : LineStyle.gap));
  }

  columns(): DirectoryPlacement['lines'] {
    return {
      top: Uint32Array.from(this.top),
      bottom: Uint32Array.from(this.bottom),
      lane: Uint32Array.from(this.lane),
      pointLane: Uint32Array.from(this.pointLane),
      style: Uint8Array.from(this.style),
      branch: Int32Array.from(this.branch),
    };
  }
}

const placed = new WeakMap<Recovery, Int32Array>();

/** The how-manieth commit of its branch each changeset is, from 0. */
function placesOnBranches(recovery: Recovery): Int32Array {
  let places = placed.get(recovery);
  if (places) return places;
  const { changesets } = recovery;
  placed.set(recovery, (places = new Int32Array(changesets.count)));
  const counts = new Map<BranchId, number>();
  for (let id = 0; id < changesets.count; id++) {
    const branch = changesets.branchOf(id)?.id ?? NONE;
    const count = counts.get(branch) ?? 0;
    places[id] = count;
    counts.set(branch, count + 1);
  }
  return places;
}

/** The branch that most files of a branch left from, NONE for the trunk; undefined where that is not known. */
export function parentOf(recovery: Recovery, branch: BranchId): BranchId | undefined {
  const { branches, histories } = recovery;
  const { lines, all } = branches;
  const members: Branch['members'] = all[branch]?.members ?? [];
  const votes = new Map<BranchId, number>();
  for (const member of members) {
    const point = lines.point(member);
    if (point === NO_REVISION) continue;
    const isTrunk = histories.numbers.branchOf(histories.number(point)) === TRUNK;
    const parent = isTrunk ? NONE : (branches.of(point)?.id ?? NONE);
    votes.set(parent, (votes.get(parent) ?? 0) + 1);
  }
  let [best, most]: [BranchId | undefined, number] = [undefined, 0];
  for (const [parent, count] of votes) if (count > most) [best, most] = [parent, count];
  return best;
}

/** Is a commit nothing but a sync from the trunk, or what CVS wrote by itself? */
export function isMuted({ changesets, messages }: Recovery, changeset: ChangesetId): boolean {
  return changesets.revisionsOf(changeset).every((r) => {
    const { sync, placeholder } = messages.factsOf(r);
    return sync !== undefined || placeholder !== undefined;
  });
}
