import { element } from '../dom';
import type { Part } from '../state';
import type { Rows } from './rows';

/** Above the rows: the year of the topmost one, with how many rows it has, and what the columns are. */
export function columnHeads(rows: Rows): Part {
  const year = element('span', { class: 'year' });
  const heads = element('div', { class: 'heads', 'aria-hidden': 'true' });
  let sections: readonly { title: string; from: number; count: number }[] = [];
  rows.onScroll = (row) => {
    const here = sections.findLast(({ from }) => from <= row);
    const counted = new Intl.NumberFormat('en').format(here?.count ?? 0);
    year.textContent = here ? `${here.title} · ${counted}` : '';
  };
  return {
    element: heads,
    update({ shown }, before) {
      if (!shown || shown === before.shown) return;
      sections = shown.sections;
      const cells = shown.columns.map(({ key, title }) =>
        key === 'message'
          ? element('span', { class: key }, year)
          : element('span', { class: key }, title),
      );
      heads.replaceChildren(...cells);
    },
  };
}
