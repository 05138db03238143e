import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Places } from '../../src/core/formats/rcs/archive';
import { parseArchive } from '../../src/core/formats/rcs/parse';
import { annotate, textOf } from '../../src/core/formats/rcs/texts';
import { Numbers } from '../../src/core/history/numbers';
import { ratio, report } from './measure';

const REVISIONS = 5000;
const LINES = 1000;
const SERIES = 100;

/** Texts of a series of revisions and the annotations of the oldest, beside `co`, which starts anew each time. */
export function benchTexts(): void {
  const folder = mkdtempSync(join(tmpdir(), 'annals-bench-'));
  const path = join(folder, 'motor.c,v');
  const bytes = new TextEncoder().encode(writeArchive());
  writeFileSync(path, bytes);
  const numbers = Array.from({ length: SERIES }, (_, i) => `1.${(i * REVISIONS) / SERIES + 1}`);
  const ours = (): void => {
    const archive = parseArchive(bytes, new Numbers(), new Places());
    for (const number of numbers) textOf(archive, archive.find(archive.known(number)));
    annotate(archive, archive.find(archive.known('1.1')));
  };
  const theirs = (): void => {
    for (const number of numbers)
      execFileSync('co', ['-q', `-p${number}`, path], { stdio: 'ignore' });
  };
  const what = `texts of ${SERIES} of ${REVISIONS} revisions, and annotate of the oldest / co -p of them`;
  try {
    report(what, ratio(ours, theirs, 5), '≤ 0.10');
  } catch {
    report(what, 'no co');
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** A trunk of which each revision changes one line. */
function writeArchive(): string {
  const deltas: string[] = [];
  const texts: string[] = [];
  const head = Array.from({ length: LINES }, (_, i) => `line ${i} of the head\n`).join('');
  for (let n = REVISIONS; n > 0; n--) {
    const next = n > 1 ? ` 1.${n - 1}` : '';
    deltas.push(
      `1.${n}\ndate 2004.01.01.00.00.00; author cl; state Exp;\nbranches;\nnext${next};\n`,
    );
    const at = ((n * 37) % LINES) + 1;
    const text = n === REVISIONS ? head : `d${at} 1\na${at} 1\nline of ${n}\n`;
    texts.push(`1.${n}\nlog\n@words\n@\ntext\n@${text}@\n`);
  }
  return `head 1.${REVISIONS};\naccess;\nsymbols;\nlocks; strict;\ncomment @# @;\n\n${deltas.join('\n')}\ndesc\n@@\n\n${texts.join('\n')}`;
}
