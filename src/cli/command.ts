import type { PrintOptions } from '../core/formats/rcs/print';
import type { Source } from './source';

/** What a command is given. */
export interface Input {
  readonly path: string;
  readonly source: Source;
  /** The value of --file, as typed. */
  readonly file: string | undefined;
  readonly json: boolean;
  readonly holdout: boolean;
  readonly print: PrintOptions;
  /** What stands in front of the log: what log looks for, or the points of compare, as typed. */
  readonly asked: readonly string[];
  /** The value of --table, as typed. */
  readonly table?: string;
  /** The value of --as, as typed. */
  readonly form?: string;
}

/** What it answers: text in pieces, made as they are written. */
export interface Output {
  readonly lines: Iterable<string | Uint8Array>;
  readonly exitCode: number;
}
