import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { writeArchive } from './printed';
import type { Repository } from './repository';

/** Writes the archives of a repository, and lets the real `cvs rlog` print them. */
export function cvsRlog(repository: Repository, ...options: string[]): string {
  const root = mkdtempSync(join(tmpdir(), 'annals-cvs-'));
  try {
    mkdirSync(join(root, 'CVSROOT'));
    for (const file of repository.files) {
      const path = join(root, 'module', `${file.path},v`);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, writeArchive(file), { mode: 0o444 });
    }
    const args = ['-Q', '-d', root, 'rlog', ...options, 'module'];
    const env = { ...process.env, TZ: 'UTC' };
    return execFileSync('cvs', args, { encoding: 'utf8', env, maxBuffer: 1 << 28 });
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
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
