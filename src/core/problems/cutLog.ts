import { kind } from './kind';

/** A file's log, or its archive, that ends too soon. */
export const cutLog = kind<{
  readonly path: string;
  readonly here: number;
  readonly of: number;
}>({
  severity: 'warning',
  rule: 'The text of a file ends before the rule below its last revision, or an archive before its last string.',
  sentence: ({ path, here, of }) =>
    here < of
      ? `${named(path)} is cut here: ${String(here)} of its ${String(of)} revisions are there, and the last message may go on.`
      : `${named(path)} is cut here: the last message may go on.`,
});

function named(path: string): string {
  return path === '' ? 'The log' : `The log of “${path}”`;
}
