import * as vscode from 'vscode';
import type { RevisionId } from '../core/history/ids';
import type { Reference } from '../core/answers/references';
import { holdersOf, type Holders } from '../core/answers/subjects/holders';
import { namedSubjects, type NamedSubject, type Subject } from '../core/answers/subjects/subject';
import { linesOf } from '../core/history/lines';
import { tagsOf } from '../core/answers/tags';
import { NO_SHIFT } from '../logs/lineShift';
import { runSteps } from '../logs/steps';
import type { Reading } from '../logs/logs';
import { isReference, placeIn, subjectIn, type Near } from './subjectIn';

/** So many places are looked at; a list of more helps nobody. */
const MOST_PLACES = 2000;

/** The first line of a revision. */
export function locationOf(
  { uri, log, shift = NO_SHIFT }: Near,
  revision: RevisionId,
): vscode.Location {
  const line = shift.now(log.histories.linesOf(revision)[0]);
  return new vscode.Location(uri, new vscode.Range(line, 0, line, 0));
}

/** A revision, or the tip of a branch. */
export function revisionMeant({ log }: Reading, reference: Reference): RevisionId {
  if (reference.kind === 'revision') return reference.revision;
  const { of, branch } = reference;
  return log.history(log.histories.fileOf(of)).line(branch)!.revisions[0]!;
}

/** What a reader is shown who asks for a subject's definition: of a branch its tip, of a file its newest revision. */
export async function definitionsOf(
  reading: Near,
  subject: Subject,
  line: number,
  token: vscode.CancellationToken,
): Promise<readonly RevisionId[]> {
  const { log, shift = NO_SHIFT } = reading;
  const { histories } = log;
  if (isReference(subject)) return [revisionMeant(reading, subject)];
  const here = histories.revisionAt(shift.then(line));
  const own = (all: readonly RevisionId[]): readonly RevisionId[] => {
    const ofFile = all.filter(
      (r) => here !== undefined && histories.fileOf(r) === histories.fileOf(here),
    );
    return ofFile.length > 0 ? ofFile : all;
  };
  switch (subject.kind) {
    case 'absent file':
      return [];
    case 'file':
      return [histories.revisionsOf(subject.file)[0]];
    case 'tag':
      return own(tagsOf(histories).find(({ name }) => name === subject.name)?.revisions ?? []);
    case 'named branch': {
      const lines = linesOf(histories);
      return own(subject.branch.members.map((member) => lines.tip(member)));
    }
    case 'author':
    case 'report':
    case 'ticket': {
      const holders = await runSteps(holdersOf(log, subject), token);
      const all = holders ? (holders.own.length > 0 ? holders.own : holders.naming) : [];
      if (subject.kind === 'ticket') return all.slice(0, MOST_PLACES);
      const [first, ...rest] = all;
      if (first === undefined) return [];
      return [rest.reduce((a, b) => (histories.moment(b) < histories.moment(a) ? b : a), first)];
    }
  }
}

/** All places that have to do with a named subject: of each revision the word, or its first line. */
export function placesOf(
  reading: Reading,
  document: vscode.TextDocument,
  subject: NamedSubject,
  { own, naming }: Holders,
): vscode.Location[] {
  const places = own.slice(0, MOST_PLACES).map((r) => locationOf(reading, r));
  for (const holder of naming.slice(0, MOST_PLACES)) {
    const found = wordsIn(reading, document, holder, subject);
    places.push(...(found.length > 0 ? found : [locationOf(reading, holder)]));
  }
  return places;
}

/** Where the lines of a revision name a subject. */
export function wordsIn(
  reading: Reading,
  document: vscode.TextDocument,
  revision: RevisionId,
  subject: NamedSubject,
): vscode.Location[] {
  const { log, uri } = reading;
  const places: vscode.Location[] = [];
  const [first, last] = log.histories.linesOf(revision);
  for (let line = first; line <= last && line < document.lineCount; line++)
    for (const each of namedSubjects(log, placeIn(reading, document, line)))
      if (isSame(each, subject))
        places.push(new vscode.Location(uri, new vscode.Range(line, each.from, line, each.to)));
  return places;
}

function isSame(a: NamedSubject, b: NamedSubject): boolean {
  switch (a.kind) {
    case 'author':
    case 'tag':
      return a.kind === b.kind && a.name === b.name;
    case 'ticket':
      return a.kind === b.kind && a.ticket === b.ticket;
    case 'report':
      return a.kind === b.kind && numberOf(a.report) === numberOf(b.report);
    case 'named branch':
      return a.kind === b.kind && a.branch === b.branch;
    case 'file':
      return a.kind === b.kind && a.file === b.file;
    case 'absent file':
      return a.kind === b.kind && a.path === b.path;
  }
}

function numberOf(report: string): string {
  return report.slice(report.indexOf('/') + 1);
}

/** What went from a revision and came to it, and the first revisions of branches that leave from it. */
export function relatedTo({ log }: Reading, revision: RevisionId): RevisionId[] {
  const { recovery, histories } = log;
  const branches = log.history(histories.fileOf(revision)).branchesFrom(revision);
  return [
    ...new Set([
      ...recovery.edgesTo(revision).map(({ from }) => from),
      ...recovery.edgesFrom(revision).map(({ to }) => to),
      ...branches.map(({ revisions }) => revisions.at(-1)!),
    ]),
  ];
}

/** Where the messages of its file, and those of its pull-ups, name a revision by its number. */
export function mentionsOf(
  reading: Reading,
  document: vscode.TextDocument,
  revision: RevisionId,
): vscode.Location[] {
  const { log, uri } = reading;
  const { histories } = log;
  const number = histories.numberText(revision);
  const [first, end] = histories.revisionsOf(histories.fileOf(revision));
  const holders = new Set(Array.from({ length: end - first }, (_, i) => first + i));
  for (const { to } of log.recovery.edgesFrom(revision)) holders.add(to);
  const places: vscode.Location[] = [];
  let looked = 0;
  for (const holder of holders) {
    if (!histories.message(holder).includes(number)) continue;
    const [from, to] = histories.linesOf(holder);
    for (let line = from; line <= to && line < document.lineCount; line++) {
      const { text } = document.lineAt(line);
      for (let at = text.indexOf(number); at >= 0; at = text.indexOf(number, at + 1)) {
        if (looked++ > MOST_PLACES) return places;
        const found = subjectIn(reading, document, new vscode.Position(line, at + 1));
        if (found?.kind !== 'revision' || found.isOwnLine || found.revision !== revision) continue;
        places.push(new vscode.Location(uri, new vscode.Range(line, at, line, at + number.length)));
      }
    }
  }
  return places;
}
