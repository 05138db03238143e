import type { Histories } from '../../history/histories';
import type { Messages } from '../facts';
import { partsOf, type Parts } from './pathParts';

/**
 * Makes paths of messages relative to a page's title. The title is `/src/sys/arch/xen`, and
 * messages write `sys/arch/xen/x86/cpu.c` or `src/sys/arch/xen/x86/cpu.c`: from which part of the
 * title on they do is found from the paths themselves. A shorter beginning could be of elsewhere.
 */
export class TitlePath {
  private readonly title: Parts;
  private readonly skipped: readonly number[];

  constructor(title: string | null, paths: Iterable<string>) {
    this.title = partsOf(title ?? '');
    this.skipped = this.usual(paths);
  }

  /** The parts below the title; undefined for a path of elsewhere, or of no certain place. */
  below(path: string): Parts | undefined {
    let known = this.known.get(path);
    if (known === undefined) this.known.set(path, (known = this.find(path) ?? null));
    return known ?? undefined;
  }
  private readonly known = new Map<string, Parts | null>();

  private find(path: string): Parts | undefined {
    const parts = partsOf(path);
    for (const skip of this.skipped) {
      const length = this.title.length - skip;
      if (parts.length > length && this.startsAt(parts, skip)) return parts.slice(length);
    }
    return undefined;
  }

  private usual(paths: Iterable<string>): number[] {
    const { title } = this;
    if (title.length === 0) return [0];
    const votes = new Uint32Array(title.length);
    for (const path of paths) {
      const parts = partsOf(path);
      for (let skip = 0; skip < title.length; skip++) {
        if (!this.startsAt(parts, skip)) continue;
        votes[skip]!++;
        break;
      }
    }
    let best = 0;
    for (let skip = 1; skip < title.length; skip++) if (votes[skip]! > votes[best]!) best = skip;
    // Without any vote, as most do: the title begins with the name of the repository's module.
    if (best === 0 && votes[0] === 0) best = title.length > 1 ? 1 : 0;
    return best === 0 ? [0] : [0, best];
  }

  private startsAt(parts: Parts, skip: number): boolean {
    for (let i = skip; i < this.title.length; i++) {
      if (parts[i - skip] !== this.title[i]) return false;
    }
    return true;
  }
}

/** One for each page of a log. */
export function titlePaths(histories: Histories, messages: Messages): TitlePath[] {
  const paths = new Set<string>();
  for (let r = 0; r < histories.count; r++) {
    for (const { path } of messages.factsOf(r).pullUp?.items ?? [])
      if (path !== null) paths.add(path);
  }
  const known = new Map<string | null, TitlePath>();
  return histories.pages.map(({ title, isFile }) => {
    const directory = isFile ? (title ?? '').replace(/\/[^/]*$/, '') : title;
    const made = known.get(directory) ?? new TitlePath(directory, paths);
    known.set(directory, made);
    return made;
  });
}
