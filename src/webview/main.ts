import { announcer, emptySentence } from './parts/announcer';
import { detail } from './parts/detail';
import { header } from './parts/header';
import { Rows } from './parts/rows';
import { isToPage, type FromPageMessage, type PanelState } from './protocol';
import { NOTHING, receive, type Part, type View } from './state';
import './panel.css';

declare function acquireVsCodeApi(): {
  postMessage(message: FromPageMessage): void;
  setState(state: PanelState): void;
};

const api = acquireVsCodeApi();
const panel = document.getElementById('panel')!;
const send = (message: FromPageMessage): void => api.postMessage(message);

let view: View = NOTHING;
const rows = new Rows(send);
const parts: readonly Part[] = [
  header(send, (kind) => change({ ...view, hidden: view.hidden ^ kind })),
  emptySentence(),
  rows,
  detail((row) => rows.selectByUser(row)),
  announcer(),
];

/** One way: a message or the user makes another view, and every part draws what has changed. */
function change(next: View): void {
  const before = view;
  view = next;
  panel.dataset.shows = view.shown ? 'graph' : 'empty';
  for (const part of parts) part.update(view, before);
}

panel.append(...parts.map((part) => part.element));
change({ ...NOTHING });
window.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
  if (!isToPage(data)) return;
  change(receive(view, data));
  if ('state' in data) api.setState(data.state);
});
send({ type: 'ready' });
