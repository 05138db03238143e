import type { Histories } from '../../history/histories';
import { NO_REVISION, type RevisionId } from '../../history/ids';
import { NO_LINE, type LineId, type Lines } from '../../history/lines';
import type { NumberId } from '../../history/numbers';
import { branchOfSymbol } from '../../history/symbols';
import type { Messages } from '../facts';

/** A name that a placeholder, a symbol or the user gives to a branch of a file. */
export interface StatedName {
  readonly branch: LineId;
  readonly name: string;
  /** The placeholder; NO_REVISION where the user or a symbol says so. */
  readonly revision: RevisionId;
  /** Where another source says so. */
  readonly elsewhere?: { readonly source: string; readonly line: number };
  /** Did the file come to the branch later than the branch was made? */
  readonly isLate: boolean;
}

/** The names of branches that CVS itself wrote into the log. */
export function namesInPlaceholders(messages: Messages, lines: Lines): StatedName[] {
  const { histories } = messages;
  const names: StatedName[] = [];
  for (let r = 0; r < histories.count; r++) {
    const { placeholder } = messages.factsOf(r);
    if (!placeholder || histories.numbers.part(histories.number(r)) !== 1) continue;
    const own = lines.branchOf(r);
    const branch = own === NO_LINE ? bornOn(messages, lines, r) : own;
    if (branch !== NO_LINE && (own === NO_LINE) === (placeholder.kind === 'initially-added')) {
      names.push({ branch, name: placeholder.branch, revision: r, isLate: own !== NO_LINE });
    }
  }
  return names;
}

/**
 * The branch that a file was born on, given the trunk's dead first revision. CVS makes both at once: so it
 * is the first branch of that revision, 1.1.2, with its first commit of that day and by that author.
 */
function bornOn({ histories }: Messages, lines: Lines, dead: RevisionId): LineId {
  const { numbers } = histories;
  const born = numbers.find(histories.number(dead), 2);
  const line = born === undefined ? NO_LINE : lines.find(histories.fileOf(dead), born);
  if (line === NO_LINE) return NO_LINE;
  const first = lines.first(line);
  const together =
    numbers.part(histories.number(first)) === 1 &&
    histories.day(first) === histories.day(dead) &&
    histories.authorId(first) === histories.authorId(dead);
  return together ? line : NO_LINE;
}

/**
 * The names that a log's symbols give to branches: `1.2.0.4` is branch 1.2.4, and an odd count of
 * parts is a branch, too. The oldest of several names of one branch stands last, and counts.
 */
export function namesInSymbols(histories: Histories, lines: Lines): StatedName[] {
  const names = new Map<LineId, StatedName>();
  for (let file = 0; file < histories.fileCount; file++) {
    const symbols = histories.stated(file)?.symbols ?? [];
    if (symbols.length === 0) continue;
    const [first, end] = lines.ofFile(file);
    const byNumber = new Map<NumberId, LineId>();
    for (let line = first; line < end; line++) byNumber.set(lines.number(line), line);
    for (const { name, number } of symbols) {
      const branchNumber = branchOfSymbol(number);
      const id = branchNumber === undefined ? undefined : histories.numbers.parse(branchNumber);
      const branch = id === undefined ? undefined : byNumber.get(id);
      if (branch === undefined) continue;
      names.set(branch, { branch, name, revision: NO_REVISION, isLate: true });
    }
  }
  return [...names.values()];
}
