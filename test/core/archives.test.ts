import { deepEqual, equal } from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { readFolder } from '../../src/cli/archives';
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
