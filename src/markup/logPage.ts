import { beginsRevision, readFields } from '../core/formats/viewvc/fields';
import { isPartMark, pathInTitle, type LogPage } from '../core/formats/viewvc/page';
import { readVisible } from './visible';

/** What stands above a message, by lines, and the message. */
interface Passage {
  readonly lines: readonly string[];
  readonly message: string;
}

interface Option {
  value: string;
  text: string;
}

/** Reads the HTML of a file's log page of ViewVC or cvsweb; undefined where it is none. */
export function readLogPage(html: string): LogPage | undefined {
  const { passages, below, options, isChosen } = readPassages(html);
  const lines = passages.flatMap((passage) => passage.lines);
  const path = lines.map(pathInTitle).find((found) => found !== undefined);
  if (path === undefined) return undefined;
  const revisions = passages.flatMap(({ lines: above, message }) => {
    const first = above.findLastIndex(beginsRevision);
    const fields = first < 0 ? undefined : readFields(above.slice(first));
    return fields ? [{ ...fields, message }] : [];
  });
  if (revisions.length === 0) return undefined;
  const isPart = isChosen || [...lines, ...below].some(isPartMark);
  return { path, revisions, branches: branchesIn(options), isPart };
}

/** Numbers of branches in the lists to choose from: `1.6.0.2:LAB`, or `LAB (1.6.2)`. */
function branchesIn(options: readonly Option[]): Map<string, string> {
  const branches = new Map<string, string>();
  for (const { value, text } of options) {
    const magic = /^(\d+(?:\.\d+)+\.0\.\d+):(\S+)$/.exec(value);
    const shown = /^(\S+) \((\d+(?:\.\d+\.\d+)+)\)$/.exec(text.trim());
    if (magic) branches.set(magic[2]!, magic[1]!);
    else if (shown) branches.set(shown[1]!, shown[2]!);
  }
  return branches;
}

interface Passages {
  readonly passages: readonly Passage[];
  /** What stands below the last message. */
  readonly below: readonly string[];
  readonly options: readonly Option[];
  /** Is a branch or a tag chosen, or one page of several? */
  readonly isChosen: boolean;
}

/** Fields of forms that choose a branch or a tag; nothing is left out of the trunk's head. */
const CHOOSERS = new Set(['only_with_tag', 'only_on_branch', 'pathrev']);
const ALL = new Set(['', 'HEAD', 'MAIN']);
/** The field that chooses a page of several. */
const PAGES = 'log_pagestart';

function readPassages(html: string): Passages {
  const passages: Passage[] = [];
  const options: Option[] = [];
  let [above, message, list, pages] = ['', '', '', 0];
  let isMessage = false;
  const form: { option?: Option | undefined; isChosen: boolean } = { isChosen: false };
  readVisible(html, {
    opens(name, attributes) {
      const { name: called = '', value = '' } = attributes;
      if (name === 'pre') isMessage = true;
      else if (name === 'select') list = called;
      else if (name === 'option') {
        form.option = { value, text: '' };
        options.push(form.option);
        if (list === PAGES) pages++;
        if (CHOOSERS.has(list) && 'selected' in attributes && !ALL.has(value)) form.isChosen = true;
      } else if (name === 'input' && called === 'pathrev' && !ALL.has(value)) form.isChosen = true;
      else if (name === 'td' || name === 'title') above += '\n';
      return undefined;
    },
    closes(name) {
      if (name === 'title') above += '\n';
      if (name === 'option' || name === 'select') form.option = undefined;
      if (name !== 'pre') return;
      passages.push({ lines: linesOf(above), message: plainMessage(message) });
      [above, message, isMessage] = ['', '', false];
    },
    sees(text) {
      if (isMessage) message += text;
      else above += text;
    },
    hides(text) {
      if (form.option) form.option.text += text;
    },
    breaksLine: () => (above += '\n'),
    endsLine: () => (above += '\n'),
  });
  return { passages, below: linesOf(above), options, isChosen: form.isChosen || pages > 1 };
}

function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter((line) => line !== '');
}

/** The tools put a line break in front, or one or two behind. */
function plainMessage(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(/^\n/, '').trimEnd();
}
