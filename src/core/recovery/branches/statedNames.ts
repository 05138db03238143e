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
 * The branch that a file was born on, given the trunk's dead first revision: CVS makes both at
 * once, so it leaves from there, on that day and by that author, and before all others.
 */
function bornOn(messages: Messages, lines: Lines, dead: RevisionId): LineId {
  const { histories } = messages;
  const [, end] = histories.revisionsOf(histories.fileOf(dead));
  let lowest = NO_LINE;
  for (let r = dead + 1; r < end; r++) {
    if (histories.predecessor(r) !== dead || lines.branchOf(r) === NO_LINE) continue;
    const branch = lines.branchOf(r);
    const isLower =
      lowest === NO_LINE ||
      histories.numbers.compare(lines.number(branch), lines.number(lowest)) < 0;
    if (isLower) lowest = branch;
  }
  if (lowest === NO_LINE) return NO_LINE;
  const first = lines.first(lowest);
  const together =
    histories.day(first) === histories.day(dead) &&
    histories.authorId(first) === histories.authorId(dead);
  return together ? lowest : NO_LINE;
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
