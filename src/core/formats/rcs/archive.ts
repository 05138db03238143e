import { grown } from '../../columns/grow';
import { NO_NUMBER, type NumberId, type Numbers } from '../../history/numbers';
import { decode } from '../../text/decode';

/** A stretch of an archive's bytes. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** Where a delta says nothing. */
export const ABSENT = -1;

/** A name, or a user, with the number as it is printed. */
export interface Pair {
  readonly name: string;
  readonly number: string;
}

/** What stands above the deltas. */
export interface Admin {
  readonly head: string;
  readonly branch: string;
  readonly access: readonly string[];
  readonly symbols: readonly Pair[];
  readonly locks: readonly Pair[];
  readonly isStrict: boolean;
  readonly expand: string;
}

/**
 * An archive as rcsfile(5) has it, its deltas as columns: stretches of the bytes from `...At` to
 * `...To`, and numbers as ids of the log.
 */
export class Archive {
  admin: Admin = NO_ADMIN;
  head: NumberId = NO_NUMBER;
  description: Stretch = { from: 0, to: 0 };
  /** Does it end before the text of its last delta does? */
  isCut = false;
  /** Does it begin as archives do? */
  isArchive = false;
  /** Offsets where it is not as rcsfile(5) has it, in ascending order. */
  damage: readonly number[] = [];
  /** Deltas whose number is lost, by place. */
  readonly nameless: number[] = [];
  /** How many deltas have their text. */
  texts = 0;

  readonly number: NumberId[] = [];
  readonly numberAt: number[] = [];
  readonly numberTo: number[] = [];
  readonly dateAt: number[] = [];
  readonly dateTo: number[] = [];
  readonly authorAt: number[] = [];
  readonly authorTo: number[] = [];
  readonly stateAt: number[] = [];
  readonly stateTo: number[] = [];
  readonly commitAt: number[] = [];
  readonly commitTo: number[] = [];
  /** The next older revision on the trunk, the next newer one on a branch; NO_NUMBER at the end. */
  readonly next: NumberId[] = [];
  /** The first revisions of the branches that leave here, all deltas' in one list. */
  readonly branchesAt: number[] = [];
  readonly branchesTo: number[] = [];
  readonly branches: NumberId[] = [];
  /** The message, still with each `@` doubled, and the text or its edits. */
  readonly logAt: number[] = [];
  readonly logTo: number[] = [];
  readonly textAt: number[] = [];
  readonly textTo: number[] = [];
  /** What CVSNT says that revisions merged, by place: numbers as text. */
  readonly mergePoints = new Map<number, string>();
  /** Numbers that none can have, by their text. */
  private readonly odd = new Map<string, NumberId>();

  constructor(
    readonly bytes: Uint8Array,
    readonly numbers: Numbers,
    private readonly places: Places,
  ) {}

  get count(): number {
    return this.number.length;
  }

  /** The place of the delta of a number, or ABSENT. */
  find(number: NumberId): number {
    return this.places.of(number);
  }

  text(from: number, to: number): string {
    return decode(this.bytes, from, to);
  }

  /** The id of a number as it is written; what no number can be has one, too. */
  idOf(from: number, to: number): NumberId {
    const number = this.numbers.read(this.bytes, from, to);
    return number === NO_NUMBER ? this.oddId(from, to) : number;
  }

  /** Begins the delta of a number; one that comes again is the same. */
  open(from: number, to: number): number {
    const number = this.idOf(from, to);
    const known = this.find(number);
    if (known !== ABSENT) return known;
    const place = this.add();
    this.call(place, from, to);
    return place;
  }

  /** Begins a delta whose number is lost. */
  openNameless(): number {
    const place = this.add();
    this.nameless.push(place);
    return place;
  }

  /** Gives a delta another number, which stands somewhere. */
  rename(place: number, { from, to }: Stretch): void {
    if (this.number[place] !== NO_NUMBER) this.places.set(this.number[place]!, ABSENT);
    this.call(place, from, to);
  }

  private call(place: number, from: number, to: number): void {
    const number = this.idOf(from, to);
    this.number[place] = number;
    this.numberAt[place] = from;
    this.numberTo[place] = to;
    this.places.set(number, place);
  }

  private add(): number {
    const place = this.number.push(NO_NUMBER) - 1;
    this.numberAt.push(0);
    this.numberTo.push(0);
    this.dateAt.push(0);
    this.dateTo.push(0);
    this.authorAt.push(0);
    this.authorTo.push(0);
    this.stateAt.push(0);
    this.stateTo.push(0);
    this.commitAt.push(0);
    this.commitTo.push(0);
    this.next.push(NO_NUMBER);
    this.branchesAt.push(0);
    this.branchesTo.push(0);
    this.logAt.push(ABSENT);
    this.logTo.push(ABSENT);
    this.textAt.push(ABSENT);
    this.textTo.push(ABSENT);
    return place;
  }

  /** The id of a number of the archive. */
  known(text: string): NumberId {
    return this.odd.get(text) ?? this.numbers.parse(text) ?? NO_NUMBER;
  }

  /** Can a revision have this number? */
  isRevision(number: NumberId): boolean {
    const { numbers } = this;
    return number !== NO_NUMBER && !numbers.isWord(number) && numbers.depth(number) % 2 === 0;
  }

  /** Its places are of use no longer. */
  close(): void {
    this.places.clear(this.number);
  }

  private oddId(from: number, to: number): NumberId {
    const text = this.text(from, to);
    let id = this.odd.get(text);
    if (id === undefined) this.odd.set(text, (id = this.numbers.word(text)));
    return id;
  }
}

/** Where the delta of each number stands in the archive that is read. */
export class Places {
  private places = new Int32Array(1024).fill(ABSENT);

  of(number: NumberId): number {
    return number < 0 ? ABSENT : (this.places[number] ?? ABSENT);
  }

  set(number: NumberId, place: number): void {
    if (number >= this.places.length) this.places = grown(this.places, number * 2, ABSENT);
    this.places[number] = place;
  }

  clear(numbers: readonly NumberId[]): void {
    for (const number of numbers) this.places[number] = ABSENT;
  }
}

const NO_ADMIN: Admin = {
  head: '',
  branch: '',
  access: [],
  symbols: [],
  locks: [],
  isStrict: false,
  expand: 'kv',
};
