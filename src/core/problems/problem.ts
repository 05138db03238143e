import { branchNames, fileNames } from './contradictions';
import { cutLog } from './cutLog';
import { cutOff } from './cutOff';
import { cutRange } from './cutRange';
import { damagedArchive } from './damagedArchive';
import { damagedHead } from './damagedHead';
import { dateBackwards } from './dateBackwards';
import { duplicateRevision } from './duplicateRevision';
import { fewerRevisions } from './fewerRevisions';
import { impossibleDate } from './impossibleDate';
import { impossibleNumber } from './impossibleNumber';
import type { ProblemKind, Severity } from './kind';
import { missingAuthor } from './missingAuthor';
import { missingBranch } from './missingBranch';
import { missingBranchPoint } from './missingBranchPoint';
import { missingRevision } from './missingRevision';
import { missingTrunk } from './missingTrunk';
import { mixedFiles } from './mixedFiles';
import { noArchive } from './noArchive';
import { noRevisions } from './noRevisions';
import { outOfOrder } from './outOfOrder';
import { partOfHistory } from './partOfHistory';
import { quotedRevision } from './quotedRevision';
import { strayLine } from './strayLine';
import { tooLarge } from './tooLarge';
import { recoveryFailed } from './recoveryFailed';
import { unlistedBranch } from './unlistedBranch';
import { unreadHeaders } from './unreadHeaders';
import { wrongNumber } from './wrongNumber';
import { printable } from '../text/printable';

/** Every kind of problem by its code. A new one is a file of this folder and a line here. */
export const PROBLEM_KINDS = {
  'no-revisions': noRevisions,
  'too-large': tooLarge,
  'recovery-failed': recoveryFailed,
  'part-of-history': partOfHistory,
  'mixed-files': mixedFiles,
  'no-archive': noArchive,
  'cut-log': cutLog,
  'damaged-archive': damagedArchive,
  'damaged-head': damagedHead,
  'stray-line': strayLine,
  'fewer-revisions': fewerRevisions,
  'impossible-number': impossibleNumber,
  'wrong-number': wrongNumber,
  'impossible-date': impossibleDate,
  'missing-author': missingAuthor,
  'date-backwards': dateBackwards,
  'missing-revision': missingRevision,
  'missing-trunk': missingTrunk,
  'missing-branch': missingBranch,
  'missing-branch-point': missingBranchPoint,
  'unlisted-branch': unlistedBranch,
  'duplicate-revision': duplicateRevision,
  'out-of-order': outOfOrder,
  'cut-off': cutOff,
  'quoted-revision': quotedRevision,
  'unread-headers': unreadHeaders,
  'cut-range': cutRange,
  'two-names': fileNames,
  'two-branch-names': branchNames,
} as const;

export type ProblemCode = keyof typeof PROBLEM_KINDS;

type DataOf<Code extends ProblemCode> =
  (typeof PROBLEM_KINDS)[Code] extends ProblemKind<infer Data> ? Data : never;

/** What is odd about a log: where, of which kind, and what its kind needs to say it. */
export type Problem = {
  readonly [Code in ProblemCode]: {
    /** Counted from 0. */
    readonly line: number;
    readonly code: Code;
    readonly data: DataOf<Code>;
  };
}[ProblemCode];

/** A problem as a sentence for the reader of the log. */
export function sentenceOf(problem: Problem): string {
  const { sentence } = PROBLEM_KINDS[problem.code] as ProblemKind<unknown>;
  return printable(sentence(problem.data));
}

export function severityOf({ code }: Problem): Severity {
  return PROBLEM_KINDS[code].severity;
}
