import { printable } from '../text/printable';
import { kind } from './kind';

/** More names end in “and more”. */
const MOST_NAMED = 4;

/** A log says something twice, and differently: nothing of it was chosen. */
interface Contradiction {
  readonly names: readonly string[];
}

export const fileNames = kind<Contradiction>({
  severity: 'warning',
  rule: 'A file is given two names, or two files are given one path.',
  sentence: ({ names }) =>
    names.length > 1
      ? `This file is called ${quoted(names)}, so none of these counts as its name.`
      : `Two files are said to be ${quoted(names)}, so the directory of neither is known.`,
});

export const branchNames = kind<Contradiction>({
  severity: 'warning',
  rule: 'A branch is given two names, or two branches of a file are given one.',
  sentence: ({ names }) =>
    names.length > 1
      ? `This branch is called ${quoted(names)}, so none of these counts as its name.`
      : `Two branches of this file are called ${quoted(names)}, so neither gets that name.`,
});

function quoted(names: readonly string[]): string {
  const shown = names.slice(0, MOST_NAMED).map((name) => `“${printable(name) || '.'}”`);
  return names.length > MOST_NAMED ? `${shown.join(', ')} and more` : shown.join(' and ');
}
