import { deepEqual, equal } from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Places, type Archive } from '../../src/core/formats/rcs/archive';
import { expandKeywords } from '../../src/core/formats/rcs/keywords';
import { parseArchive } from '../../src/core/formats/rcs/parse';
import { annotate, textOf } from '../../src/core/formats/rcs/texts';
import { Numbers } from '../../src/core/history/numbers';
import { randomFrom } from '../../src/cli/random';

function parse(bytes: Uint8Array): Archive {
  return parseArchive(bytes, new Numbers(), new Places());
}

function textAt(archive: Archive, number: string): string {
  const result = textOf(archive, archive.find(archive.known(number)));
  return 'text' in result
    ? Buffer.from(result.text).toString('latin1')
    : `${result.fault.revision} line ${String(result.fault.line)}`;
}

/** An archive that the real `ci` makes: a trunk, branches, and a branch of a branch. */
class Made {
  readonly folder = mkdtempSync(join(tmpdir(), 'annals-rcs-'));
  private lines: string[] = [];
  private readonly path = join(this.folder, 'a.c');

  constructor(private readonly random: () => number) {}

  run(program: string, ...args: string[]): Buffer {
    return execFileSync(program, args, { cwd: this.folder, stdio: ['ignore', 'pipe', 'ignore'] });
  }

  /** Changes some lines, and now and then the newline at the end. */
  private change(): void {
    const { random, lines } = this;
    for (let n = 0; n < 4; n++) {
      const at = Math.floor(random() * (lines.length + 1));
      const line = `${'@'.repeat(Math.floor(random() * 3))}line ${String(Math.floor(random() * 9))}\r`;
      lines.splice(
        at,
        Math.floor(random() * 3),
        ...Array<string>(Math.floor(random() * 4)).fill(line),
      );
    }
    const end = random() < 0.3 ? '' : '\n';
    writeFileSync(this.path, lines.length === 0 ? '' : `${lines.join('\n')}${end}`);
  }

  checkIn(number?: string): void {
    this.change();
    const at = number === undefined ? '-f' : `-f${number}`;
    this.run('ci', '-q', at, '-l', '-mwords', '-t-text', 'a.c');
  }

  /** Goes back to a revision, and locks it. */
  checkOut(number: string): void {
    rmSync(this.path);
    this.run('rcs', '-q', '-U', 'a.c');
    this.run('rcs', '-q', '-u', 'a.c,v');
    this.run('co', '-q', '-f', `-l${number}`, '-ko', 'a.c');
    this.lines = readFileSync(this.path, 'latin1').split('\n');
  }
}

