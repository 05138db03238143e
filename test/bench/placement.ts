import { hierarchy, tree } from 'd3-hierarchy';
import type { Lineage } from '../../src/core/graph/lineage';
import { place } from '../../src/core/graph/place';
import { randomFrom } from '../../src/cli/random';
import { ratio, report, time } from './measure';

export function benchPlacement(): void {
  const small = generateLineage(50_000, 5_000);
  const large = generateLineage(500_000, 50_000);
  const drawTree = treeOf(small);
  report(
    "placement of 50,000 revisions / d3-hierarchy's tree()",
    ratio(() => place(small), drawTree),
    '≤ 0.20',
  );
  report(
    'placement of 500,000 / of 50,000',
    time(() => place(large), 5) / time(() => place(small), 15),
    '~ 10',
  );
}

/** Branches that leave from anywhere before them, each of equal length. */
export function generateLineage(count: number, lineCount: number): Lineage {
  const random = randomFrom(5);
  const length = count / lineCount;
  const line = new Uint32Array(count);
  const predecessor = new Int32Array(count);
  const time = new Int32Array(count);
  for (let l = 0; l < lineCount; l++) {
    const first = l * length;
    const point = l === 0 ? -1 : Math.floor(random() * first);
    let at = point < 0 ? 0 : time[point]!;
    for (let i = first + length - 1; i >= first; i--) {
      line[i] = l;
      at += Math.floor(random() * 4);
      time[i] = at;
      predecessor[i] = i === first + length - 1 ? point : i + 1;
    }
  }
  return { count, line, predecessor, time, lineCount, hasTrunk: true };
}

function treeOf({ count, predecessor }: Lineage): () => void {
  const children: number[][] = Array.from({ length: count }, () => []);
  let root = 0;
  for (let i = 0; i < count; i++) {
    if (predecessor[i]! < 0) root = i;
    else children[predecessor[i]!]!.push(i);
  }
  const layout = tree<number>();
  const nodes = hierarchy(root, (i) => children[i]);
  return () => void layout(nodes);
}
