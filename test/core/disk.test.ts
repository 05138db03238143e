import { equal, rejects } from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { appendFileSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { readWhole } from '../../src/disk/readWhole';

/** More than is read between two looks, in bytes. */
const SIZE = 40_000_000;

describe('a file of the disk', () => {
  let folder: string;
  let path: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'annals-disk-'));
    path = join(folder, 'log.txt');
    writeFileSync(path, new Uint8Array(SIZE));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  /** Reads, and does something to the file when a part of it is read. */
  const readWhile = (happens: () => void): Promise<Uint8Array | undefined> => {
    let isDone = false;
    return readWhole(path, (share) => {
      if (share > 0 && !isDone) happens();
      isDone ||= share > 0;
      return true;
    });
  };
  const changes: readonly (readonly [string, () => void])[] = [
    ['shrinks', () => truncateSync(path, 1000)],
    ['grows', () => appendFileSync(path, 'x')],
    ['is written anew', () => writeFileSync(path, new Uint8Array(SIZE).fill(1))],
  ];
  for (const [what, happens] of changes) {
    it(`that ${what} while it is read is no log`, () =>
      rejects(readWhile(happens), { message: 'it changed while it was read' }));
  }

  it('that vanishes while it is read is read to its end', async () => {
    const bytes = await readWhile(() => rmSync(path));
    equal(bytes?.length, SIZE);
  });

  it('is let go when nobody waits for it', async () => {
    equal(await readWhole(path, (share) => share === 0), undefined);
  });

  it('of more than 4 GiB is not read, and says so', () => {
    truncateSync(path, 2 ** 32);
    const { status, stderr } = spawnSync(
      process.execPath,
      [resolve('dist/cli.js'), 'check', path],
      { encoding: 'utf8' },
    );
    equal(status, 2);
    equal(
      stderr.trim(),
      `annals: ${path} cannot be read: it is larger than 4 GiB, more than can be read in one piece`,
    );
  });
});
