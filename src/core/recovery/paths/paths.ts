import { PAUSE_EVERY, type Steps } from '../../columns/steps';
import { workingFileOf } from '../../text/workingFile';
import type { Histories } from '../../history/histories';
import type { FileId, RevisionId } from '../../history/ids';
import type { ChangesetId, Changesets } from '../changesets/changesets';
import { inferDirectories } from './directories';
import type { Messages } from '../facts';
import { namesFromLists } from './listedNames';
import { matchPullUps, type KnownFiles, type PullUpTarget } from './pullUpTargets';
import { addTo, groupBy } from '../../columns/grouped';
import { directoryOf, OPEN, partsOf, type Parts } from './pathParts';
import type { TitlePath } from './titlePath';

/** What is known of a file's path below the title of its page. */
export interface FilePath {
  /** Null stands for what is open: one part or several. */
  readonly parts: readonly (string | null)[];
  /** Stated: name and directory. Inferred: the directory by the order of the log. */
  readonly status: 'stated' | 'inferred' | 'partial' | 'unknown';
  readonly evidence: readonly Evidence[];
}

/** Why a path or a name is taken for a file's. */
export type Evidence =
  | { readonly kind: 'placeholder' | 'pull-up' | 'rename' | 'list'; readonly revision: RevisionId }
  /** The directory of two files that stand around it, or of the one before it. */
  | { readonly kind: 'between'; readonly before: FileId; readonly after: FileId }
  | { readonly kind: 'onward'; readonly before: FileId }
  /** Another source tells it, at a line counted from 0. */
  | { readonly kind: 'elsewhere'; readonly source: string; readonly line: number }
  /** The log itself names its files, or the title of a file's own page does. */
  | { readonly kind: 'listing' | 'user' | 'log' | 'title' };

/** Two names, or two directories, that a log gives to one file, or one path to two files. */
export interface PathContradiction {
  readonly file: FileId;
  readonly names: readonly string[];
  readonly evidence: readonly RevisionId[];
}

export interface Paths {
  readonly files: readonly FilePath[];
  readonly targets: readonly PullUpTarget[];
  readonly contradictions: readonly PathContradiction[];
}

/** What is stated of a file: each name and directory with where it is. */
export interface Stated {
  readonly names: Map<string, Evidence[]>;
  readonly directories: Map<string, Evidence[]>;
}

/** Paths that the user gave, by file; they count before what the log states. */
export type GivenPaths = ReadonlyMap<FileId, GivenPath>;

export interface GivenPath {
  /** A first part `?` stands for a directory that is not known. */
  readonly parts: Parts;
  readonly evidence:
    | { readonly kind: 'user' | 'listing' }
    | { readonly kind: 'elsewhere'; readonly source: string; readonly line: number };
}

export function* recoverPaths(
  messages: Messages,
  changesets: Changesets,
  titles: readonly TitlePath[],
  given: GivenPaths,
): Steps<Paths> {
  const { histories } = messages;
  const stated = Array.from({ length: histories.fileCount }, (): Stated => ({
    names: new Map(),
    directories: new Map(),
  }));
  pathsFromLog(histories, stated);
  yield* namesFromPlaceholders(messages, stated);
  yield* namesFromRenames(messages, changesets, stated);
  for (const [file, path] of given) overrule(stated[file]!, path);
  // Where one commit tells two files of one name apart, others may then do so, too.
  const first = yield* matchPullUps(messages, changesets, titles, knownFrom(stated));
  pathsFromPullUps(histories, first, stated, given);
  yield;
  const targets = yield* matchPullUps(messages, changesets, titles, knownFrom(stated));
  pathsFromPullUps(histories, targets, stated, given);
  yield* addListedNames(messages, changesets, stated);
  yield;
  const contradictions = findContradictions(histories, stated);
  return { files: inferDirectories(histories, stated), targets, contradictions };
}

function knownFrom(stated: readonly Stated[]): KnownFiles {
  const directory = (file: FileId): string | null => onlyKey(stated[file]!.directories);
  return {
    nameOf: (file) => onlyKey(stated[file]!.names),
    mayBe: (file, parts) => (directory(file) ?? directoryOf(parts)) === directoryOf(parts),
    isAt: (file, parts) => directory(file) === directoryOf(parts),
  };
}

/** `cvs log` and archives name their files: below the directory that all of them share. */
function pathsFromLog(histories: Histories, stated: readonly Stated[]): void {
  const top = partsOf(histories.pages[0]?.title ?? '').length;
  for (const [file, { names, directories }] of stated.entries()) {
    const path = histories.stated(file)?.path;
    if (path === undefined) {
      const name = nameInTitle(histories, file);
      if (name !== undefined) {
        names.set(name, [{ kind: 'title' }]);
        directories.set('', [{ kind: 'title' }]);
      }
      continue;
    }
    const parts = partsOf(workingFileOf(path)).slice(top);
    if (parts.length === 0) continue;
    names.set(parts.at(-1)!, [{ kind: 'log' }]);
    directories.set(directoryOf(parts), [{ kind: 'log' }]);
  }
}

/** A file's own page has the file's path for its title. */
function nameInTitle(histories: Histories, file: FileId): string | undefined {
  const { title, isFile } = histories.pages[histories.pageOf(file)]!;
  return isFile ? partsOf(title ?? '').at(-1) : undefined;
}

