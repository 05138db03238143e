import type { FileId, RevisionId } from '../../history/ids';
import type { Log } from '../../log';
import { people, reportSpans, type ReportSpan } from '../../messages/people';
import { withoutEnd } from '../../text/cut';
import { tagsOf } from '../tags';
import { namesOf } from './names';
import type { NamedSubject } from './subject';

/** The revisions that have to do with a subject, each list in the order of the log. */
export interface Holders {
  /** An author's, those of a ticket or a branch, of a tag or a file. */
  readonly own: readonly RevisionId[];
  /** Others, whose messages name it. */
  readonly naming: readonly RevisionId[];
}

/** A pause is offered each time that this many revisions are looked at. */
const STEP = 2048;

/** Finds them; yields the share that is done. */
export function* holdersOf(log: Log, subject: NamedSubject): Generator<number, Holders> {
  const { histories, recovery } = log;
  const own = new Set(ownOf(log, subject));
  const names = mentionOf(log, subject);
  const naming: RevisionId[] = [];
  /** Whether a message names it, by its page and id: many revisions have the same. */
  const known = new Map<string, boolean>();
  for (let r = 0; r < histories.count; r++) {
    if (r % STEP === STEP - 1) yield r / histories.count;
    if (own.has(r)) continue;
    // A path means another file on another page.
    const page = histories.pages.length > 1 ? histories.pageOf(histories.fileOf(r)) : 0;
    const key = `${String(page)} ${String(recovery.messages.idOf(r))}`;
    let isNamed = known.get(key);
    if (isNamed === undefined) known.set(key, (isNamed = names(histories.message(r), r)));
    if (isNamed) naming.push(r);
  }
  return { own: [...own], naming };
}

function ownOf(log: Log, subject: NamedSubject): RevisionId[] {
  const { histories, recovery } = log;
  const where = (is: (revision: RevisionId) => boolean): RevisionId[] =>
    Array.from({ length: histories.count }, (_, r) => r).filter(is);
  switch (subject.kind) {
    case 'author': {
      const id = namesOf(log).authors.get(subject.name);
      return where((r) => histories.authorId(r) === id);
    }
    case 'ticket':
      return where((r) => recovery.messages.factsOf(r).pullUp?.ticket === subject.ticket);
    case 'named branch':
      return where((r) => recovery.branches.of(r) === subject.branch);
    case 'tag':
      return [...(tagsOf(histories).find(({ name }) => name === subject.name)?.revisions ?? [])];
    case 'file': {
      const [first, end] = histories.revisionsOf(subject.file);
      return where((r) => r >= first && r < end);
    }
    case 'report':
    case 'absent file':
      return [];
  }
}

type Mentions = (message: string, revision: RevisionId) => boolean;

/** Does a message name it? The quick look for its words comes first. */
function mentionOf(log: Log, subject: NamedSubject): Mentions {
  switch (subject.kind) {
    case 'author':
      return (message) =>
        message.includes(subject.name) &&
        (hasWord(message, `${subject.name}@`) ||
          people(message).some(({ name }) => name === subject.name));
    case 'ticket': {
      const ticket = String(subject.ticket);
      const pattern = new RegExp(String.raw`\btickets?[\s:]*#?\s?${ticket}(?!\d)`, 'i');
      return (message) => message.includes(ticket) && pattern.test(message);
    }
    case 'report': {
      const number = subject.report.slice(subject.report.indexOf('/') + 1);
      const isSame = ({ report }: ReportSpan): boolean =>
        report === number || report.endsWith(`/${number}`);
      return (message) =>
        message.includes(number) &&
        message.split('\n').some((line) => line.includes(number) && reportSpans(line).some(isSame));
    }
    case 'named branch':
      return (message) => hasWord(message, subject.branch.name!);
    case 'tag':
      return (message) => hasWord(message, subject.name);
    case 'file': {
      const name = log.name(subject.file);
      const isOnly =
        name !== null &&
        /[._]|[Mm]akefile/.test(name) &&
        namesOf(log).files.get(name) === subject.file;
      return (message, r) =>
        name !== null &&
        hasWord(message, name) &&
        (isOnly || namesFile(log, message, r, name, subject.file));
    }
    case 'absent file':
      return (message) => hasWord(message, subject.path);
  }
}

/** Does a message name a file by a path of which its name is the end? */
function namesFile(
  { recovery, histories }: Log,
  message: string,
  revision: RevisionId,
  name: string,
  file: FileId,
): boolean {
  const from = histories.fileOf(revision);
  return message
    .split(/[\s,;()]+/)
    .some((word) => word.includes(name) && recovery.fileAt(from, withoutEnd(word, '.:')) === file);
}

/** Does a text stand there, and no longer word? */
function hasWord(message: string, word: string): boolean {
  for (let at = message.indexOf(word); at >= 0; at = message.indexOf(word, at + 1)) {
    const [before, behind] = [message[at - 1] ?? ' ', message[at + word.length] ?? ' '];
    const isWhole = !/[\w-]/.test(before) && (word.endsWith('@') || !/[\w-]/.test(behind));
    if (isWhole) return true;
  }
  return false;
}
