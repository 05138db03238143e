import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { writeArchive } from './printed';
import type { Repository, RepositoryFile } from './repository';

/** Writes the archives of a repository, and takes them away again: `module` below a root of CVS. */
export function withArchives<Result>(
  repository: Repository,
  use: (root: string) => Result,
): Result {
  const root = mkdtempSync(join(tmpdir(), 'annals-cvs-'));
  try {
    mkdirSync(join(root, 'CVSROOT'));
    for (const file of repository.files) {
      const path = join(root, 'module', archivePath(file));
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, writeArchive(file), { mode: 0o444 });
    }
    return use(root);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

/** What the real `cvs rlog` prints of a repository. */
export function cvsRlog(repository: Repository, ...options: string[]): string {
  return withArchives(repository, (root) => cvs(root, root, 'rlog', ...options, 'module'));
}

/** What the real `cvs log` prints in a checkout with each of several lists of options. */
export function cvsLogs(root: string, all: readonly (readonly string[])[]): string[] {
  const work = mkdtempSync(join(tmpdir(), 'annals-checkout-'));
  try {
    // Removed files are printed, too, where CVS knows of their directory.
    cvs(root, work, 'checkout', '-d', '.', 'module');
    return all.map((options) => cvs(root, work, 'log', ...options));
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

function cvs(root: string, cwd: string, ...args: string[]): string {
  return execFileSync('cvs', ['-Q', '-d', root, ...args], {
    cwd,
    encoding: 'utf8',
    env: { ...process.env, TZ: 'UTC' },
    maxBuffer: 1 << 28,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

/** CVS puts away files whose newest trunk revision is dead. */
function archivePath(file: RepositoryFile): string {
  const trunk = file.revisions.filter(({ number }) => number.split('.').length === 2);
  const name = `${basename(file.path)},v`;
  return join(dirname(file.path), trunk.at(-1)?.isDead ? 'Attic' : '', name);
}

/** The numbers of each file that a log prints, files without any left out. */
export function numbersOf(log: string): string[] {
  return log.split(/^={77}\n/m).flatMap((file) => {
    const numbers = file.split(/^-{28}\n/m).slice(1);
    return numbers.length === 0
      ? []
      : [numbers.map((entry) => /^revision ([\d.]+)/.exec(entry)![1]!).join(' ')];
  });
}
