import type { Log } from '../core/log';
import { holdOutBranches, holdOutPaths, type HeldOut } from './holdOut';
import { reportOn, type Report, type ToldFact } from '../core/answers/report';
import { sentenceOf } from '../core/problems/problem';
import { count } from '../core/text/count';
import { printable } from '../core/text/printable';
import type { Input, Output } from './command';

/** So many times something is hidden and looked for. */
const SEEDS = 20;

/** What was recovered, how, and what stays unknown; with --holdout, how much is found without half of it. */
export function report({ path, source, json, holdout }: Input): Output {
  const log = source.log();
  const exitCode = log.histories.count > 0 ? 0 : 1;
  const tries = holdout ? tryHoldOut(log) : undefined;
  const numbers = reportOn(log);
  const lines = json
    ? [`${JSON.stringify({ ...numbers, ...(tries ? { holdout: tries } : {}) }, null, 1)}\n`]
    : [...text(path, numbers), ...problems(path, log), ...(tries ? holdOutText(tries) : [])];
  return { lines, exitCode };
}

const TOLD: readonly (readonly [ToldFact, string])[] = [
  ['state', 'states (dead or alive)'],
  ['lines', 'lines added and removed'],
  ['commitId', 'commit ids'],
  ['time', 'the time of day'],
  ['tags', 'tags'],
];

interface Tries {
  readonly branches: readonly HeldOut[];
  readonly paths: readonly HeldOut[];
}

function tryHoldOut(log: Log): Tries {
  const seeds = Array.from({ length: SEEDS }, (_, i) => i + 1);
  return {
    branches: seeds.map((seed) => holdOutBranches(log, seed)),
    paths: seeds.map((seed) => holdOutPaths(log, seed)),
  };
}

function* text(
  path: string,
  { revisions, files, branches, changesets, edges, facts, contradictions, told }: Report,
): Generator<string> {
  const { byStatus } = files;
  const rows: [string, string][] = [
    ['files with a name', of(files.named, files.count)],
    ['files with a full path', of(files.fullPaths, files.count)],
    ['  stated by the log', plain(byStatus.stated)],
    ['  directory inferred from the order', plain(byStatus.inferred)],
    ['    of these, from rising names alone', plain(files.onward)],
    ['files with a part of their path', plain(byStatus.partial)],
    ['files of which nothing is known', plain(byStatus.unknown)],
    ['branches of a file with a name', of(branches.named, branches.count)],
    ['branches of the whole log', plain(branches.joined)],
    ['  of one file only', plain(branches.alone)],
    ['  that take pull-ups with tickets', plain(branches.releases)],
    ['changesets', plain(changesets.count)],
    ['  of several revisions', plain(changesets.severalFiles)],
    ['  revisions of the largest', plain(changesets.largest)],
    ['pull-ups, revision to revision (stated)', plain(edges.pullUps)],
    [
      '  pulled-up revisions with a source',
      of(edges.pullUpRevisionsWithSource, edges.pullUpRevisions),
    ],
    ['  references that the log does not hold', plain(edges.dangling)],
    ['syncs (inferred)', plain(edges.syncs)],
    ['merges', plain(edges.merges)],
    ['problem reports', plain(facts.problemReports)],
    ['tickets', plain(facts.tickets)],
    ['revisions that name people', plain(facts.people)],
    ['contradictions', plain(contradictions)],
  ];
  yield `${printable(path)}: ${count(revisions, 'revision')}\n\n`;
  const width = Math.max(...rows.map(([what]) => what.length));
  for (const [what, value] of rows) yield `${what.padEnd(width)}  ${value}\n`;
  const untold = TOLD.filter(([fact]) => told[fact] === 0).map(([, words]) => words);
  if (untold.length > 0) yield `\nNot told by this log: ${untold.join(', ')}.\n`;
}

function* problems(path: string, { recovery }: Log): Generator<string> {
  for (const problem of recovery.contradictions) {
    const { line, code } = problem;
    yield `${printable(path)}:${String(line + 1)}: ${code}: ${sentenceOf(problem)}\n`;
  }
}

function* holdOutText({ branches, paths }: Tries): Generator<string> {
  const share = branches.map(({ found, hidden }) => (hidden === 0 ? 1 : found / hidden));
  const mean = share.reduce((a, b) => a + b, 0) / share.length;
  const wrong = (tries: readonly HeldOut[]): string =>
    plain(tries.reduce((sum, held) => sum + held.wrong, 0));
  yield `\nHidden at random, ${String(SEEDS)} times:\n`;
  yield `half of the lines “was added on branch”: ${(mean * 100).toFixed(1)} % of the names found again, ${wrong(branches)} wrong\n`;
  yield `the placeholders of half the files: at least ${plain(Math.min(...paths.map(({ found }) => found)))} full paths, ${wrong(paths)} wrong\n`;
}

function of(part: number, all: number): string {
  return all === 0 ? '0' : `${plain(part)} of ${plain(all)} (${((100 * part) / all).toFixed(1)} %)`;
}

function plain(count: number): string {
  return String(count);
}
