/** A revision as a page of OpenGrok shows it, each field as its text. */
export interface SavedRevision {
  readonly number: string;
  readonly date: string;
  readonly author: string;
  readonly message: string;
  readonly tags?: readonly string[];
  /** Is its number struck through? */
  readonly isDead?: boolean;
}

/** A page of OpenGrok, however it was saved. */
export interface SavedPage {
  readonly title: string | null;
  /** Is it a file's own page? */
  readonly isFile: boolean;
  readonly results?: { readonly from: number; readonly to: number; readonly of: number };
  readonly revisions: readonly SavedRevision[];
}

const NBSP = '\u00a0';
const STROKE = '\u0336';

/** The page as the text that old OpenGrok's page is saved as: no-break spaces part the fields. */
export function pageText({ title, isFile, results, revisions }: SavedPage): string {
  const { from, to, of } = results ?? {};
  const part = results ? ` (Results ${String(from)} – ${String(to)} of ${String(of)})` : '';
  const hasTags = revisions.some(({ tags }) => tags !== undefined && tags.length > 0);
  const head = [
    ...(title === null && !results ? [] : [`History log of ${oneLine(title ?? '')}${part}`]),
    `${isFile ? '#' : ''}Revision${hasTags ? '(Show revision tags >>>)' : ''}DateAuthorComments`,
  ];
  return `${[...head, ...revisions.flatMap(linesOf)].join('\n')}\n\nRSS XML Feed\n`;
}

function linesOf({ number, date, author, message, tags, isDead }: SavedRevision): string[] {
  const above = tags && tags.length > 0 ? [`Revision tags: ${tags.map(oneLine).join(', ')}`] : [];
  const struck = isDead ? oneLine(number).replace(/./g, `$&${STROKE}`) : oneLine(number);
  const fields = [NBSP, struck, NBSP, oneLine(date), `${NBSP} `, oneLine(author), NBSP];
  return [...above, `${fields.join('')}${plain(message)}`];
}

function oneLine(text: string): string {
  return plain(text).replace(/\s+/g, ' ').trim();
}

/** A no-break space in a text would part fields. */
function plain(text: string): string {
  return text.replaceAll(NBSP, ' ');
}
