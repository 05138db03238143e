/**
 * Compares numbers of revisions by the order in which `cvs log` prints them: the trunk from its head;
 * then by their points, the older first, the branches, the last first.
 */
export function inLogOrder(a: string, b: string): number {
  const first = a.split('.').map(Number);
  const second = b.split('.').map(Number);
  const [lineA, lineB] = [lineOf(first), lineOf(second)];
  for (let i = 0; i < Math.min(lineA.length, lineB.length); i++) {
    const difference = lineA[i]! - lineB[i]!;
    if (difference !== 0) return isBranch(i) ? -difference : difference;
  }
  return lineA.length - lineB.length || compareDown(first, second);
}

/** What names the line of a revision; nothing for the trunk. */
function lineOf(parts: readonly number[]): readonly number[] {
  return parts.length === 2 ? [] : parts.slice(0, -1);
}

/** Is a part of a number that of a branch, as 2 and 4 are in 1.2.2.1.4.3? */
function isBranch(part: number): boolean {
  return part >= 2 && part % 2 === 0;
}

function compareDown(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((part, i) => part !== b[i]);
  return at < 0 ? 0 : b[at]! - a[at]!;
}
