import { execFileSync, spawnSync } from 'node:child_process';
import {
  closeSync,
  createWriteStream,
  mkdirSync,
  mkdtempSync,
  openSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { inputs } from './inputs';
import { ratio, report } from './measure';

const CLI = resolve('dist/cli.js');
/** More than one string of JavaScript can hold. */
const LARGE = 1.1e9;

/** What a command needs for a log that no string can hold. */
export function benchMemory(): Promise<void> {
  return inFolder(async (folder) => {
    for (const { name, bytes } of inputs()) await benchLarge(folder, name, bytes);
  });
}

async function inFolder(run: (folder: string) => void | Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'annals-bench-'));
  try {
    await run(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function benchLarge(folder: string, name: string, bytes: Uint8Array): Promise<void> {
  const path = join(folder, 'large.histlog');
  const file = createWriteStream(path);
  const times = Math.ceil(LARGE / bytes.length);
  for (let n = 0; n < times; n++) {
    if (!file.write(bytes)) await once(file, 'drain');
    file.write('\n');
  }
  file.end();
  await once(file, 'close');
  const size = times * (bytes.length + 1);
  for (const command of ['check', 'dump']) {
    const out = openSync('/dev/null', 'w');
    const measured = `process.on('exit', () => require('fs').writeSync(2, String(process.resourceUsage().maxRSS)))`;
    const script = join(folder, 'measured.cjs');
    writeFileSync(script, measured);
    const { status, stderr } = spawnSync(
      process.execPath,
      ['--require', script, CLI, command, path],
      {
        stdio: ['ignore', out, 'pipe'],
        encoding: 'utf8',
      },
    );
    closeSync(out);
    const overhead = (Number(/\d+$/.exec(stderr)?.[0]) * 1024 - size) / size;
    const what = `annals ${command} of ${(size / 1e9).toFixed(1)} GB (${name}): memory on top of it / its size`;
    report(what, status === 0 ? overhead : `exit ${String(status)}`, '≤ 0.50');
  }
  rmSync(path);
}

/** Archives of one directory, and so many revisions in each: a page of a large one. */
const ARCHIVES = 236;
const REVISIONS = 2000;

/** The whole process, beside the tools that people have: a page and the archives it shows. */
export function benchOthers(): Promise<void> {
  return inFolder(compareWithOthers);
}

function compareWithOthers(folder: string): void {
  const repository = join(folder, 'repository');
  const page = join(folder, 'page.histlog');
  mkdirSync(join(repository, 'CVSROOT'), { recursive: true });
  mkdirSync(join(repository, 'module'));
  const archives = Array.from({ length: ARCHIVES }, (_, n) =>
    join(repository, 'module', `file${String(n).padStart(3, '0')}.c,v`),
  );
  for (const archive of archives) writeFileSync(archive, writeArchive(REVISIONS));
  writeFileSync(page, writeDump(REVISIONS).repeat(ARCHIVES));
  // cvsps keeps what it read in the home folder.
  const env = { ...process.env, HOME: folder };
  const run = (program: string, args: readonly string[]): void =>
    void execFileSync(program, args, { stdio: 'ignore', env, cwd: folder });
  const others: Readonly<Record<string, readonly string[]>> = {
    rlog: archives,
    cvsps: ['-x', '-q', '--root', repository, 'module'],
  };
  for (const [program, args] of Object.entries(others)) {
    const revisions = (ARCHIVES * REVISIONS).toLocaleString('en');
    const inputs: [string, string, string][] = [
      [`annals check of a page / ${program} of ${revisions} revisions`, page, '≤ 0.15'],
      [`annals check of their archives / ${program}`, repository, '≤ 0.60'],
    ];
    try {
      run(program, args);
    } catch {
      report(inputs[0]![0], `no ${program}`);
      continue;
    }
    for (const [what, input, goal] of inputs) {
      const ours = (): void => run(process.execPath, [CLI, 'check', input]);
      const cost = ratio(ours, () => run(program, args), 5);
      report(what, cost, program === 'rlog' ? goal : '');
    }
  }
}

function writeDump(revisions: number): string {
  const parts = Array.from(
    { length: revisions },
    (_, i) => `\u00a01.${revisions - i}\u00a001-Jan-2004\u00a0 cl\u00a0words\n`,
  );
  return parts.join('');
}

/** An RCS file of one trunk; see rcsfile(5). */
function writeArchive(revisions: number): string {
  const deltas: string[] = [];
  const texts: string[] = [];
  for (let n = revisions; n > 0; n--) {
    const next = n > 1 ? ` 1.${n - 1}` : '';
    deltas.push(
      `1.${n}\ndate 2004.01.01.00.00.00; author cl; state Exp;\nbranches;\nnext${next};\n`,
    );
    texts.push(`1.${n}\nlog\n@words\n@\ntext\n@@\n`);
  }
  return `head 1.${revisions};\naccess;\nsymbols;\nlocks; strict;\ncomment @# @;\n\n${deltas.join('\n')}\ndesc\n@@\n\n${texts.join('\n')}`;
}
