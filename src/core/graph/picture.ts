import type { FileHistory } from '../history/fileHistory';
import { isoDate } from '../history/dates';
import { TRUNK } from '../history/numbers';
import { printable, summary } from '../text/printable';
import { Kind, kindsOf } from '../words/kinds';
import { lineageOf } from './lineage';
import { place, type Placement } from './place';

/** How wide a summary is drawn. */
const MESSAGE_WIDTH = 72;

/**
 * A history as lines of text, a line a row:
 *
 *     ●      1.55      trunk   jdolecek  2020-04-06  just pass true as ...
 *     │ ●    1.53.4.1  1.53.4  bouyer    2019-11-22  Pull up following ...
 *     ● │    1.54      trunk   martin    2019-11-22  Make this files ...
 *     ◉─┘    1.53      trunk   cherry    2018-12-25  Excise XEN ...
 *
 * ◉ a branch point, ○ a placeholder, ● any other.
 */
export function* drawPicture(history: FileHistory): Generator<string> {
  const { histories, first } = history;
  const placement = place(lineageOf(history));
  const lanes = drawLanes(placement, (row) => node(history, first + placement.revisionOfRow[row]!));
  const fields = Array.from(placement.revisionOfRow, (i) => {
    const revision = first + i;
    const { branch } = history.lineOf(revision);
    return [
      histories.numberText(revision),
      branch === TRUNK ? 'trunk' : histories.numbers.text(branch),
      printable(histories.author(revision)),
      isoDate(histories.day(revision)) ?? 'unknown',
    ];
  });
  const widths = [0, 1, 2, 3].map((i) =>
    fields.reduce((most, f) => Math.max(most, f[i]!.length), 0),
  );
  let row = 0;
  for (const lane of lanes) {
    const columns = fields[row]!.map((field, i) => field.padEnd(widths[i]!));
    const message = histories.message(first + placement.revisionOfRow[row]!);
    yield [`${lane}  `, ...columns, summary(message, MESSAGE_WIDTH)].join('  ').trimEnd();
    row++;
  }
}

function node(history: FileHistory, revision: number): string {
  const kinds = kindsOf(history, revision);
  if (kinds & Kind.placeholder) return '○';
  return kinds & Kind.branchPoint ? '◉' : '●';
}

/** The lanes of each row, two characters a lane, all of one width. */
export function* drawLanes(
  placement: Placement,
  nodeOf: (row: number) => string,
): Generator<string> {
  const { laneOfRow, laneCount, lines } = placement;
  const byTop = Array.from(lines.top.keys()).sort((a, b) => lines.top[a]! - lines.top[b]!);
  let open: number[] = [];
  let opened = 0;
  for (let row = 0; row < laneOfRow.length; row++) {
    while (opened < byTop.length && lines.top[byTop[opened]!]! <= row) open.push(byTop[opened++]!);
    open = open.filter((line) => lines.bottom[line]! >= row);
    const cells = new Array<string>(laneCount * 2).fill(' ');
    const joins: number[] = [];
    for (const line of open) {
      const lane = lines.lane[line]!;
      if (lines.bottom[line] === row && lines.pointLane[line] !== lane) joins.push(lane);
      else cells[lane * 2] = '│';
    }
    drawJoins(cells, laneOfRow[row]!, joins);
    cells[laneOfRow[row]! * 2] = nodeOf(row);
    yield cells.slice(0, -1).join('');
  }
}

/** Branches in `joins` come in from the right or the left of the node's lane: `●─┼─┴─┘`. */
function drawJoins(cells: string[], node: number, joins: readonly number[]): void {
  const right = Math.max(node, ...joins);
  const left = Math.min(node, ...joins);
  for (let at = left * 2 + 1; at < right * 2; at++) cells[at] = cells[at] === '│' ? '┼' : '─';
  for (const lane of joins) {
    if (lane === right && lane > node) cells[lane * 2] = '┘';
    else if (lane === left && lane < node) cells[lane * 2] = '└';
    else cells[lane * 2] = '┴';
  }
}
