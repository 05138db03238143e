import { isoDate } from '../history/dates';
import type { RevisionId } from '../history/ids';
import type { Log } from '../log';
import type { Branch } from '../recovery/branches/branches';
import { headline } from '../text/printable';
import { placeLabel } from '../words/branches';
import { fileLabel } from '../words/files';

/** A pause is offered each time that this many revisions are looked at. */
const STEP = 2048;

/** What a word is worth where it is the whole of a field, its beginning, or a part of it. */
const WORTH = {
  number: 16,
  file: 12,
  branch: 10,
  tag: 10,
  author: 6,
  date: 6,
  subject: 2,
} as const;
const WHOLE = 3;
const BEGINNING = 2;

/**
 * The revisions that every word of a text fits: path, number, branch, tags, author, date and subject.
 * A word fits a path also where its letters stand in it in their order (`cpuc` and `cpu.c`). The best
 * come first, of equal ones the newest. Yields the share that is done.
 */
export function* revisionsLike(
  log: Log,
  text: string,
  most: number,
): Generator<number, RevisionId[]> {
  const words = text
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  const { histories } = log;
  const found: { readonly revision: RevisionId; readonly worth: number }[] = [];
  const fields = new FieldsOf(log);
  for (let r = 0; r < histories.count; r++) {
    if (r % STEP === STEP - 1) yield r / histories.count;
    let worth = 0;
    for (const word of words) {
      const own = fields.worthOf(r, word);
      worth = own === 0 ? -Infinity : worth + own;
    }
    if (worth > 0 || words.length === 0) found.push({ revision: r, worth });
  }
  found.sort(
    (a, b) =>
      b.worth - a.worth ||
      histories.moment(b.revision) - histories.moment(a.revision) ||
      a.revision - b.revision,
  );
  return found.slice(0, most).map(({ revision }) => revision);
}

class FieldsOf {
  private readonly paths = new Map<number, string>();

  private readonly branches = new Map<Branch | undefined, string>();

  constructor(private readonly log: Log) {}

  private branchOf(r: RevisionId): string {
    const branch = this.log.recovery.branches.of(r);
    let label = this.branches.get(branch);
    if (label === undefined)
      this.branches.set(branch, (label = placeLabel(this.log, r).toLowerCase()));
    return label;
  }

  /** 0 where the word is nowhere in the revision. */
  worthOf(r: RevisionId, word: string): number {
    const { log } = this;
    const { histories } = log;
    const file = histories.fileOf(r);
    let path = this.paths.get(file);
    if (path === undefined) this.paths.set(file, (path = fileLabel(log, file).toLowerCase()));
    const base = path.slice(path.lastIndexOf('/') + 1);
    return Math.max(
      worth(histories.numberText(r), word, WORTH.number),
      worth(base, word, WORTH.file),
      worth(path, word, WORTH.file / 2),
      worth(this.branchOf(r), word, WORTH.branch),
      ...histories.tags(r).map((tag) => worth(tag.toLowerCase(), word, WORTH.tag)),
      worth(histories.author(r).toLowerCase(), word, WORTH.author),
      worth(isoDate(histories.day(r)) ?? '', word, WORTH.date),
      worth(headline(histories.message(r), 200).toLowerCase(), word, WORTH.subject),
      word.length > 2 && isScattered(path, word) ? 1 : 0,
    );
  }
}

function worth(field: string, word: string, of: number): number {
  if (field === word) return of * WHOLE;
  if (field.startsWith(word)) return of * BEGINNING;
  return field.includes(word) ? of : 0;
}

/** Do the letters of a word stand in a text, in their order? */
function isScattered(text: string, word: string): boolean {
  let at = 0;
  for (const letter of word) {
    at = text.indexOf(letter, at) + 1;
    if (at === 0) return false;
  }
  return true;
}
