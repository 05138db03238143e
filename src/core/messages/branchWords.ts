import { dayOf, NO_DATE, type Day } from '../history/dates';

/** A message that says that a branch took over what is newer elsewhere. */
export interface Sync {
  /** The branch it took from; null for the trunk. */
  readonly from: string | null;
  /** The day up to which it took it, where the message says so. */
  readonly upTo: Day | null;
}

/** A name that a message gives to a branch. */
export interface BranchWord {
  readonly name: string;
  /** Does the message call it a branch, so that any name will do? Else it must be known as one. */
  readonly isCalledBranch: boolean;
}

const MOST_LINES = 4;
const MOST_CHARACTERS = 400;

/** Without one of these a message tells nothing of branches. */
export const BRANCH_WORDS = /sync|merge|catch|base|current|head|branch|integrat|pull/i;

const NAME = String.raw`[A-Za-z][\w+]*(?:[-.][\w+]+)*`;
const TRUNK = String.raw`-?\s?(?:head|trunk|(?:\w+-)?current)\b`;

const SYNC_TRUNK = new RegExp(
  String.raw`\b(?:re-?)?s+ync\w*\b[^.\n]{0,40}?\b${TRUNK}|\bcatch(?:ed|ing)?[ -]?up\b|\b(?:merge|bring|pull)\w*(?:\s+\S+){0,4}?\s+from\s+${TRUNK}|\bupdate[ds]?\s+(?:from|to)\s+${TRUNK}|^\W*re-?base\b|\bmerge\w*\s+(?:\S+\s+)?\S*-current\s+into\b|\bre-?sync\w*\s+to\s+\d{4}-\d\d-\d\d|\bmerge\w*\s+to\s+${TRUNK}`,
  'i',
);
const SYNC_BRANCH = new RegExp(
  String.raw`\b(?:re-?)?s+ync\w*\b(?:\s+up)?\s+(?:with|to|w\/|from)\s+(?:the\s+|latest\s+|somewhat-recent\s+)*(${NAME})`,
  'i',
);
/** What stands where a name could, and is none. */
const NO_BRANCH_NAME = new RegExp(`^(?:${TRUNK}|my|the|latest|recent|somewhat)`, 'i');
const DATE = /\b(?:19|20)\d\d-?[01]\d-?[0-3]\d\b/;
const BASE = new RegExp(String.raw`\b(${NAME}?)-base-?\d*\b`, 'gi');
const OWN = new RegExp(
  String.raw`\b(?:update|adapt|move|bring|sync)\s+(?:the\s+)?"?(${NAME}-${NAME})"?\s+branch\b`,
  'i',
);
const INTO_OWN = new RegExp(String.raw`\binto\s+(?:the\s+)?"(${NAME})"\s+branch\b`, 'i');
const MERGE = new RegExp(
  String.raw`\b(?:merge[ds]?|pull\s?up|integrate)\s+(?:in\s+|from\s+|back\s+)*(?:(?:some|most|all|more)\s+(?:of\s+)?)?(?:[\w ]{0,40}?\bfrom\s+)?(?:the\s+)?["[]?(${NAME})["\]]?(\s+branch\b)?`,
  'gi',
);

/** What a message tells of branches. */
export interface BranchWords {
  readonly sync: Sync | undefined;
  /** Names that a commit on a branch gives to its own branch: `Update ada-dm branch to ada-dm-base2`. */
  readonly ownNames: readonly string[];
  /** The branches that it says it merges. */
  readonly merged: readonly BranchWord[];
}

const SILENT: BranchWords = { sync: undefined, ownNames: [], merged: [] };

/** Reads the first lines of a message: what comes later tells details. */
export function readBranchWords(message: string): BranchWords {
  const head = beginning(message);
  if (!BRANCH_WORDS.test(head)) return SILENT;
  const sync = readSync(head);
  return { sync, ownNames: ownBranchNames(head, sync !== undefined), merged: mergedBranches(head) };
}

function readSync(head: string): Sync | undefined {
  const branch = SYNC_BRANCH.exec(head)?.[1];
  if (branch !== undefined && !NO_BRANCH_NAME.test(branch)) {
    const from = /^(.+?)-(?:base-?\d*|RC_?\d*|RELEASE)$/i.exec(branch)?.[1] ?? branch;
    return { from, upTo: dateIn(head) };
  }
  return SYNC_TRUNK.test(head) ? { from: null, upTo: dateIn(head) } : undefined;
}

function ownBranchNames(head: string, isSync: boolean): string[] {
  const names = new Set<string>();
  const base = isSync || /\b(?:update|merge)\b/i.test(head) ? [...head.matchAll(BASE)] : [];
  for (const [, name] of base) if (name) names.add(name);
  for (const pattern of [OWN, INTO_OWN]) {
    const name = pattern.exec(head)?.[1];
    if (name !== undefined) names.add(name);
  }
  return [...names];
}

function mergedBranches(head: string): BranchWord[] {
  if (!/\b(?:merge|pull ?up|integrate)/i.test(head)) return [];
  return [...head.matchAll(MERGE)].map(([, name, called]) => ({
    name: name!,
    isCalledBranch: called !== undefined,
  }));
}

function beginning(message: string): string {
  let end = 0;
  for (let line = 0; line < MOST_LINES && end >= 0; line++) end = message.indexOf('\n', end + 1);
  return message.slice(0, end < 0 ? MOST_CHARACTERS : Math.min(end, MOST_CHARACTERS));
}

function dateIn(text: string): Day | null {
  const digits = DATE.exec(text)?.[0].replaceAll('-', '');
  if (digits === undefined) return null;
  const day = dayOf(
    Number(digits.slice(0, 4)),
    Number(digits.slice(4, 6)),
    Number(digits.slice(6)),
  );
  return day === NO_DATE ? null : day;
}
