import { before, withoutEnd } from '../text/cut';

/** What someone had to do with a change. */
export interface Person {
  readonly name: string;
  readonly role: 'ok' | 'reviewed' | 'from';
}

const PR = /\bPRs?[ :#/]*(?:([a-z][\w-]*)\/)?(?:#\s?)?(\d{2,6})\b/gi;
const CATEGORY = /(?<![\w./-])([a-z][a-z\d-]*)\/(\d{4,6})(?![\w/])/g;
const OK =
  /\b(?:ok(?:ay)?(?:'?e?d)?)(?: by| from)?:?\s+([a-z][\w.-]*@\S*(?:\s+(?:and\s+)?[a-z][\w.-]*@\S*)*)/gi;
const REVIEWED = /\b[Rr]eviewed[ -][Bb]y:?[ \t]+([A-Za-z][\w.@-]*(?:[ \t]+[A-Z][\w.-]*)*)/g;
const FROM =
  /(?:^|[.(]\s*|\n[ \t]*)(?:patch(?:es)? )?from:?\s+([A-Z][\w.-]*(?:\s+[A-Z][\w.-]*)+|[a-z][\w.-]*@[\w.-]*)/g;

/** Problem reports as `category/number`, or the number where the message names no category. */
export function problemReports(message: string): string[] {
  const reports = new Set<string>();
  /** The numbers of those whose category is known. */
  const known = new Set<string>();
  if (message.includes('/')) {
    for (const [, category, number] of message.matchAll(CATEGORY)) {
      reports.add(`${category!}/${number!}`);
      known.add(number!);
    }
  }
  if (/\bPRs?\b/i.test(message)) {
    for (const [, category, number] of message.matchAll(PR)) {
      if (category !== undefined) known.add(number!);
      else if (known.has(number!)) continue;
      reports.add(category === undefined ? number! : `${category}/${number!}`);
    }
  }
  return [...reports];
}

/** A problem report, and where on a line it stands: columns from the first to behind the last. */
export interface ReportSpan {
  readonly report: string;
  readonly from: number;
  readonly to: number;
}

/** The problem reports that a line names, in their order. */
export function reportSpans(line: string): ReportSpan[] {
  const spans: ReportSpan[] = [];
  if (!/PR|\/\d/i.test(line)) return spans;
  for (const pattern of [PR, CATEGORY])
    for (const match of line.matchAll(pattern)) {
      const [text, category, number] = match;
      const from = match.index;
      const to = from + text.length;
      if (spans.some((span) => from < span.to && to > span.from)) continue;
      spans.push({ report: category ? `${category}/${number!}` : number!, from, to });
    }
  return spans.sort((a, b) => a.from - b.from);
}

/** Who gave an ok, reviewed, or made the change first. */
export function people(message: string): Person[] {
  const found = new Map<string, Person>();
  const add = (name: string, role: Person['role']): void => {
    const plain = withoutEnd(before(name, '@'), '.,:').trim();
    if (plain !== '') found.set(`${role} ${plain}`, { name: plain, role });
  };
  if (/\bok/i.test(message)) {
    for (const [, names] of message.matchAll(OK))
      for (const name of names!.split(/[\s,]+|\band\b/)) add(name, 'ok');
  }
  if (/reviewed/i.test(message))
    for (const [, name] of message.matchAll(REVIEWED)) add(name!, 'reviewed');
  if (/from/i.test(message)) for (const [, name] of message.matchAll(FROM)) add(name!, 'from');
  return [...found.values()];
}
