import { element, icon } from '../dom';
import type { FromPageMessage, ReleaseColumn, Section } from '../protocol';
import type { Part } from '../state';
import { askedOf, withAsked, type Asking } from './asking';
import { markOf, MARKS } from './marks';

/** What stands above the rows, and how it learns which of them are seen. */
export interface ColumnHeads extends Part {
  readonly showTop: (row: number) => void;
  readonly showLeft: (left: number) => void;
}

/** Above the rows: the year of the topmost one, with how many rows it has, and what the columns are. */
export function columnHeads(send: (message: FromPageMessage) => void): ColumnHeads {
  const year = element('span', { class: 'year' });
  const heads = element('div', { class: 'heads' });
  let sections: readonly Section[] = [];
  let text = '';

  const ask = (release: ReleaseColumn, asking: Asking): void => {
    const next = askedOf(text, release.name) === asking ? undefined : asking;
    send({ type: 'ask', text: withAsked(text, release.name, next), isFilter: true });
  };
  const releaseHead = (release: ReleaseColumn): HTMLElement => {
    const { title, name, colour } = release;
    const asked = askedOf(text, name);
    const words = { has: 'changes that it has', lacks: 'changes that it lacks' };
    const button = element(
      'button',
      {
        class: `release colour-${String(colour)} ${asked ?? ''}`,
        title: `${title}\nClick for the changes that it has, Shift+click for those that it lacks`,
        'aria-label': asked ? `${title}, only ${words[asked]}` : title,
        'aria-pressed': String(asked !== undefined),
      },
      element('span', {}, title),
    );
    button.addEventListener('click', ({ shiftKey }) => ask(release, shiftKey ? 'lacks' : 'has'));
    if (asked) button.prepend(icon(asked === 'has' ? 'check' : 'close'));
    return button;
  };
  return {
    element: heads,
    showTop: (row) => {
      const here = sections.findLast(({ from }) => from <= row);
      const counted = new Intl.NumberFormat('en').format(here?.count ?? 0);
      year.textContent = here ? `${here.title || 'Unknown date'} · ${counted}` : '';
    },
    showLeft: (left) => (heads.scrollLeft = left),
    update({ shown }, before) {
      if (!shown || shown === before.shown) return;
      ({ sections } = shown);
      ({ text } = shown.asked);
      const focused = document.activeElement?.getAttribute('title');
      const cells = shown.columns.map(({ key, title }) => {
        const first = shown.releases.length > 0 ? [legend(), year] : [year];
        return element(
          'span',
          { class: key, 'aria-hidden': 'true' },
          ...(key === 'message' ? first : [title]),
        );
      });
      const releases = shown.releases.map(releaseHead);
      if (releases.length > 0) {
        const label = 'Releases';
        cells.push(
          element('span', { class: 'marks', role: 'group', 'aria-label': label }, ...releases),
        );
      }
      heads.replaceChildren(...cells);
      // What is asked draws the heads anew: the one that was pressed keeps the focus.
      releases.find((one) => one.getAttribute('title') === focused)?.focus();
    },
  };
}

/** What the signs of the table mean. */
function legend(): HTMLElement {
  const items = MARKS.map(([kind, words]) =>
    element(
      'span',
      {},
      markOf({ kind, words, isPart: false, isInferred: false }, 0),
      element('span', {}, words),
    ),
  );
  return element('span', { class: 'legend' }, ...items);
}
