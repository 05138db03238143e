import { fileKeysOf } from '../history/fileKeys';
import type { FileId, RevisionId } from '../history/ids';
import { linesOf, NO_LINE, type LineId } from '../history/lines';
import { branchOfSymbol } from '../history/symbols';
import type { Log } from '../log';
import type { Branch } from '../recovery/branches/branches';
import { branchKeyOf, type Told } from '../recovery/given';
import { OPEN, partsOf, type Parts } from '../recovery/paths/pathParts';
import { workingFileOf } from '../text/workingFile';
import { pairFiles, type FilePair } from './pairFiles';
import { commitKey, commitKeys, type KnownFile, type KnownFiles } from './source';

/** A path below the title of its page, or a branch's name, that another source tells. */
export interface Learned {
  readonly files: readonly {
    readonly file: FileId;
    readonly name: string;
    readonly line: number;
  }[];
  readonly branches: readonly {
    readonly branch: LineId;
    readonly name: string;
    readonly line: number;
  }[];
  /** What the log states, and the other source otherwise: neither is changed. */
  readonly contradictions: readonly Contradiction[];
}

export interface Contradiction {
  /** A revision of what has two names. */
  readonly revision: RevisionId;
  readonly here: string;
  readonly there: string;
  /** Where the other source says so, counted from 0. */
  readonly line: number;
}

/** A pause is offered each time that so many revisions were looked at. */
const STEP = 2048;

/** A branch takes its name from commits elsewhere where so many of them agree, and none differs. */
const FEWEST_COMMITS = 2;

/**
 * What another source tells that a log does not state: paths of the files that both have, and names of
 * branches, by their numbers in such a file or by commits that went to a branch whose name is told.
 * Yields the share of a part that is done.
 */
export function* learnInSteps(log: Log, known: KnownFiles): Generator<number, Learned> {
  const contradictions: Contradiction[] = [];
  const pairs = yield* pairFiles(log.histories, known);
  const files: Learned['files'][number][] = [];
  const claims = new Map<LineId, Claim>();
  const top = sharedTop(log, pairs);
  for (const pair of pairs) {
    const path = learnPath(log, pair, top, contradictions);
    if (path !== undefined) files.push({ file: pair.file, name: path, line: pair.known.line });
    claimBranches(log, pair, claims);
  }
  yield* claimByCommits(log, known, claims);
  const branches = [...soundClaims(log, claims, contradictions)];
  return { files, branches, contradictions };
}

/** A path that is news; one that differs from what the log states is a contradiction. */
function learnPath(
  log: Log,
  { file, known }: FilePair,
  top: string | undefined,
  contradictions: Contradiction[],
): string | undefined {
  if (known.path === null) return undefined;
  const here = log.recovery.paths.files[file]!;
  const parts = belowTitle(log, file, known.path, top);
  const name = here.parts.at(-1) ?? null;
  if (name !== null && name !== parts.at(-1)) {
    const [revision] = log.histories.revisionsOf(file);
    const names = {
      here: here.parts.map((part) => part ?? OPEN).join('/'),
      there: parts.join('/'),
    };
    contradictions.push({ revision, ...names, line: known.line });
    return undefined;
  }
  // A name alone is news of a file without one; a path is, where the log does not state it whole.
  const isNews = parts[0] === OPEN ? name === null : here.status !== 'stated';
  return isNews && parts.length > 0 ? parts.join('/') : undefined;
}

/**
 * The directory of the other source that is the log's own, as the files tell whose paths are known on
 * both sides; undefined where they do not agree.
 */
function sharedTop({ recovery }: Log, pairs: readonly FilePair[]): string | undefined {
  const tops = new Map<string, number>();
  for (const { file, known } of pairs) {
    const here = recovery.paths.files[file]!.parts;
    if (known.path === null || here.includes(null)) continue;
    const there = partsOf(workingFileOf(known.path));
    const top = there.slice(0, there.length - here.length).join('/');
    const isSame = here.every((part, i) => part === there[there.length - here.length + i]);
    if (isSame) tops.set(top, (tops.get(top) ?? 0) + 1);
  }
  const [[top, votes] = ['', 0], ...others] = tops;
  return votes >= FEWEST_PATHS && others.length === 0 ? top : undefined;
}

/** So many paths must agree on where the log's directory is in another source. */
const FEWEST_PATHS = 2;

/** A path as the source has it, below the title of the file's page as far as both tell. */
function belowTitle(log: Log, file: FileId, path: string, top: string | undefined): Parts {
  const parts = partsOf(workingFileOf(path));
  const { title, isFile } = log.histories.pages[log.histories.pageOf(file)]!;
  const directory = partsOf(title ?? '').slice(0, isFile ? -1 : undefined);
  // The longest end of the title that stands in the path; a repository's root may stand before it.
  for (let skip = 0; skip < directory.length; skip++) {
    const wanted = directory.slice(skip);
    for (let at = 0; at + wanted.length < parts.length; at++) {
      if (wanted.every((part, i) => parts[at + i] === part)) return parts.slice(at + wanted.length);
    }
  }
  if (directory.length === 0) return parts;
  const isBelow = top !== undefined && parts.join('/').startsWith(`${top}/`);
  return isBelow ? parts.slice(partsOf(top).length) : [OPEN, ...parts.slice(-1)];
}

