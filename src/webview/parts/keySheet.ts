import { element } from '../dom';
import type { Part } from '../state';

const KEYS = [
  ['↑ ↓', 'row above, row below'],
  ['Page Up, Page Down', 'a page up, a page down'],
  ['Home, End', 'first row, last row'],
  ['Shift+↑, Shift+↓', 'newer, older on the line of descent'],
  ['→', 'into a branch that leaves here; again for the next'],
  ['←', 'to the branch point'],
  ['Enter', 'to the revision in the log'],
  ['Shift+F10', 'what can be done with the row'],
  ['/', 'to the field'],
  ['Enter, Shift+Enter in the field', 'next match, previous match'],
  ['Escape in the field', 'ask for nothing'],
  ['?', 'these keys'],
] as const;

/** The keys of the panel, which one key shows. */
export function keySheet(focusField: () => void): Part {
  const close = element('button', { autofocus: true }, 'Close');
  const sheet = element(
    'dialog',
    { class: 'keys', 'aria-label': 'Keys of the graph' },
    element('h2', {}, 'Keys'),
    element(
      'dl',
      {},
      ...KEYS.flatMap(([keys, words]) => [element('dt', {}, keys), element('dd', {}, words)]),
    ),
    close,
  );
  close.addEventListener('click', () => sheet.close());
  document.addEventListener('keydown', (event) => {
    const { target, key, ctrlKey, metaKey, altKey } = event;
    if (target instanceof HTMLInputElement || ctrlKey || metaKey || altKey) return;
    if (key === '?' && !sheet.open) sheet.showModal();
    else if (key === '?') sheet.close();
    else if (key === '/' && !sheet.open) focusField();
    else return;
    event.preventDefault();
  });
  return { element: sheet, update: () => undefined };
}
