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
  const aboveName = element('span');
  const above = element(
    'button',
    { class: 'above', title: 'Graph of the whole directory' },
    icon('arrow-left'),
    aboveName,
  );
  above.addEventListener('click', () => send({ type: 'scope', scope: 'directory' }));
  const quiet = element(
    'button',
    { class: 'switch', 'aria-label': 'Hide syncs' },
    icon('sync-ignored'),
    element('span', {}, 'Hide syncs'),
  );
  quiet.addEventListener('click', () => {
    send({ type: 'mute', isOn: quiet.getAttribute('aria-pressed') !== 'true' });
  });
  const table = element(
    'button',
    {
      class: 'switch',
      'aria-label': 'Releases',
      title: 'Which release has which change, and by which ticket',
    },
    icon('table'),
    element('span', {}, 'Releases'),
  );
  table.addEventListener('click', () => {
    const isOn = table.getAttribute('aria-pressed') === 'true';
    send({ type: 'scope', scope: isOn ? 'directory' : 'releases' });
  });
  const lives = element(
    'button',
    {
      class: 'switch',
      'aria-label': 'Lifetimes',
      title: 'When each branch was worked on',
    },
    icon('graph-line'),
    element('span', {}, 'Lifetimes'),
  );
  lives.addEventListener('click', () => {
    const isOn = lives.getAttribute('aria-pressed') === 'true';
    send({ type: 'scope', scope: isOn ? 'directory' : 'lifetimes' });
  });
  const counts = element('span', { class: 'counts' });
  const switches = edgeSwitches(toggle);
  const goTo = (
    label: string,
    what: 'file' | 'branch',
    name: string,
    words: string,
  ): HTMLElement => {
    const button = element(
      'button',
      { title: words, 'aria-label': label },
      icon(name),
      element('span', {}, label),
    );
    button.addEventListener('click', () => send({ type: 'pick', what }));
    return button;
  };
  return {
    element: element(
      'header',
      {},
      above,
      title,
      counts,
      lives,
      table,
      quiet,
      switches.element,
      goTo('Files', 'file', 'files', 'Go to a file of the log'),
      goTo('Branches', 'branch', 'git-branch', 'Go to a branch of the file'),
    ),
    update(view, before) {
      switches.update(view, before);
      if (!view.shown || view.shown === before.shown) return;
      const { muted, above: name, scope, hasReleases } = view.shown;
      table.hidden = scope === 'file' || !hasReleases;
      table.setAttribute('aria-pressed', String(scope === 'releases'));
      lives.hidden = scope === 'file';
      lives.setAttribute('aria-pressed', String(scope === 'lifetimes'));
      above.hidden = name === null;
      aboveName.textContent = name;
      quiet.hidden = muted === null;
      quiet.setAttribute('aria-pressed', String(muted?.isOn ?? false));
      quiet.title = `Leave out ${String(muted?.count ?? 0)} commits that are nothing but syncs and placeholders`;
      title.textContent = view.shown.title;
      title.title = view.shown.title;
      counts.textContent = view.shown.counts;
    },
  };
}
