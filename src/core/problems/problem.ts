/** What is odd about a log, at a line that counts from 0, in a sentence for its reader. */
export interface Problem {
  readonly line: number;
  readonly code: ProblemCode;
  readonly message: string;
}

export type ProblemCode =
  | 'no-revisions'
  | 'unread-format'
  | 'too-large'
  | 'impossible-number'
  | 'impossible-date'
  | 'missing-revision'
  | 'missing-trunk'
  | 'missing-branch'
  | 'missing-branch-point'
  | 'unlisted-branch'
  | 'duplicate-revision'
  | 'out-of-order'
  | 'quoted-revision'
  | 'two-names'
  | 'two-branch-names';
