import type { Answer } from '../core/answers/answer';
import { evidenceAnswer } from '../core/answers/evidenceAnswer';
import { fixAnswer } from '../core/answers/fixAnswer';
import { compareAnswer } from '../core/answers/points/compareAnswer';
import { manifestOf } from '../core/answers/points/manifest';
import { parsePoint, type Point } from '../core/answers/points/point';
import { NO_REVISION, type RevisionId } from '../core/history/ids';
import { finish, type Log } from '../core/log';
import { findChangesets } from '../core/query/match';
import { queryFor } from '../core/query/queryFor';
import { workOn } from '../core/recovery/branchWork';
import { count } from '../core/text/count';
import { decode } from '../core/text/decode';
import { printable, summary } from '../core/text/printable';
import { branchSentence } from '../core/words/branchSentence';
import { placeLabel } from '../core/words/branches';
import { dateWords, spanWords } from '../core/words/dates';
import { cameWords, ticketWords, wentWords } from '../core/words/edges';
import { fileLabel } from '../core/words/files';
import { FILE, PAGE, quoted, REVISION, revisionOf, text, ToolError, type Tool } from './tool';

/** A commit's line names so many of its files, and how many more. */
const MOST_FILES = 3;
/** A branch names so many authors, the most active first. */
const MOST_AUTHORS = 8;

const search: Tool = {
  name: 'search',
  title: 'Search Commits',
  description:
    'Finds commits of a CVS or RCS history, the newest first, by a query: words, /pattern/, author:NAME, branch:NAME, file:GLOB, date:2006..2009, ticket:NUMBER, pr:REPORT, tag:NAME, kind:pullup|sync|merge|placeholder, in:BRANCH (what it has); a minus in front negates, all terms must fit. An empty query finds all.',
  input: {
    type: 'object',
    properties: { query: { type: 'string', description: 'The query.' }, page: PAGE },
    required: ['query'],
    additionalProperties: false,
  },
  async run(log, input, { take = (steps) => Promise.resolve(finish(steps)) }) {
    const query = queryFor(log, input.query === '' ? '' : text(input, 'query'));
    const [problem] = query.problems;
    if (problem) throw new ToolError(problem.sentence);
    const found = (await take(findChangesets(log, query))).reverse();
    const lines = Array.from(found, (id) => () => commitLine(log, id));
    return [`${count(found.length, 'commit')} found.`, ...lines];
  },
};

const revision: Tool = {
  name: 'revision',
  title: 'Explain Revision',
  description:
    'Tells what is known of one revision: its file, branch, date, author, message, the other files of its commit, where the change came from and went on to, and the lines of the log that tell it. What was not stated by a line is marked (inferred).',
  input: {
    type: 'object',
    properties: { file: FILE, revision: REVISION, page: PAGE },
    required: ['file', 'revision'],
    additionalProperties: false,
  },
  *run(log, input) {
    const r = revisionOf(log, input);
    const { histories, recovery } = log;
    yield `${placed(log, r)} on ${placeLabel(log, r)}, by ${printable(histories.author(r))}, ${dateWords(histories.day(r))}${histories.extra(r).state === 'dead' ? ', removed by it' : ''}`;
    const branch = recovery.branches.of(r);
    if (branch) yield `Branch: ${branchSentence(log, branch)}`;
    for (const tag of histories.tags(r)) yield `Tag: ${printable(tag)}`;
    yield* quoted(histories.message(r));
    const others = [...recovery.changesets.revisionsOf(recovery.changesets.of(r))].filter(
      (other) => other !== r,
    );
    yield `Committed with ${count(others.length, 'other revision')}.`;
    for (const other of others) yield `- ${placed(log, other)}`;
    for (const edge of recovery.edgesTo(r))
      yield `${cameWords(edge)} ${placed(log, edge.from)} ${ticketWords(edge)}`.trimEnd();
    for (const edge of recovery.edgesFrom(r)) {
      const mark = edge.status === 'inferred' ? ' (inferred)' : '';
      const ticket = ticketWords(edge);
      const by = ticket === '' ? '' : ` (${printable(ticket)})`;
      yield `${wentWords(edge)} ${placeLabel(log, edge.to)} as ${placed(log, edge.to)}${by}${mark}`;
    }
    yield* answerLines(evidenceAnswer(log, r, lineReader(log)));
  },
};

const fix: Tool = {
  name: 'where_did_fix_go',
  title: 'Where Did This Fix Go?',
  description:
    'Tells which branches and releases received the change of a revision, by which ticket, which of those that were alive did not, and of which that cannot be told. Branches that were made from it later have it from their beginning and are not listed.',
  input: {
    type: 'object',
    properties: { file: FILE, revision: REVISION, page: PAGE },
    required: ['file', 'revision'],
    additionalProperties: false,
  },
  run: (log, input) => answerLines(fixAnswer(log, revisionOf(log, input))),
};

