import { holdingOf } from '../answers/points/holding';
import { NO_DATE } from '../history/dates';
import type { Histories } from '../history/histories';
import type { RevisionId } from '../history/ids';
import { TRUNK } from '../history/numbers';
import type { Log } from '../log';
import { problemReports } from '../messages/people';
import type { ChangesetId } from '../recovery/changesets/changesets';
import { fileLabel } from '../words/files';
import type { Condition, Query, Term } from './parse';

/** A pause is offered each time that so many changesets were looked at. */
const STEP = 512;

/**
 * The changesets that a query asks for, oldest first: one of whose revisions all terms hold for, and
 * none of whose revisions one with `-` holds for. Yields the share that is done.
 */
export function* findChangesets(log: Log, { terms }: Query): Generator<number, Int32Array> {
  const { changesets } = log.recovery;
  const holds = terms.map((term) => testOf(log, term));
  const wanted = holds.filter((_, i) => !terms[i]!.isNegated);
  const unwanted = holds.filter((_, i) => terms[i]!.isNegated);
  const found: ChangesetId[] = [];
  for (let id = 0; id < changesets.count; id++) {
    const revisions = changesets.revisionsOf(id);
    if (
      revisions.some((r) => wanted.every((test) => test(r))) &&
      !unwanted.some((test) => revisions.some(test))
    ) {
      found.push(id);
    }
    if (id % STEP === STEP - 1) yield id / changesets.count;
  }
  return Int32Array.from(found);
}

type Test = (revision: RevisionId) => boolean;

function testOf(log: Log, term: Term): Test {
  const { histories, recovery } = log;
  switch (term.key) {
    case 'text':
    case 'pattern':
      return textTest(log, term);
    case 'author':
      return byId(
        (r) => histories.authorId(r),
        (r) => term.name.test(histories.author(r)),
      );
    case 'branch':
      return (r) => branchTest(log, r, term.name);
    case 'file':
      return byId(
        (r) => histories.fileOf(r),
        (r) => term.name.test(fileLabel(log, histories.fileOf(r))),
      );
    case 'tag':
      return (r) => histories.tags(r).some((tag) => term.name.test(tag));
    case 'date':
      return (r) => {
        const day = histories.day(r);
        return day !== NO_DATE && day >= term.first && day <= term.last;
      };
    case 'rev':
      return (r) => isAtOrOn(histories, r, term.number);
    case 'ticket':
      return (r) => recovery.messages.factsOf(r).pullUp?.ticket === term.ticket;
    case 'pr':
      return byMessage(log, (r) =>
        problemReports(histories.message(r)).some(
          (report) =>
            report.toLowerCase() === term.report || report.replace(/^.*\//, '') === term.report,
        ),
      );
    case 'kind':
      return (r) => isOfKind(log, r, term.kind);
    case 'in': {
      const holding = holdingOf(log, term.point);
      // What cannot be told is neither in nor not in.
      return (r) => holding.has(r) ?? term.isNegated;
    }
  }
}

/** Words are looked for in messages, and in the names that stand in a row beside them. */
function textTest(log: Log, term: Extract<Condition, { key: 'text' | 'pattern' }>): Test {
  const { histories, recovery } = log;
  const has = (text: string): boolean =>
    term.key === 'text' ? text.toLowerCase().includes(term.words) : term.pattern.test(text);
  const inMessage =
    term.key === 'text'
      ? wordsTest(log, term.words)
      : byMessage(log, (r) => has(histories.message(r)));
  const inAuthor = byId(
    (r) => histories.authorId(r),
    (r) => has(histories.author(r)),
  );
  const inFile = byId(
    (r) => histories.fileOf(r),
    (r) => has(fileLabel(log, histories.fileOf(r))),
  );
  return (r) =>
    inMessage(r) ||
    inAuthor(r) ||
    inFile(r) ||
    has(recovery.branches.of(r)?.name ?? '') ||
    histories.tags(r).some(has);
}

const lowered = new WeakMap<Histories, Map<number, string>>();

/** Messages in lower case are kept: the same are looked through with every key that is typed. */
function wordsTest({ histories, recovery }: Log, words: string): Test {
  let texts = lowered.get(histories);
  if (!texts) lowered.set(histories, (texts = new Map<number, string>()));
  const known = texts;
  return byId(
    (r) => recovery.messages.idOf(r),
    (r) => {
      const id = recovery.messages.idOf(r);
      let text = known.get(id);
      if (text === undefined) known.set(id, (text = histories.message(r).toLowerCase()));
      return text.includes(words);
    },
  );
}

/** Each message is looked at once. */
function byMessage({ recovery }: Log, test: Test): Test {
  return byId((r) => recovery.messages.idOf(r), test);
}

/** A test whose answer depends on an id alone is made once for each. */
function byId(idOf: (revision: RevisionId) => number, test: Test): Test {
  const answers: (boolean | undefined)[] = [];
  return (r) => {
    const id = idOf(r);
    return id < 0 ? test(r) : (answers[id] ??= test(r));
  };
}

function branchTest({ histories, recovery }: Log, r: RevisionId, name: RegExp): boolean {
  const number = histories.numbers.branchOf(histories.number(r));
  if (number === TRUNK) return name.test('trunk');
  const branch = recovery.branches.of(r);
  const names = branch ? [branch.name, recovery.seriesOf(branch)?.name] : [];
  return (
    names.some((one) => one != null && name.test(one)) || name.test(histories.numbers.text(number))
  );
}

/** `1.54` is itself and what is on branches from it; `1.54.2` is what is on that branch. */
function isAtOrOn(histories: Histories, r: RevisionId, number: string): boolean {
  const own = histories.numberText(r);
  return own === number || own.startsWith(`${number}.`);
}

function isOfKind({ recovery }: Log, r: RevisionId, kind: string): boolean {
  const { placeholder, pullUp, sync, merged } = recovery.messages.factsOf(r);
  switch (kind) {
    case 'pullup':
      return pullUp !== undefined;
    case 'sync':
      return sync !== undefined;
    case 'merge':
      return merged.length > 0 || recovery.edgesTo(r).some((edge) => edge.kind === 'merge');
    default:
      return placeholder !== undefined;
  }
}
