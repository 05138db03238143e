import { deepEqual, equal, match } from 'node:assert/strict';
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { withSharedLog } from './sharedLog';
import { dump } from './write';

const CLI = resolve('dist/cli.js');
const PUMP = join('test', 'logs', 'pump.histlog');

function annals(args: string[], input = ''): { code: number | null; out: string; err: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [CLI, ...args], {
    input,
    encoding: 'utf8',
    maxBuffer: 1 << 26,
  });
  return { code: status, out: stdout, err: stderr };
}

interface Dump {
  annals: number;
  title: string | null;
  files: {
    path: string | null;
    pathStatus: string;
    pathParts: unknown[];
    name: string | null;
    lines: number[];
    revisions: Record<string, unknown>[];
  }[];
  problems: { line: number; code: string; message: string }[];
  branches: unknown[];
  changesets: unknown[];
  edges: unknown[];
  dangling: unknown[];
}

describe('annals', () => {
  const codes: [string, string[], string, number][] = [
    ['a log without problems', ['check', PUMP], '', 0],
    ['a log with problems', ['check', join('test', 'logs', 'trouble.histlog')], '', 1],
    ['no log', ['check', join('test', 'logs', 'notes.txt')], '', 1],
    ['no log to dump', ['dump', '-'], 'nothing\n', 1],
    ['an empty input', ['dump', '-'], '', 1],
    ['no log to draw', ['graph', '-', '--file', '1'], 'nothing\n', 1],
    ['standard input', ['check', '-'], dump(['1.1']), 0],
    ['help', ['--help'], '', 0],
    ['no command', [], '', 2],
    ['an unknown command', ['frob', PUMP], '', 2],
    ['a command of every object', ['toString', PUMP], '', 2],
    ['an unknown option', ['check', PUMP, '--frob'], '', 2],
    ['no path', ['check'], '', 2],
    ['two paths', ['check', PUMP, PUMP], '', 2],
    ['no such file', ['check', 'no-such-file'], '', 2],
    ['a folder of archives', ['check', 'test'], '', 0],
    ['a folder without archives', ['check', 'schemas'], '', 2],
    ['an archive as a text', ['print', join('test', 'logs', 'valve.c,v'), '-b', '-N'], '', 0],
    ['a log as it is', ['print', PUMP], '', 0],
    ['a log in part', ['print', PUMP, '-b'], '', 2],
    ['check in part', ['check', PUMP, '-b'], '', 2],
    ['graph without --file', ['graph', PUMP], '', 2],
    ['file 0', ['graph', PUMP, '--file', '0'], '', 2],
    ['a graph as nobody draws it', ['graph', PUMP, '--file', '1', '--as', 'gif'], '', 2],
    ['all commits for Graphviz', ['graph', PUMP, '--as', 'dot'], '', 2],
    ['all commits as a picture', ['graph', PUMP, '--as', 'svg'], '', 0],
    ['a file for Graphviz', ['graph', PUMP, '--file', '1', '--as', 'dot'], '', 0],
    ['--as without a graph', ['check', PUMP, '--as', 'svg'], '', 2],
    ['a file beyond the last', ['graph', PUMP, '--file', '99'], '', 2],
    ['dump with --file', ['dump', PUMP, '--file', '1'], '', 2],
    ['commits that are found', ['log', 'author:ruth', PUMP], '', 0],
    ['commits that are not there', ['log', 'author:nobody', PUMP], '', 1],
    ['a query with a mistake', ['log', 'author:', PUMP], '', 2],
    ['releases with their changes', ['releases', '', PUMP], '', 0],
    ['releases with changes that are not there', ['releases', 'author:nobody', PUMP], '', 1],
    ['releases and a point that is not there', ['releases', 'in:nowhere', PUMP], '', 2],
    ['releases in two forms', ['releases', '', PUMP, '--table', 'csv', '--json'], '', 2],
    ['a query without a log', ['log', 'author:ruth'], '', 2],
    ['a table of every object', ['log', 'ruth', PUMP, '--table', 'toString'], '', 2],
    ['a table and JSON', ['log', 'ruth', PUMP, '--table', 'csv', '--json'], '', 2],
    ['another source', ['check', PUMP, '--learn', PUMP], '', 0],
    ['another source that is not there', ['check', PUMP, '--learn', 'no-such-file'], '', 2],
    ['a text with another source', ['print', PUMP, '--learn', PUMP], '', 2],
  ];
  for (const [what, args, input, code] of codes) {
    it(`${what}: exit code ${code}`, () => {
      const result = annals(args, input);
      equal(result.code, code, result.err);
      equal(result.err === '', code !== 2);
    });
  }

  it('prints problems as linters do', () => {
    const lines = annals(['check', join('test', 'logs', 'trouble.histlog')]).out.split('\n');
    equal(
      lines[0],
      'test/logs/trouble.histlog: 7 revisions, 2 files, 0 branches, 2 authors, 3 problems, 1 note',
    );
    equal(lines[2], 'test/logs/trouble.histlog:6: missing-revision: Revision 1.4 is missing here.');
  });

  it('draws a history', () => {
    const { out } = annals(['graph', PUMP, '--file', '4']);
    equal(
      out,
      [
        '  ●    1.2.2.2  1.2.2  ruth  2006-07-03  Pull up following revision(s) (requested by ines in ticket #31):',
        '● │    1.5      trunk  ines  2006-06-11  Wait for the motor to stop; see rev. 1.4 for how long that takes.',
        '● │    1.4      trunk  ines  2006-05-02  Measure how long the motor takes to stop.',
        '● │    1.3      trunk  ines  2005-01-17  Close the valve when power fails.',
        '│ ○    1.2.2.1  1.2.2  ines  2004-11-10  file valve.c was added on branch pump-1 on 2006-07-03 09:12:44 +0000',
        '◉─┘    1.2      trunk  ines  2004-11-10  Say which valve it is in messages.',
        '●      1.1      trunk  ines  2004-11-09  Split valve control out of motor.c.',
        '',
      ].join('\n'),
    );
  });

  it('dumps the documented JSON', () => {
    const json = JSON.parse(annals(['dump', PUMP]).out) as Dump;
    deepEqual([json.annals, json.title, json.problems], [1, '/src/firmware/pump', []]);
    deepEqual(
      json.files.map(({ name }) => name),
      ['Makefile', 'motor.c', 'ramp.c', 'valve.c', null],
    );
    deepEqual(json.files[0]!.lines, [4, 11]);
    deepEqual(json.files[0]!.revisions[2], {
      revision: '1.2',
      date: '2004-11-09',
      author: 'ines',
      message: 'Add valve.c.',
      branches: ['1.2.2'],
      lines: [6, 7],
      branch: null,
      branchId: null,
      changeset: 1,
      reports: [],
      people: [],
      predecessor: '1.1',
    });
    deepEqual(
      json.files.map(({ path, pathStatus, pathParts }) => [path, pathStatus, pathParts]),
      [
        ['Makefile', 'stated', ['Makefile']],
        ['motor.c', 'stated', ['motor.c']],
        ['ramp.c', 'inferred', ['ramp.c']],
        ['valve.c', 'stated', ['valve.c']],
        [null, 'unknown', [null]],
      ],
    );
    deepEqual(json.branches[0], {
      id: 0,
      name: null,
      status: 'unknown',
      release: true,
      series: 0,
      members: [{ file: 0, number: '1.2.2' }],
    });
    deepEqual(json.changesets[1], {
      id: 1,
      date: '2004-11-09',
      author: 'ines',
      branchId: null,
      message: 'Add valve.c.',
      revisions: [{ file: 0, revision: '1.2' }],
    });
    deepEqual(json.edges[0], {
      kind: 'pull-up',
      status: 'stated',
      from: { file: 0, revision: '1.3' },
      to: { file: 0, revision: '1.2.2.1' },
      ticket: 12,
      requester: 'tomas',
      line: 10,
    });
    deepEqual(json.dangling, []);
    deepEqual(
      [json.files[0]!.revisions[4]!.branch, json.files[0]!.revisions[4]!.predecessor],
      ['1.2.2', '1.2'],
    );
  });

  it('gives null for a date on no calendar', () => {
    const json = JSON.parse(annals(['dump', join('test', 'logs', 'trouble.histlog')]).out) as Dump;
    equal(json.files[0]!.revisions[3]!.date, null);
  });

  it('lets nothing of a log control a terminal', () => {
    const log = dump([
      '1.1: \u001b[31mred\u001b]0;title\u0007 \u202egnp.exe \u009b31m\u007f',
      '1.1',
    ]);
    for (const args of [
      ['graph', '-', '--file', '1'],
      ['check', '-'],
      ['dump', '-'],
      ['report', '-'],
    ]) {
      equal(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/.test(annals(args, log).out), false);
    }
  });

  it('finds commits: a line each, or as dump has them', () => {
    match(
      annals(['log', 'ticket:31 branch:pump-1', PUMP]).out,
      /^2006-07-03 ruth pump-1 \(3 files\): Pull up following revision\(s\).*\n$/,
    );
    const all = JSON.parse(annals(['dump', PUMP]).out) as { changesets: { author: string }[] };
    const found: unknown = JSON.parse(annals(['log', 'author:ruth', PUMP, '--json']).out);
    deepEqual(found, all.changesets.filter(({ author }) => author === 'ruth').reverse());
    match(annals(['log', 'author:ruth', PUMP, '--table', 'csv']).out, /^date,author,branch,files,/);
  });

  it('tells which release has which change', () => {
    match(
      annals(['releases', '', PUMP]).out,
      /^2006-06-11 ines trunk \(1 file\): Wait for .*\n  pulled up: pump-1 \(#31\)\n/m,
    );
    const [change] = JSON.parse(annals(['releases', '', PUMP, '--json']).out) as {
      releases: { release: string; mark: string; ticket: number }[];
    }[];
    const { release, mark, ticket } = change!.releases[0]!;
    deepEqual([release, mark, ticket], ['pump-1', 'received', 31]);
    match(
      annals(['releases', '', PUMP, '--table', 'markdown']).out,
      /^\| date \| author \| branch \| files \| message \| pump\\-1 \|\n/,
    );
  });

  it('compares two points, and lists the files of one', () => {
    const { out, code } = annals(['compare', 'trunk@2005-01', 'trunk', PUMP]);
    equal(code, 1);
    match(out, /^\d files of trunk@2005-01 and trunk differ\n  Makefile 1\.3 1\.4\n/);
    match(out, /commits that trunk has and trunk@2005-01 lacks\n  2006-06-12 ines trunk/);
    const json = JSON.parse(annals(['compare', 'trunk@2005-01', 'trunk', PUMP, '--json']).out) as {
      files: object[];
      onlyFrom: object[];
    };
    deepEqual(
      [json.files[0], json.onlyFrom],
      [{ file: 0, path: 'Makefile', from: '1.3', to: '1.4' }, []],
    );
    equal(annals(['compare', 'trunk', 'trunk', PUMP]).code, 0);
    match(annals(['manifest', 'pump-1', PUMP]).out, /^Makefile 1\.2\.2\.1\n/);
    deepEqual((JSON.parse(annals(['manifest', 'trunk', PUMP, '--json']).out) as object[])[0], {
      file: 0,
      path: 'Makefile',
      revision: '1.4',
      status: 'stated',
    });
    const none = annals(['manifest', 'pump-9', PUMP]);
    deepEqual([none.code, none.out], [2, '']);
    equal(annals(['compare', 'trunk', PUMP]).code, 2);
  });

  it('takes names from another source', () => {
    const page = dump(['1.2 ada: b', '1.1 ada: a']);
    const log = `RCS file: /src/test/dev/pump.c,v\nhead: 1.2\nsymbolic names:\ntotal revisions: 2\n${'='.repeat(77)}\n`;
    const folder = mkdtempSync(join(tmpdir(), 'annals-learn-'));
    const other = join(folder, 'heads.rlog');
    writeFileSync(other, log);
    const { files } = JSON.parse(annals(['dump', '-', '--learn', other], page).out) as Dump;
    rmSync(folder, { recursive: true });
    equal(files[0]!.path, 'dev/pump.c');
  });

  it('takes a closed pipe for no error', async () => {
    const child = spawn(process.execPath, [CLI, 'dump', '-']);
    const many = dump(
      Array.from({ length: 20_000 }, (_, i) => `1.${String(20_000 - i)}: ${'x'.repeat(200)}`),
    );
    child.stdin.on('error', () => undefined);
    child.stdin.end(many);
    let errors = '';
    child.stderr.on('data', (data: Buffer) => (errors += data.toString()));
    await once(child.stdout, 'data');
    child.stdout.destroy();
    deepEqual([await once(child, 'close').then(([code]: unknown[]) => code), errors], [0, '']);
  });

  it('reports what was recovered, in words and as JSON', () => {
    match(annals(['report', PUMP]).out, /files with a full path +4 of 5 \(80\.0 %\)\n/);
    const json = JSON.parse(annals(['report', PUMP, '--json', '--holdout']).out) as {
      files: { named: number };
      holdout: { paths: unknown[] };
    };
    deepEqual([json.files.named, json.holdout.paths.length], [4, 20]);
    equal(annals(['check', PUMP, '--json']).code, 2);
  });

  withSharedLog('on a real log', (bytes, path) => {
    it('finds no problems', () => {
      const out = execFileSync(process.execPath, [CLI, 'check', path], { encoding: 'utf8' });
      match(out, /: 8,607 revisions, 153 files, 2,537 branches, 104 authors, 0 problems\n$/);
    });

    it('dumps every revision with its own lines', () => {
      const json = JSON.parse(annals(['dump', path]).out) as Dump;
      const lines = readFileSync(path, 'utf8').split('\n');
      let count = 0;
      for (const { revisions } of json.files) {
        for (const { revision, lines: [first] = [] } of revisions as {
          revision: string;
          lines: number[];
        }[]) {
          equal(lines[first! - 1]!.startsWith(`\u00a0${revision}\u00a0`), true);
          count++;
        }
      }
      equal(count, 8607);
    });

    it('draws every file', () => {
      for (const file of ['1', '77', '153']) equal(annals(['graph', path, '--file', file]).code, 0);
    });
    bytes;
  });
});
