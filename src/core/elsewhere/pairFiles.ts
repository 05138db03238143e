import { addTo } from '../columns/grouped';
import { findRevision } from '../history/find';
import type { Histories } from '../history/histories';
import type { FileId, RevisionId } from '../history/ids';
import { linesOf, type LineId } from '../history/lines';
import { branchOfSymbol } from '../history/symbols';
import { partsOf } from '../recovery/paths/pathParts';
import { comparePreOrder } from '../text/preOrder';
import { workingFileOf } from '../text/workingFile';
import { commitKey, commitKeys, type KnownFile, type KnownFiles } from './source';

/** A file of the log, and the same file in another source. */
export interface FilePair {
  readonly file: FileId;
  readonly known: KnownFile;
}

/** What more revisions of a log agree in tells no two files apart, and counts for nothing. */
const MOST_ALIKE = 100;

/** Two files are one where they share at least this share of the revisions that the smaller one has. */
const SHARED = 0.5;

/** Where no numbers are told, a file needs so many commits of its own. */
const FEWEST_COMMITS = 2;

/**
 * Pairs the files of a log with those of another source, by their revisions, or by what a head alone
 * tells. A file that has two equal partners has none.
 */
export function* pairFiles(histories: Histories, known: KnownFiles): Generator<number, FilePair[]> {
  const withRevisions = known.filter(({ revisions }) => revisions.length > 0);
  const heads = known.filter(({ revisions }) => revisions.length === 0);
  const pairs = yield* pairByRevisions(histories, withRevisions);
  const taken = new Set(pairs.map(({ file }) => file));
  return [...pairs, ...pairByHeads(histories, heads, taken)];
}

/** A pause is offered each time that so many revisions were looked at. */
const STEP = 2048;

function* pairByRevisions(histories: Histories, known: KnownFiles): Generator<number, FilePair[]> {
  // Some sources number their commits only; else a file's revision has a number, too.
  const isNumbered = known.some(({ revisions }) => revisions[0]!.number !== null);
  const alike = new Map<string, RevisionId[]>();
  for (let r = 0; r < histories.count; r++) {
    const key = commitKey(histories.author(r), histories.message(r), histories.day(r));
    addTo(alike, isNumbered ? `${histories.numberText(r)} ${key}` : key, r);
    if (r % STEP === 0) yield r / histories.count / 2;
  }
  const scores: Map<FileId, number>[] = [];
  for (const [k, file] of known.entries()) {
    scores.push(scoresOf(histories, alike, file));
    yield 0.5 + k / known.length / 2;
  }
  const partners = new Map<FileId, number>();
  const best = new Map<FileId, Best>();
  for (const [k, ofFiles] of scores.entries()) {
    for (const [file, score] of ofFiles) takeBest(best, file, k, score);
  }
  for (const [k, ofFiles] of scores.entries()) {
    const mine = new Map<number, Best>();
    for (const [file, score] of ofFiles) takeBest(mine, 0, file, score);
    const {
      partner: file,
      score,
      isOnly,
    } = mine.get(0) ?? { partner: -1, score: 0, isOnly: false };
    const back = best.get(file);
    if (!isOnly || !back?.isOnly || back.partner !== k) continue;
    if (score >= enoughOf(histories, file, known[k]!)) partners.set(file, k);
  }
  pairByOrder(histories.fileCount, known, partners, (file, k) => {
    return sharedOf(histories, file, known[k]!) >= enoughOf(histories, file, known[k]!);
  });
  return [...partners].map(([file, k]) => ({ file, known: known[k]! }));
}

/** How many revisions two files must share to be one. */
function enoughOf(histories: Histories, file: FileId, { revisions }: KnownFile): number {
  const [first, end] = histories.revisionsOf(file);
  const fewest = revisions[0]!.number === null ? FEWEST_COMMITS : 1;
  return Math.max(fewest, SHARED * Math.min(revisions.length, end - first));
}

/**
 * Files that are alike are told apart by their order, where both sources have the order of `cvs log`:
 * between two pairs that are certain, as many files stand on either side.
 */
function pairByOrder(
  fileCount: number,
  known: KnownFiles,
  partners: Map<FileId, number>,
  fits: (file: FileId, k: number) => boolean,
): void {
  const paths = known.map(({ path }) => partsOf(workingFileOf(path ?? '')));
  const isInOrder = paths.every((path, k) => k === 0 || comparePreOrder(paths[k - 1]!, path) < 0);
  const certain = [...partners].sort(([a], [b]) => a - b);
  if (!isInOrder || certain.some(([, k], i) => i > 0 && k < certain[i - 1]![1])) return;
  let [file, k] = [0, 0];
  for (const [nextFile, nextK] of [...certain, [fileCount, known.length] as const]) {
    const gap = nextFile - file;
    const all = Array.from({ length: gap }, (_, i) => i);
    if (gap === nextK - k && all.every((i) => fits(file + i, k + i))) {
      for (const i of all) partners.set(file + i, k + i);
    }
    [file, k] = [nextFile + 1, nextK + 1];
  }
}

