import { element } from '../dom';
import type { Part } from '../state';

/** Tells a screen reader what is not told by the focus: another graph, or a way that leads nowhere. */
export function announcer(): Part {
  const live = element('p', { class: 'announcer', role: 'status', 'aria-live': 'polite' });
  return {
    element: live,
    update({ announcement }, before) {
      if (announcement !== before.announcement) live.textContent = announcement;
    },
  };
}

/** Why there is no graph. */
export function emptySentence(): Part {
  const sentence = element('p', { class: 'empty', role: 'status' });
  return {
    element: sentence,
    update(view) {
      if (!view.shown) sentence.textContent = view.sentence;
    },
  };
}
