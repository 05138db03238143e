import type { Entries, Span } from '../formats/entries';
import { readBranchList } from '../history/branchList';
import { daysLate, NO_DATE } from '../history/dates';
import { Histories, type Extra, type StatedFile } from '../history/histories';
import { NO_REVISION, type RevisionId } from '../history/ids';
import { Fate, type Assembly } from './assembly';

/** Numbers the accepted entries as revisions, and ends each where the next begins. */
export function* finish(
  assembly: Assembly,
  quoted: ReadonlySet<number> = new Set(),
): Generator<number, Histories> {
  const { entries, fates, problems } = assembly;
  const offset = entries.bytes.length;
  yield offset;
  const { body } = entries;
  const { ends, endLines } = endTexts(entries, fates, quoted);
  yield offset;
  const extras = new Map<RevisionId, Extra>();
  const revisionOf = numberRevisions(fates);
  for (const [e, extra] of entries.extras) {
    if (fates[e] === Fate.revision) extras.set(revisionOf[e]!, extra);
  }
  for (const e of entries.folded) {
    if (!entries.unfold || fates[e] !== Fate.revision) continue;
    const text = entries.unfold(entries.bytes, body[e]!, Math.max(body[e]!, ends[e]!));
    if (!text) continue;
    body[e] = text.from;
    ends[e] = text.to;
    if (text.isCut) extras.set(revisionOf[e]!, { ...extras.get(revisionOf[e]!), isCut: true });
  }
  yield offset;
  noteDates(assembly);
  yield offset;
  noteAuthors(assembly);
  yield offset;
  problems.sort((a, b) => a.line - b.line);
  const kept = new Kept(fates);
  const predecessor = kept.ids(assembly.predecessors, revisionOf);
  return new Histories(
    entries.bytes,
    entries.numbers,
    entries.authors,
    entries.pages,
    {
      count: kept.count,
      line: kept.of(entries.line),
      endLine: kept.of(endLines),
      start: kept.of(entries.start),
      body: kept.of(body),
      end: kept.of(ends),
      number: kept.of(entries.number),
      day: kept.of(entries.day),
      author: kept.of(entries.author),
      listsBranches: kept.of(assembly.lists),
      predecessor,
      facts: Object.fromEntries(
        Object.entries(entries.facts).map(([fact, column]) => [fact, kept.of(column)]),
      ),
    },
    Uint32Array.from([...assembly.fileStarts.map((e) => revisionOf[e]!), kept.count]),
    entries.words,
    extras,
    statedFiles(entries),
    problems,
  );
}

/** Files that are stated and have revisions; undefined where none is stated. */
function statedFiles({ files, count }: Entries): StatedFile[] | undefined {
  if (files.length === 0) return undefined;
  return files.filter(({ firstEntry }, i) => firstEntry < (files[i + 1]?.firstEntry ?? count));
}

/** Where the text of each entry ends: before the next that counts, or with its page. */
function endTexts(
  entries: Entries,
  fates: Uint8Array,
  quoted: ReadonlySet<number>,
): { ends: Uint32Array<ArrayBuffer>; endLines: Uint32Array<ArrayBuffer> } {
  const ends = new Uint32Array(entries.count);
  const endLines = new Uint32Array(entries.count);
  const spans: readonly Span[] = entries.files.length > 0 ? entries.files : entries.pages;
  let { end, endLine } = spans.at(-1) ?? { end: 0, endLine: 0 };
  for (let i = spans.length - 1; i >= 0; i--) {
    const page = spans[i]!;
    const to = spans[i + 1]?.firstEntry ?? entries.count;
    // What a message quotes of a page goes on with what follows it.
    if (!quoted.has(i + 1)) ({ end, endLine } = page);
    for (let e = to - 1; e >= page.firstEntry; e--) {
      if (entries.empty.has(e)) end = Math.min(end, emptyEnd(entries, e));
      if (fates[e] === Fate.text) continue;
      ends[e] = end;
      endLines[e] = endLine;
      const row = entries.tagRows.get(e);
      end = row ? row.start : entries.start[e]!;
      endLine = (row ? row.line : entries.line[e]!) - 1;
    }
  }
  return { ends, endLines };
}

/** An empty message ends where it would begin, behind its list of branches. */
function emptyEnd({ bytes, body, numbers }: Entries, e: number): number {
  return readBranchList(bytes, body[e]!, bytes.length, numbers)?.message ?? body[e]!;
}

/** The revision of each entry that is one. */
function numberRevisions(fates: Uint8Array): Int32Array {
  const revisionOf = new Int32Array(fates.length).fill(NO_REVISION);
  let count = 0;
  for (let e = 0; e < fates.length; e++) if (fates[e] === Fate.revision) revisionOf[e] = count++;
  return revisionOf;
}

/** Leaves out of columns what is no revision; where all are, columns stay as they are. */
class Kept {
  readonly count: number;

  constructor(private readonly fates: Uint8Array) {
    let count = 0;
    for (const fate of fates) if (fate === Fate.revision) count++;
    this.count = count;
  }

  of<Column extends Uint32Array | Int32Array | Uint8Array>(column: Column): Column {
    if (this.count === this.fates.length) return column;
    const next = column.slice(0, this.count) as Column;
    let at = 0;
    for (let e = 0; e < this.fates.length; e++) {
      if (this.fates[e] === Fate.revision) next[at++] = column[e]!;
    }
    return next;
  }

  ids(column: Int32Array, revisionOf: Int32Array): Int32Array {
    if (this.count === this.fates.length) return column;
    const next = this.of(column);
    for (let r = 0; r < next.length; r++) {
      if (next[r] !== NO_REVISION) next[r] = revisionOf[next[r]!]!;
    }
    return next;
  }
}

/** Dates that are none, and dates that contradict the line of descent. */
function noteDates({ entries, fates, predecessors, problems }: Assembly): void {
  const { day, line, number, numbers } = entries;
  for (let e = 0; e < entries.count; e++) {
    if (fates[e] !== Fate.revision) continue;
    if (day[e] === NO_DATE) {
      const data = { number: numbers.text(number[e]!) };
      problems.push({ line: line[e]!, code: 'impossible-date', data });
      continue;
    }
    const before = predecessors[e]!;
    if (before === NO_REVISION) continue;
    const days = daysLate(day[before]!, day[e]!);
    if (days === 0) continue;
    const data = { number: numbers.text(number[e]!), before: numbers.text(number[before]!), days };
    problems.push({ line: line[e]!, code: 'date-backwards', data });
  }
}

/** Revisions without an author, where others of the log have one. */
function noteAuthors({ entries, fates, problems }: Assembly): void {
  const { author, authors, line, number, numbers } = entries;
  let nobody = 0;
  while (nobody < authors.size && authors.text(nobody) !== '') nobody++;
  if (nobody === authors.size || authors.size === 1) return;
  for (let e = 0; e < entries.count; e++) {
    if (fates[e] !== Fate.revision || author[e] !== nobody) continue;
    const text = numbers.text(number[e]!);
    if (text === '') continue;
    problems.push({ line: line[e]!, code: 'missing-author', data: { number: text } });
  }
}
