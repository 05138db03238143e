/** One page of a log: the history of one directory or file, between the page's head and its footer. */
export interface Page {
  /** The path in its title. */
  readonly title: string | null;
  /** Is the title the path of a file, as a file's own history page has it? */
  readonly isFile: boolean;
  /** The line of its title, or its first line where it has none; counted from 0. */
  readonly line: number;
  /** Its first entry; the last is before the next page's first. */
  readonly firstEntry: number;
  /** Where its text ends, without the footer and the blank lines before it. */
  readonly end: number;
  /** The last line of that text. */
  readonly endLine: number;
  /** Which of all results a paged page shows, counted from 1. */
  readonly results?: { readonly from: number; readonly to: number; readonly of: number };
}
