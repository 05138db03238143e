import { deepEqual, equal } from 'node:assert/strict';
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { readFolder } from '../../src/cli/archives';
import { ArchiveReader } from '../../src/core/formats/rcs/read';
import type { PrintOptions } from '../../src/core/formats/rcs/print';
import { timesOf } from '../../src/core/formats/rcs/times';
import { archivesLog, finish, readLog, type Log } from '../../src/core/log';
import { cvsLogs, withArchives } from '../generate/archives';
import { makeRepository } from '../generate/repository';

/** [options of `cvs log`, options of the print] */
const PRINTS: [string[], PrintOptions][] = [
  [[], {}],
  [['-b'], { isDefaultBranchOnly: true }],
  [['-N'], { isWithoutSymbols: true }],
  ...[
    '1.2',
    '1.1:1.3',
    '1.3:1.1',
    '1.1::1.3',
    '1.2:',
    '1.2::',
    ':1.2',
    '::1.2',
    '1',
    '1.2.2',
    '1.1.2:1.1.4',
    '1:2',
    '1.1:1.1.2.1',
    'tag-1:rel-1',
    'rel-1:tag-1',
    'missing',
    'tag-1:missing',
    '1.1.2.1:1.1.2.2',
    '1.1.2.1:',
    '1.1.2.1,1.2',
    '1.2.2.',
    'rel-1',
    'rel-1.',
    'rel-1:',
    'HEAD',
    'tag-1',
    'empty',
    'tag-1:',
    'nowhere',
  ].map((option): [string[], PrintOptions] => [[`-r${option}`], { revisions: [option] }]),
  [['-b', '-r1.1.2'], { isDefaultBranchOnly: true, revisions: ['1.1.2'] }],
  ...[
    '<2004-06-01',
    '2004-06-01<',
    '>=2004-06-01 10:00:00',
    '2004-03-01<2005-03-01',
    '2005-03-01>2004-03-01',
    '2004-06-01',
    '2004-06-01;2005-01-01<',
    '2005-01-01;2004-06-01',
  ].map((option): [string[], PrintOptions] => [
    [`-d${option.replaceAll(/\d{4}-\d\d-\d\d( [\d:]+)?/g, '$& UTC')}`],
    { times: timesOf(option)! },
  ]),
  [['-r1.1:1.3', '-d<2005-01-01 UTC'], { revisions: ['1.1:1.3'], times: timesOf('<2005-01-01')! }],
];

/** Gives an archive a tag, a branch and an empty branch, where it has the revisions. */
function nameRevisions(path: string): void {
  const archive = readFileSync(path, 'utf8');
  const names = [
    ...(/^1\.1\.2\.1$/m.test(archive) ? ['\n\trel-1:1.1.0.2'] : []),
    '\n\tempty:1.1.0.20',
    '\n\ttag-1:1.1',
    '\n\tmissing:1.99',
  ];
  chmodSync(path, 0o644);
  writeFileSync(path, archive.replace(/^symbols;/m, `symbols${names.join('')};`));
}

function archivesBelow(folder: string): string[] {
  const all = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return all.filter((name) => name.endsWith(',v')).map((name) => join(folder, name));
}

