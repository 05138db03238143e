import { element, icon } from '../dom';
import { LONGEST_QUERY, type FromPageMessage, type Show } from '../protocol';
import type { Part, View } from '../state';

/** So long after the last key the question is asked, in milliseconds. */
const QUIET = 150;
/** So many words are offered for what is being typed. */
const MOST_OFFERED = 20;

/** The field that asks over all commits: it leaves out what it does not find, or steps through what it finds. */
export function field(send: (message: FromPageMessage) => void, go: (row: number) => void): Part {
  const words = element('datalist', { id: 'words' });
  const input = element('input', {
    type: 'text',
    list: 'words',
    maxlength: LONGEST_QUERY,
    spellcheck: 'false',
    placeholder: 'Words, /pattern/, author: branch: file: date:2006..2009 kind: -not',
    'aria-label': 'Search commits',
    'aria-describedby': 'found',
  });
  const found = element('span', { class: 'found', id: 'found', role: 'status' });
  const filter = element(
    'button',
    { class: 'switch', title: 'Leave out what is not found', 'aria-label': 'Filter' },
    icon('filter'),
    element('span', {}, 'Filter'),
  );
  const step = (name: string, label: string, by: number): HTMLButtonElement => {
    const button = element(
      'button',
      { class: 'step', title: label, 'aria-label': label },
      icon(name),
    );
    button.addEventListener('click', () => stepBy(by));
    return button;
  };
  const back = step('arrow-up', 'Previous match (Shift+Enter)', -1);
  const next = step('arrow-down', 'Next match (Enter)', 1);
  let view: View | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const ask = (isFilter = view?.shown?.asked.isFilter ?? true): void => {
    clearTimeout(timer);
    send({ type: 'ask', text: input.value, isFilter });
  };
  const stepBy = (by: number): void => {
    const { shown, selected = 0 } = view ?? {};
    const row = shown && nextHit(shown.asked.hits, selected, by);
    if (row !== undefined) go(row);
  };
  input.addEventListener('input', () => {
    offer(words, input.value, view?.words ?? []);
    clearTimeout(timer);
    timer = setTimeout(() => ask(), QUIET);
  });
  input.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && input.value !== '') {
      input.value = '';
      ask();
    } else if (event.key === 'Enter') {
      if (input.value === view?.shown?.asked.text) stepBy(event.shiftKey ? -1 : 1);
      else ask();
    } else return;
    event.preventDefault();
  });
  filter.addEventListener('click', () => ask(filter.getAttribute('aria-pressed') !== 'true'));

  return {
    element: element(
      'div',
      { class: 'field', role: 'search' },
      icon('search'),
      input,
      words,
      found,
      back,
      next,
      filter,
    ),
    update(now, before) {
      view = now;
      const { shown, selected } = now;
      if (!shown || (shown === before.shown && selected === before.selected)) return;
      const { asked, scope } = shown;
      if (document.activeElement !== input) input.value = asked.text;
      input.setAttribute('aria-invalid', String(asked.problems.length > 0));
      filter.hidden = scope === 'file';
      filter.setAttribute('aria-pressed', String(asked.isFilter));
      const isFinding = asked.text.trim() !== '' && !asked.isFilter;
      back.hidden = next.hidden = !isFinding;
      found.textContent = answer(shown, selected);
      found.classList.toggle('wrong', asked.problems.length > 0);
    },
  };
}

/** What came of the question. */
function answer({ asked, graph }: Show, selected: number): string {
  const [problem] = asked.problems;
  if (problem) return problem.sentence;
  if (asked.text.trim() === '') return '';
  if (asked.isFilter) return graph.laneOfRow.length === 0 ? 'Nothing is found.' : '';
  const { hits } = asked;
  if (hits.length === 0) return 'Nothing is found.';
  const at = hits.indexOf(selected);
  return at < 0 ? `${String(hits.length)} found` : `${String(at + 1)} of ${String(hits.length)}`;
}

/** The next row that was found below or above another; from the end on to the other end. */
function nextHit(hits: Uint32Array, from: number, by: number): number | undefined {
  if (by > 0) return hits.find((row) => row > from) ?? hits[0];
  return hits.findLast((row) => row < from) ?? hits.at(-1);
}

/** Offers what may end the word that is being typed. */
function offer(list: HTMLDataListElement, text: string, suggestions: readonly string[]): void {
  const start = text.lastIndexOf(' ') + 1;
  const [before, word] = [text.slice(0, start), text.slice(start)];
  const typed = word.replace(/^-/, '').toLowerCase();
  const minus = word.startsWith('-') ? '-' : '';
  const fitting = suggestions.filter((one) => typed !== '' && one.toLowerCase().startsWith(typed));
  list.replaceChildren(
    ...fitting
      .slice(0, MOST_OFFERED)
      .map((one) => element('option', { value: `${before}${minus}${one}` })),
  );
}
