import { equal } from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import * as vscode from 'vscode';
import { dump } from '../core/write';
import { activated, closeAll, openSample, openUri, sample, sampleText, until } from './support';

const LOG = 'revision-log';

async function open(uri: vscode.Uri): Promise<vscode.TextDocument> {
  return (await openUri(uri)).document;
}

function languageOf(uri: vscode.Uri): string | undefined {
  return vscode.workspace.textDocuments.find((d) => d.uri.toString() === uri.toString())
    ?.languageId;
}

/** Time for what should not happen to happen: a change that comes later has been answered. */
async function settle(): Promise<void> {
  const document = await vscode.workspace.openTextDocument({
    language: 'plaintext',
    content: sampleText('mailed.txt'),
  });
  await until('a log beside it is found', () => languageOf(document.uri) === LOG);
}

describe('opening a log', () => {
  before(activated);
  afterEach(closeAll);

  it('takes *.histlog, *.cvslog and *.rlog by name', async () => {
    equal((await open(sample('pump.histlog'))).languageId, LOG);
    equal((await open(sample('pump.rlog'))).languageId, LOG);
  });

  it('takes plain text by its content', async () => {
    await open(sample('mailed.txt'));
    await until('mailed.txt is a log', () => languageOf(sample('mailed.txt')) === LOG);
  });

  it('leaves other plain text alone', async () => {
    await open(sample('notes.txt'));
    await settle();
    equal(languageOf(sample('notes.txt')), 'plaintext');
  });

  it('takes an untitled document after a paste', async () => {
    const document = await vscode.workspace.openTextDocument({
      language: 'plaintext',
      content: '',
    });
    const editor = await vscode.window.showTextDocument(document);
    await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), sampleText('pump.histlog')));
    await until('the untitled document is a log', () => languageOf(document.uri) === LOG);
  });

  it('obeys a user who sets the language back, until the document closes', async () => {
    const uri = sample('mailed.txt');
    await open(uri);
    await until('mailed.txt is a log', () => languageOf(uri) === LOG);
    const document = vscode.workspace.textDocuments.find(
      (d) => d.uri.toString() === uri.toString(),
    )!;
    await vscode.languages.setTextDocumentLanguage(document, 'plaintext');
    await settle();
    equal(languageOf(uri), 'plaintext');
  });

  it('does it by hand with a command', async () => {
    const uri = sample('notes.txt');
    await open(uri);
    await vscode.commands.executeCommand('annals.setLanguage');
    await until('notes.txt is read as a log', () => languageOf(uri) === LOG);
  });

  it('detects nothing with the setting off', async () => {
    const settings = vscode.workspace.getConfiguration('annals');
    await settings.update('detectInPlainText', false, vscode.ConfigurationTarget.Global);
    try {
      await open(sample('mailed.txt'));
      await openSample('trouble.histlog');
      await until(
        'another log is read',
        () => vscode.languages.getDiagnostics(sample('trouble.histlog')).length,
      );
      equal(languageOf(sample('mailed.txt')), 'plaintext');
    } finally {
      await settings.update('detectInPlainText', undefined, vscode.ConfigurationTarget.Global);
    }
  });
});

describe('problems', () => {
  before(activated);
  afterEach(closeAll);

  const diagnose = async (name: string): Promise<string[]> => {
    await open(sample(name));
    await until(
      `problems of ${name}`,
      () => vscode.languages.getDiagnostics(sample(name)).length > 0,
    );
    return vscode.languages
      .getDiagnostics(sample(name))
      .map(
        ({ range, code, source }) =>
          `${range.start.line + 1} ${(code as { value: string }).value} ${source!}`,
      );
  };

  it('stand each once at their line', async () => {
    const expected =
      '2 part-of-history annals,6 missing-revision annals,7 impossible-date annals,11 duplicate-revision annals';
    equal((await diagnose('trouble.histlog')).join(), expected);
  });

  it('say what a log tells twice, and differently', async () => {
    const content = dump([
      '1.1 [1.1.2]: file a.c was initially added on branch one.',
      '1.1.2.1: file b.c was added on branch one on 2004-03-01 10:00:00 +0000',
    ]);
    writeFileSync(sample('twice.histlog').fsPath, content);
    equal((await diagnose('twice.histlog')).join(), '3 two-names annals');
  });

  it('go when the text is mended, and when the document closes', async () => {
    const editor = await openSample('trouble.histlog');
    const count = (): number => vscode.languages.getDiagnostics(editor.document.uri).length;
    await until('there are problems', () => count() === 4);
    await editor.edit((edit) => {
      const line = editor.document.lineAt(6).range;
      edit.replace(line, editor.document.getText(line).replace('31-Feb', '28-Feb'));
    });
    await until('one is mended', () => count() === 3);
    await vscode.commands.executeCommand('workbench.action.files.revert');
    await closeAll();
    await until('none is left', () => count() === 0);
  });
});
