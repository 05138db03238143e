import type { RevisionId } from '../history/ids';
import { markdownText } from './textTable';

/** What a question about a log is answered with: rows in sections, whatever was asked. */
export interface Answer {
  readonly title: string;
  readonly sections: readonly AnswerSection[];
  /** What is said where no section has a row. */
  readonly nothing: string;
}

export interface AnswerSection {
  readonly title: string;
  readonly rows: readonly AnswerRow[];
}

export interface AnswerRow {
  /** What stands for its kind. */
  readonly kind: 'commit' | 'branch' | 'without' | 'file' | 'line' | 'unknown';
  readonly label: string;
  /** Beside the label, and less loud. */
  readonly note: string;
  /** Where a click leads to: a revision, or a line of the log or of another source. */
  readonly revision?: RevisionId;
  /** Counted from 0. */
  readonly line?: number;
  readonly source?: string;
}

/** An answer without the sections that have no rows. */
export function answerOf(
  title: string,
  nothing: string,
  sections: readonly AnswerSection[],
): Answer {
  return { title, nothing, sections: sections.filter(({ rows }) => rows.length > 0) };
}

/** An answer as headings and lists; text of a log stays text. */
export function answerMarkdown({ title, sections, nothing }: Answer): string {
  const parts = sections.map(({ title: heading, rows }) => {
    const lines = rows.map(({ label, note }) => {
      const more = note === '' ? '' : ` (${markdownText(note)})`;
      return `- ${markdownText(label)}${more}\n`;
    });
    return `\n## ${markdownText(heading)}\n\n${lines.join('')}`;
  });
  return `# ${markdownText(title)}\n${parts.length > 0 ? parts.join('') : `\n${nothing}\n`}`;
}
