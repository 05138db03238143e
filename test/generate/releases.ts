import type { Repository } from './repository';
import { AUTHORS, WorkingRepository, type WorkingFile } from './working';

interface Release {
  readonly name: string;
  /** The last number that a request got; other directories' requests are counted, too. */
  ticket: number;
  /** How many numbers pass between two requests for these files, in the mean. */
  readonly pace: number;
  readonly minors: string[];
}

/** A request that was granted later than those after it. */
interface Late {
  readonly release: Release;
  readonly ticket: number;
  readonly day: number;
}

/** So many releases are looked after at once. */
const ALIVE = 5;

/**
 * A history with several releases alive at once, each with requests numbered from 1: `rel-3`, and
 * `rel-3-1` that leaves from it and shares its numbers. Numbers are skipped, and some come late.
 */
export function makeReleases(seed: number): Repository {
  const work = new WorkingRepository(seed);
  const releases: Release[] = [];
  let late: Late[] = [];
  work.begin();
  let nextRelease = 20 + Math.floor(work.random() * 60);
  const end = 1500 + Math.floor(work.random() * 1500);
  while (work.day < end) {
    work.day += Math.floor(work.random() * 9);
    const alive = releases.slice(-ALIVE);
    for (const { release, ticket } of late.filter(({ day }) => day <= work.day))
      grant(release, ticket, changed(release));
    late = late.filter(({ day }) => day > work.day);
    const what = work.random();
    if (work.day >= nextRelease) {
      nextRelease += 90 + Math.floor(work.random() * 300);
      const pace = 1 + work.random() * 6;
      releases.push({
        name: `rel-${String(releases.length + 1)}`,
        ticket: 0,
        pace,
        minors: [],
      });
      for (const file of work.onTrunk()) work.tag(file, releases.at(-1)!.name, file.tips.get('')!);
    } else if (what < 0.5 || alive.length === 0) {
      work.commitAll(work.some(work.onTrunk(), 0.12), '', work.pick(AUTHORS), work.sentence());
    } else if (what < 0.95) {
      const to = work.random() < 0.4 ? alive : [work.pick(alive)];
      const files = work.some(work.onTrunk(), 0.15);
      for (const release of to) request(release, files);
    } else {
      makeMinor(work.pick(alive));
    }
  }
  return work.finish();

  function request(release: Release, files: readonly WorkingFile[]): void {
    release.ticket += 1 + Math.floor(work.random() * 2 * release.pace);
    if (work.random() < 0.12) {
      const day = work.day + 5 + Math.floor(work.random() * 60);
      late.push({ release, ticket: release.ticket, day });
    } else {
      grant(release, release.ticket, files);
    }
  }

  function changed({ name }: Release): WorkingFile[] {
    return work.some(work.on(name), 0.1);
  }

  function grant(release: Release, ticket: number, files: readonly WorkingFile[]): void {
    const fitting = files.filter((file) => work.hasNews(file, release.name));
    if (fitting.length === 0) return;
    const message = work.pullUpMessage(fitting, ticket);
    work.pullUp(fitting, release.name, message);
    for (const minor of release.minors)
      if (work.random() < 0.5)
        work.pullUp(
          fitting.filter((file) => file.tagged.has(minor)),
          minor,
          message,
        );
  }

  function makeMinor(release: Release): void {
    const name = `${release.name}-${String(release.minors.length)}`;
    release.minors.push(name);
    for (const file of work.on(release.name)) work.tag(file, name, file.tips.get(release.name)!);
  }
}
