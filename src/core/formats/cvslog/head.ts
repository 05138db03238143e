import type { StatedFile } from '../../history/histories';
import { decode } from '../../text/decode';
import { endOfLine, nextLine } from '../../text/lines';

/** What stands above the revisions of a file. */
export interface FileHead extends StatedFile {
  /** Offset of the description, which may hold anything. */
  readonly description: number;
  /** The path of the working file, below the checkout; empty where none is named. */
  readonly working: string;
  /** Is there a description? `cvs log -h` prints none, and no revisions. */
  readonly hasDescription: boolean;
}

type Field = 'locks' | 'access list' | 'symbolic names' | 'other';

/** Reads the head that starts at an offset, up to the line `description:` or the next rule. */
export function readHead(bytes: Uint8Array, offset: number, end: number): FileHead {
  const symbols: { name: string; number: string }[] = [];
  const locks: { user: string; number: string }[] = [];
  const values = new Map<string, string>();
  let field: Field = 'other';
  let hasDescription = false;
  let at = offset;
  while (at < end) {
    const lineEnd = endOfLine(bytes, at, end);
    const text = decode(bytes, at, lineEnd);
    at = nextLine(bytes, lineEnd, end);
    if (text === 'description:') {
      hasDescription = true;
      break;
    }
    // Lines behind a tab, which an editor may turn into blanks, belong to the list above.
    const item = /^\s+([^\s:]+): ([\d.]+)$/.exec(text);
    if (/^\s/.test(text)) {
      if (item && field === 'symbolic names') symbols.push({ name: item[1]!, number: item[2]! });
      if (item && field === 'locks') locks.push({ user: item[1]!, number: item[2]! });
      continue;
    }
    const [, name = '', value = ''] = /^([A-Za-z ]+):(.*)$/.exec(text) ?? [];
    field =
      name === 'symbolic names' || name === 'locks' || name === 'access list' ? name : 'other';
    if (!values.has(name)) values.set(name, value.trimStart());
  }
  return {
    path: values.get('RCS file') ?? '',
    working: values.get('Working file') ?? '',
    symbols,
    head: valueOf(values, 'head'),
    defaultBranch: valueOf(values, 'branch'),
    locks,
    ...countsOf(values.get('total revisions') ?? ''),
    description: at,
    hasDescription,
  };
}

function valueOf(values: ReadonlyMap<string, string>, name: string): string | null {
  const value = values.get(name) ?? '';
  return value === '' ? null : value;
}

/** `3;\tselected revisions: 2`, of which some printers leave out a part. */
function countsOf(text: string): Pick<FileHead, 'selected' | 'total'> {
  const total = /^(\d+)/.exec(text);
  const selected = /selected revisions: (\d+)/.exec(text);
  return {
    total: total ? Number(total[1]) : null,
    selected: selected ? Number(selected[1]) : null,
  };
}
