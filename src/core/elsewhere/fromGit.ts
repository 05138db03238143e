import { addTo } from '../columns/grouped';
import { NO_DATE, type Day } from '../history/dates';
import { dayIn } from './dayIn';
import { filesOf, type KnownFiles, type KnownRevision } from './source';
import { before } from '../text/cut';

const COMMIT = /^commit [0-9a-f]{7,64}\b/;

/** Does a text begin as `git log` prints it? */
export function isGitLog(head: string): boolean {
  return /^\ufeff?\s*commit [0-9a-f]{7,64}\b.*\r?\n(?:Merge: .*\r?\n)?Author: /.test(head);
}

/** A commit that the conversion made itself to put files on a branch is none of CVS's. */
const MANUFACTURED = /\bmanufactured by cvs2(?:svn|git)\b/i;

/**
 * What `git log --name-status` of a conversion tells: files by their paths, with the commits that
 * changed them. A converted commit has no numbers, and its branch is not told.
 */
export function knownFromGit(text: string): KnownFiles {
  const files = new Map<string, KnownRevision[]>();
  let commit = noCommit(0);
  const message: string[] = [];
  const paths = new Map<string, number>();
  const end = (): void => {
    const words = message.join('\n').trim();
    if (!MANUFACTURED.test(words)) {
      for (const [path, line] of paths) {
        const revision = { ...commit, message: words, number: null, branch: undefined, line };
        addTo(files, path, revision);
      }
    }
    message.length = 0;
    paths.clear();
  };
  for (const [line, row] of text.split(/\r?\n/).entries()) {
    if (COMMIT.test(row)) {
      end();
      commit = noCommit(line);
    } else if (row.startsWith('Author: ')) commit.author = loginOf(row.slice(8));
    else if (/^(?:Author|Commit)?Date: /.test(row)) commit.day = dayIn(row);
    else if (/^ {4}/.test(row)) message.push(row.slice(4));
    else if (row === '') message.push('');
    else {
      const path = /^[AMDTRC]\d*\t(?:[^\t]*\t)?([^\t]+)$/.exec(row)?.[1];
      if (path !== undefined) paths.set(path, line);
    }
  }
  end();
  return filesOf(files);
}

function noCommit(line: number): { day: Day; author: string; line: number } {
  return { day: NO_DATE, author: '', line };
}

/** `Ada L <ada@lab.example>`: the login is what stands before the `@`, or the name where there is none. */
function loginOf(author: string): string {
  const [, name = author, address = ''] = /^([^<]*)<([^>]*)>\s*$/.exec(author) ?? [];
  return before(address, '@') || name.trim();
}
