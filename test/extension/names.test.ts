import { equal, match } from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Annals } from '../../src/api';
import { decode } from '../../src/core/text/decode';
import { encode } from '../../src/core/text/encode';
import { activated, closeAll, openUri, sample, until } from './support';

const LOG = `History log of /src/test
RevisionDateAuthorComments
\u00a01.2\u00a001-Jan-2004\u00a0 ada\u00a0branches: 1.2.2;
Faster.
\u00a01.1\u00a001-Jan-2004\u00a0 ada\u00a0Pump.
\u00a01.2.2.1\u00a001-Jan-2004\u00a0 bo\u00a0Fix.

RSS XML Feed
`;
const HEADS = `RCS file: /cvs/src/test/dev/pump.c,v
head: 1.2
branch:
locks: strict
access list:
symbolic names:
\trel-1: 1.2.0.2
keyword substitution: kv
total revisions: 3
${'='.repeat(77)}
`;

describe('names that are told', () => {
  let annals: Annals;
  const log = sample('names/log.txt');
  const names = sample('.annals/names.json');
  before(async () => {
    annals = (await activated()).exports as Annals;
    await vscode.workspace.fs.writeFile(log, encode(LOG));
    await vscode.workspace.fs.writeFile(sample('names/heads.rlog'), encode(HEADS));
  });
  afterEach(closeAll);
  after(async () => {
    for (const uri of [sample('names'), sample('.annals')])
      await vscode.workspace.fs.delete(uri, { recursive: true });
  });

  /** `dev/pump.c rel-1` */
  const known = (): string => {
    const [file] = annals.logOf(log)?.files ?? [];
    const branches = file?.revisions.flatMap(({ branch }) => branch ?? []) ?? [];
    return [file?.pathParts.map((part) => part ?? '?').join('/'), ...branches].join(' ');
  };
  const text = async (): Promise<string> => decode(await vscode.workspace.fs.readFile(names));

  it('by another source, stand in a file with where they come from', async () => {
    await openUri(log);
    await until('it is read', () => annals.logOf(log));
    equal(known(), '?');
    await vscode.commands.executeCommand('annals.files.focus');
    void vscode.commands.executeCommand('annals.learn', sample('names/heads.rlog'));
    await until('it is learned', () => known() === 'dev/pump.c rel-1');
    match(await text(), /"names\/log\.txt": \{\s+"elsewhere"/);
    match(await text(), /"name": "dev\/pump\.c",\s+"source": "file:.*heads\.rlog",\s+"line": 0/);
  });

  it('by a colleague, count as soon as the file changes', async () => {
    await openUri(log);
    await until('it is known', () => known() === 'dev/pump.c rel-1');
    await vscode.workspace.fs.writeFile(
      names,
      encode((await text()).replace('dev/pump.c', 'dev/engine.c')),
    );
    await until('it is read again', () => known() === 'dev/engine.c rel-1');
  });

  it('stay as they are in a file that cannot be read', async () => {
    await vscode.workspace.fs.writeFile(names, encode('{ "annals": 1, oops'));
    await openUri(log);
    await until('it is read', () => annals.logOf(log));
    await vscode.commands.executeCommand('annals.learn', sample('names/heads.rlog'));
    equal(await text(), '{ "annals": 1, oops');
    equal(known(), '?');
  });
});
