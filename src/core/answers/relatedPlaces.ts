import type { Log } from '../log';
import type { RevisionId } from '../history/ids';
import type { Problem } from '../problems/problem';
import { fileLabel } from '../words/files';

/** A place that a problem has to do with, beside its own. */
export interface RelatedPlace {
  readonly revision: RevisionId;
  readonly words: string;
}

/** A contradiction may have very many witnesses; so many are shown. */
const MOST = 10;
/** So many lines above a problem its file is looked for. */
const MOST_ABOVE = 100;

/** Where the first of two stands, which message quotes, and what tells a name. */
export function relatedPlaces(log: Log, problem: Problem): RelatedPlace[] {
  const { histories, recovery } = log;
  const here = revisionAbove(log, problem.line);
  const ofFile = (number: string, words: string): RelatedPlace[] => {
    const found = here === undefined ? undefined : log.find(histories.fileOf(here), number);
    const isElsewhere = found !== undefined && histories.linesOf(found)[0] !== problem.line;
    return isElsewhere ? [{ revision: found, words }] : [];
  };
  switch (problem.code) {
    case 'duplicate-revision':
      return ofFile(problem.data.number, 'The first is here.');
    case 'quoted-revision':
    case 'unread-headers':
      return ofFile(problem.data.of, `The message of ${problem.data.of} begins here.`);
    case 'two-names':
    case 'two-branch-names': {
      const { contradictions } = problem.code === 'two-names' ? recovery.paths : recovery.branches;
      const own = contradictions.find(
        ({ names, evidence }) => names === problem.data.names && evidence.includes(here ?? -1),
      );
      const witnesses = [...new Set(own?.evidence ?? [])].filter((r) => r >= 0 && r !== here);
      return witnesses.slice(0, MOST).map((revision) => ({
        revision,
        words: `${histories.numberText(revision)} of ${fileLabel(log, histories.fileOf(revision))} tells a name, too.`,
      }));
    }
    default:
      return [];
  }
}

/** A line that was left out is of no revision: the one above it is of the same file. */
function revisionAbove({ histories }: Log, line: number): RevisionId | undefined {
  for (let at = line; at >= 0 && at > line - MOST_ABOVE; at--) {
    const revision = histories.revisionAt(at);
    if (revision !== undefined) return revision;
  }
  return undefined;
}
