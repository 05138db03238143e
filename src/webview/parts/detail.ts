import { element, icon } from '../dom';
import type { DetailLink } from '../protocol';
import type { Part } from '../state';

/** What is told of the selected revision. */
export function detail(go: (row: number) => void): Part {
  const title = element('h2');
  const signature = element('p', { class: 'signature' });
  const links = element('nav', { 'aria-label': 'Revisions around it' });
  const message = element('pre', { tabindex: 0, role: 'region', 'aria-label': 'Message' });
  const section = element(
    'section',
    { class: 'detail', 'aria-label': 'Selected revision' },
    title,
    signature,
    links,
    message,
  );
  const linkTo = ({ label, icon: name, row }: DetailLink): HTMLElement => {
    const button = element('button', {}, icon(name), element('span', {}, label));
    button.addEventListener('click', () => go(row));
    return button;
  };
  return {
    element: section,
    update(view, before) {
      if (!view.detail || view.detail === before.detail) return;
      title.textContent = view.detail.title;
      signature.textContent = view.detail.signature;
      links.replaceChildren(...view.detail.links.map(linkTo));
      message.textContent = view.detail.message;
      message.scrollTop = 0;
      section.scrollTop = 0;
    },
  };
}
