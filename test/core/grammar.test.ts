import { deepEqual, equal } from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { createOnigScanner, createOnigString, loadWASM } from 'vscode-oniguruma';
import {
  INITIAL,
  Registry,
  parseRawGrammar,
  type IGrammar,
  type StateStack,
} from 'vscode-textmate';
import { withSharedLog } from './sharedLog';

const GRAMMAR = resolve('syntaxes/revision-log.tmLanguage.json');

async function loadGrammar(): Promise<IGrammar> {
  const wasm = createRequire(resolve('package.json')).resolve('vscode-oniguruma/release/onig.wasm');
  await loadWASM(readFileSync(wasm));
  const registry = new Registry({
    onigLib: Promise.resolve({ createOnigScanner, createOnigString }),
    loadGrammar: () => Promise.resolve(parseRawGrammar(readFileSync(GRAMMAR, 'utf8'), GRAMMAR)),
  });
  return (await registry.loadGrammar('text.revision-log'))!;
}

const H = '\u00a01.3\u00a011-Mar-2005\u00a0 cl\u00a0';

/** A line, and its coloured parts with the innermost scope of each. */
const cases: [string, [string, string][]][] = [
  ['Home | History | Annotate', [['Home | History | Annotate', 'comment.line.navigation']]],
  [
    'History log of /src/sys',
    [
      ['History log of', 'keyword.other.title'],
      ['/src/sys', 'markup.heading.title'],
    ],
  ],
  ['RevisionDateAuthorComments', [['RevisionDateAuthorComments', 'comment.line.table-head']]],
  ['RSS XML Feed', [['RSS XML Feed', 'comment.line.footer']]],
  [
    `${H}words`,
    [
      ['1.3', 'constant.numeric.revision'],
      ['11-Mar-2005', 'string.unquoted.date'],
      ['cl', 'entity.name.function.author'],
    ],
  ],
  [
    ' 1.3 11-Mar-2005  cl words',
    [
      ['1.3', 'constant.numeric.revision'],
      ['11-Mar-2005', 'string.unquoted.date'],
      ['cl', 'entity.name.function.author'],
    ],
  ],
  [
    `${H}branches: 1.3.2; 1.3.4;`,
    [
      ['1.3', 'constant.numeric.revision'],
      ['11-Mar-2005', 'string.unquoted.date'],
      ['cl', 'entity.name.function.author'],
      ['branches', 'keyword.other.branches'],
      [':', 'punctuation.separator.branches'],
      ['1.3.2', 'constant.numeric.branch'],
      [';', 'punctuation.separator.branches'],
      ['1.3.4', 'constant.numeric.branch'],
      [';', 'punctuation.separator.branches'],
    ],
  ],
  [
    `${H}file x.c was added on branch b on 2004-08-03 10:43:10 +0000`,
    [
      ['1.3', 'constant.numeric.revision'],
      ['11-Mar-2005', 'string.unquoted.date'],
      ['cl', 'entity.name.function.author'],
      ['file x.c was added on branch b on 2004-08-03 10:43:10 +0000', 'comment.line.placeholder'],
    ],
  ],
  [
    `${H}file x.c was initially added on branch b.`,
    [
      ['1.3', 'constant.numeric.revision'],
      ['11-Mar-2005', 'string.unquoted.date'],
      ['cl', 'entity.name.function.author'],
      ['file x.c was initially added on branch b.', 'comment.line.placeholder'],
    ],
  ],
  ['closes PR kern/12345.', [['PR kern/12345', 'keyword.other.problem-report']]],
  [
    'PR port-xen/59437, PR/29792',
    [
      ['PR port-xen/59437', 'keyword.other.problem-report'],
      ['PR/29792', 'keyword.other.problem-report'],
    ],
  ],
  ['in ticket #337):', [['ticket #337', 'keyword.other.ticket']]],
  ['revisions 1.2, 1.4 and 1.6', [['1.2, 1.4 and 1.6', 'constant.numeric.reference']]],
  ['revision 1.92', [['1.92', 'constant.numeric.reference']]],
  [
    'sys/arch/xen/x86/cpu.c: revision 1.92',
    [
      ['sys/arch/xen/x86/cpu.c', 'string.unquoted.path'],
      ['1.92', 'constant.numeric.reference'],
    ],
  ],
  ['see http://example.org/a?b.', [['http://example.org/a?b', 'markup.underline.link']]],
  ['mail <kaja@pump.example.org>', [['kaja@pump.example.org', 'markup.underline.link.mail']]],
  [
    'XXX fix it. TODO',
    [
      ['XXX', 'keyword.codetag.notation'],
      ['TODO', 'keyword.codetag.notation'],
    ],
  ],
  ['never more than 3.3 V, a) or :)', []],
];

describe('grammar', () => {
  let grammar: IGrammar;
  before(async () => {
    grammar = await loadGrammar();
  });

  const tokens = (line: string): [string, string][] =>
    grammar
      .tokenizeLine(line, INITIAL)
      .tokens.flatMap(({ startIndex, endIndex, scopes }): [string, string][] => {
        const scope = scopes.at(-1)!;
        const isPlain = scope.startsWith('text.') || scope.startsWith('meta.');
        return isPlain
          ? []
          : [[line.slice(startIndex, endIndex), scope.replace('.revision-log', '')]];
      });

  for (const [line, expected] of cases) {
    it(line, () => deepEqual(tokens(line), expected));
  }

  it('goes into the next line with nothing open', () => {
    for (const [line] of cases) equal(grammar.tokenizeLine(line, INITIAL).ruleStack.depth, 1, line);
  });

  it('comes with no bracket pairs, which would paint every a) red', () => {
    const path = resolve('syntaxes/revision-log.language.json');
    deepEqual(Object.keys(JSON.parse(readFileSync(path, 'utf8')) as object), ['wordPattern']);
  });

  withSharedLog('over a real log', (bytes) => {
    it('finds every revision and every list of branches', () => {
      let stack: StateStack = INITIAL;
      let revisions = 0;
      let lists = 0;
      for (const line of new TextDecoder().decode(bytes).split('\n')) {
        const result = grammar.tokenizeLine(line, stack);
        stack = result.ruleStack;
        const has = (scope: string): boolean =>
          result.tokens.some(({ scopes }) => scopes.includes(scope));
        if (has('constant.numeric.revision.revision-log')) revisions++;
        if (has('keyword.other.branches.revision-log')) lists++;
      }
      deepEqual([revisions, lists], [8607, 1328]);
    }).timeout(60_000);
  });
});
