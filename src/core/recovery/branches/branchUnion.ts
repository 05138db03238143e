import { PAUSE_EVERY, type Steps } from '../../columns/steps';
import { ageOf, agesAgree, joinAges, type Ages } from './ages';
import type { LineId, Lines } from '../../history/lines';

/** From so many members on, a class keeps a set of its files. */
const MANY = 12;

/** Why two classes of branches cannot be one. */
export type Obstacle = 'two names' | 'two branches of a file' | 'made at different times';

interface Class extends Beginning {
  readonly members: LineId[];
  name: string | null;
  /** What its own commits call it, where nothing has named it. */
  ownName: string | null;
  files: Set<number> | undefined;
}

/** When all branches of a class can have been made. */
export interface Beginning {
  from: number;
  to: number;
  ages: Ages;
}

/**
 * Branches of files, joined to branches of the whole log. A class never holds two branches of one
 * file, nor two names.
 */
export class BranchUnion {
  private readonly parents: Int32Array;
  private readonly classes: (Class | undefined)[] = [];

  constructor(
    private readonly lines: Lines,
    private readonly beginnings: readonly Beginning[],
  ) {
    this.parents = new Int32Array(lines.count);
    for (let b = 0; b < lines.count; b++) this.parents[b] = b;
  }

  /** The branch that stands for a branch's class. */
  root(branch: LineId): LineId {
    const { parents } = this;
    while (parents[branch] !== branch) branch = parents[branch] = parents[parents[branch]!]!;
    return branch;
  }

  roots(): LineId[] {
    return [...this.parents.keys()].filter((b) => this.parents[b] === b && this.lines.isBranch(b));
  }

  membersOf(root: LineId): readonly LineId[] {
    return this.classOf(root).members;
  }

  nameOf(root: LineId): string | null {
    return this.classOf(root).name;
  }

  /** The class of each name. */
  named(): Map<string, LineId> {
    const named = new Map<string, LineId>();
    for (const root of this.roots()) {
      const name = this.nameOf(root);
      if (name !== null) named.set(name, root);
    }
    return named;
  }

  setName(branch: LineId, name: string): void {
    this.classOf(branch).name = name;
  }

  /** The name that a branch's own commits give it keeps it apart from what is called otherwise. */
  setOwnName(branch: LineId, name: string): void {
    this.classOf(branch).ownName = name;
  }

  /** A branch that a file got later than the others tells nothing of when they were made. */
  ignoreTime(branch: LineId): void {
    Object.assign(this.classOf(branch), { from: -Infinity, to: Infinity, ages: [] });
  }

  /** What keeps the classes of two branches apart; undefined where nothing does, or they are one. */
  obstacle(one: LineId, other: LineId): Obstacle | undefined {
    const a = this.classOf(one);
    const b = this.classOf(other);
    if (a === b) return undefined;
    const [nameOfA, nameOfB] = [a.name ?? a.ownName, b.name ?? b.ownName];
    if (nameOfA !== null && nameOfB !== null && nameOfA !== nameOfB) return 'two names';
    if (this.shareFile(a, b)) return 'two branches of a file';
    const isOneTime = Math.max(a.from, b.from) <= Math.min(a.to, b.to) && agesAgree(a.ages, b.ages);
    return isOneTime ? undefined : 'made at different times';
  }

  /** Joins the classes of two branches, where only their times may be an obstacle. */
  join(one: LineId, other: LineId): void {
    let [into, from] = [this.root(one), this.root(other)];
    if (into === from) return;
    if (this.classOf(into).members.length < this.classOf(from).members.length)
      [into, from] = [from, into];
    const a = this.classOf(into);
    const b = this.classOf(from);
    this.parents[from] = into;
    for (const member of b.members) {
      a.members.push(member);
      a.files?.add(this.lines.file(member));
    }
    a.name ??= b.name;
    a.ownName ??= b.ownName;
    // Classes made at different times keep the time of the larger one.
    if (Math.max(a.from, b.from) <= Math.min(a.to, b.to) && agesAgree(a.ages, b.ages)) {
      a.from = Math.max(a.from, b.from);
      a.to = Math.min(a.to, b.to);
      a.ages = joinAges(a.ages, b.ages);
    }
    this.classes[from] = undefined;
  }

  private classOf(branch: LineId): Class {
    const root = this.root(branch);
    return (this.classes[root] ??= {
      members: [root],
      name: null,
      ownName: null,
      files: undefined,
      ...this.beginnings[root]!,
    });
  }

  private shareFile(a: Class, b: Class): boolean {
    const [small, large] = a.members.length < b.members.length ? [a, b] : [b, a];
    if (large.members.length < MANY) {
      return small.members.some((m) =>
        large.members.some((n) => this.lines.file(m) === this.lines.file(n)),
      );
    }
    large.files ??= new Set(large.members.map((m) => this.lines.file(m)));
    const { files } = large;
    return small.members.some((m) => files.has(this.lines.file(m)));
  }
}

/** When each branch can have been made. */
export function* beginningsOf(lines: Lines): Steps<Beginning[]> {
  const beginnings: Beginning[] = [];
  for (let b = 0; b < lines.count; b++) {
    if (b % PAUSE_EVERY === PAUSE_EVERY - 1) yield;
    const [from, to] = lines.made(b);
    beginnings.push({ from, to, ages: agesOf(lines, b) });
  }
  return beginnings;
}

function agesOf(lines: Lines, branch: LineId): Ages {
  const { numbers } = lines.histories;
  const number = lines.number(branch);
  const [point] = lines.made(branch);
  return numbers.depth(number) === 3 && point !== -Infinity
    ? ageOf(point, numbers.part(number))
    : [];
}
