import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import fc from 'fast-check';
import { createOnigScanner, createOnigString, loadWASM } from 'vscode-oniguruma';
import { INITIAL, Registry, parseRawGrammar, type IGrammar } from 'vscode-textmate';
import { drawPicture } from '../../src/core/graph/picture';
import { readLog, type Log } from '../../src/core/log';
import { referenceAt } from '../../src/core/answers/references';
import { FileGraph } from '../../src/graphs/fileGraph';
import { isFromPage, isPanelState, isToPage } from '../../src/webview/protocol';

/** Pieces that logs are made of, and pieces that are made to hurt. */
const PIECES = [
  '\u00a0',
  ' ',
  '\t',
  '\n',
  '\r\n',
  '\r',
  '\u00a01.1\u00a001-Jan-2004\u00a0 cl\u00a0',
  '\u00a01.2\u00a029-Feb-2003\u00a0 bo\u00a0m\n',
  '\n\u00a01.1.2.1\u00a002-Jan-2004\u00a0 cl\u00a0m\n',
  '\n 1.3 03-Jan-2004  cl m\n',
  'branches: 1.1.2; 1.1.4;\n',
  '1.2.0.4',
  '99999999999',
  '1.2.3',
  'History log of /src/x\nRevisionDateAuthorComments\n',
  '\nRSS XML Feed',
  'file x.c was added on branch b on 2004-08-03 10:43:10 +0000\n',
  'file y.c was initially added on branch b.\n',
  'src/x/x.c: revision 1.1',
  'Pull up revisions 1.1-1.2 (requested by cl in ticket #3)',
  'PR kern/1',
  'RCS file: /x,v\nhead: 1.1\n',
  '\u0000',
  '\u001b[31m',
  '\u202e',
  '$(bug)',
  '<b>',
  '[x](command:y)',
  '\ud83d',
  '\u{1f600}',
  '\u2028',
  '----------------------------\n',
  `${'='.repeat(77)}\n`,
  'RCS file: /y,v\nWorking file: y\nhead: 1.2\nbranch:\nlocks: strict\naccess list:\nsymbolic names:\n\ta: 1.2\n',
  'total revisions: 2;\tselected revisions: 2\ndescription:\n',
  'revision 1.2\ndate: 2004-01-01 00:00:00 +0000;  author: cl;  state: Exp;  lines: +1 -1\n',
  'revision 1.1\ndate: 2003/01/01 00:00:00;  author: bo;  state: dead;\nbranches:  1.1.2;\n',
  'head\t1.2;\naccess;\nsymbols a:1.1.0.2;\nlocks; strict;\ncomment\t@# @;\n\n',
  '1.2\ndate\t2004.01.01.00.00.00;\tauthor cl;\tstate Exp;\nbranches 1.2.2.1;\nnext\t1.1;\n\n',
  'desc\n@@\n\n',
  '1.2\nlog\n@One.@\ntext\n@x@\n',
  '1.1\nlog\n@@@@\ntext\n@d1 1\na1 1\n@\n',
  '{"history":[',
  '{"revision":"1.2","date":1073000000000,"author":"cl","message":"m","files":["/x/y.c"]},',
  '],"total":3}',
];

const text = fc
  .array(
    fc.oneof(
      { weight: 4, arbitrary: fc.constantFrom(...PIECES) },
      { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 8 }) },
    ),
    { maxLength: 80 },
  )
  .map((pieces) => pieces.join(''));
const bytes = fc.oneof(
  fc.uint8Array({ maxLength: 2000 }),
  text.map((t) => new Uint8Array(Buffer.from(t, 'utf8'))),
  text.map((t) => new Uint8Array(Buffer.from(t, 'latin1'))),
);

