import { NO_DATE, NO_TIME, type Day } from '../../history/dates';
import type { Extra } from '../../history/histories';
import { NO_NUMBER, type NumberId, type Numbers } from '../../history/numbers';
import type { InternedText } from '../../text/intern';

/** The fields of the line read last; one object serves a whole scan. */
export class Header {
  number: NumberId = NO_NUMBER;
  day: Day = NO_DATE;
  /** Seconds since midnight, UTC, or NO_TIME. */
  time = NO_TIME;
  /** The name of a month that is not English: the day waits for the language of its page. */
  month: { readonly word: string; readonly year: number; readonly date: number } | undefined;
  author = 0;
  /** Offset of the author, where the author's end is a guess: the first blank, or nothing at all. */
  guessedAuthor: { readonly from: number; readonly isRunTogether: boolean } | undefined;
  extra: Extra | undefined;
  /** Does the row begin with the mark that a file's own page has? */
  hasMark = false;
  /** Offset behind the fields. */
  body = 0;
  loose = false;
  /** Is any field but number, day, author and body set? Most rows have no other. */
  isSpecial = false;

  constructor(
    readonly numbers: Numbers,
    readonly authors: InternedText,
  ) {}

  reset(): void {
    this.extra = this.month = this.guessedAuthor = undefined;
    this.time = NO_TIME;
    this.hasMark = this.isSpecial = false;
  }
}

export function setExtra(header: Header, extra: Extra): void {
  header.extra = extra;
  header.isSpecial = true;
}
