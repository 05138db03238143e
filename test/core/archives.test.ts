import { deepEqual, equal } from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { readFolder } from '../../src/cli/archives';
import { ArchiveReader } from '../../src/core/formats/rcs/read';
import type { PrintOptions } from '../../src/core/formats/rcs/print';
import { archivesLog, finish, readLog, type Log } from '../../src/core/log';
import { cvsLog, withArchives } from '../generate/archives';
import { makeRepository } from '../generate/repository';

/** [options of `cvs log`, options of the print] */
const PRINTS: [string[], PrintOptions][] = [
  [[], {}],
  [['-b'], { isDefaultBranchOnly: true }],
  [['-N'], { isWithoutSymbols: true }],
];

describe('a folder of archives', function () {
  this.timeout(120_000);

  for (const [options, print] of PRINTS) {
    it(`is printed byte for byte as cvs log ${options.join(' ')}`, () => {
      for (let seed = 1; seed <= 5; seed++) {
        withArchives(makeRepository(seed), (root) => {
          const ours = readFolder(join(root, 'module'), print).finish().bytes;
          equal(Buffer.from(ours).toString(), cvsLog(root, ...options));
        });
      }
    });
  }

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
