import { addTo } from '../columns/grouped';
import { NO_DATE, type Day } from '../history/dates';
import { dayIn } from './dayIn';
import { filesOf, type KnownFiles, type KnownRevision } from './source';

/** Does a text hold commit mails, judged by its beginning? */
export function isCommitMail(head: string): boolean {
  return /^Module Name:\s/m.test(head) && /^Committed By:\s/m.test(head);
}

/** A mail as far as it was read. */
interface Mail {
  author: string;
  day: Day;
  readonly message: string[];
  /** The branch of each path below its module, as `Modified Files:` tells it. */
  readonly branches: Map<string, string>;
  part: 'head' | 'files' | 'message' | 'diffs';
}

const LIST = /^(?:Modified|Added|Removed) Files:\s*$/;
const LOG = /^Log Message:\s*$/;
const DIFF = /^cvs rdiff -u (.*)$/;

/**
 * What commit mails tell, one after another or in an mbox: of each file its path, the number of the
 * new revision, and the branch, as CVS's loginfo scripts of the BSDs write them:
 *
 *     Modified Files:
 *         src/sys/arch [tag: rel-1]: a.c b.c
 *     Log Message:
 *     Words.
 *     cvs rdiff -u -r1.2 -r1.2.4.1 src/sys/arch/a.c
 */
export function knownFromMail(text: string): KnownFiles {
  const files = new Map<string, KnownRevision[]>();
  let mail = noMail();
  // A command may go on in the next line, behind a backslash.
  let open = '';
  for (const [line, row] of text.split(/\r?\n/).entries()) {
    if (/^(?:From |Module Name:)/.test(row)) mail = noMail();
    const diff = DIFF.exec(open === '' ? row : `${open}${row.trim()}`);
    open = '';
    if (diff) {
      mail.part = 'diffs';
      if (row.endsWith('\\')) open = diff[0].replace(/\\$/, '');
      else addRevisions(files, mail, diff[1]!, line);
    } else readRow(mail, row);
  }
  return filesOf(files);
}

function noMail(): Mail {
  return { author: '', day: NO_DATE, message: [], branches: new Map(), part: 'head' };
}

function readRow(mail: Mail, row: string): void {
  const [, name, value = ''] = /^(Committed By|Date):(.*)$/.exec(row) ?? [];
  if (mail.part === 'head' && name === 'Committed By') mail.author = value.trim();
  // The date of the commit stands below that of the mail's own head.
  else if (mail.part === 'head' && name === 'Date') mail.day = dayIn(value.trim());
  else if (LIST.test(row)) mail.part = 'files';
  else if (LOG.test(row)) mail.part = 'message';
  else if (mail.part === 'files') {
    const [, directory, branch, names] = /^\s+(\S+) \[tag: ([^\]]+)\]:(.*)$/.exec(row) ?? [];
    if (directory === undefined || branch === undefined) return;
    for (const file of names!.trim().split(/\s+/))
      mail.branches.set(`${directory}/${file}`, branch);
  } else if (mail.part === 'message') {
    if (row.startsWith('To generate a diff of this commit:')) mail.part = 'diffs';
    else mail.message.push(row);
  }
}

/** `-r1.53 -r1.53.4.1 src/a.c src/b.c`; `-r0` stands before a file's first revision. */
function addRevisions(
  files: Map<string, KnownRevision[]>,
  { author, day, message, branches }: Mail,
  args: string,
  line: number,
): void {
  const words = args.trim().split(/\s+/);
  const numbers = words.filter((word) => /^-r\d[\d.]*$/.test(word));
  const number = numbers.at(-1)?.slice(2);
  if (number === undefined) return;
  const isTrunk = number.split('.').length === 2;
  for (const path of words.filter((word) => !word.startsWith('-'))) {
    const branch = isTrunk ? null : branches.get(path);
    const revision = { number, day, author, message: message.join('\n').trim(), branch, line };
    addTo(files, path, revision);
  }
}