describe('a folder of archives', function () {
  this.timeout(120_000);

  it('is printed byte for byte as by cvs log, whole and in every selection', () => {
    for (let seed = 1; seed <= 3; seed++) {
      withArchives(makeRepository(seed), (root) => {
        const module = join(root, 'module');
        for (const path of archivesBelow(module)) nameRevisions(path);
        const real = cvsLogs(
          root,
          PRINTS.map(([options]) => options),
        );
        for (const [i, [options, print]] of PRINTS.entries()) {
          const ours = Buffer.from(readFolder(module, print).finish().bytes).toString();
          equal(ours, real[i], `${String(seed)}: cvs log ${options.join(' ')}`);
        }
      });
    }
  });

  it('gives the histories of what is printed of it', () => {
    for (let seed = 1; seed <= 200; seed++) {
      withArchives(makeRepository(seed), (root) => {
        const archives = finish(archivesLog(readFolder(join(root, 'module'))));
        deepEqual(told(archives), told(readLog(archives.histories.bytes)));
      });
    }
  });

  /** [what, files, the files that are read] */
  const folders: [string, string[], string][] = [
    ['files of a directory, then its directories', ['b/c,v', 'z,v', 'a,v'], 'a z b/c'],
    ['removed files in their places', ['a,v', 'Attic/b,v', 'c,v'], 'a b c'],
    ['a file that lives, and is in Attic, too', ['a,v', 'Attic/a,v', 'b,v'], 'a b'],
    ['what RCS keeps apart', ['RCS/a,v', 'b/RCS/c,v'], 'a b/c'],
    ['no administrative files', ['a,v', 'CVSROOT/modules,v', 'b/c,v'], 'a b/c'],
    ['other files', ['a,v', 'notes.txt', 'b,v'], 'a b'],
  ];
  it('what is no archive, or cannot be read, costs itself alone', () => {
    const root = mkdtempSync(join(tmpdir(), 'annals-folder-'));
    writeFileSync(join(root, 'a,v'), ARCHIVE);
    writeFileSync(join(root, 'empty,v'), '');
    writeFileSync(join(root, 'text,v'), 'Not an archive; at all.\n');
    symlinkSync(join(root, 'gone'), join(root, 'link,v'));
    mkdirSync(join(root, 'folder,v'));
    symlinkSync('..', join(root, 'folder,v', 'up'));
    symlinkSync('..', join(root, 'folder,v', 'again'));
    const { problems, recovery } = finish(archivesLog(readFolder(root)));
    equal(recovery.paths.files.map(({ parts }) => parts.join('/')).join(' '), 'a');
    deepEqual(
      problems.map((problem) => 'path' in problem.data && problem.data.path.slice(root.length + 1)),
      ['empty,v', 'link,v', 'text,v'],
    );
    rmSync(root, { recursive: true });
  });

  it('words may be strings, a name counts once, a default branch may be a revision', () => {
    const text = ARCHIVE.replace('ada;', '@ada lima@;')
      .replace('symbols;', 'symbols one:1.1 one:1.2;')
      .replace('access;', 'branch 1.1; access;');
    const reader = new ArchiveReader({ isDefaultBranchOnly: true });
    reader.add({ bytes: new TextEncoder().encode(text), path: '/a,v', workingFile: 'a' });
    const { histories } = finish(archivesLog(reader));
    const { symbols, defaultBranch } = histories.stated(0)!;
    deepEqual(
      [histories.author(0), symbols, defaultBranch],
      ['ada lima', [{ name: 'one', number: '1.1' }], '1'],
    );
  });

  for (const [what, paths, expected] of folders) {
    it(what, () => {
      const { recovery } = finish(archivesLog(readFiles(paths)));
      equal(recovery.paths.files.map(({ parts }) => parts.join('/')).join(' '), expected);
    });
  }
});

function readFiles(paths: readonly string[]): ReturnType<typeof readFolder> {
  const root = mkdtempSync(join(tmpdir(), 'annals-folder-'));
  try {
    for (const path of paths) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), ARCHIVE);
    }
    return readFolder(root);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

const ARCHIVE = `head 1.1;
access;
symbols;
locks; strict;

1.1
date 2004.03.01.10.00.00; author ada; state Exp;
branches;
next ;

desc
@@

1.1
log
@First.
@
text
@@
`;

/** All that two forms of one history both tell. */
function told({ histories, recovery }: Log): unknown {
  const files = Array.from({ length: histories.fileCount }, (_, file) => {
    const [first, end] = histories.revisionsOf(file);
    const revisions = Array.from({ length: end - first }, (_r, i) => {
      const r = first + i;
      return [
        histories.numberText(r),
        histories.moment(r),
        histories.author(r),
        histories.message(r),
        histories.extra(r),
        histories.linesOf(r),
        histories.predecessor(r),
        recovery.changesets.of(r),
      ];
    });
    return { path: recovery.paths.files[file]!.parts.join('/'), revisions };
  });
  return { files, problems: histories.problems };
}
