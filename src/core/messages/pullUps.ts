/** One number, or all from one to another: `1.92`, `1.2-1.10`. */
export interface RevisionRange {
  readonly from: string;
  readonly to: string;
}

/** A line of a pull-up: what of which file was carried over. */
export interface PullUpItem {
  /** As the message writes it; null where the commit's own file is meant. */
  readonly path: string | null;
  readonly ranges: readonly RevisionRange[];
  /** The file that the change went to, where it is another. */
  readonly appliedTo: string | null;
  /** The line of the message, counted from 0. */
  readonly line: number;
}

/** What a message of the release engineers says was copied from the trunk. */
export interface PullUp {
  readonly ticket: number | null;
  readonly requester: string | null;
  readonly items: readonly PullUpItem[];
}

/** No line of such a list is longer; longer ones are not looked at. */
const LONGEST_LINE = 400;

const NUMBER = String.raw`\d+(?:\.\d+)+`;
const NOTE = String.raw`(?:\s*\((?:[^()]*)\))`;
const ONE = String.raw`(?:(?:up ?to\s+)?${NUMBER}(?:\s*-\s*${NUMBER})?${NOTE}?)`;
const LIST = String.raw`${ONE}(?:(?:\s*,\s*(?:and\s+)?|\s+and\s+|\s+)${ONE})*`;
const HOW = String.raw`(?:\s*,?\s*(?:via\s+|apply\s+|all\s+)*patch(?:es)?)?${NOTE}?`;
const WORD = String.raw`(?:revisions?|revs?\.?|r)?(?:\(s\))?:?`;

const HEAD = /^\W*(?:additionally,?\s+)?(?:pull(?:ed)?[ -]?up|apply\s+(?:the\s+|a\s+)?patch)\b/i;
const REQUEST = /\brequested\s+by\s+([\w.+-]+?)(?:@[\w.-]*)?\s+in\s+ticket\s+#?\s*(\d+)/i;
const TICKET = /\bticket\s+#?\s*(\d+)/i;
const PATH_LINE = new RegExp(
  String.raw`^\s*([\w$+./-]*[\w$+-](?:\/[\w$+.-]+)+|[\w$+-]+(?:\.[\w$+-]+)+)(?:\s*:\s*|\s+)(?:${WORD}\s*(${LIST})${HOW}|(?:\(?(?:apply\s+|via\s+)?patch\)?|file removal))\s*,?\s*[.;]?\s*$`,
  'i',
);
const LONE_PATH = /^\s*([\w$+./-]*[\w$+-](?:\/[\w$+.-]+)+|[\w$+-]+\.[\w$+-]+)\s*:\s*$/;
const LONE_LIST = new RegExp(String.raw`^\s*${WORD}\s*(${LIST})${HOW}\s*,?\s*[.;]?\s*$`, 'i');
const APPLIED = /\(applied\s+to\s+([^\s()]+)\)/i;
const OWN_LIST = new RegExp(String.raw`pull(?:ed)?[ -]?up\s+(?:the\s+|following\s+)*${WORD}\s*(${LIST})`, 'i');
/** Without one of these a message is no pull-up. */
const ANY = /pull|patch|ticket/i;
const RANGE = new RegExp(String.raw`(${NUMBER})(?:\s*-\s*(${NUMBER}))?`, 'g');

/**
 * Reads a pull-up in the spellings that release engineers use; undefined for any other message:
 *
 *     Pull up following revision(s) (requested by bouyer in ticket #463):
 *             sys/arch/xen/xen/xbd.c: revision 1.5
 *             sys/arch/xen/x86/cpu.c 1.2-1.10,1.12 via patch
 *
 *     Pull up revision 1.1 (requested by cl in ticket #337):      its own file is meant
 */
export function readPullUp(message: string): PullUp | undefined {
  if (!ANY.test(message.slice(0, 4 * LONGEST_LINE))) return undefined;
  const lines = message.split('\n');
  const first = lines.findIndex((line) => line.trim() !== '');
  if (first < 0 || lines[first]!.length > LONGEST_LINE) return undefined;
  const request = REQUEST.exec(lines.slice(first, first + 4).join(' ').slice(0, 4 * LONGEST_LINE));
  if (!HEAD.test(lines[first]!) && !request) return undefined;
  const items = readItems(lines, first);
  const ticket = request?.[2] ?? TICKET.exec(lines[first]!)?.[1];
  if (ticket === undefined && items.length === 0) return undefined;
  return { ticket: ticket === undefined ? null : Number(ticket), requester: request?.[1] ?? null, items };
}

function readItems(lines: readonly string[], first: number): PullUpItem[] {
  const items: { -readonly [Key in keyof PullUpItem]: PullUpItem[Key] }[] = [];
  const own = HEAD.test(lines[first]!) ? ownRanges(lines[first]!) : [];
  if (own.length > 0) items.push({ path: null, ranges: own, appliedTo: null, line: first });
  let path: string | null = null;
  let continues = false;
  for (let line = first + 1; line < lines.length; line++) {
    const text = lines[line]!;
    if (text.length > LONGEST_LINE) continue;
    const applied = APPLIED.exec(text)?.[1];
    const last = items.at(-1);
    if (applied !== undefined && last) {
      for (const item of items) if (item.path === last.path) item.appliedTo = applied;
    }
    const whole = PATH_LINE.exec(applied === undefined ? text : text.replace(APPLIED, ''));
    const list = whole ? null : LONE_LIST.exec(text);
    if (whole) {
      items.push({ path: whole[1]!, ranges: ranges(whole[2] ?? ''), appliedTo: applied ?? null, line });
    } else if (list && continues && last) {
      last.ranges = [...last.ranges, ...ranges(list[1]!)];
    } else if (list && (path !== null || own.length === 0) && isListLine(text, path)) {
      items.push({ path, ranges: ranges(list[1]!), appliedTo: null, line });
    }
    continues = /,\s*$/.test(text) && (whole !== null || list !== null);
    path = LONE_PATH.exec(text)?.[1] ?? null;
  }
  return items;
}

/** A line of numbers alone needs a path above it, or the word. */
function isListLine(text: string, path: string | null): boolean {
  return path !== null || /\brev/i.test(text);
}

/** The numbers of the first line, in front of what is between brackets. */
function ownRanges(line: string): RevisionRange[] {
  const match = OWN_LIST.exec(line);
  return match ? ranges(match[1]!) : [];
}

function ranges(text: string): RevisionRange[] {
  const bare = text.replace(/\([^()]*\)/g, ' ');
  return [...bare.matchAll(RANGE)].map(([, from, to]) => ({ from: from!, to: to ?? from! }));
}
