import { deepEqual, equal } from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { excerptOf } from '../../src/core/answers/excerpt';
import { readLog, type Log } from '../../src/core/log';
import { printDump } from '../generate/printed';
import { makeRepository } from '../generate/repository';

/** One of each form that tells of several revisions. */
const samples = ['pump.histlog', 'pump.cvslog', 'valve.c,v', 'valve.page.txt', 'mailed.txt'];

describe('an excerpt of a log', () => {
  for (const name of samples)
    it(`of ${name} is a log of the same revisions, and knows where they stand`, () => {
      const log = readLog(readFileSync(`test/logs/${name}`), name);
      for (let every = 1; every <= 3; every++) {
        const wanted = revisionsOf(log).filter((r) => r % every === 0);
        hasAll(log, wanted);
      }
    });

  it('of any of 50 repositories is, too', () => {
    for (let seed = 1; seed <= 50; seed++) {
      const log = readLog(printDump(makeRepository(seed)));
      hasAll(
        log,
        revisionsOf(log).filter((r) => r % 2 === seed % 2),
      );
    }
  });

  it('keeps the names that the log states, and the paths', () => {
    const log = readLog(readFileSync('test/logs/pump.histlog'));
    const kaja = revisionsOf(log).filter((r) => log.histories.author(r) === 'kaja');
    const part = readLog(excerptOf(log, 'kaja', kaja).text);
    const { recovery } = part;
    deepEqual(
      recovery.paths.files.map(({ parts }) => parts.join('/')),
      ['motor.c', 'ramp.c'],
    );
    const names = revisionsOf(part).map((r) => recovery.branches.of(r)?.name);
    equal(names.includes('kaja-sensorless'), true);
  });
});

function revisionsOf({ histories }: Log): number[] {
  return Array.from({ length: histories.count }, (_, r) => r);
}

function hasAll(log: Log, wanted: readonly number[]): void {
  const { text, origins } = excerptOf(log, 'part', wanted);
  const part = readLog(text);
  const told = (of: Log, r: number): string =>
    [
      of.histories.numberText(r),
      of.histories.author(r),
      of.histories.day(r),
      of.histories.time(r),
      of.histories.message(r).trimStart(),
    ].join(' ');
  deepEqual(
    revisionsOf(part).map((r) => told(part, r)),
    wanted.map((r) => told(log, r)),
  );
  for (const [line, r] of origins)
    equal(part.histories.numberText(part.histories.revisionAt(line)!), log.histories.numberText(r));
}
