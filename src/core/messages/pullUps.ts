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
/** Nor has one more lines, or one line more numbers. */
const MOST_LINES = 20_000;
const MOST_RANGES = 1000;

const NUMBER = String.raw`\d+(?:\.\d+)+`;
const NOTE = String.raw`(?: ?\([^()]*\))`;
const ONE = String.raw`(?:(?:up ?to )?${NUMBER}(?: ?- ?${NUMBER})?${NOTE}?)`;
const LIST = String.raw`${ONE}(?:(?: ?, ?(?:and )?| and | )${ONE})*`;
const HOW = String.raw`(?: ?,? ?(?:via |apply |all )*patch(?:es)?)?${NOTE}?`;
const WORD = String.raw`(?:revisions?|revs?\.?|r)?(?:\(s\))?:?`;

const HEAD = /^\W*(?:additionally,?\s+)?(?:pull(?:ed)?[ -]?up|apply\s+(?:the\s+|a\s+)?patch)\b/i;
const REQUEST = /\brequested\s+by\s+([\w.+-]+?)(?:@[\w.-]*)?\s+in\s+ticket\s+(?:#\s*)?(\d+)/i;
const TICKET = /\bticket\s+(?:#\s*)?(\d+)/i;
const PATH_LINE = new RegExp(
  String.raw`^([\w$+./-]+)(?: ?: ?| )(?:${WORD} ?(${LIST})${HOW}|(?:\(?(?:apply |via )?patch\)?|file removal)) ?,? ?[.;]?$`,
  'i',
);
const LONE_PATH = /^([\w$+./-]+) ?:$/;
const LONE_LIST = new RegExp(String.raw`^${WORD} ?(${LIST})${HOW} ?,? ?[.;]?$`, 'i');
/** A path has a slash or a dot with a letter after it. */
const IS_PATH = /[\w$+-]\/[\w$+.-]|[\w$+-]\.[a-z]/i;
const APPLIED = /\(applied\s+to\s+([^\s()]+)\)/i;
const OWN_LIST = new RegExp(
  String.raw`pull(?:ed)?[ -]?up (?:the |following )*${WORD} ?(${LIST})`,
  'i',
);
/** Without one of these a message is no pull-up. */
export const PULL_UP_WORDS = /pull|patch|ticket/i;
const RANGE = new RegExp(String.raw`(?<!\d)(${NUMBER})(?:\s*-\s*(${NUMBER}))?`, 'g');

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
  if (!PULL_UP_WORDS.test(message.slice(0, LONGEST_LINE))) return undefined;
  const lines = message.split('\n');
  const first = lines.findIndex((line) => line.trim() !== '');
  if (first < 0 || lines[first]!.length > LONGEST_LINE) return undefined;
  const request = REQUEST.exec(
    lines
      .slice(first, first + 4)
      .join(' ')
      .slice(0, 4 * LONGEST_LINE),
  );
  if (!HEAD.test(lines[first]!) && !request) return undefined;
  const items = readItems(lines, first);
  const ticket = request?.[2] ?? TICKET.exec(lines[first]!)?.[1];
  if (ticket === undefined && items.length === 0) return undefined;
  return {
    ticket: ticket === undefined ? null : Number(ticket),
    requester: request?.[1] ?? null,
    items,
  };
}

function readItems(lines: readonly string[], first: number): PullUpItem[] {
  const items: { -readonly [Key in keyof PullUpItem]: PullUpItem[Key] }[] = [];
  const own = HEAD.test(lines[first]!) ? ownRanges(lines[first]!) : [];
  if (own.length > 0) items.push({ path: null, ranges: own, appliedTo: null, line: first });
  let path: string | null = null;
  let continues = false;
  const end = Math.min(lines.length, first + MOST_LINES);
  for (let line = first + 1; line < end; line++) {
    if (lines[line]!.length > LONGEST_LINE) continue;
    // Runs of blanks are one from here on, so that no pattern has two ways to read them.
    const text = oneBlank(lines[line]!);
    const applied = APPLIED.exec(text)?.[1];
    const last = items.at(-1);
    const found = PATH_LINE.exec(
      applied === undefined ? text : oneBlank(text.replace(APPLIED, '')),
    );
    const whole = found && IS_PATH.test(found[1]!) ? found : null;
    if (applied !== undefined && last && !whole) {
      for (let i = items.length - 1; i >= 0 && items[i]!.path === last.path; i--)
        items[i]!.appliedTo = applied;
    }
    const list = whole ? null : LONE_LIST.exec(text);
    if (whole) {
      items.push({
        path: whole[1]!,
        ranges: ranges(whole[2] ?? ''),
        appliedTo: applied ?? null,
        line,
      });
    } else if (list && continues && last) {
      if (last.ranges.length < MOST_RANGES) last.ranges = [...last.ranges, ...ranges(list[1]!)];
    } else if (list && (path !== null || own.length === 0) && isListLine(text, path)) {
      items.push({ path, ranges: ranges(list[1]!), appliedTo: null, line });
    }
    continues = /,\s*$/.test(text) && (whole !== null || list !== null);
    const alone = LONE_PATH.exec(text)?.[1] ?? null;
    path = alone !== null && IS_PATH.test(alone) ? alone : null;
  }
  return items;
}

function oneBlank(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** A line of numbers alone needs a path above it, or the word. */
function isListLine(text: string, path: string | null): boolean {
  return path !== null || /\brev/i.test(text);
}

/** The numbers of the first line, in front of what is between brackets. */
function ownRanges(line: string): RevisionRange[] {
  const match = OWN_LIST.exec(oneBlank(line));
  return match ? ranges(match[1]!) : [];
}

function ranges(text: string): RevisionRange[] {
  const bare = text.replace(/\([^()]*\)/g, ' ');
  return [...bare.matchAll(RANGE)].map(([, from, to]) => ({ from: from!, to: to ?? from! }));
}
