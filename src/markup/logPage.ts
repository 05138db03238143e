import { beginsRevision, readFields } from '../core/formats/viewvc/fields';
import { pathInTitle, type LogPage } from '../core/formats/viewvc/page';
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
  const { passages, options, isPaged } = readPassages(html);
  const lines = passages.flatMap((passage) => passage.lines);
  const path = lines.map(pathInTitle).find((found) => found !== undefined);
  if (path === undefined) return undefined;
  const revisions = passages.flatMap(({ lines: above, message }) => {
    const first = above.findLastIndex(beginsRevision);
    const fields = first < 0 ? undefined : readFields(above.slice(first));
    return fields ? [{ ...fields, message }] : [];
  });
  if (revisions.length === 0) return undefined;
  const isPart = isPaged || lines.some((line) => PART.test(line));
  return { path, revisions, branches: branchesIn(options), isPart };
}

/** A branch or a tag was chosen: of HEAD nothing is left out. */
const PART = /^(?:Current tag: ?|Links to )(?!(?:HEAD|MAIN)(?::|$))\S/;

/** Numbers of branches in the lists to choose from: `1.6.0.2:LAB`, or `LAB (1.6.2)`. */
function branchesIn(options: readonly Option[]): Map<string, string> {
  const branches = new Map<string, string>();
  for (const { value, text } of options) {
    const magic = /^(\d+(?:\.\d+)+\.0\.\d+):(\S+)$/.exec(value);
    const shown = /^(\S+) \((\d+(?:\.\d+\.\d+)+)\)$/.exec(text);
    if (magic) branches.set(magic[2]!, magic[1]!);
    else if (shown) branches.set(shown[1]!, shown[2]!);
  }
  return branches;
}

interface Passages {
  readonly passages: readonly Passage[];
  readonly options: readonly Option[];
  /** Is it one page of several? */
  readonly isPaged: boolean;
}

function readPassages(html: string): Passages {
  const passages: Passage[] = [];
  const options: Option[] = [];
  let [above, message, pages] = ['', '', 0];
  let isMessage = false;
  let isPages = false;
  readVisible(html, {
    opens(name, { name: called, value = '' }) {
      if (name === 'pre') isMessage = true;
      else if (name === 'select') isPages = called === 'log_pagestart';
      else if (name === 'option') {
        options.push({ value, text: '' });
        if (isPages) pages++;
      } else if (name === 'td' || name === 'title') above += '\n';
      return undefined;
    },
    closes(name) {
      if (name === 'title') above += '\n';
      if (name !== 'pre') return;
      passages.push({ lines: linesOf(above), message: plainMessage(message) });
      [above, message, isMessage] = ['', '', false];
    },
    sees(text) {
      if (isMessage) message += text;
      else above += text;
    },
    hides(text) {
      const option = options.at(-1);
      if (option) option.text = `${option.text}${text}`.trim();
    },
    breaksLine: () => (above += '\n'),
    endsLine: () => (above += '\n'),
  });
  return { passages, options, isPaged: pages > 1 };
}

function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter((line) => line !== '');
}

/** The tools put a line break in front, or one or two behind. */
function plainMessage(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(/^\n|\s+$/g, '');
}
