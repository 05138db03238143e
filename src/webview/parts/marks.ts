import { element, icon } from '../dom';
import type { Mark } from '../protocol';

const ICONS = {
  received: 'pass-filled',
  has: 'check',
  lacks: 'close',
  ended: undefined,
  unknown: 'question',
} as const satisfies Record<Mark['kind'], string | undefined>;

/** What stands for each mark, for the legend. */
export const MARKS = [
  ['received', 'pulled up'],
  ['has', 'from its beginning'],
  ['lacks', 'lacks it'],
  ['unknown', 'cannot tell'],
] as const satisfies readonly (readonly [Mark['kind'], string])[];

/** The sign of a mark, in the colour of its release; its words are the title. */
export function markOf({ kind, words, isPart, isInferred }: Mark, colour: number): HTMLElement {
  const classes = ['mark', kind, `colour-${String(colour)}`];
  if (isPart) classes.push('part');
  if (isInferred) classes.push('inferred');
  const cell = element('span', { class: classes.join(' '), title: words });
  const name = ICONS[kind];
  if (name !== undefined) cell.append(icon(name));
  return cell;
}
