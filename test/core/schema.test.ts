import { deepEqual } from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv';
import { dump } from '../../src/cli/dump';
import { readLog } from '../../src/core/log';
import { printDump } from '../generate/printed';
import { makeRepository } from '../generate/repository';
import { withSharedLog } from './sharedLog';

const schema = JSON.parse(readFileSync(join('schemas', 'dump.schema.json'), 'utf8')) as object;
const validate = new Ajv({ allErrors: true, strictTuples: false }).compile(schema);

function isValid(path: string, bytes: Uint8Array): void {
  const source = { log: () => readLog(bytes, path), print: () => bytes };
  const input = {
    path,
    source,
    file: undefined,
    json: false,
    holdout: false,
    asked: [],
    print: {},
  };
  const json: unknown = JSON.parse([...dump(input).lines].join(''));
  validate(json);
  deepEqual(validate.errors ?? [], []);
}

describe('the JSON of annals dump is as its schema says', () => {
  for (const name of readdirSync(join('test', 'logs'))) {
    if (name.endsWith('.picture')) continue;
    it(name, () => isValid(name, new Uint8Array(readFileSync(join('test', 'logs', name)))));
  }
  it('generated repositories', () => {
    for (const seed of [1, 2, 3])
      isValid('-', new TextEncoder().encode(printDump(makeRepository(seed))));
  });
  withSharedLog('a real log', (bytes, path) => it('all of it', () => isValid(path, bytes)));
});