/** The name that is claimed for a branch, and the line that tells it. */
interface Claim {
  readonly name: string;
  readonly line: number;
}

/** In a file that both have, a branch has one number. */
function claimBranches(log: Log, { file, known }: FilePair, claims: Map<LineId, Claim>): void {
  const { histories } = log;
  const lines = linesOf(histories);
  const find = (number: string): LineId => {
    const id = histories.numbers.parse(number);
    return id === undefined ? NO_LINE : lines.find(file, id);
  };
  const names = new Map<LineId, [string, number]>();
  for (const { name, number } of known.symbols) {
    const branch = branchOfSymbol(number);
    const line = branch === undefined ? NO_LINE : find(branch);
    // The oldest of several names stands last, and counts, as in the log's own symbols.
    if (line !== NO_LINE) names.set(line, [name, known.line]);
  }
  for (const { number, branch, line } of known.revisions) {
    if (typeof branch !== 'string' || number === null) continue;
    const own = find(number.replace(/\.\d+$/, ''));
    if (own !== NO_LINE && !names.has(own)) names.set(own, [branch, line]);
  }
  for (const [branch, [name, line]] of names) claims.set(branch, { name, line });
}

/** The commits that give a branch a name, and the first line that tells it. */
interface Vote {
  readonly commits: Set<string>;
  readonly line: number;
}

/** Equal commits on a branch that is named elsewhere name the branch that they are on here. */
function* claimByCommits(
  log: Log,
  known: KnownFiles,
  claims: Map<LineId, Claim>,
): Generator<number> {
  const told = commitsOf(known);
  const { histories, recovery } = log;
  const votes = new Map<Branch, Map<string, Vote>>();
  for (let r = 0; r < histories.count; r++) {
    if (r % STEP === 0) yield r / histories.count;
    const branch = recovery.branches.of(r);
    if (branch?.name !== null) continue;
    const day = histories.day(r);
    const keys = commitKeys(histories.author(r), histories.message(r), day);
    // One that went to the trunk, or to several branches, tells nothing.
    const [only, ...others] = new Map(keys.flatMap((key) => [...(told.get(key) ?? [])]));
    if (!only || others.length > 0 || only[0] === null) continue;
    const [name, line] = only;
    let ofBranch = votes.get(branch);
    if (!ofBranch) votes.set(branch, (ofBranch = new Map<string, Vote>()));
    const vote = ofBranch.get(name) ?? { commits: new Set<string>(), line };
    ofBranch.set(name, vote);
    vote.commits.add(keys[0]!);
  }
  for (const [{ members }, names] of votes) {
    const [[name, vote] = ['', undefined], ...others] = names;
    if (!vote || others.length > 0 || vote.commits.size < FEWEST_COMMITS) continue;
    if (!claims.has(members[0]!)) claims.set(members[0]!, { name, line: vote.line });
  }
}

/** The branches that each commit went to, null for the trunk, with the line that tells of it first. */
function commitsOf(known: KnownFiles): Map<string, Map<string | null, number>> {
  const commits = new Map<string, Map<string | null, number>>();
  for (const file of known) {
    for (const { author, message, day, branch, line } of revisionsWithNames(file)) {
      const key = commitKey(author, message, day);
      const lines = commits.get(key);
      if (!lines) commits.set(key, new Map([[branch, line]]));
      else if (!lines.has(branch)) lines.set(branch, line);
    }
  }
  return commits;
}

function* revisionsWithNames({ symbols, revisions }: KnownFile): Generator<{
  readonly author: string;
  readonly message: string;
  readonly day: number;
  readonly line: number;
  readonly branch: string | null;
}> {
  const names = new Map(
    symbols.flatMap(({ name, number }) => {
      const branch = branchOfSymbol(number);
      return branch === undefined ? [] : [[branch, name]];
    }),
  );
  for (const { number, author, message, day, line, branch } of revisions) {
    const byNumber = number === null ? undefined : names.get(number.replace(/\.\d+$/, ''));
    const name = byNumber ?? branch;
    if (name !== undefined) yield { author, message, day, line, branch: name };
  }
}

/** Names that fit what the log states; what it states otherwise is a contradiction. */
function* soundClaims(
  { recovery }: Log,
  claims: ReadonlyMap<LineId, Claim>,
  contradictions: Contradiction[],
): Generator<Learned['branches'][number]> {
  const { branches } = recovery;
  for (const [branch, { name, line }] of claims) {
    const known = branches.ofMember(branch);
    if (known.status !== 'stated' || known.name === null) yield { branch, name, line };
    else if (known.name !== name) {
      const revision = branches.lines.first(branch);
      contradictions.push({ revision, here: known.name, there: name, line });
    }
  }
}

/** What was learned, in a form to keep; see `Told`. */
export function toldElsewhere(
  { histories }: Log,
  { files, branches }: Learned,
  source: string,
): Told['elsewhere'] {
  const keys = fileKeysOf(histories);
  const lines = linesOf(histories);
  return {
    files: Object.fromEntries(
      files.map(({ file, name, line }) => [keys.of(file), { name, source, line }]),
    ),
    branches: Object.fromEntries(
      branches.map(({ branch, name, line }) => [
        branchKeyOf(keys.of(lines.file(branch)), histories.numbers.text(lines.number(branch))),
        { name, source, line },
      ]),
    ),
  };
}
