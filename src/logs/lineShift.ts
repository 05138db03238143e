/** An edit of a text, by lines: those from the first to the last are so many others now. */
export interface LineEdit {
  /** The version of the text that it made. */
  readonly version: number;
  readonly first: number;
  readonly last: number;
  /** How many lines stand there now. */
  readonly lines: number;
}

/** Where lines of an earlier version of a text stand, and where those that stand there came from. */
export interface LineShift {
  now(line: number): number;
  /** The nearest line of the earlier version, where it had none. */
  then(line: number): number;
}

export const NO_SHIFT: LineShift = { now: (line) => line, then: (line) => line };

/** What edits did to the lines, one after another. */
export function shiftBy(edits: readonly LineEdit[]): LineShift {
  return edits.length === 0
    ? NO_SHIFT
    : {
        now: (line) =>
          edits.reduce(
            (at, { first, last, lines }) => moved(at, first, last, first + lines - 1),
            line,
          ),
        then: (line) =>
          Math.max(
            0,
            edits.reduceRight(
              (at, { first, last, lines }) => moved(at, first, first + lines - 1, last),
              line,
            ),
          ),
      };
}

/** A line behind the last moves with it, one within stays within. */
function moved(line: number, first: number, last: number, lastThen: number): number {
  if (line <= first) return line;
  return line > last ? line + lastThen - last : Math.min(line, lastThen);
}
