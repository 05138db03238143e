import { addTo, groupBy } from '../../columns/grouped';
import { NO_NUMBER, TRUNK, type NumberId } from '../../history/numbers';
import { ABSENT, type Archive, type Stretch } from './archive';
import { numbersWithTexts } from './deltaTexts';
import { Scanner, Token } from './scanner';

/**
 * Each delta but the head's is named by the `next` or the `branches` of another. Those that have lost
 * their number, or have one that none names, get the numbers that are named and have no delta, in
 * their order; but a number is only changed where the texts have the other.
 */
export function nameDeltas(archive: Archive, unnamed: readonly number[], damage: number[]): void {
  const { nameless, number, numbers } = archive;
  if (unnamed.length === 0) return;
  const withTexts = numbersWithTexts(archive);
  const odd = unnamed.filter((place) => !withTexts.has(number[place]!));
  const all = numbersNamed(archive);
  const known = all.filter(({ from, to }) => withTexts.has(archive.idOf(from, to)));
  const wanted = nameless.length === unnamed.length ? all : known;
  const places = wanted.length === odd.length ? odd : nameless;
  for (const [i, place] of places.entries()) {
    const stretch = wanted[i];
    if (number[place] !== NO_NUMBER) damage.push(archive.numberAt[place]!);
    if (stretch) archive.rename(place, stretch);
    else number[place] = numbers.word('');
  }
}

/** What is wrong with the links of an archive, by places of its deltas. */
export interface LinkFaults {
  /** Those that none leads to, but the head. */
  readonly unnamed: readonly number[];
  /** Those that lead to what is not there, each as often as it does. */
  readonly leadingNowhere: readonly number[];
}

export function linkFaults(archive: Archive): LinkFaults {
  const { next, branches, branchesAt, branchesTo, count } = archive;
  const leadingNowhere: number[] = [];
  const isNamed = new Uint8Array(count);
  const name = (from: number, number: NumberId): void => {
    const to = archive.find(number);
    if (to === ABSENT) leadingNowhere.push(from);
    else isNamed[to] = 1;
  };
  for (let place = 0; place < count; place++) {
    if (next[place] !== NO_NUMBER) name(place, next[place]!);
    for (let i = branchesAt[place]!; i < branchesTo[place]!; i++) name(place, branches[i]!);
  }
  const head = archive.find(archive.known(archive.admin.head));
  const unnamed: number[] = [];
  for (let place = 0; place < count; place++)
    if (isNamed[place] === 0 && place !== head) unnamed.push(place);
  return { unnamed, leadingNowhere };
}

/** Where revisions stand that `head`, `next` and `branches` name and that have no delta. */
function numbersNamed(archive: Archive): Stretch[] {
  const wanted = new Map<NumberId, Stretch>();
  const scanner = new Scanner(archive.bytes);
  while (scanner.nextWord() && !scanner.is('desc')) {
    const isLink = scanner.is('head') || scanner.is('next') || scanner.is('branches');
    if (scanner.beginsDelta()) continue;
    while (scanner.nextInPhrase()) {
      if (!isLink || scanner.kind !== Token.word) continue;
      const { from, to } = scanner;
      const number = archive.idOf(from, to);
      if (archive.find(number) === ABSENT) wanted.set(number, { from, to });
    }
  }
  return [...wanted.values()];
}

/**
 * Where deltas cannot be reached from the head, their numbers tell what the lost links were: the
 * trunk goes down from its highest number, a branch up from its lowest, which leaves its point.
 */
export function mendLinks(archive: Archive, damage: number[], isCut: boolean): void {
  const { number, numbers } = archive;
  if (archive.find(archive.head) === ABSENT) {
    const trunk = number.filter((each) => archive.isRevision(each) && numbers.isTrunk(each));
    if (trunk.length === 0) return;
    archive.head = trunk.reduce((a, b) => (numbers.compareOnLine(a, b) < 0 ? b : a));
    archive.admin = { ...archive.admin, head: numbers.text(archive.head) };
    damage.push(0);
  }
  const { unnamed, leadingNowhere } = linkFaults(archive);
  // What an archive that is cut leads to stands behind the cut.
  if (!isCut) for (const place of leadingNowhere) damage.push(archive.numberAt[place]!);
  if (unnamed.length === 0) return;
  const lines = groupBy(
    number.filter((each) => archive.isRevision(each)),
    (each) => numbers.branchOf(each),
  );
  const reached = new Set([...archive.next, ...archive.branches]);
  const leaving = new Map<number, NumberId[]>();
  for (const [branch, line] of lines) {
    line.sort((a, b) => numbers.compareOnLine(a, b) * (branch === TRUNK ? -1 : 1));
    mendLine(archive, line, reached, damage);
    const [first] = line;
    const point = archive.find(numbers.pointOf(branch));
    if (branch === TRUNK || reached.has(first!) || point === ABSENT) continue;
    addTo(leaving, point, first!);
  }
  for (const [point, firsts] of leaving) {
    listBranches(archive, point, firsts);
    damage.push(archive.numberAt[point]!);
  }
}

function mendLine(
  archive: Archive,
  line: readonly NumberId[],
  reached: ReadonlySet<NumberId>,
  damage: number[],
): void {
  for (const [i, to] of line.entries()) {
    if (i === 0 || reached.has(to)) continue;
    const place = archive.find(line[i - 1]!);
    if (archive.find(archive.next[place]!) !== ABSENT) continue;
    archive.next[place] = to;
    damage.push(archive.numberAt[place]!);
  }
}

/** Lists branches with those that their point has, in ascending order. */
function listBranches(archive: Archive, point: number, firsts: readonly NumberId[]): void {
  const { branches, branchesAt, branchesTo, numbers } = archive;
  const all = [...branches.slice(branchesAt[point], branchesTo[point]), ...firsts];
  all.sort((a, b) => numbers.compare(a, b));
  branchesAt[point] = branches.length;
  for (const each of all) branches.push(each);
  branchesTo[point] = branches.length;
}
