import { equal } from 'node:assert/strict';
import * as vscode from 'vscode';
import { logAddress } from '../../src/sources/addresses';
import { cvsSource } from '../../src/sources/cvsServer';
import { webSource } from '../../src/sources/webServer';
import { mayOpen, withoutPassword, withoutQuery } from '../../src/workbench/addresses';

const WEB = webSource('https://ada:s3cret%40x@grok.example/history/src');
const CVS = cvsSource(':pserver:anonymous:s3cret@cvs.example:/cvs', 'src/lab');
const OPEN = cvsSource(':pserver:anonymous@cvs.example:2401/cvs', 'src/lab');

describe('an address', () => {
  for (const source of [WEB, CVS]) {
    it(`has no password where it is noted down or kept: ${source.scheme}`, () => {
      for (const uri of [source, logAddress(source)]) {
        for (const text of [withoutPassword(uri), withoutQuery(uri)]) {
          equal(text.includes('s3cret'), false, text);
        }
        equal(/(?:grok|cvs)\.example/.test(withoutPassword(uri)), true);
      }
    });
  }
  it('without a password stays as it is', () => {
    for (const uri of [logAddress(OPEN), vscode.Uri.file('/a:b@c/x.txt')])
      equal(withoutPassword(uri), uri.toString());
  });
  it('that would run a command or leave VS Code is not opened', () => {
    for (const [text, expected] of [
      ['command:workbench.action.quit', false],
      ['https://example.org', false],
      ['vscode://x', false],
      ['file:///a', true],
      [logAddress(OPEN).toString(), true],
    ] as const)
      equal(mayOpen(vscode.Uri.parse(text, true)), expected, text);
  });
});
