import { isoDate } from '../../src/core/history/dates';
import { readLog, type Log } from '../../src/core/log';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const REVISION =
  /^(\d[\d.]*)(?: \[([^\]]*)\])?(?: @(\d{4})-(\d\d)-(\d\d))?(?: ([a-z]\w*))?(?:: ([\s\S]*))?$/;

/**
 * A dump of revisions that are written `1.1 [1.1.2 1.1.4] @2004-05-12 cl: message`, all but the
 * number as one likes. `|` starts the next page; anything else that is no revision stands as it is.
 */
export function dump(revisions: readonly string[], gap = '\u00a0'): string {
  const lines = revisions.map((revision) =>
    revision === '|' ? pageHead('/src/next') : write(revision, gap),
  );
  return `${pageHead('/src/test')}${lines.join('')}\nRSS XML Feed`;
}

function pageHead(title: string): string {
  return `History log of ${title}\nRevisionDateAuthorComments\n`;
}

function write(revision: string, gap: string): string {
  const match = REVISION.exec(revision);
  if (!match || !/^\d/.test(revision)) return `${revision}\n`;
  const [
    ,
    number,
    branches,
    year = '2004',
    month = '01',
    day = '01',
    author = 'cl',
    message = 'm',
  ] = match;
  const date = `${day}-${MONTHS[Number(month) - 1]!}-${year}`;
  const list = branches
    ? `branches: ${branches
        .split(' ')
        .map((b) => `${b};`)
        .join(' ')}\n`
    : '';
  return `${gap}${number!}${gap}${date}${gap} ${author}${gap}${list}${message}\n`;
}

/** What was read, as `1.2 1.1 | 1.1`: the revisions of each file, and each problem with its line. */
export function picture(log: Log): string {
  const { histories } = log;
  const files: string[] = [];
  for (let file = 0; file < histories.fileCount; file++) {
    const [first, end] = histories.revisionsOf(file);
    const numbers = Array.from({ length: end - first }, (_, i) => histories.numberText(first + i));
    files.push(numbers.join(' '));
  }
  const problems = log.problems.map(({ line, code }) => `${String(line + 1)} ${code}`);
  return [files.join(' | '), ...problems].join('; ');
}

export function read(revisions: readonly string[], gap?: string): Log {
  return readLog(dump(revisions, gap));
}

/** What is told of each revision, in the order of the log: `1.3 ada 2005-02-06 10:37:30 dead +2 -1 [tag] words`. */
export function printed({ histories }: Log): string[] {
  return Array.from({ length: histories.count }, (_, r) => {
    const { state, added, removed, tags } = histories.extra(r);
    return [
      histories.numberText(r),
      histories.author(r),
      isoDate(histories.day(r)),
      histories.time(r),
      state,
      added === undefined ? undefined : `+${String(added)} -${String(removed)}`,
      tags && `[${tags.join(' ')}]`,
      histories.message(r),
    ]
      .filter((field) => field !== undefined && field !== null)
      .join(' ');
  });
}

/** A file as `cvs log` prints it: its symbols as `rel: 1.2.0.2`, and its revisions with their days. */
export function logFile(
  name: string,
  symbols: readonly string[],
  dates: Record<string, string>,
): string {
  const revisions = Object.entries(dates).map(
    ([number, date]) =>
      `${'-'.repeat(28)}\nrevision ${number}\ndate: ${date} 10:00:00 +0000;  author: ada;  state: Exp;\nWords.\n`,
  );
  const count = String(revisions.length);
  return `
RCS file: /cvs/${name},v
Working file: ${name}
head: ${Object.keys(dates)[0]!}
branch:
locks: strict
access list:
symbolic names:
${symbols.map((symbol) => `\t${symbol}\n`).join('')}keyword substitution: kv
total revisions: ${count};\tselected revisions: ${count}
description:
${revisions.join('')}${'='.repeat(77)}
`;
}
