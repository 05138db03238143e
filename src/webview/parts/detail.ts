import { element, icon } from '../dom';
import type { Detail, DetailFile, DetailLink, FromPageMessage } from '../protocol';
import { markOf } from './marks';
import type { Part } from '../state';

type DetailRelease = NonNullable<Detail['releases']>[number];

/** What is told of the selected revision. */
export function detail(send: (message: FromPageMessage) => void, go: (row: number) => void): Part {
  let generation = 0;
  const files = element('ul', { class: 'files', 'aria-label': 'Files' });
  const fileOf = ({ path, number, note, revision }: DetailFile): HTMLElement => {
    const button = element(
      'button',
      { class: 'link', title: `Graph of ${path}` },
      element('span', { class: 'path' }, path),
      element('span', { class: 'number' }, number),
      element('span', { class: 'note' }, note),
    );
    button.addEventListener('click', () => send({ type: 'go', generation, revision }));
    return element('li', {}, button);
  };
  const body = element('div', { class: 'body' });
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
    body,
  );
  const releases = element('ul', { class: 'files', 'aria-label': 'Releases' });
  body.append(message, files, releases);
  const releaseOf = ({ title: name, mark, revision }: DetailRelease): HTMLElement => {
    const cells = [
      markOf(mark, 0),
      element('span', { class: 'path' }, name),
      element('span', { class: 'note' }, mark.words),
    ];
    if (revision === null) return element('li', { class: 'line' }, ...cells);
    const button = element('button', { class: 'link', title: 'Graph of the file there' }, ...cells);
    button.addEventListener('click', () => send({ type: 'go', generation, revision }));
    return element('li', {}, button);
  };
  const linkTo = ({ label, icon: name, row }: DetailLink): HTMLElement => {
    const button = element('button', {}, icon(name), element('span', {}, label));
    button.addEventListener('click', () => go(row));
    return button;
  };
  return {
    element: section,
    update(view, before) {
      if (view.detail === before.detail) return;
      section.hidden = !view.detail;
      if (!view.detail) return;
      generation = view.shown?.generation ?? 0;
      const { moreFiles } = view.detail;
      files.hidden = view.detail.files.length === 0;
      files.replaceChildren(
        ...view.detail.files.map(fileOf),
        ...(moreFiles > 0 ? [element('li', {}, `and ${String(moreFiles)} more`)] : []),
      );
      const told = view.detail.releases ?? [];
      releases.hidden = told.length === 0;
      releases.replaceChildren(...told.map(releaseOf));
      title.textContent = view.detail.title;
      signature.textContent = view.detail.signature;
      links.replaceChildren(...view.detail.links.map(linkTo));
      message.textContent = view.detail.message;
      message.scrollTop = 0;
      section.scrollTop = 0;
    },
  };
}