/** What must hold of whatever is read: the names are those of the failures. */
const targets: Readonly<Record<string, (grammar: IGrammar) => fc.IProperty<unknown>>> = {
  reader: () => fc.property(bytes, (source) => holds(readLog(source))),
  hover: () =>
    fc.property(text, text, fc.nat(200), fc.boolean(), (source, line, column, first) => {
      const log = readLog(source);
      for (let r = 0; r < Math.min(3, log.histories.count); r++) {
        const reference = referenceAt(log, r, line, column, first, line);
        if (reference && !(reference.from <= column && column <= reference.to))
          throw new Error('a reference elsewhere');
      }
    }),
  grammar: (grammar) =>
    fc.property(text, (source) => {
      for (const line of source.split(/\r\n|\r|\n/)) {
        const { tokens, ruleStack } = grammar.tokenizeLine(line, INITIAL, 2000);
        if (tokens.at(-1)!.endIndex < line.length)
          throw new Error('a line that is not coloured to its end');
        if (ruleStack.depth !== 1) throw new Error('a rule that goes on in the next line');
      }
    }),
  panel: () =>
    fc.property(
      fc.anything({ withNullPrototype: true, withTypedArray: true }),
      text,
      (message, source) => {
        isFromPage(message);
        isToPage(message);
        isPanelState(message);
        const log = readLog(source);
        if (log.histories.count > 0) shows(log);
      },
    ),
};

/** Runs every target in turn for so many seconds; throws what fast-check shrank a failure to. */
export async function fuzz(seconds: number, seed: number): Promise<number> {
  const grammar = await loadGrammar();
  const until = performance.now() + seconds * 1000;
  let runs = 0;
  for (let round = seed; performance.now() < until; round++) {
    for (const [name, property] of Object.entries(targets)) {
      const numRuns = 50;
      const result = fc.check(property(grammar), { seed: round, numRuns });
      if (result.failed)
        throw new Error(
          `${name}, seed ${String(round)}: ${String(result.errorInstance)}\n${fc.defaultReportMessage(result)}`,
        );
      runs += numRuns;
    }
  }
  return runs;
}

function holds(log: Log): void {
  const { histories } = log;
  let line = -1;
  for (let r = 0; r < histories.count; r++) {
    const [first, last] = histories.linesOf(r);
    if (first <= line || last < first) throw new Error(`lines of ${histories.numberText(r)}`);
    line = last;
    histories.message(r);
    if (histories.predecessor(r) === r) throw new Error(`${histories.numberText(r)} before itself`);
  }
  for (let file = 0; file < histories.fileCount; file++) {
    const numbers = new Set<number>();
    const [from, to] = histories.revisionsOf(file);
    for (let r = from; r < to; r++) numbers.add(histories.number(r));
    // Of files that a page sorts together nothing tells which revision is whose.
    const isMixed = log.problems.some(({ code }) => code === 'mixed-files');
    if (numbers.size !== to - from && !isMixed)
      throw new Error(`a number twice in file ${String(file)}`);
    for (const row of drawPicture(log.history(file))) {
      if (/[\u0000-\u001f\u007f-\u009f\u202a-\u202e]/.test(row))
        throw new Error('a control character in a picture');
    }
  }
}

function shows(log: Log): void {
  const uri = { toString: () => 'file:///x' } as never;
  const shown = new FileGraph({ uri, version: 1, limit: undefined, log }, 0);
  for (const rows of shown.rows(0, shown.rowCount).rows) {
    if (rows.cells.some((field) => /[\u0000-\u001f\u202e]/.test(field)))
      throw new Error('a control character in a row');
  }
  for (let row = 0; row < shown.rowCount; row++) {
    if (shown.rowOf(shown.revisionAt(row)) !== row)
      throw new Error('a row that is not found again');
    shown.detail(row);
  }
}

async function loadGrammar(): Promise<IGrammar> {
  const wasm = createRequire(resolve('package.json')).resolve('vscode-oniguruma/release/onig.wasm');
  await loadWASM(readFileSync(wasm)).catch(() => undefined); // It may be loaded already.
  const path = resolve('syntaxes/revision-log.tmLanguage.json');
  const registry = new Registry({
    onigLib: Promise.resolve({ createOnigScanner, createOnigString }),
    loadGrammar: () => Promise.resolve(parseRawGrammar(readFileSync(path, 'utf8'), path)),
  });
  return (await registry.loadGrammar('text.revision-log'))!;
}
