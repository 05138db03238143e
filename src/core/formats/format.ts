import type { Entries } from './entries';

/**
 * A form that a history comes in. A new one is a folder with a `Format` and a line in the table of
 * `formats/index.ts`; recognition, the open dialog, large files and the tests ask that table.
 */
export interface Format {
  /** As `annals` and the output channel name it. */
  readonly id: string;
  /** As a sentence names it: "the text of `cvs log`". */
  readonly name: string;
  /** Extensions of files that are of this form by their name, without the dot. */
  readonly extensions: readonly string[];
  /** Are its records known by how they look alone, so that one could be taken for text? */
  readonly isFrameless?: boolean;
  /** Is its text what a person reads, so that lines of the history are lines of it? */
  readonly isText: boolean;
  /** Is a text of this form, judged by its first bytes (at most `ENOUGH`)? */
  recognises(head: Uint8Array): boolean;
  /**
   * Finds the entries. Never throws. Yields the offset that it has come to, so that a caller can
   * pause, show progress or give up. `path` is where the bytes come from, as far as that is known.
   */
  readonly read: (bytes: Uint8Array, path?: string) => Generator<number, Entries>;
}

/** So many bytes tell what a text is. */
export const ENOUGH = 16_384;
