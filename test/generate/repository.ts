import { randomFrom } from '../../src/cli/random';

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

const DAY = 86_400;
const START = Date.UTC(2004, 0, 5) / 1000;
const AUTHORS = ['ada', 'bo', 'cleo', 'dirk', 'eva'];
const DIRECTORIES = ['', 'conf', 'dev', 'dev/ic', 'x86', 'x86/pci', 'xen'];
const NAMES = [
  'Makefile',
  'README',
  'boot.c',
  'clock.c',
  'cpu.c',
  'cpu.h',
  'files.conf',
  'intr.c',
  'motor.c',
  'pump.c',
  'pump.h',
  'valve.c',
  'zero.c',
];
const WORDS = [
  'fix',
  'clock',
  'valve',
  'overflow',
  'when',
  'power',
  'fails',
  'test',
  'motor',
  'race',
  'leak',
  'at',
  'boot',
];

interface WorkingFile extends RepositoryFile {
  /** The newest of each line: the trunk under '', a branch under its name. */
  readonly tips: Map<string, TrueRevision>;
  /** The number of each branch that was tagged here, whether or not something was committed. */
  readonly tagged: Map<string, string>;
  /** How many branches were tagged at a revision. */
  readonly tags: Map<string, number>;
}

/** A random history with everything that makes recovery hard; the same seed gives the same one. */
export function makeRepository(seed: number): Repository {
  const random = randomFrom(seed + 1000);
  const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(random() * items.length)]!;
  const some = <Item>(items: readonly Item[], share: number): Item[] =>
    items.filter(() => random() < share);
  const files: WorkingFile[] = [];
  const branches: { name: string; isRelease: boolean; author: string }[] = [];
  let day = 0;
  let commits = 0;
  let ticket = 100;

  const timeOf = (): number => START + day * DAY + 36_000 + (commits % 600) * 60;
  const sentence = (): string =>
    Array.from({ length: 3 + Math.floor(random() * 6) }, () => pick(WORDS)).join(' ');
  const free = (): string | undefined => {
    const all = DIRECTORIES.flatMap((d) => NAMES.map((n) => (d === '' ? n : `${d}/${n}`)));
    return pick(all.filter((path) => !files.some((f) => f.path === path)));
  };
  const newFile = (path: string): WorkingFile => {
    const file = { path, revisions: [], tips: new Map(), tagged: new Map(), tags: new Map() };
    files.push(file);
    return file;
  };
  const commit = (
    file: WorkingFile,
    line: string,
    fields: Omit<TrueRevision, 'number' | 'branch' | 'time'> & { time?: number },
  ): TrueRevision => {
    const tip = file.tips.get(line);
    const number =
      tip && (line === '' || tip.branch === line)
        ? next(tip.number)
        : line === ''
          ? '1.1'
          : `${file.tagged.get(line)!}.1`;
    const revision = { number, branch: line === '' ? null : line, time: timeOf(), ...fields };
    file.revisions.push(revision);
    file.tips.set(line, revision);
    return revision;
  };
  const tag = (file: WorkingFile, name: string, tip: TrueRevision): void => {
    const n = (file.tags.get(tip.number) ?? 0) + 1;
    file.tags.set(tip.number, n);
    file.tagged.set(name, `${tip.number}.${2 * n}`);
    file.tips.set(name, tip);
  };
  const alive = (file: WorkingFile, line: string): boolean => file.tips.get(line)?.isDead === false;
  const onTrunk = (): WorkingFile[] => files.filter((f) => alive(f, ''));
  const on = (name: string): WorkingFile[] =>
    files.filter((f) => f.tagged.has(name) && alive(f, name));
  const commitAll = (
    which: readonly WorkingFile[],
    line: string,
    author: string,
    message: string,
  ): void => {
    commits++;
    for (const file of which)
      commit(file, line, { author, message, commit: commits, isDead: false });
  };

  commits++;
  for (let n = 10 + Math.floor(random() * 20); n > 0; n--) {
    const path = free();
    if (path !== undefined)
      commit(newFile(path), '', {
        author: 'ada',
        message: 'Initial revision',
        commit: commits,
        isDead: false,
      });
  }
  const steps = 60 + Math.floor(random() * 60);
  for (let step = 0; step < steps; step++) {
    day += Math.floor(random() * 12);
    const what = random();
    const dev = branches.filter((b) => !b.isRelease);
    const releases = branches.filter((b) => b.isRelease);
    if (what < 0.35) {
      commitAll(
        some(onTrunk(), 0.15),
        '',
        pick(AUTHORS),
        random() < 0.15 ? 'Fix typo.' : sentence(),
      );
    } else if (what < 0.43) {
      const name = `${pick(AUTHORS)}-${pick(WORDS)}${String(branches.length)}`;
      branches.push({ name, isRelease: false, author: pick(AUTHORS) });
      for (const file of onTrunk()) tag(file, name, file.tips.get('')!);
    } else if (what < 0.48) {
      const name = `rel-${String(releases.length + 1)}`;
      branches.push({ name, isRelease: true, author: 'eva' });
      for (const file of onTrunk()) tag(file, name, file.tips.get('')!);
    } else if (what < 0.6 && dev.length > 0) {
      const { name, author } = pick(dev);
      commitAll(some(on(name), 0.4), name, author, random() < 0.5 ? 'Sync with HEAD.' : sentence());
    } else if (what < 0.66 && dev.length > 1) {
      // One author on two branches on one day with one message: on some files of each.
      const [one, other] = [pick(dev), pick(dev)];
      if (one !== other)
        for (const { name } of [one, other])
          commitAll(some(on(name), 0.3), name, one.author, 'sync with head');
    } else if (what < 0.82 && releases.length > 0) {
      pullUp(random() < 0.3 ? releases : [pick(releases)]);
    } else if (what < 0.88) {
      addFile(dev);
    } else if (what < 0.91) {
      const file = onTrunk()[0];
      const path = free();
      if (file && path !== undefined) {
        commits++;
        const message = `rename ${file.path} -> ${path}`;
        commit(file, '', { author: 'bo', message, commit: commits, isDead: true });
        commit(newFile(path), '', { author: 'bo', message, commit: commits, isDead: false });
      }
    } else if (what < 0.95 && dev.length > 0) {
      const { name } = pick(dev);
      commitAll(
        some(
          on(name).filter((f) => alive(f, '')),
          0.5,
        ),
        '',
        pick(AUTHORS),
        `Merge the ${name} branch.`,
      );
    } else if (dev.length > 0) {
      bornOn(pick(dev).name);
    }
  }
  return { title: '/src/sys/arch/pump', files: files.filter((f) => f.revisions.length > 0) };

  /** A file that a branch gets later: CVS writes a dead `.1` with the trunk's date. */
  function addFile(dev: readonly { name: string; author: string }[]): void {
    const path = free();
    if (path === undefined) return;
    const file = newFile(path);
    commits++;
    const first = commit(file, '', {
      author: pick(AUTHORS),
      message: sentence(),
      commit: commits,
      isDead: false,
    });
    for (const { name, author } of some(dev, 0.7)) {
      day += Math.floor(random() * 5);
      commits++;
      tag(file, name, file.tips.get('')!);
      const time = new Date(timeOf() * 1000).toISOString().replace('T', ' ').slice(0, 19);
      const message = `file ${path.split('/').at(-1)!} was added on branch ${name} on ${time} +0000`;
      commit(file, name, {
        author: first.author,
        message,
        commit: commits,
        isDead: true,
        time: file.tips.get('')!.time,
      });
      commit(file, name, { author, message: 'Sync with HEAD.', commit: commits, isDead: false });
    }
  }

  function bornOn(name: string): void {
    const path = free();
    if (path === undefined) return;
    const file = newFile(path);
    commits++;
    const author = pick(AUTHORS);
    const message = `file ${path.split('/').at(-1)!} was initially added on branch ${name}.`;
    const dead = commit(file, '', { author, message, commit: commits, isDead: true });
    tag(file, name, dead);
    commit(file, name, { author, message: sentence(), commit: commits, isDead: false });
  }

  function pullUp(to: readonly { name: string }[]): void {
    ticket++;
    const fresh = (file: WorkingFile): boolean =>
      to.every(({ name }) => file.tagged.has(name) && alive(file, name));
    const chosen = some(onTrunk().filter(fresh), 0.2).filter((f) =>
      to.every(({ name }) => isNewer(f.tips.get('')!.number, f.tagged.get(name)!)),
    );
    if (chosen.length === 0) return;
    const lines = chosen.map((f) => `sys/arch/pump/${f.path}: revision ${f.tips.get('')!.number}`);
    const message = `Pull up following revision(s) (requested by ${pick(AUTHORS)} in ticket #${String(ticket)}):\n${lines.join('\n')}\n${sentence()}`;
    for (const { name } of to) {
      commits++;
      for (const file of chosen)
        commit(file, name, {
          author: 'eva',
          message,
          commit: commits,
          isDead: false,
          from: file.tips.get('')!.number,
        });
    }
  }
}

function next(number: string): string {
  const parts = number.split('.');
  return [...parts.slice(0, -1), Number(parts.at(-1)) + 1].join('.');
}

/** Is a trunk revision newer than the one that a branch leaves from? */
function isNewer(number: string, branch: string): boolean {
  return Number(number.split('.')[1]) > Number(branch.split('.')[1]);
}
