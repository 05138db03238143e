/** What someone had to do with a change. */
export interface Person {
  readonly name: string;
  readonly role: 'ok' | 'reviewed' | 'from';
}

const PR = /\bPRs?[ :#/]*(?:([a-z][\w-]*)\/)?(?:#\s?)?(\d{2,6})\b/gi;
const CATEGORY = /(?<![\w./-])([a-z][a-z\d-]*)\/(\d{4,6})(?![\w/])/g;
const OK =
  /\b(?:ok(?:ay)?(?:'?e?d)?)(?: by| from)?:?\s+((?:[a-z][\w.-]*@\S*(?:,\s*|\s+and\s+|\s+)?)+)/gi;
const REVIEWED = /\b[Rr]eviewed[ -][Bb]y:?[ \t]+([A-Za-z][\w.@-]*(?:[ \t]+[A-Z][\w.-]*)*)/g;
const FROM =
  /(?:^|[.(]\s*|\n\s*)(?:patch(?:es)? )?from:?\s+([A-Z][\w.-]*(?:\s+[A-Z][\w.-]*)+|[a-z][\w.-]*@[\w.-]*)/g;

/** Problem reports as `category/number`, or the number where the message names no category. */
export function problemReports(message: string): string[] {
  const reports = new Set<string>();
  if (message.includes('/')) {
    for (const [, category, number] of message.matchAll(CATEGORY))
      reports.add(`${category!}/${number!}`);
  }
  if (/\bPRs?\b/i.test(message)) {
    for (const [, category, number] of message.matchAll(PR)) {
      const known =
        category === undefined && [...reports].some((report) => report.endsWith(`/${number!}`));
      if (!known) reports.add(category === undefined ? number! : `${category}/${number!}`);
    }
  }
  return [...reports];
}

/** Who gave an ok, reviewed, or made the change first. */
export function people(message: string): Person[] {
  const found: Person[] = [];
  const add = (name: string, role: Person['role']): void => {
    const plain = name
      .replace(/@.*$/, '')
      .replace(/[.,:]+$/, '')
      .trim();
    if (plain !== '' && !found.some((p) => p.name === plain && p.role === role))
      found.push({ name: plain, role });
  };
  if (/\bok/i.test(message)) {
    for (const [, names] of message.matchAll(OK))
      for (const name of names!.split(/[\s,]+|\band\b/)) add(name, 'ok');
  }
  if (/reviewed/i.test(message))
    for (const [, name] of message.matchAll(REVIEWED)) add(name!, 'reviewed');
  if (/from/i.test(message)) for (const [, name] of message.matchAll(FROM)) add(name!, 'from');
  return found;
}
