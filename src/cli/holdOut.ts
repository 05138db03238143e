import type { RevisionId } from '../core/history/ids';
import type { Log } from '../core/log';
import { randomFrom } from './random';

/** What was found again of what was hidden, in one try. */
export interface HeldOut {
  readonly seed: number;
  readonly hidden: number;
  readonly found: number;
  readonly wrong: number;
}

/**
 * Hides half of the lines `was added on branch` at random, and looks whether the recovery still
 * names their branches, and names them so.
 */
export function holdOutBranches(log: Log, seed: number): HeldOut {
  const { messages } = log.recovery;
  const lines = placeholdersOf(log).filter(
    (r) => messages.factsOf(r).placeholder!.kind === 'added',
  );
  const random = randomFrom(seed);
  const hidden = new Set(lines.filter(() => random() < 0.5));
  const { branches } = log.withGiven({ hidden }).recovery;
  let [found, wrong] = [0, 0];
  for (const r of hidden) {
    const name = branches.of(r)?.name ?? null;
    if (name === messages.factsOf(r).placeholder!.branch) found++;
    else if (name !== null) wrong++;
  }
  return { seed, hidden: hidden.size, found, wrong };
}

/**
 * Hides all placeholders of half the files at random. Found are the full paths that are left; wrong
 * are those that the whole log contradicts.
 */
export function holdOutPaths(log: Log, seed: number): HeldOut {
  const { histories, recovery } = log;
  const random = randomFrom(seed);
  const files = new Set(
    Array.from({ length: histories.fileCount }, (_, file) => file).filter(() => random() < 0.5),
  );
  const hidden = new Set(placeholdersOf(log).filter((r) => files.has(histories.fileOf(r))));
  const { paths } = log.withGiven({ hidden }).recovery;
  let [found, wrong] = [0, 0];
  for (const [file, { parts }] of paths.files.entries()) {
    if (parts.includes(null)) continue;
    found++;
    const whole = recovery.paths.files[file]!.parts;
    const isSame = whole.includes(null)
      ? whole.at(-1) === null || whole.at(-1) === parts.at(-1)
      : whole.join('/') === parts.join('/');
    if (!isSame) wrong++;
  }
  return { seed, hidden: files.size, found, wrong };
}

function placeholdersOf({ histories, recovery }: Log): RevisionId[] {
  const found: RevisionId[] = [];
  for (let r = 0; r < histories.count; r++)
    if (recovery.messages.factsOf(r).placeholder) found.push(r);
  return found;
}
