/** What a command is given. */
export interface Input {
  readonly path: string;
  readonly bytes: Uint8Array;
  /** The value of --file, as typed. */
  readonly file: string | undefined;
  readonly json: boolean;
  readonly holdout: boolean;
}

/** What it answers: text in pieces, made as they are written. */
export interface Output {
  readonly lines: Iterable<string>;
  readonly exitCode: number;
}
