import type { RevisionDetail } from './protocol';

/** What is told of the selected revision. */
export class DetailPane {
  readonly element = document.createElement('section');
  private readonly title = document.createElement('h2');
  private readonly signature = document.createElement('p');
  private readonly links = document.createElement('nav');
  private readonly message = document.createElement('pre');

  constructor(private readonly go: (row: number) => void) {
    this.element.className = 'detail';
    this.element.setAttribute('aria-label', 'Selected revision');
    this.signature.className = 'signature';
    this.links.setAttribute('aria-label', 'Revisions around it');
    this.message.tabIndex = 0;
    this.message.setAttribute('aria-label', 'Message');
    this.message.setAttribute('role', 'region');
    this.element.append(this.title, this.signature, this.links, this.message);
  }

  show(detail: RevisionDetail): void {
    this.title.textContent = detail.title;
    this.signature.textContent = detail.signature;
    this.message.textContent = detail.message;
    this.message.scrollTop = 0;
    this.links.replaceChildren(
      ...detail.links.map(({ label, icon, row }) => {
        const button = document.createElement('button');
        const mark = document.createElement('span');
        mark.className = `codicon codicon-${icon}`;
        mark.setAttribute('aria-hidden', 'true');
        const text = document.createElement('span');
        text.textContent = label;
        button.append(mark, text);
        button.addEventListener('click', () => this.go(row));
        return button;
      }),
    );
  }
}
