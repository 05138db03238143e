import { deepEqual } from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { appendFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { readLog, type Log } from '../../src/core/log';
import { dumpOfLog } from '../generate/printed';

/** A repository that real commits make, each at a time that is given. */
class Commits {
  private readonly root = mkdtempSync(join(tmpdir(), 'annals-commits-'));
  private readonly work = join(this.root, 'work');

  constructor() {
    mkdirSync(this.work);
    this.cvs('2004-01-01', '-Q', 'init');
    mkdirSync(join(this.root, 'repository', 'pump'));
    this.cvs('2004-01-01', '-Q', 'checkout', '-d', '.', 'pump');
  }

  cvs(day: string, ...args: string[]): string {
    const env = {
      ...process.env,
      TZ: 'UTC',
      CVSROOT: join(this.root, 'repository'),
      USER: 'ada',
      LOGNAME: 'ada',
    };
    const timed = [`${day} 10:00:00`, 'cvs', ...args];
    return execFileSync('faketime', timed, {
      cwd: this.work,
      env,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
      timeout: 30_000,
    });
  }

  add(day: string, ...paths: string[]): void {
    for (const path of paths) {
      const folder = dirname(path);
      if (folder !== '.') {
        mkdirSync(join(this.work, folder), { recursive: true });
        this.cvs(day, '-Q', 'add', folder);
      }
      appendFileSync(join(this.work, path), 'one\n');
      this.cvs(day, '-Q', 'add', path);
    }
  }

  commit(day: string, message: string, ...changed: string[]): void {
    for (const path of changed) appendFileSync(join(this.work, path), `${day} ${message}\n`);
    this.cvs(day, '-Q', 'commit', '-f', '-m', message, ...changed);
  }

  branch(day: string, name: string): void {
    this.cvs(day, '-Q', 'tag', '-b', name);
  }

  on(day: string, name: string | undefined): void {
    this.cvs(day, '-Q', 'update', ...(name === undefined ? ['-A'] : ['-r', name]));
  }

  log(): Log {
    const log = readLog(dumpOfLog('/pump', this.cvs('2010-01-01', '-Q', 'rlog', 'pump')));
    rmSync(this.root, { recursive: true, force: true });
    return log;
  }
}

function names({ histories, recovery }: Log): string[] {
  return recovery.branches.all.map(({ name, members }) => {
    const places = members.map(
      (m) =>
        `${recovery.nameOf(recovery.branches.lines.file(m)) ?? '?'} ${histories.numbers.text(recovery.branches.lines.number(m))}`,
    );
    return `${name ?? '-'}: ${places.join(', ')}`;
  });
}

function changesets({ histories, recovery }: Log): string[] {
  return Array.from({ length: recovery.changesets.count }, (_, id) =>
    [...recovery.changesets.revisionsOf(id)]
      .map((r) => `${histories.fileOf(r)} ${histories.numberText(r)}`)
      .join(' + '),
  );
}

describe('repositories of real commits', function () {
  this.timeout(120_000);

  it('a file that comes to a branch later', () => {
    const repository = new Commits();
    repository.add('2004-02-01', 'a.c');
    repository.commit('2004-02-01', 'First.', 'a.c');
    repository.branch('2004-02-02', 'motor');
    repository.add('2004-03-01', 'b.c');
    repository.commit('2004-03-01', 'Second.', 'b.c');
    repository.on('2004-04-01', 'motor');
    repository.cvs('2004-04-01', '-Q', 'update', '-j', 'HEAD');
    repository.commit('2004-04-01', 'Sync with HEAD.', 'a.c', 'b.c');
    const log = repository.log();
    deepEqual(names(log), ['motor: ? 1.1.2, b.c 1.1.2']);
    deepEqual(changesets(log), ['0 1.1', '1 1.1', '0 1.1.2.1 + 1 1.1.2.2 + 1 1.1.2.1']);
  });

  it('a file that is born on a branch, and a pull-up', () => {
    const repository = new Commits();
    repository.add('2004-02-01', 'x86/a.c');
    repository.commit('2004-02-01', 'First.', 'x86/a.c');
    repository.branch('2004-02-02', 'release');
    repository.commit('2004-03-01', 'Fix.', 'x86/a.c');
    repository.on('2004-04-01', 'release');
    repository.commit(
      '2004-04-01',
      'Pull up following revision(s) (requested by bo in ticket #1):\n\tpump/x86/a.c: revision 1.2',
      'x86/a.c',
    );
    repository.add('2004-05-01', 'x86/b.c');
    repository.commit('2004-05-01', 'Only here.', 'x86/b.c');
    const log = repository.log();
    deepEqual(names(log), ['-: a.c 1.1.2', 'release: b.c 1.1.2']);
    deepEqual(
      log.recovery.paths.files.map(({ parts }) => parts.join('/')),
      ['x86/a.c', 'x86/b.c'],
    );
    deepEqual(
      log.recovery.edges.map(({ kind, from, to }) => [
        kind,
        log.histories.numberText(from),
        log.histories.numberText(to),
      ]),
      [['pull-up', '1.2', '1.1.2.1']],
    );
    deepEqual(changesets(log), ['0 1.1', '0 1.2', '0 1.1.2.1', '1 1.1 + 1 1.1.2.1']);
  });

  it('two branches with equal commits on one day', () => {
    const repository = new Commits();
    repository.add('2004-02-01', 'a.c', 'b.c');
    repository.commit('2004-02-01', 'First.', 'a.c', 'b.c');
    repository.branch('2004-02-02', 'one');
    repository.branch('2004-02-03', 'two');
    for (const name of ['one', 'two']) {
      repository.on('2004-03-01', name);
      repository.commit(
        '2004-03-01',
        'Sync with HEAD.',
        ...(name === 'one' ? ['a.c', 'b.c'] : ['b.c']),
      );
    }
    const log = repository.log();
    deepEqual(names(log), ['-: ? 1.1.2', '-: ? 1.1.4', '-: ? 1.1.2']);
  });
});
