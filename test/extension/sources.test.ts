import { equal, match, rejects } from 'node:assert/strict';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import * as vscode from 'vscode';
import type { Annals, LogRecord } from '../../src/api';
import { findSource } from '../../src/sources/findSource';
import { baseAddress } from '../../src/sources/revisionTexts';
import { activated, closeAll, hoverText, sample, until } from './support';

const ARCHIVE = 'valve.c,v';

/** Writes a file of the workspace. */
function write(path: string, text: string | Uint8Array): vscode.Uri {
  const uri = sample(path);
  mkdirSync(dirname(uri.fsPath), { recursive: true });
  writeFileSync(uri.fsPath, text);
  return uri;
}

/** Makes a folder of archives, and one that looks like a checkout of it. */
function writeRepository(root = sample('cvs').path): void {
  const archive = readFileSync(sample(ARCHIVE).fsPath);
  write('cvs/lab/valve.c,v', archive);
  write('cvs/lab/Attic/gone.c,v', archive);
  write('cvs/lab/pump/motor.c,v', archive);
  write('work/CVS/Root', `${root}\n`);
  write('work/CVS/Repository', 'lab\n');
  write('work/valve.c', 'int valve;\n');
  write('work/new.c', 'int new;\n');
}

describe('the history of what is no text log', () => {
  let annals: Annals;
  before(async () => {
    annals = (await activated()).exports as Annals;
    writeRepository();
  });
  after(async () => {
    for (const folder of ['cvs', 'work'])
      await vscode.workspace.fs.delete(sample(folder), { recursive: true });
  });
  afterEach(closeAll);

  /** Opens a history as the menus do, and gives its document and what was read of it. */
  async function open(uri: vscode.Uri): Promise<{ document: vscode.TextDocument; log: LogRecord }> {
    await vscode.commands.executeCommand('annals.openHistory', uri);
    const { document } = vscode.window.activeTextEditor!;
    const log = await until('its history is read', () => annals.logOf(document.uri));
    return { document, log };
  }

  const paths = ({ files }: LogRecord): string =>
    files.map(({ pathParts }) => pathParts.join('/')).join(' ');

  it('an archive opens as what cvs log prints, read-only, with all features', async () => {
    const { document, log } = await open(sample(ARCHIVE));
    equal(document.languageId, 'revision-log');
    equal(document.uri.scheme, 'annals');
    match(document.getText(), /^\nRCS file: .*\/valve\.c,v\nWorking file: valve\.c\nhead: 1\.2\n/);
    equal(paths(log), 'valve.c');
    const [line] = log.files[0]!.revisions[0]!.lines;
    match(await hoverText(document.uri, line + 1, 10), /1\.2/);
  });

  it('a folder, the file of a checkout, and a checkout itself', async () => {
    equal(paths((await open(sample('cvs'))).log), 'gone.c valve.c pump/motor.c');
    equal(paths((await open(sample('work/valve.c'))).log), 'valve.c');
    equal(paths((await open(sample('work'))).log), 'gone.c valve.c pump/motor.c');
  });

  it('a page that was saved as HTML, and an answer of OpenGrok', async () => {
    const row = '<tr><td>1.1</td><td>31-Mar-2010</td><td>ada</td><td>One.</td></tr>';
    const head = '<tr><th>Revision</th><th>Date</th><th>Author</th><th>Comments</th></tr>';
    const html = `<html><body><div>History log of /pump</div><table>${head}${row}</table></body></html>`;
    const page = (await open(write('cvs/page.html', html))).log;
    equal(`${String(page.title)} ${page.files[0]!.revisions[0]!.message}`, '/pump One.');
    const json =
      '{"entries":[{"revision":"1.1","date":1270029600000,"author":"ada","message":"One.","files":["/pump/a.c"]}]}';
    equal(paths((await open(write('cvs/answer.json', json))).log), 'a.c');
    await rejects(findSource(write('cvs/other.html', '<html><body>Hello</body></html>')), /no RCS/);
  });

  it('texts of revisions, beside each other and all of a commit', async () => {
    const { document, log } = await open(sample('cvs/lab/valve.c,v'));
    const [line] = log.files[0]!.revisions[0]!.lines;
    const show = async (command: string): Promise<string> => {
      const editor = await vscode.window.showTextDocument(document);
      editor.selection = new vscode.Selection(line + 2, 0, line + 2, 0);
      await until('the revision is selected', async () => {
        await vscode.commands.executeCommand('annals.copyRevision');
        return (await vscode.env.clipboard.readText()) === '1.2';
      });
      await vscode.commands.executeCommand(`annals.${command}`);
      const tab = await until(`${command} shows something else`, () => {
        const { activeTab } = vscode.window.tabGroups.activeTabGroup;
        return activeTab?.label.includes('.cvslog') === true ? undefined : activeTab;
      });
      return tab.label;
    };
    equal(await show('openRevision'), 'valve.c (1.2)');
    const text = await until('the text is there', () =>
      vscode.window.activeTextEditor?.document.uri.scheme === 'annals-revision'
        ? vscode.window.activeTextEditor.document.getText()
        : undefined,
    );
    equal(text, 'one\ntwo\n');
    match(await show('compareWithPrevious'), /^valve\.c \(1\.1 ↔ 1\.2\)/);
    match(await show('compareWithWorkingFile'), /^valve\.c \(1\.2 ↔ working file\)/);
    match(await show('showChanges'), /^ines: Mail ines@example\.org/);
    match(await show('annotate'), /^valve\.c/);
  });

  it('a file of a checkout is compared with its revision, keywords as they are there', async () => {
    const archive = readFileSync(sample(ARCHIVE).fsPath, 'utf8').replace('one\ntwo', '$Id$\ntwo');
    write('cvs/lab/id.c,v', archive);
    write('work/id.c', 'int id;\n');
    write('work/CVS/Entries', '/id.c/1.2/Tue Jun  2 10:00:00 2009//Tpump-1\nD/pump////\n');
    const source = await findSource(sample('work/id.c'));
    const base = await vscode.workspace.openTextDocument(baseAddress(source, '1.2'));
    equal(base.getText(), '$Id: id.c,v 1.2 2009/06/02 10:00:00 ines Exp $\ntwo\n');
  });

  it('follows the archive when it changes', async () => {
    const uri = write('cvs/late.c,v', readFileSync(sample(ARCHIVE).fsPath));
    const { document } = await open(uri);
    writeFileSync(uri.fsPath, readFileSync(uri.fsPath, 'utf8').replaceAll('ines', 'ruth'));
    await until('the new author is there', () => document.getText().includes('author: ruth'));
  });

  it('says why there is none', async () => {
    await rejects(findSource(sample('work/new.c')), /never committed/);
    await rejects(findSource(sample('pump.histlog')), /no RCS archive and no checkout/);
    write('work/CVS/Root', ':ext;CVS_RSH=/tmp/other:cvs.example.org:/cvs\n');
    await rejects(findSource(sample('work/valve.c')), /characters or options/);
  });
});
