import { deepEqual } from 'node:assert/strict';
import { NOTHING_TOLD } from '../../src/core/recovery/given';
import { parseNames, toldIn, withTold } from '../../src/logs/namesFile';

/** What a team's file keeps of a log when another name is told, beside that name. */
describe('a file of names', () => {
  /** [what stands there, what stands there then] */
  const files: readonly (readonly [what: string, before: object, after: object])[] = [
    ['nothing', {}, { files: { a: 'x.c' } }],
    ['a field of others', { notes: 'ours' }, { files: { a: 'x.c' }, notes: 'ours' }],
    ['a record that is none', { files: { b: 7 } }, { files: { a: 'x.c', b: 7 } }],
    ['another name', { files: { b: 'y.c' } }, { files: { a: 'x.c', b: 'y.c' } }],
    [
      'what was learned, and a record of it that is none',
      { elsewhere: { files: { b: { name: 'y.c', source: 's', line: 1 }, c: {} }, more: 1 } },
      {
        files: { a: 'x.c' },
        elsewhere: { files: { b: { name: 'y.c', source: 's', line: 1 }, c: {} }, more: 1 },
      },
    ],
  ];
  for (const [what, before, after] of files)
    it(`with ${what}`, () => {
      const file = parseNames(JSON.stringify({ annals: 1, logs: { log: before } }))!;
      const told = toldIn(file, 'log') ?? NOTHING_TOLD;
      const next = withTold(file, 'log', { ...told, files: { ...told.files, a: 'x.c' } });
      deepEqual(next.logs.log, after);
    });

  it('loses what is forgotten, and what is of nobody', () => {
    const file = parseNames(
      JSON.stringify({ annals: 1, logs: { log: { files: { a: 'x.c' } }, other: { files: {} } } }),
    )!;
    deepEqual(withTold(file, 'log', NOTHING_TOLD).logs, { other: { files: {} } });
  });
});
