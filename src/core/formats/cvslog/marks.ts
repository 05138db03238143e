import { endOfLine, nextLine, startsWith } from '../../text/lines';
import { isChatter } from './chatter';

/** The rule above each revision, and the one that ends a file; see log.c of CVS and rlog.c of RCS. */
export const REVISION_RULE = '-'.repeat(28);
export const FILE_RULE = '='.repeat(77);
export const HEAD = 'RCS file: ';
export const WORKING_FILE = 'Working file: ';
/** What is printed in place of an empty message. */
export const EMPTY = '*** empty log message ***';

/** Where something of a log's frame may stand: in the frame itself, or in a message that quotes one. */
export interface Mark {
  readonly kind: 'head' | 'revision' | 'end';
  readonly offset: number;
  /** Counted from 0. */
  readonly line: number;
  /** A head without its first lines: what ends above it is less certain to end. */
  readonly isDamaged?: true;
}

/** A pause is offered each time that this many bytes are read. */
const STEP = 1 << 18;

/** Every mark of a log, in its order. Yields the offset that it has come to. */
export function* findMarks(bytes: Uint8Array): Generator<number, Mark[]> {
  const marks: Mark[] = [];
  let pause = STEP;
  let line = 0;
  // Between files, and above the first, hardly anything but chatter and heads can stand.
  let isBetween = true;
  for (let at = 0; at < bytes.length; line++) {
    const end = endOfLine(bytes, at);
    const next = nextLine(bytes, end);
    const mayBegin: boolean = isBetween && !isChatter(bytes, at, end);
    const kind = kindOfLine(bytes, at, next);
    const isDamaged: boolean = !kind && mayBegin && isDamagedHead(bytes, at);
    isBetween = kind === 'end' || (isBetween && !mayBegin);
    if (kind) marks.push({ kind, offset: at, line });
    else if (isDamaged) marks.push({ kind: 'head', offset: at, line, isDamaged });
    else {
      const glued = gluedMark(bytes, at, next, marks.at(-1)?.kind === 'head');
      if (glued) marks.push({ ...glued, line });
    }
    at = next;
    if (at > pause) {
      pause = at + STEP;
      yield at;
    }
  }
  return marks;
}

function kindOfLine(bytes: Uint8Array, at: number, next: number): Mark['kind'] | undefined {
  switch (bytes[at]) {
    case 0x2d:
      return isRule(bytes, at, REVISION_RULE) && startsRevision(bytes, next)
        ? 'revision'
        : undefined;
    case 0x3d:
      return isRule(bytes, at, FILE_RULE) ? 'end' : undefined;
    case 0x52:
      return startsHead(bytes, at) ? 'head' : undefined;
    default:
      return undefined;
  }
}

/** A description without a newline at its end has the first rule behind its last word. */
function gluedMark(
  bytes: Uint8Array,
  at: number,
  next: number,
  isBelowHead: boolean,
): Omit<Mark, 'line'> | undefined {
  if (bytes[next] === 0x72 && startsRevision(bytes, next)) {
    const offset = ruleAtEnd(bytes, at, REVISION_RULE);
    return offset === undefined ? undefined : { kind: 'revision', offset };
  }
  const offset = isBelowHead ? ruleAtEnd(bytes, at, FILE_RULE) : undefined;
  return offset === undefined ? undefined : { kind: 'end', offset };
}

/** Where the rule stands that a longer line ends with. */
function ruleAtEnd(bytes: Uint8Array, at: number, rule: string): number | undefined {
  const offset = endOfLine(bytes, at) - rule.length;
  return offset > at && startsWith(bytes, offset, rule) ? offset : undefined;
}

/** Is the rule all of its line? */
function isRule(bytes: Uint8Array, at: number, rule: string): boolean {
  const end = at + rule.length;
  return startsWith(bytes, at, rule) && (end >= bytes.length || bytes[end]! <= 0x0d);
}

/** Do a number and a date follow, each on a line of its own? */
function startsRevision(bytes: Uint8Array, at: number): boolean {
  if (!startsWith(bytes, at, 'revision ')) return false;
  return startsWith(bytes, nextLine(bytes, endOfLine(bytes, at)), 'date: ');
}

/** Does a file's head begin here: `RCS file:`, and `head:`, perhaps with the working file between? */
export function startsHead(bytes: Uint8Array, offset: number): boolean {
  if (!startsWith(bytes, offset, HEAD)) return false;
  const at = nextLine(bytes, endOfLine(bytes, offset));
  if (startsWith(bytes, at, 'head:')) return true;
  if (!startsWith(bytes, at, WORKING_FILE)) return false;
  return startsWith(bytes, nextLine(bytes, endOfLine(bytes, at)), 'head:');
}

const FIELDS = [
  HEAD,
  WORKING_FILE,
  'head:',
  'branch:',
  'locks:',
  'access list:',
  'symbolic names:',
  'keyword substitution:',
  'total revisions:',
];
/** Among so many lines from its beginning on, a damaged head has so many that are fields. */
const LINES = 6;
const FIELDS_LEFT = 4;

/** Does a head begin here of which the first lines are damaged or gone? */
export function isDamagedHead(bytes: Uint8Array, offset: number): boolean {
  let fields = 0;
  for (let at = offset, i = 0; i < LINES && at < bytes.length; i++) {
    if (startsHead(bytes, at)) return false;
    if (FIELDS.some((field) => startsWith(bytes, at, field))) fields++;
    at = nextLine(bytes, endOfLine(bytes, at));
  }
  return fields >= FIELDS_LEFT;
}