function* namesFromPlaceholders(messages: Messages, stated: readonly Stated[]): Steps<void> {
  const { histories } = messages;
  for (let r = 0; r < histories.count; r++) {
    if (r % PAUSE_EVERY === PAUSE_EVERY - 1) yield;
    const { placeholder } = messages.factsOf(r);
    if (!placeholder || histories.numbers.part(histories.number(r)) !== 1) continue;
    if (histories.stated(histories.fileOf(r))) continue;
    add(stated[histories.fileOf(r)]!.names, placeholder.name, { kind: 'placeholder', revision: r });
  }
}

/**
 * `rename a.c -> b.c` is a commit that ends one file and begins another. Where only one file of it
 * begins, that is `b.c`, and where only one ends, `a.c`.
 */
function* namesFromRenames(
  messages: Messages,
  changesets: Changesets,
  stated: readonly Stated[],
): Steps<void> {
  const { histories } = messages;
  const seen = new Set<ChangesetId>();
  for (let r = 0; r < histories.count; r++) {
    if (r % PAUSE_EVERY === PAUSE_EVERY - 1) yield;
    const { renames } = messages.factsOf(r);
    const changeset = changesets.of(r);
    if (renames.length !== 1 || seen.has(changeset)) continue;
    seen.add(changeset);
    const revisions = [...changesets.revisionsOf(changeset)].filter((m) =>
      histories.numbers.isTrunk(histories.number(m)),
    );
    const begins = revisions.filter((m) => histories.numbers.part(histories.number(m)) === 1);
    const ends = revisions.filter(
      (m) => m === histories.revisionsOf(histories.fileOf(m))[0] && !begins.includes(m),
    );
    const { from, to } = renames[0]!;
    if (begins.length !== 1 || ends.length !== 1) continue;
    for (const [revision, path] of [
      [begins[0]!, to],
      [ends[0]!, from],
    ] as const) {
      const { names } = stated[histories.fileOf(revision)]!;
      if (names.size === 0) add(names, path.split('/').at(-1)!, { kind: 'rename', revision });
    }
  }
}

/** Names that commits list, of files that nothing else names. */
function* addListedNames(
  messages: Messages,
  changesets: Changesets,
  stated: readonly Stated[],
): Steps<void> {
  const nameOf = (file: FileId): string | null => onlyKey(stated[file]!.names);
  for (const { file, name, revisions } of yield* namesFromLists(messages, changesets, nameOf)) {
    const { names } = stated[file]!;
    if (names.size > 0) continue;
    for (const revision of revisions) add(names, name, { kind: 'list', revision });
  }
}

function pathsFromPullUps(
  histories: Histories,
  targets: readonly PullUpTarget[],
  stated: readonly Stated[],
  given: GivenPaths,
): void {
  for (const { parts, to, isApplied } of targets) {
    if (!parts || to === undefined || isApplied) continue;
    const file = histories.fileOf(to);
    if (given.has(file) || histories.stated(file)) continue;
    const evidence: Evidence = { kind: 'pull-up', revision: to };
    add(stated[file]!.names, parts.at(-1)!, evidence);
    add(stated[file]!.directories, directoryOf(parts), evidence);
  }
}

function overrule(stated: Stated, { parts, evidence }: GivenPath): void {
  stated.names.clear();
  stated.names.set(parts.at(-1)!, [evidence]);
  const isOpen = parts[0] === OPEN;
  // What another source tells of the name alone says nothing against a directory that is known.
  if (!isOpen || evidence.kind !== 'elsewhere') stated.directories.clear();
  if (isOpen || (evidence.kind === 'user' && parts.length === 1)) return;
  stated.directories.set(directoryOf(parts), [evidence]);
}

/** Two names of one file stay as evidence, and neither is chosen; the same of a path of two files. */
function findContradictions(histories: Histories, stated: readonly Stated[]): PathContradiction[] {
  const contradictions: PathContradiction[] = [];
  const byPath = new Map<string, FileId>();
  for (const [file, { names, directories }] of stated.entries()) {
    for (const told of [names, directories]) {
      if (told.size < 2) continue;
      contradictions.push({
        file,
        names: [...told.keys()],
        evidence: [...told.values()].map((list) => revisionOf(list[0]!)),
      });
    }
    const [name, directory] = [onlyKey(names), onlyKey(directories)];
    if (name === null || directory === null) continue;
    const path = `${String(histories.pageOf(file))}:${directory}/${name}`;
    const other = byPath.get(path);
    byPath.set(path, file);
    if (other === undefined) continue;
    const evidence = [other, file].map((f) =>
      revisionOf([...stated[f]!.directories.values()][0]![0]!),
    );
    contradictions.push({ file, names: [`${directory}/${name}`], evidence });
    for (const f of [other, file]) stated[f]!.directories.clear();
  }
  return contradictions;
}

function revisionOf(evidence: Evidence): RevisionId {
  return 'revision' in evidence ? evidence.revision : -1;
}

/** The files of each base name. */
export function filesByName({ files }: Paths): Map<string | null, FileId[]> {
  return groupBy(files.keys(), (file) => files[file]!.parts.at(-1) ?? null);
}

export function onlyKey(map: ReadonlyMap<string, unknown>): string | null {
  if (map.size !== 1) return null;
  for (const key of map.keys()) return key;
  return null;
}

function add(map: Map<string, Evidence[]>, key: string, evidence: Evidence): void {
  const list = map.get(key);
  const isKnown = list?.some(
    (e) => e.kind === evidence.kind && revisionOf(e) === revisionOf(evidence),
  );
  if (!isKnown) addTo(map, key, evidence);
}
