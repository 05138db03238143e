import { element, icon } from '../dom';
import { EdgeKind } from '../protocol';
import type { Part } from '../state';

const SWITCHES = [
  ['Pull-ups', EdgeKind.pullUp, 'cloud-upload'],
  ['Syncs', EdgeKind.sync, 'sync'],
  ['Merges', EdgeKind.merge, 'git-merge'],
] as const;

/** Switches for the kinds of edges that the graph has. */
export function edgeSwitches(toggle: (kind: number) => void): Part {
  const buttons = SWITCHES.map(([label, kind, name]) => {
    const title = `Show or hide ${label.toLowerCase()}`;
    const button = element(
      'button',
      { title, 'aria-label': label },
      icon(name),
      element('span', {}, label),
    );
    button.addEventListener('click', () => toggle(kind));
    return { button, kind };
  });
  return {
    element: element(
      'div',
      { class: 'edge-buttons', role: 'group', 'aria-label': 'What went from line to line' },
      ...buttons.map(({ button }) => button),
    ),
    update({ shown, hidden }, before) {
      for (const { button, kind } of buttons) {
        if (!shown) continue;
        button.setAttribute('aria-pressed', String((hidden[shown.scope] & kind) === 0));
        if (shown === before.shown) continue;
        button.hidden = !shown.graph.edgeKind.some((edge) => (edge & kind) !== 0);
      }
    },
  };
}
