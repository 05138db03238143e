import { element } from '../dom';
import type { Section } from '../protocol';
import type { Part } from '../state';

/** What stands above the rows, and how it learns which of them is on top. */
export interface ColumnHeads extends Part {
  readonly showTop: (row: number) => void;
}

/** Above the rows: the year of the topmost one, with how many rows it has, and what the columns are. */
export function columnHeads(): ColumnHeads {
  const year = element('span', { class: 'year' });
  const heads = element('div', { class: 'heads', 'aria-hidden': 'true' });
  let sections: readonly Section[] = [];
  return {
    element: heads,
    showTop: (row) => {
      const here = sections.findLast(({ from }) => from <= row);
      const counted = new Intl.NumberFormat('en').format(here?.count ?? 0);
      year.textContent = here ? `${here.title || 'Unknown date'} · ${counted}` : '';
    },
    update({ shown }, before) {
      if (!shown || shown === before.shown) return;
      sections = shown.sections;
      const cells = shown.columns.map(({ key, title }) =>
        element('span', { class: key }, key === 'message' ? year : title),
      );
      heads.replaceChildren(...cells);
    },
  };
}
