import { equal, match } from 'node:assert/strict';
import * as vscode from 'vscode';
import { activated, closeAll, hoverText, openSample, until } from './support';

/** The line of a revision of the sample, and where a text stands on or below it. */
function find(document: vscode.TextDocument, text: string, part: string): [number, number] {
  for (let line = 0; line < document.lineCount; line++) {
    if (!document.lineAt(line).text.includes(text)) continue;
    return [line, document.lineAt(line).text.indexOf(part) + 1];
  }
  throw new Error(`${text} is not in the sample`);
}

describe('hover', () => {
  let document: vscode.TextDocument;
  before(async () => {
    await activated();
    ({ document } = await openSample('pump.histlog'));
  });
  after(closeAll);

  const at = (text: string, part: string): Promise<string> =>
    hoverText(document.uri, ...find(document, text, part));

  it('explains a revision, with links around it', async () => {
    const text = await at('1.3.4.2\u00a0', '1.3.4.2');
    match(
      text,
      /\*\*1\\\.3\\\.4\\\.2\*\* of motor\\\.c, branch \*\*pump\\-1\*\* 1\\\.3\\\.4 from \[1\\\.3\]/,
    );
    match(text, /ruth · \$\(calendar\) 2005\\-02\\-16 \(\d+ years ago\)/);
    match(text, /previous \[1\\\.3\\\.4\\\.1\]\(command:annals\.reveal\?/);
    match(text, /next \[1\\\.3\\\.4\\\.3\]/);
    match(text, /1 branch leaves here: \[1\\\.3\\\.4\\\.2\\\.2\]/);
  });

  it('tells of its commit, and where it came from and went', async () => {
    const branch = await at('1.3.4.3\u00a0', '1.3.4.3');
    match(branch, /committed with 1 other revision: \[valve\\\.c 1\\\.2\\\.2\\\.2\]/);
    match(branch, /Pull-up of \[1\\\.7\]\([^)]*\) \(ticket \\#31, requested by ines\)/);
    const trunk = await at('\u00a01.7\u00a011-Jun', '1.7');
    match(
      trunk,
      /Pulled up to \*\*pump\\-1\*\* as \[1\\\.3\\\.4\\\.3\]\([^)]*\) \(ticket \\#31, requested by ines\)/,
    );
    match(trunk, /PR fw\\\/1201 · ok tomas/);
    match(
      await at('\u00a01.3.2.2\u00a0', '1.3.2.2'),
      /Contains trunk up to \[1\\\.5\]\([^)]*\) \(inferred\)/,
    );
  });

  it('adds the message where it is about another revision', async () => {
    match(await at('see rev. 1.4', '1.4 for'), /Measure how long the motor takes to stop/);
    equal((await at('\u00a01.4\u00a011-Feb', '1.4')).includes('steep'), false);
  });

  it('explains a revision of another file, where its path stands beside it', async () => {
    match(
      await at('firmware/pump/valve.c: revision 1.5', '1.5'),
      /\*\*1\\\.5\*\* of valve\\\.c, trunk/,
    );
  });

  it('explains a branch of a list', async () => {
    match(
      await at('branches: 1.3.2', '1.3.4'),
      /^Branch \*\*pump\\-1\*\* 1\\\.3\\\.4 of motor\\\.c, from \[1\\\.3\]/,
    );
  });

  const nothing: [string, string][] = [
    ['never ask for more than 3.3 V'.replace('never', 'Never'), '3.3'],
    ['History log of', 'History'],
    ['RSS XML Feed', 'RSS'],
    ['2006-07-03 09:12:44', '2006'],
  ];
  for (const [text, part] of nothing) {
    it(`says nothing on ${part} in “${text}”`, async () => equal(await at(text, part), ''));
  }

  it('escapes what a log holds', async () => {
    const evil = '[x](command:evil) <b>bold</b> $(bug) **strong** `code` | # h';
    const content = `History log of /x\nRevisionDateAuthorComments\n\u00a01.2\u00a001-Jan-2004\u00a0 ${evil.replaceAll(' ', '_')}\u00a0rev 1.1\n\u00a01.1\u00a001-Jan-2004\u00a0 cl\u00a0${evil}\n`;
    const log = await vscode.workspace.openTextDocument({ language: 'revision-log', content });
    await vscode.window.showTextDocument(log);
    await until('the log is read', async () => (await hoverText(log.uri, 2, 2)) !== '');
    const reference = content.split('\n')[2]!.indexOf('1.1') + 1;
    for (const text of [await hoverText(log.uri, 2, 2), await hoverText(log.uri, 2, reference)]) {
      for (const raw of ['](command:evil', '<b>', ' $(bug)', '**strong', ' `code']) {
        equal(text.includes(raw), false, raw);
      }
    }
  });
});
