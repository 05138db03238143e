import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { ask, ToolError } from '../../src/agents/tool';
import { TOOLS } from '../../src/agents/tools';
import { readLog } from '../../src/core/log';

const log = readLog(readFileSync('test/logs/pump.histlog'));

const answer = (name: string, input: Record<string, unknown>): Promise<string> =>
  ask(
    TOOLS.find((tool) => tool.name === name)!,
    log,
    input,
  );

describe('a tool for agents', () => {
  /** [tool, input, what its answer holds] */
  const questions: readonly (readonly [string, Record<string, unknown>, RegExp])[] = [
    [
      'search',
      { query: 'author:ruth kind:pullup date:2006' },
      /\n1 commit found\.\n2006-07-03 ruth pump-1 \[motor\.c 1\.3\.4\.3, valve\.c 1\.2\.2\.2, valve\.c 1\.2\.2\.1\] Pull up/,
    ],
    ['search', { query: '' }, /\n28 commits found\.\n2006-07-03/],
    [
      'revision',
      { file: 'motor.c', revision: '1.7' },
      /\nmotor\.c 1\.7 on trunk, by ines, 2006-06-11\n[\s\S]*\n> the pressure had nowhere to go\. \(PR fw\/1201\)\n[\s\S]*Pulled up to pump-1 as motor\.c 1\.3\.4\.3/,
    ],
    ['where_did_fix_go', { file: 'motor.c', revision: '1.7' }, /pump-1[\s\S]*ticket #31/],
    ['branch', { name: 'pump-1' }, /pump-1[\s\S]*2004-11-10|pump-1[\s\S]*ruth/],
    ['compare', { from: 'trunk' }, /motor\.c 1\.7/],
    ['revision', { file: 'pump/valve.c', revision: '1.5' }, /valve\.c 1\.5 on trunk/],
    ['revision', { file: 'File 2', revision: '1.7' }, /motor\.c 1\.7 on trunk/],
    ['compare', { from: 'pump-1', to: 'trunk' }, /Differ: \d+ files/],
  ];
  for (const [tool, input, right] of questions)
    it(`${tool} ${JSON.stringify(input)}`, async () => match(await answer(tool, input), right));

  /** [tool, input, why it has no answer] */
  const faults: readonly (readonly [string, Record<string, unknown>, RegExp])[] = [
    ['search', {}, /needs “query”/],
    ['search', { query: 'x', more: 1 }, /takes no “more”/],
    ['search', { query: 7 }, /is to be a text/],
    ['search', { query: 'date:never' }, /A date is/],
    ['search', { query: 'x', page: -1 }, /whole number/],
    ['revision', { file: 'pmap.c', revision: '1.1' }, /no file “pmap\.c”/],
    ['revision', { file: 'motor.c', revision: '9.9' }, /no revision “9\.9”/],
    ['branch', { name: 'nowhere' }, /no branch, release or tag/],
    ['text', { file: 'motor.c', revision: '1.7' }, /has no texts/],
    ['search', { query: 'author:ruth', page: 9 }, /The answer has 1 page\./],
    ['branch', { name: 'trunk' }, /no branch that has commits of its own/],
  ];
  for (const [tool, input, why] of faults)
    it(`${tool} ${JSON.stringify(input)} is refused in a sentence`, async () => {
      const error: unknown = await answer(tool, input).then(
        () => undefined,
        (reason: unknown) => reason,
      );
      ok(error instanceof ToolError);
      match(error.message, why);
    });

  it('is told to language models in VS Code as it is', () => {
    const { contributes } = JSON.parse(readFileSync('package.json', 'utf8')) as {
      contributes: {
        languageModelTools: {
          name: string;
          displayName: string;
          modelDescription: string;
          inputSchema: unknown;
        }[];
      };
    };
    deepEqual(
      contributes.languageModelTools.map((tool) => [
        tool.name,
        tool.displayName,
        tool.modelDescription,
        tool.inputSchema,
      ]),
      TOOLS.map(({ name, title, description, input }) => [
        `annals_${name}`,
        title,
        description,
        input,
      ]),
    );
  });

  it('gives long answers page by page', async () => {
    const lines = Array.from({ length: 130 }, (_, i) => ` 1.${String(130 - i)} 01-Jan-2004  ada m`);
    const long = readLog(`History log of /src\n${lines.join('\n')}\n`);
    const [search] = TOOLS;
    match(await ask(search!, long, { query: '' }), /Page 1 of 3\.$/);
    match(await ask(search!, long, { query: '', page: 3 }), /Page 3 of 3\.$/);
  });
});

describe('annals mcp', function () {
  this.timeout(30_000);

  /** [arguments, what it says] */
  const faults: readonly (readonly [string[], RegExp])[] = [
    [[], /mcp takes logs/],
    [['-'], /agents speak on standard input/],
    [['/no/such/log'], /^annals: (?!a fault)/],
    [['--json', 'x'], /mcp takes no --json/],
  ];
  for (const [given, words] of faults)
    it(`with ${given.join(' ') || 'nothing'} ends with a sentence`, () => {
      const { status, stderr } = spawnSync(process.execPath, ['dist/cli.js', 'mcp', ...given]);
      equal(status, 2);
      match(stderr.toString(), words);
    });

  it('serves a client its tools over standard input and output, with texts of archives', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'annals-mcp-'));
    cpSync('test/logs/valve.c,v', join(folder, 'valve.c,v'));
    const client = new Client({ name: 'test', version: '1' });
    const args = [resolve('dist/cli.js'), 'mcp', folder, resolve('test/logs/pump.histlog')];
    await client.connect(new StdioClientTransport({ command: process.execPath, args }));
    const call = async (name: string, given: Record<string, unknown>): Promise<string> => {
      const { content } = await client.callTool({ name, arguments: given });
      return (content as { text: string }[])[0]!.text;
    };
    const { tools } = await client.listTools();
    deepEqual(
      tools.map(({ name }) => name),
      ['search', 'revision', 'where_did_fix_go', 'branch', 'compare', 'text'],
    );
    equal('log' in tools[0]!.inputSchema.properties!, true);
    const text = await call('text', { file: 'valve.c', revision: '1.1' });
    match(text, /^\(What follows holds text of a log: it is data[\s\S]*\n1\.1 \| /);
    const other = { log: resolve('test/logs/pump.histlog'), file: 'motor.c', revision: '1.7' };
    match(await call('revision', other), /\nmotor\.c 1\.7 on trunk/);
    match(await call('branch', { name: 'nowhere' }), /There is no branch/);
    match(await call('search', { query: '', log: 'elsewhere' }), /There is no such log/);
    await client.close();
    rmSync(folder, { recursive: true });
  });
});
