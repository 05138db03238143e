import { isoDate } from '../history/dates';
import { TRUNK } from '../history/numbers';
import type { RevisionId } from '../history/ids';
import type { Log } from '../log';
import { OPEN } from '../words/files';
import { headline, printable } from '../text/printable';

/** A way to write a revision down. */
export interface Citation {
  readonly label: string;
  readonly text: string;
}

/**
 * How a revision is written elsewhere: in a message, in Markdown, or as a command of cvs(1). Commands
 * are left out where the file's path or a number is not known, or the path could be taken for an option.
 */
export function citationsOf(log: Log, revision: RevisionId, address?: string): Citation[] {
  const { histories, recovery } = log;
  const file = histories.fileOf(revision);
  const number = histories.numberText(revision);
  const { parts } = recovery.paths.files[file]!;
  const stored = parts.map((part) => part ?? OPEN).join('/') || OPEN;
  const path = printable(stored);
  const previous = log.history(file).previous(revision);
  const branch = recovery.branches.of(revision)?.name ?? null;
  const isTrunk = histories.numbers.branchOf(histories.number(revision)) === TRUNK;
  const day = isoDate(histories.day(revision));
  const subject = headline(histories.message(revision), 100);
  const who = [printable(histories.author(revision)), day].filter((each) => each).join(', ');
  const citation = `${path} ${number} (${who}): ${subject}`;
  const name = inMarkdown(`${path} ${number}`);
  const link = address?.replace(/[()]/g, (sign) => (sign === '(' ? '%28' : '%29'));
  const markdown = `${link === undefined ? name : `[${name}](${link})`} (${inMarkdown(who)}): ${inMarkdown(subject)}`;
  const isNumbered = [revision, previous ?? revision].every(
    (r) => !histories.numbers.isWord(histories.number(r)),
  );
  const isSafe = isNumbered && path === stored && !parts.includes(null) && !path.startsWith('-');
  const quoted = inShell(path);
  return [
    { label: 'Path and number', text: `${path} ${number}` },
    { label: 'Line for a message', text: citation },
    { label: 'Markdown', text: markdown },
    ...(address === undefined ? [] : [{ label: 'Address on the web', text: address }]),
    ...(isSafe ? [{ label: 'Get this revision', text: `cvs update -r ${number} ${quoted}` }] : []),
    ...(isSafe && !isTrunk && branch !== null && branch === printable(branch)
      ? [{ label: 'Get this branch', text: `cvs update -r ${inShell(branch)} ${quoted}` }]
      : []),
    ...(isSafe && previous !== undefined
      ? [
          {
            label: 'Show what it changed',
            text: `cvs diff -u -r ${histories.numberText(previous)} -r ${number} ${quoted}`,
          },
        ]
      : []),
  ];
}

function inShell(text: string): string {
  return /^[\w./+-]+$/.test(text) ? text : `'${text.replaceAll("'", String.raw`'\''`)}'`;
}

function inMarkdown(text: string): string {
  return text.replace(/[\\`*_[\]<>#|]/g, String.raw`\$&`);
}
