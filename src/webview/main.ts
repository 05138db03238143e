import { DetailPane } from './detail';
import { RowList } from './rowList';
import {
  EdgeKind,
  isToWebview,
  type FromWebviewMessage,
  type PanelState,
  type ToWebviewMessage,
} from './protocol';
import './panel.css';

declare function acquireVsCodeApi(): {
  postMessage(message: FromWebviewMessage): void;
  setState(state: PanelState): void;
};

const api = acquireVsCodeApi();
const panel = document.getElementById('panel')!;

const header = document.createElement('header');
const title = document.createElement('h1');
const counts = document.createElement('span');
counts.className = 'counts';
const edgeButtons = document.createElement('div');
edgeButtons.className = 'edge-buttons';
edgeButtons.setAttribute('role', 'group');
edgeButtons.setAttribute('aria-label', 'What went from line to line');
header.append(
  title,
  counts,
  edgeButtons,
  headerButton('Files', 'file'),
  headerButton('Branches', 'branch'),
);

const empty = document.createElement('p');
empty.className = 'empty';
empty.setAttribute('role', 'status');

const list = new RowList((message) => api.postMessage(message));
const detail = new DetailPane((row) => list.selectByUser(row));
panel.append(header, empty, list.element, detail.element);
for (const [label, kind] of [
  ['Pull-ups', EdgeKind.pullUp],
  ['Syncs', EdgeKind.sync],
  ['Merges', EdgeKind.merge],
] as const) {
  edgeButtons.append(edgeButton(label, kind));
}
let hiddenEdges = 0;
showOnly('empty');

window.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
  if (isToWebview(data)) receive(data);
});
api.postMessage({ type: 'ready' });

function receive(message: ToWebviewMessage): void {
  switch (message.type) {
    case 'empty':
      empty.textContent = message.sentence;
      showOnly('empty');
      break;
    case 'show':
      title.textContent = message.file;
      counts.textContent = message.counts;
      showOnly('graph');
      showEdgeButtons(message.graph.edgeKind);
      list.show(message);
      detail.show(message.detail);
      api.setState(message.state);
      break;
    case 'rows':
      list.addRows(message.generation, message.rows);
      break;
    case 'select':
      if (!list.select(message.generation, message.row)) break;
      detail.show(message.detail);
      api.setState(message.state);
      break;
  }
}

function showOnly(what: 'empty' | 'graph'): void {
  panel.dataset.shows = what;
}

/** Switches edges of a kind on and off. */
function edgeButton(label: string, kind: number): HTMLButtonElement {
  const button = document.createElement('button');
  button.textContent = label;
  button.title = `Show or hide ${label.toLowerCase()}`;
  button.setAttribute('aria-pressed', 'true');
  button.dataset.kind = String(kind);
  button.addEventListener('click', () => {
    hiddenEdges ^= kind;
    button.setAttribute('aria-pressed', String((hiddenEdges & kind) === 0));
    list.hideEdges(hiddenEdges);
  });
  return button;
}

/** Only what the graph has can be switched. */
function showEdgeButtons(kinds: Uint8Array): void {
  for (const button of edgeButtons.querySelectorAll('button')) {
    const kind = Number(button.dataset.kind);
    button.hidden = !kinds.some((edge) => (edge & kind) !== 0);
  }
}

function headerButton(label: string, what: 'file' | 'branch'): HTMLButtonElement {
  const button = document.createElement('button');
  const icon = document.createElement('span');
  icon.className = `codicon codicon-${what === 'file' ? 'files' : 'git-branch'}`;
  icon.setAttribute('aria-hidden', 'true');
  const text = document.createElement('span');
  text.textContent = label;
  button.append(icon, text);
  button.title = what === 'file' ? 'Go to a file of the log' : 'Go to a branch of the file';
  button.addEventListener('click', () => api.postMessage({ type: 'pick', what }));
  return button;
}
