import { announcer, emptySentence } from './parts/announcer';
import { detail } from './parts/detail';
import { columnHeads } from './parts/columnHeads';
import { field } from './parts/field';
import { header } from './parts/header';
import { keySheet } from './parts/keySheet';
import { Rows } from './parts/rows';
import { DETAIL_AT_FIRST, sash } from './parts/sash';
import { isToPage, type FromPageMessage, type PanelState } from './protocol';
import { NOTHING, receive, type Part, type View } from './state';
import './panel.css';

declare function acquireVsCodeApi(): {
  postMessage(message: FromPageMessage): void;
  getState(): unknown;
  setState(state: Kept): void;
};

/** What is kept over a reload: what the host needs, and how the page is divided. */
type Kept = Partial<PanelState> & { detail?: number };

const api = acquireVsCodeApi();
const panel = document.getElementById('panel')!;
const send = (message: FromPageMessage): void => api.postMessage(message);

let kept: Kept = { ...(api.getState() as Kept | undefined) };
const keep = (change: Kept): void => api.setState((kept = { ...kept, ...change }));

let view: View = NOTHING;
const heads = columnHeads(send);
const rows = new Rows(send, heads.showTop, heads.showLeft);
const parts: readonly Part[] = [
  header(send, toggle),
  field(send, (row) => rows.selectByUser(row, false)),
  heads,
  emptySentence(),
  rows,
  sash(kept.detail ?? DETAIL_AT_FIRST, (share) => keep({ detail: share })),
  detail(send, (row) => rows.selectByUser(row)),
  announcer(),
  keySheet(() => document.querySelector<HTMLInputElement>('.field > input')?.focus()),
];

function toggle(kind: number): void {
  const { shown, hidden } = view;
  if (!shown) return;
  const { scope } = shown;
  change({ ...view, hidden: { ...hidden, [scope]: hidden[scope] ^ kind } });
}

/** One way: a message or the user makes another view, and every part draws what has changed. */
function change(next: View): void {
  const before = view;
  view = next;
  panel.dataset.shows = view.shown ? 'graph' : 'empty';
  panel.dataset.scope = view.shown?.scope ?? '';
  for (const part of parts) part.update(view, before);
}

panel.append(...parts.map((part) => part.element));
change({ ...NOTHING });
window.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
  if (!isToPage(data)) return;
  change(receive(view, data));
  if ('state' in data) keep(data.state);
});
send({ type: 'ready' });
