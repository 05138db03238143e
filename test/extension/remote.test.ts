import { equal, match, ok } from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer as createHttpServer } from 'node:http';
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import * as vscode from 'vscode';
import type { Annals } from '../../src/api';
import { logAddress } from '../../src/sources/addresses';
import { cvsSource } from '../../src/sources/cvsServer';
import { RemoteHistories } from '../../src/sources/remote';
import { webSource } from '../../src/sources/webServer';
import { activated, closeAll, sample, until } from './support';

/** A repository that the real `cvs pserver` serves on this machine. */
class Pserver {
  readonly folder = mkdtempSync(join(tmpdir(), 'annals-pserver-'));
  readonly root = join(this.folder, 'cvs');
  private readonly sockets = new Set<Socket>();
  private readonly server: Server = createServer((socket) => {
    this.sockets.add(socket);
    const cvs = spawn('cvs', ['-f', `--allow-root=${this.root}`, 'pserver'], {
      stdio: ['pipe', 'pipe', 'ignore'],
    });
    socket.pipe(cvs.stdin).on('error', () => socket.destroy());
    cvs.stdout.pipe(socket).on('error', () => cvs.kill());
    socket.on('close', () => cvs.kill());
  });

  async start(): Promise<void> {
    execFileSync('cvs', ['-d', this.root, 'init']);
    mkdirSync(join(this.root, 'lab'));
    copyFileSync(sample('valve.c,v').fsPath, join(this.root, 'lab', 'valve.c,v'));
    // The server drops its rights; what it serves must be open to anyone, for its locks, too.
    for (const path of [this.folder, this.root, join(this.root, 'lab')]) chmodSync(path, 0o777);
    const { uid, username } = userInfo();
    const user = uid === 0 ? 'nobody' : username;
    writeFileSync(join(this.root, 'CVSROOT', 'passwd'), `anonymous::${user}\nada:never:${user}\n`);
    await new Promise<void>((listening) => this.server.listen(0, '127.0.0.1', listening));
    writeFileSync(join(this.folder, 'pass'), `/1 ${this.address} A\n`);
    process.env.CVS_PASSFILE = join(this.folder, 'pass');
  }

  get address(): string {
    const { port } = this.server.address() as AddressInfo;
    return `:pserver:anonymous@127.0.0.1:${String(port)}${this.root}`;
  }

  /** Ends what answers; the address stays. */
  async stop(): Promise<void> {
    for (const socket of this.sockets) socket.destroy();
    await new Promise((closed) => this.server.close(closed));
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
    delete process.env.CVS_PASSFILE;
  }
}

describe('the history that a server has', () => {
  const server = new Pserver();
  let annals: Annals;
  before(async () => {
    annals = (await activated()).exports as Annals;
    await server.start();
    checkout('remote', server.address);
  });
  after(async () => {
    await server.stop();
    server.remove();
    await vscode.workspace.fs.delete(sample('remote'), { recursive: true });
  });
  afterEach(closeAll);

  function checkout(folder: string, root: string): void {
    const { fsPath } = sample(folder);
    mkdirSync(join(fsPath, 'CVS'), { recursive: true });
    writeFileSync(join(fsPath, 'CVS', 'Root'), `${root}\n`);
    writeFileSync(join(fsPath, 'CVS', 'Repository'), 'lab\n');
    writeFileSync(join(fsPath, 'valve.c'), 'int valve;\n');
  }

  async function open(uri: vscode.Uri): Promise<vscode.TextDocument> {
    await vscode.commands.executeCommand('annals.openHistory', uri);
    const { document } = vscode.window.activeTextEditor!;
    equal(document.uri.scheme, 'annals');
    return document;
  }

  const authors = (document: vscode.TextDocument): string =>
    annals
      .logOf(document.uri)!
      .files.flatMap(({ revisions }) => revisions.map(({ author }) => author))
      .join(' ');

  it('of a file and of a folder is what cvs rlog prints', async () => {
    for (const path of ['remote/valve.c', 'remote']) {
      const document = await open(sample(path));
      match(document.getText(), /RCS file: .*\/lab\/valve\.c,v\nhead: 1\.2\n/);
      await until('it is read', () => annals.logOf(document.uri));
      equal(authors(document), 'ines tomas ruth');
      await closeAll();
    }
  });

  it('is kept, and shows what is new as soon as the server has told it', async () => {
    const archive = join(server.root, 'lab', 'valve.c,v');
    execFileSync('sed', ['-i', 's/author ines/author olga/', archive]);
    const document = await open(sample('remote'));
    match(document.getText(), /author: ines/);
    await until('the new author is there', () => document.getText().includes('author: olga'));
  });

  /** What a user is told when a history cannot be fetched. */
  async function failure(root: string, module: string): Promise<string> {
    const channel = vscode.window.createOutputChannel('test', { log: true });
    const storage = vscode.Uri.file(join(server.folder, 'nothing'));
    const { token } = new vscode.CancellationTokenSource();
    try {
      const histories = new RemoteHistories(storage, channel);
      await histories.read(cvsSource(root, module), token, () => undefined);
      return 'none';
    } catch (error) {
      return String(error);
    } finally {
      channel.dispose();
    }
  }

  it('that cannot be fetched is told in the words of cvs', async () => {
    match(await failure(server.address, 'nowhere'), /cvs says: .*nowhere/);
    const wrong = server.address.replace('anonymous@', 'ada:wrong@');
    match(await failure(wrong, 'lab'), /cvs says: .*(?:authoriz|password)/);
    match(await failure(':pserver:anonymous@127.0.0.1:1/cvs', 'lab'), /cvs says: .*refused/);
    match(await failure(':ext;CVS_RSH=/tmp/x:a:/cvs', 'lab'), /names no repository/);
    const settings = vscode.workspace.getConfiguration('annals');
    await settings.update('cvsPath', '/nowhere/cvs', vscode.ConfigurationTarget.Global);
    match(await failure(server.address, 'lab'), /“\/nowhere\/cvs” is not there\. Install CVS/);
    await settings.update('cvsPath', undefined, vscode.ConfigurationTarget.Global);
  });

  it('stays there when the server does not answer', async () => {
    await server.stop();
    const document = await open(sample('remote'));
    match(document.getText(), /author: olga/);
  });
});

describe('the history that a web server shows', () => {
  it('opens as a log, and is kept', async () => {
    const annals = (await activated()).exports as Annals;
    const page = readFileSync(sample('valve.page.txt').fsPath);
    const server = createHttpServer((_, response) => void response.end(page));
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    const { port } = server.address() as AddressInfo;
    const uri = logAddress(
      webSource(`http://127.0.0.1:${String(port)}/lab/valve.c?view=log&a=%25`),
    );
    const open = async (): Promise<vscode.TextDocument> => {
      const document = await vscode.workspace.openTextDocument(uri);
      await vscode.window.showTextDocument(document);
      await until('it is read', () => annals.logOf(document.uri));
      return document;
    };
    const { length } = (await open()).getText();
    ok(length > 100);
    server.closeAllConnections();
    await new Promise((closed) => server.close(closed));
    await closeAll();
    equal((await open()).getText().length, length);
    await closeAll();
  });
});
