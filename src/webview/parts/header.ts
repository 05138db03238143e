import { element, icon } from '../dom';
import type { FromPageMessage } from '../protocol';
import type { Part } from '../state';
import { edgeSwitches } from './edgeSwitches';

/** What is shown, how much it is, and where else one may go. */
export function header(
  send: (message: FromPageMessage) => void,
  toggle: (kind: number) => void,
): Part {
  const title = element('h1');
  const counts = element('span', { class: 'counts' });
  const switches = edgeSwitches(toggle);
  const goTo = (
    label: string,
    what: 'file' | 'branch',
    name: string,
    words: string,
  ): HTMLElement => {
    const button = element('button', { title: words }, icon(name), element('span', {}, label));
    button.addEventListener('click', () => send({ type: 'pick', what }));
    return button;
  };
  return {
    element: element(
      'header',
      {},
      title,
      counts,
      switches.element,
      goTo('Files', 'file', 'files', 'Go to a file of the log'),
      goTo('Branches', 'branch', 'git-branch', 'Go to a branch of the file'),
    ),
    update(view, before) {
      switches.update(view, before);
      if (!view.shown || view.shown === before.shown) return;
      title.textContent = view.shown.title;
      title.title = view.shown.title;
      counts.textContent = view.shown.counts;
    },
  };
}