describe('the text of a revision', function () {
  this.timeout(120_000);

  /** Makes an archive with branches, and gives its revisions to a test. */
  function forEachRevision(
    seed: number,
    test: (made: Made, archive: Archive, number: string) => void,
  ): void {
    const made = new Made(randomFrom(seed));
    for (let n = 0; n < 6; n++) made.checkIn();
    for (const [from, branch] of [
      ['1.2', '1.2.1'],
      ['1.4', '1.4.1'],
      ['1.2.1.1', '1.2.1.1.1'],
    ] as const) {
      made.checkOut(from);
      made.checkIn(branch);
      made.checkIn(branch);
    }
    const archive = parse(new Uint8Array(readFileSync(join(made.folder, 'a.c,v'))));
    for (let place = 0; place < archive.count; place++)
      test(made, archive, archive.numbers.text(archive.number[place]!));
    rmSync(made.folder, { recursive: true });
  }

  it('is what co prints, on every line of descent', () => {
    let count = 0;
    for (let seed = 1; seed <= 8; seed++) {
      forEachRevision(seed, (made, archive, number) => {
        const real = made.run('co', '-q', '-ko', `-p${number}`, 'a.c').toString('latin1');
        equal(textAt(archive, number), real, `${String(seed)}: ${number}`);
        count++;
      });
    }
    equal(count, 8 * 12);
  });

  it('has the lines from the revisions that cvs annotate tells', () => {
    for (let seed = 1; seed <= 4; seed++) {
      forEachRevision(seed, (made, archive, number) => {
        const root = join(made.folder, 'cvs');
        if (!existsSync(root)) {
          made.run('cvs', '-d', root, 'init');
          mkdirSync(join(root, 'm'));
          copyFileSync(join(made.folder, 'a.c,v'), join(root, 'm', 'a.c,v'));
        }
        const printed = made.run('cvs', '-d', root, 'rannotate', `-r${number}`, 'm/a.c');
        const real = [...printed.toString('latin1').matchAll(/^([\d.]+) +\(/gm)].map(
          ([, at]) => at,
        );
        const result = annotate(archive, archive.find(archive.known(number)));
        deepEqual('origins' in result ? result.origins : [], real, `${String(seed)}: ${number}`);
      });
    }
  });

  /** [what, text of 1.2, edits to 1.1, text of 1.1] */
  const cases: [string, string, string, string][] = [
    ['a line added', 'a\nb\n', 'a1 1\nx\n', 'a\nx\nb\n'],
    ['a line removed', 'a\nb\n', 'd1 1\n', 'b\n'],
    ['a line changed', 'a\nb\n', 'd1 1\na1 1\nx\n', 'x\nb\n'],
    ['an at sign', 'a\n', 'a1 1\nb@@c\n', 'a\nb@c\n'],
    ['edits beyond the end', 'a\n', 'd2 1\n', '1.1 line 1'],
    ['edits that go back', 'a\nb\n', 'd2 1\nd1 1\n', '1.1 line 2'],
    ['edits that are none', 'a\n', 'words\n', '1.1 line 1'],
    ['fewer lines than said', 'a\n', 'a1 2\nx\n', '1.1 line 3'],
  ];
  for (const [what, head, edits, expected] of cases) {
    it(what, () => {
      const delta = (number: string, next: string): string =>
        `${number}\ndate 2004.03.01.10.00.00; author ada; state Exp;\nbranches;\nnext ${next};\n`;
      const texts = `1.2\nlog @w@\ntext @${head}@\n1.1\nlog @w@\ntext @${edits}@\n`;
      const archive = parse(
        new TextEncoder().encode(
          `head 1.2;\naccess;\nsymbols;\nlocks;\n\n${delta('1.2', '1.1')}${delta('1.1', '')}desc @@\n${texts}`,
        ),
      );
      deepEqual([textAt(archive, '1.2'), textAt(archive, '1.1')], [head, expected]);
    });
  }

  it('of a number that none can have is not to be had, and does not hang', () => {
    const delta = (number: string): string =>
      `${number}\ndate 2004.03.01.10.00.00; author ada; state Exp;\nbranches;\nnext ;\n`;
    const numbers = ['1.99999999999', '2.1.0', '7'];
    const archive = parse(
      new TextEncoder().encode(
        `head 1.1;\naccess;\nsymbols;\nlocks;\n\n${numbers.map(delta).join('')}desc @@\n`,
      ),
    );
    deepEqual(
      numbers.map((number) => textAt(archive, number)),
      numbers.map((number) => `${number} line 0`),
    );
  });
});

describe('keywords', () => {
  for (const mode of ['kv', 'kvl', 'k', 'v', 'o', 'b']) {
    it(`are what cvs checks out with -k${mode}`, () => {
      const folder = mkdtempSync(join(tmpdir(), 'annals-keywords-'));
      const run = (...args: string[]): string =>
        execFileSync('cvs', ['-Q', '-d', join(folder, 'cvs'), ...args], {
          cwd: folder,
          encoding: 'latin1',
          env: { ...process.env, TZ: 'UTC' },
          stdio: ['ignore', 'pipe', 'pipe'],
        });
      run('init');
      const path = join(folder, 'cvs', 'm', 'motor.c,v');
      mkdirSync(dirname(path));
      const names = ['Author', 'Date', 'Header', 'Id', 'Locker', 'Name', 'RCSfile', 'Revision'];
      const words = [...names, 'Source', 'State'].map((name) => `a $${name}$ $${name}: old $ b\n`);
      const stored = [...words, 'No $Keyword$, $Id: open\n', '$Id$$Date$ costs 5$\n'].join('');
      writeFileSync(
        path,
        `head 1.1;\naccess;\nsymbols;\nlocks; strict;\nexpand @${mode}@;\n\n1.1\ndate 99.06.02.10.00.01; author ada; state Rel;\nbranches;\nnext ;\n\ndesc\n@@\n\n1.1\nlog\n@w\n@\ntext\n@${stored}@\n`,
      );
      const values = { number: '1.1', date: [1999, 6, 2, 10, 0, 1], author: 'ada', state: 'Rel' };
      equal(
        expandKeywords(stored, { ...values, lockedBy: undefined, path, mode }),
        run('checkout', '-p', 'm/motor.c'),
      );
      rmSync(folder, { recursive: true });
    });
  }
});
