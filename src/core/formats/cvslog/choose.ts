import { isNextLower, NO_NUMBER, type NumberId, type Numbers } from '../../history/numbers';
import type { RevisionHead } from './revision';

/** One choice of true revisions among those that only seem to be some, up to a place. */
interface Choice {
  readonly before: Choice | undefined;
  readonly head: RevisionHead | undefined;
  readonly kept: number;
  readonly cost: number;
}

/** How many choices are followed at once. */
const CHOICES = 48;

/** What is strange about a revision at its place. */
const COST = { gap: 0.4, jump: 0.8, again: 3, style: 1, restart: 2 } as const;

/**
 * Chooses `count` revisions of those that a file seems to have, where messages quote some: the ones
 * that follow each other as `cvs log` prints them, written as the first is. The others are text.
 */
export function chooseRevisions(
  all: readonly RevisionHead[],
  count: number,
  numbers: Numbers,
): { readonly chosen: readonly RevisionHead[]; readonly cost: number } {
  let choices: Choice[] = [{ before: undefined, head: undefined, kept: 0, cost: 0 }];
  for (const [i, head] of all.entries()) {
    const left = all.length - i;
    choices = choices.flatMap((choice) => {
      const next: Choice[] = [];
      if (choice.kept + left > count) next.push(choice);
      if (choice.kept < count) {
        const cost = choice.cost + costOf(choice, head, all[0]!.style, numbers);
        next.push({ before: choice, head, kept: choice.kept + 1, cost });
      }
      return next;
    });
    choices.sort((a, b) => a.cost - b.cost || b.kept - a.kept);
    if (choices.length > CHOICES) choices.length = CHOICES;
  }
  const best = choices[0]!;
  const chosen: RevisionHead[] = [];
  for (let at: Choice | undefined = best; at?.head; at = at.before) chosen.push(at.head);
  return { chosen: chosen.reverse(), cost: best.cost };
}

function costOf(
  choice: Choice,
  { number, style }: RevisionHead,
  usual: string,
  numbers: Numbers,
): number {
  const ofStyle = style === usual ? 0 : COST.style;
  const last = choice.head?.number ?? NO_NUMBER;
  if (number === NO_NUMBER || isKept(choice, number)) return COST.again + ofStyle;
  return ofStyle + (last === NO_NUMBER ? 0 : costOfStep(last, number, numbers));
}

function costOfStep(last: NumberId, number: NumberId, numbers: Numbers): number {
  if (isNextLower(numbers, last, number)) return 0;
  const isSameLine = numbers.branchOf(last) === numbers.branchOf(number);
  if (isSameLine) return numbers.compareOnLine(number, last) < 0 ? COST.gap : COST.restart;
  if (numbers.isTrunk(number)) return COST.restart;
  return numbers.part(last) <= 1 ? 0.1 : COST.jump;
}

function isKept(choice: Choice, number: NumberId): boolean {
  for (let at: Choice | undefined = choice; at?.head; at = at.before) {
    if (at.head.number === number) return true;
  }
  return false;
}
