import { AUTHORS, WorkingRepository, WORDS, type WorkingFile } from './working';

/** A repository whose truth is known: what a log of it loses stands here. */
export interface Repository {
  readonly title: string;
  readonly files: RepositoryFile[];
}

export interface RepositoryFile {
  readonly path: string;
  readonly revisions: TrueRevision[];
  /** The branch that `cvs log -b` shows instead of the trunk, as imported files have one. */
  readonly defaultBranch?: string;
  /** Names of branches and revisions as an archive has them, `rel-1:1.2.0.4`. */
  readonly symbols?: readonly string[];
}

export interface TrueRevision {
  readonly number: string;
  /** Seconds since 1970, UTC. */
  readonly time: number;
  readonly author: string;
  readonly message: string;
  /** The branch's name; null on the trunk. */
  readonly branch: string | null;
  /** Equal for the revisions of one commit. */
  readonly commit: number;
  readonly isDead: boolean;
  /** The revision of the same file that a pull-up carried here. */
  readonly from?: string;
}

/** A random history with everything that makes recovery hard; the same seed gives the same one. */
export function makeRepository(seed: number): Repository {
  const work = new WorkingRepository(seed);
  const branches: { name: string; isRelease: boolean; author: string }[] = [];
  let ticket = 100;
  work.begin();
  const steps = 60 + Math.floor(work.random() * 60);
  for (let step = 0; step < steps; step++) {
    work.day += Math.floor(work.random() * 12);
    const what = work.random();
    const dev = branches.filter((b) => !b.isRelease);
    const releases = branches.filter((b) => b.isRelease);
    if (what < 0.35) {
      work.commitAll(
        work.some(work.onTrunk(), 0.15),
        '',
        work.pick(AUTHORS),
        work.random() < 0.15 ? 'Fix typo.' : work.sentence(),
      );
    } else if (what < 0.43) {
      const name = `${work.pick(AUTHORS)}-${work.pick(WORDS)}${String(branches.length)}`;
      branches.push({ name, isRelease: false, author: work.pick(AUTHORS) });
      for (const file of work.onTrunk()) work.tag(file, name, file.tips.get('')!);
    } else if (what < 0.48) {
      const name = `rel-${String(releases.length + 1)}`;
      branches.push({ name, isRelease: true, author: 'eva' });
      for (const file of work.onTrunk()) work.tag(file, name, file.tips.get('')!);
    } else if (what < 0.6 && dev.length > 0) {
      const { name, author } = work.pick(dev);
      work.commitAll(
        work.some(work.on(name), 0.4),
        name,
        author,
        work.random() < 0.5 ? 'Sync with HEAD.' : work.sentence(),
      );
    } else if (what < 0.66 && dev.length > 1) {
      // One author on two branches on one day with one message: on some files of each.
      const [one, other] = [work.pick(dev), work.pick(dev)];
      if (one !== other)
        for (const { name } of [one, other])
          work.commitAll(work.some(work.on(name), 0.3), name, one.author, 'sync with head');
    } else if (what < 0.82 && releases.length > 0) {
      pullUp(work.random() < 0.3 ? releases : [work.pick(releases)]);
    } else if (what < 0.88) {
      addFile(dev);
    } else if (what < 0.91) {
      const file = work.onTrunk()[0];
      const path = work.freePath();
      if (file && path !== undefined) {
        work.commits++;
        const message = `rename ${file.path} -> ${path}`;
        work.commit(file, '', { author: 'bo', message, commit: work.commits, isDead: true });
        work.commit(work.newFile(path), '', {
          author: 'bo',
          message,
          commit: work.commits,
          isDead: false,
        });
      }
    } else if (what < 0.95 && dev.length > 0) {
      const { name } = work.pick(dev);
      work.commitAll(
        work.some(
          work.on(name).filter((f) => work.isAlive(f, '')),
          0.5,
        ),
        '',
        work.pick(AUTHORS),
        `Merge the ${name} branch.`,
      );
    } else if (dev.length > 0) {
      bornOn(work.pick(dev).name);
    }
  }
  return work.finish();

  /** A file that a branch gets later: CVS writes a dead `.1` with the trunk's date. */
  function addFile(dev: readonly { name: string; author: string }[]): void {
    const path = work.freePath();
    if (path === undefined) return;
    const file = work.newFile(path);
    work.commits++;
    const first = work.commit(file, '', {
      author: work.pick(AUTHORS),
      message: work.sentence(),
      commit: work.commits,
      isDead: false,
    });
    for (const { name, author } of work.some(dev, 0.7)) {
      work.day += Math.floor(work.random() * 5);
      work.commits++;
      work.tag(file, name, file.tips.get('')!);
      const time = new Date(work.now() * 1000).toISOString().replace('T', ' ').slice(0, 19);
      const message = `file ${path.split('/').at(-1)!} was added on branch ${name} on ${time} +0000`;
      work.commit(file, name, {
        author: first.author,
        message,
        commit: work.commits,
        isDead: true,
        time: file.tips.get('')!.time,
      });
      work.commit(file, name, {
        author,
        message: 'Sync with HEAD.',
        commit: work.commits,
        isDead: false,
      });
    }
  }

  function bornOn(name: string): void {
    const path = work.freePath();
    if (path === undefined) return;
    const file = work.newFile(path);
    work.commits++;
    const author = work.pick(AUTHORS);
    const message = `file ${path.split('/').at(-1)!} was initially added on branch ${name}.`;
    const dead = work.commit(file, '', { author, message, commit: work.commits, isDead: true });
    work.tag(file, name, dead);
    work.commit(file, name, {
      author,
      message: work.sentence(),
      commit: work.commits,
      isDead: false,
    });
  }

  function pullUp(to: readonly { name: string }[]): void {
    ticket++;
    const fresh = (file: WorkingFile): boolean =>
      to.every(({ name }) => file.tagged.has(name) && work.isAlive(file, name));
    const chosen = work
      .some(work.onTrunk().filter(fresh), 0.2)
      .filter((f) => to.every(({ name }) => work.hasNews(f, name)));
    if (chosen.length === 0) return;
    const message = work.pullUpMessage(chosen, ticket);
    for (const { name } of to) work.pullUp(chosen, name, message);
  }
}
