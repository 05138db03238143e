import { grown } from '../columns/grow';
import type { Entries } from '../formats/entries';
import { NO_REVISION, type RevisionId } from '../history/ids';
import { isNextLower, TRUNK, type NumberId } from '../history/numbers';
import type { Problem } from '../problems/problem';
import {
  emptyFile,
  follow,
  followNext,
  type Decision,
  type FileState,
  type Opening,
} from './fileState';
import { isOtherForm } from './form';
import type { Law } from './law';

/** What became of an entry: text of the one above it, a revision, or nothing that counts. */
export const Fate = { text: 0, revision: 1, dropped: 2 } as const;

/**
 * The files while they are put together. Revisions are known by their entries here; `finish` numbers
 * those that were accepted.
 */
export class Assembly {
  readonly problems: Problem[];
  readonly fates: Uint8Array<ArrayBuffer>;
  readonly predecessors: Int32Array<ArrayBuffer>;
  /** 1 where an entry's list of branches counts. */
  readonly lists: Uint8Array<ArrayBuffer>;
  /** The first entry of each file. */
  readonly fileStarts: number[] = [];

  /** The current file's first entry, or NO_REVISION before the section's first file. */
  fileStart = NO_REVISION;
  /** Its entry that was accepted last in order, and last of all. */
  lastEntry: RevisionId = NO_REVISION;
  newest: RevisionId = NO_REVISION;
  readonly state: FileState = emptyFile();
  /** Is no file before it in its section? Then the log may have been cut above it. */
  isFirstOfSection = false;
  /** The end of the section's entries, and the law that it is read by. */
  to = 0;
  law: Law = {
    lines: 'all',
    order: 'newest first',
    isCut: false,
    isSingle: false,
    form: 'both',
  };

  /** The listing entries of the current file. */
  readonly listing: RevisionId[] = [];

  /** By number: the entry, or the newest entry of the branch, that had it last. */
  private seenAt: Int32Array<ArrayBuffer>;
  /** By branch: the entry that listed it last. */
  private listedAt: Int32Array<ArrayBuffer>;

  constructor(readonly entries: Entries) {
    this.problems = entries.problems;
    this.fates = new Uint8Array(entries.count);
    this.lists = new Uint8Array(entries.count);
    this.predecessors = new Int32Array(entries.count).fill(NO_REVISION);
    this.seenAt = new Int32Array(entries.numbers.size * 2).fill(NO_REVISION);
    this.listedAt = new Int32Array(entries.numbers.size * 2).fill(NO_REVISION);
  }

  openSection(to: number, law: Law): void {
    this.to = to;
    this.law = law;
    this.fileStart = NO_REVISION;
    this.lastEntry = this.newest = NO_REVISION;
    Object.assign(this.state, emptyFile());
    this.isFirstOfSection = true;
  }

  /** Is an entry text by the law of its page? */
  isText(e: number): boolean {
    return isOtherForm(this.entries, e, this.law.form);
  }

  /** Has the current file an entry that could be the start of another? */
  get isOpen(): boolean {
    return this.fileStart !== NO_REVISION;
  }

  /** The entry of this number, or the newest of this branch, in the current file. */
  seen(number: NumberId): RevisionId | undefined {
    const at = this.seenAt[number];
    return at !== undefined && this.isOpen && at >= this.fileStart ? at : undefined;
  }

  listed(branch: NumberId): RevisionId | undefined {
    const at = this.listedAt[branch];
    return at !== undefined && this.isOpen && at >= this.fileStart ? at : undefined;
  }

  /** Is entry e byte for byte the same as `other`, or without one, as the entry of its number? */
  repeatsEarlier(e: number, other: number | undefined): boolean {
    const { bytes, start, number } = this.entries;
    const earlier = other ?? this.seen(number[e]!);
    if (earlier === undefined) return false;
    const length = this.entries.textEnd(e) - start[e]!;
    for (let i = 0; i < length; i++) {
      if (bytes[start[earlier]! + i] !== bytes[start[e]! + i]) return false;
    }
    return true;
  }

  /** The file starts with entry e. */
  openFile(e: number): void {
    this.isFirstOfSection = !this.isOpen;
    this.fileStart = e;
    this.fileStarts.push(e);
    this.lastEntry = this.newest = NO_REVISION;
    Object.assign(this.state, emptyFile());
    this.listing.length = 0;
  }

  /** Entry e is the current file's next revision; out of order, the one before it stays the last. */
  accept(e: number, decision: Decision): void {
    const { entries, state } = this;
    const { numbers } = entries;
    const number = entries.number[e]!;
    this.fates[e] = Fate.revision;
    this.newest = e;
    if (decision === 'word') return;
    const isNext = this.lastEntry !== NO_REVISION && isNextLower(numbers, state.last, number);
    if (isNext && decision === 'fits' && !entries.doesList(e)) {
      this.predecessors[this.lastEntry] = e;
      if (!state.onTrunk && numbers.part(number) === 1) this.linkToPoint(e, number);
      this.seenAt[number] = e;
      this.lastEntry = e;
      followNext(state, number, entries.day[e]!);
      return;
    }
    const branch = numbers.branchOf(number);
    const opening = this.openingOf(branch);
    if (isNext) this.predecessors[this.lastEntry] = e;
    if (branch !== TRUNK) {
      if (numbers.part(number) === 1) this.linkToPoint(e, number);
      if (this.seen(branch) === undefined) this.seenAt[branch] = e;
    }
    this.seenAt[number] = e;
    const lists = entries.doesList(e) ? this.noteBranches(e) : [];
    if (decision !== 'out-of-order' || this.lastEntry === NO_REVISION) this.lastEntry = e;
    follow(state, numbers, { number, day: entries.day[e]!, decision, opening, lists });
  }

  /** A branch's first revision was made from its branch point. */
  private linkToPoint(e: number, number: NumberId): void {
    const { numbers } = this.entries;
    const point = numbers.pointOf(numbers.branchOf(number));
    this.predecessors[e] = this.seen(point) ?? NO_REVISION;
  }

  private openingOf(branch: NumberId): Opening {
    if (branch === TRUNK || this.law.lines === 'one' || this.seen(branch) !== undefined)
      return 'none';
    return this.listed(branch) === undefined ? 'unlisted' : 'listed';
  }

  /** The branches that entry e lists and that the file has not met. */
  private noteBranches(e: number): readonly NumberId[] {
    const list = this.entries.listOf(e);
    if (list.length === 0) return list;
    this.lists[e] = 1;
    this.listing.push(e);
    this.makeRoom();
    const fresh = list.filter(
      (branch) => this.listed(branch) === undefined && this.seen(branch) === undefined,
    );
    for (const branch of list) this.listedAt[branch] = e;
    return this.law.lines === 'all' ? fresh : [];
  }

  private makeRoom(): void {
    const { size } = this.entries.numbers;
    if (size <= this.seenAt.length) return;
    this.seenAt = grown(this.seenAt, size * 2, NO_REVISION);
    this.listedAt = grown(this.listedAt, size * 2, NO_REVISION);
  }
}
