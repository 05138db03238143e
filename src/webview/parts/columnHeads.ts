import { element, icon } from '../dom';
import type { FromPageMessage, ReleaseColumn, Section, Sorting } from '../protocol';
import type { Part } from '../state';
import { askedOf, withAsked, type Asking } from './asking';
import { timeAxis } from './life';
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
  let sortedBy: Sorting = 'date';

  const ask = (release: ReleaseColumn, asking: Asking): void => {
    const next = askedOf(text, release.name) === asking ? undefined : asking;
    send({ type: 'ask', text: withAsked(text, release.name, next), isFilter: true });
  };
  /** A column of a table of releases, which sorts it. */
  const sortHead = (key: Sortable, title: string): HTMLElement => {
    const isBy = sortedBy === key;
    const button = element(
      'button',
      { class: 'sort', title: `Sort by ${title.toLowerCase()}`, 'aria-pressed': String(isBy) },
      title,
      ...(isBy ? [icon(key === 'date' ? 'arrow-down' : 'arrow-up')] : []),
    );
    button.addEventListener('click', () => send({ type: 'sort', by: key }));
    return button;
  };
  const releaseHead = (release: ReleaseColumn, at: number): HTMLElement => {
    const { title, name, colour } = release;
    const asked = askedOf(text, name);
    const words = { has: 'changes that it has', lacks: 'changes that it lacks' };
    const button = element(
      'button',
      {
        class: `release colour-${String(colour)} ${asked ?? ''}`,
        title: `${title}\nClick for the changes that it has, Shift+click for those that it lacks, Alt+click to sort by it`,
        'aria-label': [
          title,
          ...(asked ? [`only ${words[asked]}`] : []),
          ...(sortedBy === at ? ['sorted by it'] : []),
        ].join(', '),
        'aria-pressed': String(asked !== undefined),
      },
      element('span', {}, title),
    );
    button.addEventListener('click', ({ shiftKey, altKey }) => {
      if (altKey) send({ type: 'sort', by: sortedBy === at ? 'date' : at });
      else ask(release, shiftKey ? 'lacks' : 'has');
    });
    if (asked) button.prepend(icon(asked === 'has' ? 'check' : 'close'));
    if (sortedBy === at) button.prepend(icon('arrow-up'));
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
      ({ sortedBy } = shown);
      const focused = document.activeElement?.getAttribute('title');
      const cells = shown.columns.map(({ key, title }) => {
        if (shown.scope === 'lifetimes') return element('span', { class: key }, title);
        const isTable = shown.scope === 'releases';
        if (isTable && isSortable(key))
          return element(
            'span',
            { class: key },
            sortHead(key, title || 'Message'),
            ...(key === 'message' ? [legend(), year] : []),
          );
        return element(
          'span',
          { class: key, 'aria-hidden': 'true' },
          key === 'message' ? year : title,
        );
      });
      if (shown.scope === 'lifetimes') cells.push(timeAxis(shown.times, shown.generation, send));
      const releases = shown.releases.map(releaseHead);
      if (releases.length > 0) {
        const label = 'Releases';
        cells.push(
          element('span', { class: 'marks', role: 'group', 'aria-label': label }, ...releases),
        );
      }
      heads.replaceChildren(...cells);
      // What is asked draws the heads anew: the one that was pressed keeps the focus.
      if (focused !== null && focused !== undefined)
        [...heads.querySelectorAll('button')]
          .find((one) => one.getAttribute('title') === focused)
          ?.focus();
    },
  };
}

type Sortable = Extract<Sorting, string>;

function isSortable(key: string): key is Sortable {
  return key === 'message' || key === 'author' || key === 'date';
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
