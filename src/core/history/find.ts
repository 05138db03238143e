import type { Histories } from './histories';
import type { FileId, RevisionId } from './ids';
import type { NumberId } from './numbers';

type ByNumber = ReadonlyMap<NumberId, RevisionId>;

const made = new WeakMap<Histories, (ByNumber | undefined)[]>();

/** The revision of a file that has a number; each file is indexed when someone first asks. */
export function findRevision(
  histories: Histories,
  file: FileId,
  number: NumberId,
): RevisionId | undefined {
  let files = made.get(histories);
  if (!files) made.set(histories, (files = []));
  const byNumber = (files[file] ??= indexFile(histories, file));
  return byNumber.get(number);
}

function indexFile(histories: Histories, file: FileId): ByNumber {
  const byNumber = new Map<NumberId, RevisionId>();
  const [first, end] = histories.revisionsOf(file);
  for (let r = first; r < end; r++) byNumber.set(histories.number(r), r);
  return byNumber;
}
