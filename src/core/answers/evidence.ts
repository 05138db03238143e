import type { RevisionId } from '../history/ids';
import { NO_LINE } from '../history/lines';
import type { Log } from '../log';
import type { Branch } from '../recovery/branches/branches';
import type { Evidence as PathEvidence } from '../recovery/paths/paths';
import { branchTitle } from '../words/branches';
import { elsewhereSentence, evidenceSentences } from '../words/evidence';
import { fileLabel } from '../words/files';

/** A line of the log that tells something, or a reason that has no line. */
export interface Witness {
  readonly sentence: string;
  /** Counted from 0. */
  readonly line: number | undefined;
  /** The address of another source that the line is of. */
  readonly source?: string;
}

/** What the log tells of one question, and by which lines, in their order. */
export interface Testimony {
  readonly question: string;
  readonly witnesses: readonly Witness[];
}

/** What tells a revision's path, its branch's name, and where it came from and went. */
export function evidenceOn(log: Log, revision: RevisionId): Testimony[] {
  return [pathEvidence(log, revision), branchEvidence(log, revision), edgeEvidence(log, revision)]
    .filter((testimony) => testimony !== undefined)
    .map(({ question, witnesses }) => ({ question, witnesses: inOrder(witnesses) }));
}

function pathEvidence(log: Log, revision: RevisionId): Testimony {
  const { evidence, status } = log.recovery.paths.files[log.histories.fileOf(revision)]!;
  const witnesses = evidence.flatMap((one) => pathWitness(log, one));
  const nothing = [{ sentence: 'Nothing in the log tells it.', line: undefined }];
  return { question: `Path: ${status}`, witnesses: witnesses.length > 0 ? witnesses : nothing };
}

function pathWitness(log: Log, one: PathEvidence): Witness[] {
  if (one.kind === 'elsewhere') return [elsewhere(one)];
  const line = 'revision' in one ? log.histories.linesOf(one.revision)[0] : undefined;
  return evidenceSentences(log, [one]).map((sentence) => ({ sentence, line }));
}

function branchEvidence(log: Log, revision: RevisionId): Testimony | undefined {
  const { histories, recovery } = log;
  const branch = recovery.branches.of(revision);
  if (!branch) return undefined;
  const witnesses = branch.evidence.map((r): Witness => {
    const file = fileLabel(log, histories.fileOf(r));
    return { sentence: `${file} ${histories.numberText(r)}`, line: histories.linesOf(r)[0] };
  });
  const members = new Set(branch.members);
  for (const given of log.given.branches ?? []) {
    if (given.elsewhere && members.has(given.branch)) witnesses.push(elsewhere(given.elsewhere));
  }
  const nothing = [{ sentence: withoutLine(log, branch), line: undefined }];
  return {
    question: `Branch ${branchTitle(log, branch)}: ${branch.status}`,
    witnesses: witnesses.length > 0 ? witnesses : nothing,
  };
}

/** Why a branch has its name where no message tells it. */
function withoutLine({ histories, recovery }: Log, { name, members }: Branch): string {
  if (name === null) return 'No line of the log names it.';
  const isSymbol = members.some((member) =>
    histories
      .stated(recovery.branches.lines.file(member))
      ?.symbols.some((symbol) => symbol.name === name),
  );
  return isSymbol ? 'Named by the symbols of the log.' : 'Named by you.';
}

function elsewhere(place: { readonly source: string; readonly line: number }): Witness {
  return { sentence: elsewhereSentence(place), line: place.line, source: place.source };
}

function edgeEvidence(log: Log, revision: RevisionId): Testimony | undefined {
  const { recovery, histories } = log;
  const edges = [...recovery.edgesTo(revision), ...recovery.edgesFrom(revision)];
  if (edges.length === 0) return undefined;
  const witnesses = edges.map(({ kind, status, from, to, line }): Witness => {
    const [source, target] = [histories.numberText(from), histories.numberText(to)];
    return { sentence: `${kind} (${status}) of ${source} as ${target}`, line };
  });
  return { question: 'From and to other branches', witnesses };
}

/** By line, and each line once; what has none stands first. */
function inOrder(witnesses: readonly Witness[]): Witness[] {
  const seen = new Set<string>();
  return [...witnesses]
    .sort((a, b) => (a.line ?? NO_LINE) - (b.line ?? NO_LINE))
    .filter(({ sentence, line }) => {
      const key = `${String(line)} ${sentence}`;
      return !seen.has(key) && seen.add(key);
    });
}
