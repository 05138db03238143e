/** What keywords of a text stand for; see co(1), "KEYWORD SUBSTITUTION", and the CVS manual. */
export interface KeywordValues {
  readonly number: string;
  /** Year, month, day, hours, minutes and seconds, in UTC. */
  readonly date: readonly number[];
  readonly author: string;
  readonly state: string;
  /** Who has the revision locked. */
  readonly lockedBy: string | undefined;
  /** Of the archive, with its `,v`. */
  readonly path: string;
  /** How the archive wants it: `kv`, `kvl`, `k`, `v`, `o` or `b`. */
  readonly mode: string;
}

/** `$Log$` adds lines where it stands each time that a file is committed, and is left as it is. */
const KEYWORD =
  /\$(Author|Date|Header|Id|Locker|Name|RCSfile|Revision|Source|State)(?::[^$\n]*)?\$/g;

/** A text with its keywords as a checkout has them. */
export function expandKeywords(text: string, values: KeywordValues): string {
  const { mode } = values;
  if (mode === 'o' || mode === 'b') return text;
  return text.replace(KEYWORD, (_, keyword: string) => {
    if (mode === 'k') return `$${keyword}$`;
    const value = valueOf(keyword, values);
    return mode === 'v' ? value : `$${keyword}: ${value} $`;
  });
}

function valueOf(keyword: string, values: KeywordValues): string {
  const { number, author, state, path, lockedBy, mode } = values;
  const file = path.slice(path.lastIndexOf('/') + 1);
  const locker = mode === 'kvl' && lockedBy !== undefined ? ` ${lockedBy}` : '';
  const rest = `${number} ${dateText(values.date)} ${author} ${state}${locker}`;
  switch (keyword) {
    case 'Author':
      return author;
    case 'Date':
      return dateText(values.date);
    case 'Header':
      return `${path} ${rest}`;
    case 'Id':
      return `${file} ${rest}`;
    case 'Locker':
      return locker.trim();
    case 'RCSfile':
      return file;
    case 'Revision':
      return number;
    case 'Source':
      return path;
    case 'State':
      return state;
    default:
      return '';
  }
}

/** `2009/06/02 10:00:00`. */
function dateText([year, month, day, hours, minutes, seconds]: readonly number[]): string {
  const two = (part = 0): string => String(part).padStart(2, '0');
  return `${String(year)}/${two(month)}/${two(day)} ${two(hours)}:${two(minutes)}:${two(seconds)}`;
}
