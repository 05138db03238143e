import { NO_NUMBER, type NumberId } from '../../history/numbers';
import { ABSENT, type Archive } from './archive';

/** Revisions of a line whose branches are printed, and how far that is. */
interface Points {
  readonly places: readonly number[];
  at: number;
  /** How many of the branches of the one at `at` are printed; the last comes first. */
  branches: number;
}

/** The order of `cvs log`: the trunk from its head, then branches by ascending point on the trunk. */
export function inOrder(archive: Archive): number[] {
  const { branches, branchesAt, branchesTo } = archive;
  const seen = new Uint8Array(archive.count);
  const trunk = lineFrom(archive, archive.head, seen);
  const order = [...trunk];
  // A branch is stored from its point up, and printed from its tip down, then its own branches.
  const open: Points[] = [{ places: trunk.reverse(), at: 0, branches: 0 }];
  for (let points = open.at(-1); points; points = open.at(-1)) {
    const place = points.places[points.at];
    if (place === undefined) {
      open.pop();
      continue;
    }
    const first = branchesTo[place]! - 1 - points.branches++;
    if (first < branchesAt[place]!) {
      points.at++;
      points.branches = 0;
      continue;
    }
    const line = lineFrom(archive, branches[first]!, seen).reverse();
    for (const each of line) order.push(each);
    if (line.length > 0) open.push({ places: line, at: 0, branches: 0 });
  }
  return order;
}

/** With what no link leads to, whose branch point is lost: behind all else, each line from its tip. */
export function wholeOrder(archive: Archive): number[] {
  const order = inOrder(archive);
  if (order.length === archive.count) return order;
  const { numbers, number } = archive;
  const seen = new Set(order);
  const rest = [...number.keys()].filter(
    (place) => !seen.has(place) && archive.isRevision(number[place]!),
  );
  rest.sort((a, b) => numbers.compare(number[b]!, number[a]!));
  return [...order, ...rest];
}

function lineFrom(archive: Archive, first: NumberId, seen: Uint8Array): number[] {
  const line: number[] = [];
  for (let number = first; number !== NO_NUMBER;) {
    const place = archive.find(number);
    if (place === ABSENT || seen[place] === 1) break;
    seen[place] = 1;
    line.push(place);
    number = archive.next[place]!;
  }
  return line;
}
