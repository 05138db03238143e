import { randomFrom } from '../../src/cli/random';
import type { Repository, RepositoryFile, TrueRevision } from './repository';

const DAY = 86_400;
const START = Date.UTC(2004, 0, 5) / 1000;

export const AUTHORS = ['ada', 'bo', 'cleo', 'dirk', 'eva'];
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
export const WORDS = [
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

export interface WorkingFile extends RepositoryFile {
  /** The newest of each line: the trunk under '', a branch under its name. */
  readonly tips: Map<string, TrueRevision>;
  /** The number of each branch that was tagged here, whether or not something was committed. */
  readonly tagged: Map<string, string>;
  /** How many branches were tagged at a revision. */
  readonly tags: Map<string, number>;
}

/** What a commit says beside its number, its branch, and, unless told, its time. */
type Fields = Omit<TrueRevision, 'number' | 'branch' | 'time'> & { time?: number };

/** A repository that is worked on at random: it numbers revisions and branches as CVS does. */
export class WorkingRepository {
  readonly files: WorkingFile[] = [];
  /** Today, counted from the first. */
  day = 0;
  /** The number of the newest commit. */
  commits = 0;
  readonly random: () => number;

  constructor(seed: number) {
    this.random = randomFrom(seed + 1000);
  }

  pick<Item>(items: readonly Item[]): Item {
    return items[Math.floor(this.random() * items.length)]!;
  }

  some<Item>(items: readonly Item[], share: number): Item[] {
    return items.filter(() => this.random() < share);
  }

  /** Seconds since 1970. */
  now(): number {
    return START + this.day * DAY + 36_000 + (this.commits % 600) * 60;
  }

  sentence(): string {
    return Array.from({ length: 3 + Math.floor(this.random() * 6) }, () => this.pick(WORDS)).join(
      ' ',
    );
  }

  /** A path that no file has. */
  freePath(): string | undefined {
    const all = DIRECTORIES.flatMap((d) => NAMES.map((n) => (d === '' ? n : `${d}/${n}`)));
    return this.pick(all.filter((path) => !this.files.some((f) => f.path === path)));
  }

  newFile(path: string): WorkingFile {
    const file = { path, revisions: [], tips: new Map(), tagged: new Map(), tags: new Map() };
    this.files.push(file);
    return file;
  }

  commit(file: WorkingFile, line: string, fields: Fields): TrueRevision {
    const tip = file.tips.get(line);
    const number =
      tip && (line === '' || tip.branch === line)
        ? next(tip.number)
        : line === ''
          ? '1.1'
          : `${file.tagged.get(line)!}.1`;
    const revision = { number, branch: line === '' ? null : line, time: this.now(), ...fields };
    file.revisions.push(revision);
    file.tips.set(line, revision);
    return revision;
  }

  /** Makes a branch of a file. */
  tag(file: WorkingFile, name: string, tip: TrueRevision): void {
    const n = (file.tags.get(tip.number) ?? 0) + 1;
    file.tags.set(tip.number, n);
    file.tagged.set(name, `${tip.number}.${2 * n}`);
    file.tips.set(name, tip);
  }

  isAlive(file: WorkingFile, line: string): boolean {
    return file.tips.get(line)?.isDead === false;
  }

  onTrunk(): WorkingFile[] {
    return this.files.filter((f) => this.isAlive(f, ''));
  }

  on(name: string): WorkingFile[] {
    return this.files.filter((f) => f.tagged.has(name) && this.isAlive(f, name));
  }

  commitAll(which: readonly WorkingFile[], line: string, author: string, message: string): void {
    this.commits++;
    for (const file of which)
      this.commit(file, line, { author, message, commit: this.commits, isDead: false });
  }

  /** The first commit, of some files. */
  begin(): void {
    this.commits++;
    for (let n = 10 + Math.floor(this.random() * 20); n > 0; n--) {
      const path = this.freePath();
      if (path === undefined) continue;
      this.commit(this.newFile(path), '', {
        author: 'ada',
        message: 'Initial revision',
        commit: this.commits,
        isDead: false,
      });
    }
  }

  /** What a release engineer commits on a branch: the newest of the trunk's revisions of some files. */
  pullUp(files: readonly WorkingFile[], branch: string, message: string): void {
    this.commits++;
    for (const file of files)
      this.commit(file, branch, {
        author: 'eva',
        message,
        commit: this.commits,
        isDead: false,
        from: file.tips.get('')!.number,
      });
  }

  pullUpMessage(files: readonly WorkingFile[], ticket: number): string {
    const lines = files.map((f) => `sys/arch/pump/${f.path}: revision ${f.tips.get('')!.number}`);
    return `Pull up following revision(s) (requested by ${this.pick(AUTHORS)} in ticket #${String(ticket)}):\n${lines.join('\n')}\n${this.sentence()}`;
  }

  /** Has a file's trunk something that a branch has not? */
  hasNews(file: WorkingFile, branch: string): boolean {
    const [trunk, point] = [file.tips.get('')!.number, file.tagged.get(branch)];
    return point !== undefined && Number(trunk.split('.')[1]) > Number(point.split('.')[1]);
  }

  finish(): Repository {
    return {
      title: '/src/sys/arch/pump',
      files: this.files.filter((f) => f.revisions.length > 0),
    };
  }
}

function next(number: string): string {
  const parts = number.split('.');
  return [...parts.slice(0, -1), Number(parts.at(-1)) + 1].join('.');
}
