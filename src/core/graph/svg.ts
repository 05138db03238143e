import { shorten } from '../text/printable';
import type { Drawing } from './drawing';

/** In pixels. */
const ROW = 22;
const LANE = 14;
const RADIUS = 4;
const MARGIN = 16;
const HEAD = 40;
/** Where the columns of words begin, right of the lanes, and how wide all of them are. */
const COLUMNS = { number: 0, branch: 90, author: 260, date: 350, message: 440 } as const;
const WORDS_WIDTH = 1080;
/** Words are cut where the next column begins: at so many pixels a character. */
const CHARACTER = 7;

/** The light and the dark colours of `BRANCH_COLOURS`: the defaults that `package.json` has for them. */
export const PALETTE: readonly (readonly [light: string, dark: string])[] = [
  ['#092fa8', '#3671ec'],
  ['#328857', '#00b367'],
  ['#a06edc', '#b49fff'],
  ['#665f00', '#827f00'],
  ['#00594c', '#93f1ef'],
  ['#995087', '#b6518a'],
  ['#828f8f', '#8aa4a2'],
  ['#672600', '#ffd3bd'],
  ['#a5002b', '#db2c2b'],
  ['#c48200', '#fcbb00'],
];

/**
 * A graph as an SVG document that stands by itself: no script, no font, no link; light or dark as its
 * reader likes it. Text of the log is data.
 */
export function* drawSvg(drawing: Drawing): Generator<string> {
  const { laneCount, laneOfRow, title } = drawing;
  const words = MARGIN + laneCount * LANE + MARGIN;
  const [width, height] = [words + WORDS_WIDTH, HEAD + laneOfRow.length * ROW + MARGIN];
  yield `<svg xmlns="http://www.w3.org/2000/svg" width="${String(width)}" height="${String(height)}" viewBox="0 0 ${String(width)} ${String(height)}" role="img" aria-label="${escaped(title)}">\n`;
  yield `<title>${escaped(title)}</title>\n<style>${styles()}</style>\n`;
  yield `<rect class="ground" width="100%" height="100%"/>\n`;
  yield `<text class="title" x="${String(MARGIN)}" y="24">${escaped(title)}</text>\n`;
  for (let line = 0; line < drawing.lines.top.length; line++) yield drawLine(drawing, line);
  for (let row = 0; row < laneOfRow.length; row++) yield drawRow(drawing, row, words);
  yield '</svg>\n';
}

function drawLine(drawing: Drawing, line: number): string {
  const { top, bottom, lane, pointLane } = drawing.lines;
  const [x, from] = [xOf(lane[line]!), yOf(top[line]!)];
  const isBelow = drawing.leavesBelow(line);
  const to = isBelow ? from + ROW : yOf(bottom[line]!);
  const end = xOf(pointLane[line]!);
  if (to === from) return '';
  const bend = end === x ? '' : ` C${at(x, to - ROW / 2)} ${at(end, to - ROW / 2)} ${at(end, to)}`;
  const straight = end === x ? to : to - ROW;
  const gap = drawing.isGap(line) ? ' gap' : '';
  return `<path class="line c${String(drawing.colourOfLine(line))}${gap}" d="M${at(x, from)} V${String(Math.max(from, straight))}${bend}"/>\n`;
}

function drawRow(drawing: Drawing, row: number, words: number): string {
  const colour = `c${String(drawing.colourOfRow(row))}`;
  const y = yOf(row);
  const node = `<circle class="${drawing.isHollow(row) ? 'hollow' : 'node'} ${colour}" cx="${String(xOf(drawing.laneOfRow[row]!))}" cy="${String(y)}" r="${String(RADIUS)}"/>`;
  const texts = drawing.textOf(row);
  const columns = Object.entries(COLUMNS) as [keyof typeof COLUMNS, number][];
  const cells = columns.map(([name, x], i) => {
    const room = ((columns[i + 1]?.[1] ?? WORDS_WIDTH) - x) / CHARACTER - 1;
    return `<text class="${name === 'branch' ? `${name} ${colour}` : name}" x="${String(words + x)}" y="${String(y + 4)}">${escaped(shorten(texts[name], Math.floor(room)))}</text>`;
  });
  return `${node}${cells.join('')}\n`;
}

function styles(): string {
  const font = '12px system-ui, "Segoe UI", sans-serif';
  const colours = (theme: 0 | 1): string =>
    PALETTE.map((pair, i) => `.c${String(i)}{color:${pair[theme]}}`).join('');
  return (
    `text{font:${font};fill:#3b3b3b}.title{font-size:15px;font-weight:600}.ground{fill:#fff}` +
    `.number,.date{font-variant-numeric:tabular-nums}.branch{fill:currentColor}` +
    `.line{fill:none;stroke:currentColor;stroke-width:2}.gap{stroke-dasharray:3 3}` +
    `.node{fill:currentColor}.hollow{fill:#fff;stroke:currentColor;stroke-width:1.5}${colours(0)}` +
    `@media (prefers-color-scheme:dark){text{fill:#ccc}.ground,.hollow{fill:#1f1f1f}.branch{fill:currentColor}${colours(1)}}`
  );
}

function xOf(lane: number): number {
  return MARGIN + lane * LANE + LANE / 2;
}

function yOf(row: number): number {
  return HEAD + row * ROW + ROW / 2;
}

function at(x: number, y: number): string {
  return `${String(x)} ${String(y)}`;
}

const NAMED: Readonly<Record<string, string>> = {
  '<': '&lt;',
  '>': '&gt;',
  '&': '&amp;',
  '"': '&quot;',
};

function escaped(text: string): string {
  return text.replace(/[<>&"]/g, (character) => NAMED[character]!);
}
