import { element } from '../dom';
import type { FromPageMessage, Life, TimeMark } from '../protocol';
import { n, svg } from '../svg';

/** A bar is drawn in units of its own, and stretched to the column's width. */
const WIDTH = 1000;
const HEIGHT = 22;
/** The least height of a part with commits, and the height of the tallest. */
const LEAST = 3;
const TALLEST = 14;
/** A stretch that is shorter is a click, as a share of the axis. */
const SHORTEST = 0.01;

/** A branch's bar: from its first commit to its last, as tall as much was done, with its syncs and pull-ups. */
export function lifeOf(life: Life, colour: number): HTMLElement {
  const picture = svg('svg', `life colour-${String(colour)}`);
  picture.setAttribute('viewBox', `0 0 ${String(WIDTH)} ${String(HEIGHT)}`);
  picture.setAttribute('preserveAspectRatio', 'none');
  const bin = WIDTH / life.bins;
  const middle = HEIGHT / 2;
  const at = (part: number): string => n((part + 0.5) * bin);
  const [from, to] = [life.from * WIDTH, Math.max(life.to * WIDTH, life.from * WIDTH + 3)];
  const drawn = {
    span: `M${n(from)} ${n(middle - 1)}H${n(to)}v2H${n(from)}z`,
    density: life.density
      .map(({ bin: part, share }) => {
        const height = LEAST + share * (TALLEST - LEAST);
        return `M${n(part * bin)} ${n(middle - height / 2)}h${n(bin)}v${n(height)}h${n(-bin)}z`;
      })
      .join(''),
    syncs: life.syncs.map((part) => `M${at(part)} 1v3`).join(''),
    pullUps: life.pullUps.map((part) => `M${at(part)} ${String(HEIGHT - 4)}v3`).join(''),
  };
  for (const [name, data] of Object.entries(drawn)) {
    const path = svg('path', name);
    path.setAttribute('d', data);
    picture.append(path);
  }
  return element('span', { class: 'bar', title: life.words }, picture);
}

/** The years above the bars: one asks for its commits, and a stretch that is dragged for those within it. */
export function timeAxis(
  times: readonly TimeMark[],
  generation: number,
  send: (message: FromPageMessage) => void,
): HTMLElement {
  const brush = element('span', { class: 'brush' });
  const axis = element('span', {
    class: 'axis',
    role: 'group',
    'aria-label': 'Years',
    title: 'Drag over a stretch of time, or click a year, for its commits only',
  });
  const years = times.map(({ title, at, query }) => {
    const year = element('button', { class: 'time', 'aria-label': `Only ${title}` }, title);
    year.style.left = `${String(at * 100)}%`;
    year.addEventListener('click', () => send({ type: 'years', query }));
    return year;
  });
  axis.append(brush, ...years);
  let start: number | undefined;
  const shareAt = ({ clientX }: PointerEvent): number => {
    const { left, width } = axis.getBoundingClientRect();
    return Math.min(1, Math.max(0, (clientX - left) / Math.max(1, width)));
  };
  const cover = (from: number, to: number): void => {
    brush.style.left = `${String(Math.min(from, to) * 100)}%`;
    brush.style.width = `${String(Math.abs(to - from) * 100)}%`;
  };
  axis.addEventListener('pointerdown', (event) => {
    if (event.button !== 0) return;
    start = shareAt(event);
  });
  axis.addEventListener('pointermove', (event) => {
    // The button may have been let go elsewhere.
    if (event.buttons === 0) start = undefined;
    if (start === undefined) return;
    if (Math.abs(shareAt(event) - start) > SHORTEST) axis.setPointerCapture(event.pointerId);
    cover(start, shareAt(event));
  });
  axis.addEventListener('pointerup', (event) => {
    if (start === undefined) return;
    const [from, to] = [start, shareAt(event)];
    start = undefined;
    cover(0, 0);
    if (Math.abs(to - from) > SHORTEST)
      send({ type: 'span', generation, from: Math.min(from, to), to: Math.max(from, to) });
  });
  axis.addEventListener('pointercancel', () => {
    start = undefined;
    cover(0, 0);
  });
  return axis;
}
