import { deepEqual, equal } from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { FORMATS, knownExtensions } from '../../src/core/formats/index';
import { drawPicture } from '../../src/core/graph/picture';
import { readLog, type Log } from '../../src/core/log';
import { sentenceOf } from '../../src/core/problems/problem';
import { fileLabel } from '../../src/core/words/files';

const FOLDER = join('test', 'logs');
const samples = readdirSync(FOLDER).filter((name) => extname(name) !== '.picture');

/** A log as a text: each file with its graph, and what is odd. */
function pictureOf(log: Log): string {
  const files = Array.from({ length: log.histories.fileCount }, (_, file) =>
    [`== ${fileLabel(log, file)}`, ...drawPicture(log.history(file)), ''].join('\n'),
  );
  const problems = log.problems.map((p) => `line ${p.line + 1}, ${p.code}: ${sentenceOf(p)}\n`);
  return [...files, ...problems].join('\n');
}

describe('pictures of samples', () => {
  for (const name of samples) {
    it(name, () => {
      const path = join(FOLDER, name);
      const picture = pictureOf(readLog(new Uint8Array(readFileSync(path)), path));
      const expected = `${path}.picture`;
      if (process.env.ANNALS_UPDATE !== undefined) writeFileSync(expected, picture);
      equal(
        existsSync(expected),
        true,
        `${expected} is missing; npm run update-pictures writes it.`,
      );
      equal(picture, readFileSync(expected, 'utf8'));
    });
  }

  it('every form that is a text has a sample', () => {
    const read = samples.map(
      (name) => readLog(new Uint8Array(readFileSync(join(FOLDER, name)))).format?.id,
    );
    for (const { id } of FORMATS) equal(read.includes(id), true, id);
  });
});

it('the language knows every extension', () => {
  const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as {
    contributes: { languages: { extensions: string[] }[] };
  };
  const extensions = manifest.contributes.languages[0]!.extensions.map((one) => one.slice(1));
  deepEqual(extensions.sort(), knownExtensions().sort());
});