/** How many revisions of a known file stand in a file of the log under their numbers. */
function sharedOf(histories: Histories, file: FileId, { revisions }: KnownFile): number {
  let shared = 0;
  for (const { number, author, message, day } of revisions) {
    const id = number === null ? undefined : histories.numbers.parse(number);
    const r = id === undefined ? undefined : findRevision(histories, file, id);
    if (r === undefined) continue;
    const key = commitKey(histories.author(r), histories.message(r), histories.day(r));
    if (commitKeys(author, message, day).includes(key)) shared++;
  }
  return shared;
}

/** How many revisions each file of the log shares with a known one. */
function scoresOf(
  histories: Histories,
  alike: ReadonlyMap<string, readonly RevisionId[]>,
  { revisions }: KnownFile,
): Map<FileId, number> {
  const scores = new Map<FileId, number>();
  for (const { number, author, message, day } of revisions) {
    const keys = commitKeys(author, message, day);
    const same = keys.flatMap((key) => alike.get(number === null ? key : `${number} ${key}`) ?? []);
    if (same.length > MOST_ALIKE) continue;
    const files = new Set(same.map((r) => histories.fileOf(r)));
    for (const file of files) scores.set(file, (scores.get(file) ?? 0) + 1);
  }
  return scores;
}

interface Best {
  readonly partner: number;
  readonly score: number;
  /** Has no other the same score? */
  readonly isOnly: boolean;
}

function takeBest(best: Map<number, Best>, of: number, partner: number, score: number): void {
  const before = best.get(of);
  if (!before || score > before.score) best.set(of, { partner, score, isOnly: true });
  else if (score === before.score) best.set(of, { ...before, isOnly: false });
}

/**
 * A head fits a file that has as many revisions, ends at the head, and has every point that its
 * symbols name. Where several fit, those that are certain leave fewer, until nothing more is.
 */
function pairByHeads(
  histories: Histories,
  heads: KnownFiles,
  taken: ReadonlySet<FileId>,
): FilePair[] {
  const bySize = new Map<string, FileId[]>();
  for (let file = 0; file < histories.fileCount; file++)
    addTo(bySize, sizeOf(histories, file), file);
  let open = heads.map((known) => ({
    known,
    files: (bySize.get(`${String(known.head)} ${String(known.total)}`) ?? []).filter(
      (file) => !taken.has(file) && hasPoints(histories, file, known),
    ),
  }));
  const pairs = new Map<FileId, KnownFile>();
  for (let before = -1; before < pairs.size;) {
    before = pairs.size;
    const wanted = new Map<FileId, number>();
    for (const { files } of open)
      for (const file of files) wanted.set(file, (wanted.get(file) ?? 0) + 1);
    for (const { known, files } of open) {
      const [file, ...others] = files;
      if (file !== undefined && others.length === 0 && wanted.get(file) === 1) {
        pairs.set(file, known);
      }
    }
    open = open
      .filter(({ known, files }) => !files.some((file) => pairs.get(file) === known))
      .map(({ known, files }) => ({
        known,
        files: files.filter((file) => !pairs.has(file)),
      }));
  }
  return [...pairs].map(([file, known]) => ({ file, known }));
}

/** The newest trunk revision and the count of revisions, as a head tells them. */
function sizeOf(histories: Histories, file: FileId): string {
  const [first, end] = histories.revisionsOf(file);
  const lines = linesOf(histories);
  const [line] = lines.ofFile(file);
  return `${histories.numberText(lines.isBranch(line) ? first : lines.tip(line))} ${String(end - first)}`;
}

/** Has a file each revision that a symbol names, and each that a branch leaves from, and a symbol for each branch? */
function hasPoints(histories: Histories, file: FileId, { symbols }: KnownFile): boolean {
  const numbers = new Set<string>();
  const [first, end] = histories.revisionsOf(file);
  for (let r = first; r < end; r++) numbers.add(histories.numberText(r));
  const branches = new Set<string>();
  for (const { number } of symbols) {
    const branch = branchOfSymbol(number);
    const point = branch === undefined ? number : branch.replace(/\.\d+$/, '');
    if (branch !== undefined) branches.add(branch);
    if (point.includes('.') && !numbers.has(point)) return false;
  }
  return (
    symbols.length === 0 || branchesOf(histories, file).every((branch) => branches.has(branch))
  );
}

function branchesOf(histories: Histories, file: FileId): string[] {
  const lines = linesOf(histories);
  const [first, end] = lines.ofFile(file);
  const branches: string[] = [];
  for (let line: LineId = first; line < end; line++) {
    if (lines.isBranch(line)) branches.push(histories.numbers.text(lines.number(line)));
  }
  return branches;
}
