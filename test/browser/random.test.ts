import { deepEqual, equal } from 'node:assert/strict';
import { readFileSync, renameSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Annals } from '../../src/api';
import { randomFrom } from '../../src/cli/random';
import { readLog } from '../../src/core/log';
import { Session } from '../host/session';

/** How many things are done in all, and in one window between two looks. */
const STEPS = Number(process.env.ANNALS_STEPS ?? '200');
const ROUND = 50;
const SEED = Number(process.env.ANNALS_SEED ?? '1');

const LOGS = ['pump.histlog', 'trouble.histlog', 'half.histlog', 'pump.cvslog', 'mailed.txt'];

/** What the extension host was asked to do and could not, as it keeps it. */
type Globals = typeof globalThis & { annalsFaults?: string[] };

describe('whatever is done to logs', () => {
  let session: Session;
  const random = randomFrom(SEED);
  const below = (n: number): number => Math.floor(random() * n);
  const any = <Item>(items: readonly Item[]): Item => items[below(items.length)]!;

  before(async () => {
    session = await Session.start();
    await session.run((api) => {
      const faults = ((globalThis as Globals).annalsFaults = [] as string[]);
      process.on('unhandledRejection', (reason) => faults.push(`rejected: ${String(reason)}`));
      return api.extensions
        .getExtension('annals.annals')!
        .activate()
        .then(() => null);
    });
  });
  afterEach(async function () {
    if (this.currentTest?.isFailed()) await session.fail(this.currentTest.fullTitle());
  });
  after(() => session.stop());

  const at = (name: string): string => join(session.folder, name);
  const texts = new Map(LOGS.map((name) => [name, readFileSync(join('test/logs', name))]));

  /** Starts a command and does not wait for it: it may ask something. */
  const start = (id: string): Promise<void> =>
    session.run((api, command) => {
      api.commands.executeCommand(command).then(undefined, (error: unknown) => {
        (globalThis as Globals).annalsFaults!.push(`${command}: ${String(error)}`);
      });
    }, id);
  const escape = async (): Promise<void> => {
    for (let n = 0; n < 2; n++) await session.page.keyboard.press('Escape');
  };
  const commands = (): Promise<string[]> =>
    session.run(async (api) =>
      (await api.commands.getCommands(true)).filter((id) => /^annals\.\w[\w.]*$/.test(id)),
    );

  const steps: readonly (readonly [weight: number, name: string, step: () => Promise<unknown>])[] =
    [
      [5, 'open', () => session.open(any(LOGS), below(9))],
      [
        6,
        'insert',
        () =>
          edit(
            below(40),
            0,
            any(['\n', 'x', '\u00a01.9\u00a001-Jan-2004\u00a0 cl\u00a0m\n', '$(bug)']),
          ),
      ],
      [4, 'delete lines', () => edit(below(40), 1 + below(12), '')],
      [2, 'undo', () => start('undo')],
      [2, 'save', () => start('workbench.action.files.save')],
      [2, 'close', () => start('workbench.action.revertAndCloseActiveEditor')],
      [
        2,
        'replace on the disk',
        () => Promise.resolve(writeFileSync(at(any(LOGS)), texts.get(any(LOGS))!)),
      ],
      [2, 'truncate on the disk', () => Promise.resolve(truncate(any(LOGS)))],
      [1, 'rename on the disk', () => Promise.resolve(rename(any(LOGS)))],
      [2, 'ask all providers', () => provide(below(30))],
      [9, 'a command', async () => start(any(await commands()))],
      [4, 'escape', escape],
    ];
  const total = steps.reduce((sum, [weight]) => sum + weight, 0);

  function truncate(name: string): void {
    const path = at(name);
    truncateSync(path, below(texts.get(name)!.length));
  }

  function rename(name: string): void {
    renameSync(at(name), at(`moved-${name}`));
    rmSync(at(`moved-${name}`));
    writeFileSync(at(name), texts.get(name)!);
  }

  function edit(line: number, lines: number, by: string): Promise<unknown> {
    return session.run(
      (api, first, count, text) => {
        const editor = api.window.activeTextEditor;
        if (editor?.document.uri.scheme !== 'file') return false;
        const range = new api.Range(first, 0, first + count, 0);
        // The editor may close meanwhile; that is VS Code's to say.
        return editor.edit((builder) => builder.replace(range, text)).then(undefined, () => false);
      },
      line,
      lines,
      by,
    );
  }

  function provide(line: number): Promise<unknown> {
    return session.run(async (api, row) => {
      const document = api.window.activeTextEditor?.document;
      if (!document) return;
      const { uri } = document;
      const position = new api.Position(row, 4);
      try {
        for (const kind of ['Hover', 'Definition', 'Reference'])
          await api.commands.executeCommand(`vscode.execute${kind}Provider`, uri, position);
        await api.commands.executeCommand('vscode.executeDocumentSymbolProvider', uri);
        await api.commands.executeCommand('vscode.executeCodeLensProvider', uri);
      } catch (error) {
        // A command that was started before may close the document: VS Code asks nobody then.
        const isGone = document.isClosed || api.window.activeTextEditor?.document !== document;
        if (!isGone) throw error;
      }
    }, line);
  }

  /** All logs as they are in their editors, against a reading of their texts. */
  async function accord(): Promise<void> {
    for (const name of LOGS) {
      writeFileSync(at(name), texts.get(name)!);
      await session.open(name);
      await edit(below(20), below(3), 'One more line.\n');
      const text = await session.run((api) => api.window.activeTextEditor!.document.getText());
      const { histories } = readLog(text);
      const right = Array.from({ length: histories.fileCount }, (_, file) => {
        const [from, to] = histories.revisionsOf(file);
        return to - from;
      });
      await session.until(
        `${name} is read as it stands: ${right.join(' ')}`,
        (api, expected) => {
          const { exports } = api.extensions.getExtension<Annals>('annals.annals')!;
          const log = exports.logOf(api.window.activeTextEditor!.document.uri);
          return log?.files.map(({ revisions }) => revisions.length).join(' ') === expected;
        },
        right.join(' '),
      );
      await session.command('annals.files.focus');
      const rows = session.page.locator('.pane-body .monaco-list-row[aria-level="1"]');
      if (right.length > 0) await rows.first().waitFor();
      await session.command('workbench.action.revertAndCloseActiveEditor');
    }
  }

  for (let round = 0; round * ROUND < STEPS; round++) {
    it(`round ${String(round + 1)}, seed ${String(SEED)}`, async function () {
      this.timeout(240_000);
      const done: string[] = [];
      for (let n = 0; n < ROUND; n++) {
        let left = below(total);
        const [, name, step] = steps.find(([weight]) => (left -= weight) < 0)!;
        done.push(name);
        await step();
      }
      await escape();
      await session.command('workbench.action.closeAllEditors').catch(() => undefined);
      await accord();
      const faults = await session.run(() => (globalThis as Globals).annalsFaults!.splice(0));
      deepEqual(faults, [], done.join(', '));
      await session.command('notifications.showList');
      const errors = session.page.locator('.notifications-center .codicon-error');
      equal(await errors.count(), 0, done.join(', '));
      await session.command('notifications.clearAll');
    });
  }
});