const branch: Tool = {
  name: 'branch',
  title: 'Describe Branch or Release',
  description:
    'Tells of a branch or a release: how it is known, when it was worked on and by whom, how many files, syncs and pull-ups it has.',
  input: {
    type: 'object',
    properties: {
      name: { type: 'string', description: 'The name, such as netbsd-9.' },
      page: PAGE,
    },
    required: ['name'],
    additionalProperties: false,
  },
  *run(log, input) {
    const point = pointCalled(log, text(input, 'name'));
    if (point.kind !== 'branch')
      throw new ToolError('This is no branch that has commits of its own.');
    if (Number.isFinite(point.day))
      throw new ToolError('A branch is told of as a whole: leave the day out.');
    for (const each of point.branches) {
      const { first, last, revisions, authors, syncs, pullUps } = workOn(log.recovery, each);
      yield branchSentence(log, each);
      yield `  ${spanWords(first, last)}; ${count(revisions, 'revision')}, ${count(syncs, 'sync', 'syncs')}, ${count(pullUps, 'pull-up')}; by ${authors.slice(0, MOST_AUTHORS).map(printable).join(', ')}${authors.length > MOST_AUTHORS ? ' and others' : ''}`;
    }
  },
};

const compare: Tool = {
  name: 'compare',
  title: 'Compare Points, or List Files of One',
  description:
    'With two points, tells the commits that only one of them has and the files that differ; with one, lists each file with its revision there. A point is trunk, a branch, a release or a tag; the first three also of a day: netbsd-9@2020-05-31.',
  input: {
    type: 'object',
    properties: {
      from: { type: 'string', description: 'A point.' },
      to: { type: 'string', description: 'The other point; without it, the files of the first.' },
      page: PAGE,
    },
    required: ['from'],
    additionalProperties: false,
  },
  *run(log, input) {
    const from = pointCalled(log, text(input, 'from'));
    if (input.to !== undefined) {
      yield* answerLines(compareAnswer(log, from, pointCalled(log, text(input, 'to'))));
      return;
    }
    for (const [file, { revision: r, status }] of manifestOf(log, from).entries()) {
      if (r === NO_REVISION && status !== 'unknown') continue;
      const number = r === NO_REVISION ? 'unknown' : log.histories.numberText(r);
      yield `${fileLabel(log, file)} ${number}${status === 'inferred' ? ' (inferred)' : ''}`;
    }
  },
};

const content: Tool = {
  name: 'text',
  title: 'Text of a Revision',
  description:
    'Gives the text of a file at a revision, each line with the revision that brought it, where the log is made of archives (,v) that hold the texts.',
  input: {
    type: 'object',
    properties: { file: FILE, revision: REVISION, page: PAGE },
    required: ['file', 'revision'],
    additionalProperties: false,
  },
  async run(log, input, context) {
    const had = await context.textOf?.(revisionOf(log, input));
    if (had === undefined) throw new ToolError('This log has no texts of its files.');
    if (typeof had === 'string') throw new ToolError(had);
    const lines = had.text.replace(/\r?\n$/, '').split(/\r\n|\r|\n/);
    return [
      'Each line behind the revision that brought it:',
      ...lines.map((line, i) => `${had.origins[i] ?? '?'} | ${printable(line)}`),
    ];
  },
};

/** All of them, as agents are told. */
export const TOOLS: readonly Tool[] = [search, revision, fix, branch, compare, content];

function commitLine(log: Log, id: number): string {
  const { changesets } = log.recovery;
  const speaker = changesets.speaker(id);
  const revisions = [...changesets.revisionsOf(id)];
  const files = revisions.slice(0, MOST_FILES).map((r) => placed(log, r));
  const more = revisions.length - files.length;
  const day = dateWords(changesets.day(id));
  const who = printable(log.histories.author(speaker));
  const rest = more > 0 ? ` and ${count(more, 'more file')}` : '';
  return `${day} ${who} ${placeLabel(log, speaker)} [${files.join(', ')}${rest}] ${summary(log.histories.message(speaker), 160)}`;
}

function placed(log: Log, revision: RevisionId): string {
  const { histories } = log;
  return `${fileLabel(log, histories.fileOf(revision))} ${histories.numberText(revision)}`;
}

function* answerLines({ title, sections, nothing }: Answer): Generator<string> {
  yield title;
  if (sections.length === 0) yield nothing;
  for (const { title: heading, rows } of sections) {
    yield `${heading}:`;
    for (const { label, note } of rows) yield `- ${label}${note === '' ? '' : ` (${note})`}`;
  }
}

function pointCalled(log: Log, name: string): Point {
  const point = parsePoint(log, name);
  if (typeof point === 'string') throw new ToolError(point);
  return point;
}

const starts = new WeakMap<Log, number[]>();

/** The lines of a log, for the evidence that stands on them; only those that are asked for are decoded. */
function lineReader(log: Log): (line: number) => string {
  const { bytes } = log.histories;
  let known = starts.get(log);
  if (!known) {
    known = [0];
    for (let at = bytes.indexOf(LF); at >= 0; at = bytes.indexOf(LF, at + 1)) known.push(at + 1);
    starts.set(log, known);
  }
  return (line) =>
    decode(bytes, known[line] ?? bytes.length, known[line + 1] ?? bytes.length).trimEnd();
}

const LF = 10;
