import * as vscode from 'vscode';
import { excerptOf } from '../core/answers/excerpt';
import type { RevisionId } from '../core/history/ids';
import { count } from '../core/text/count';
import { printable } from '../core/text/printable';
import { addressOf, findAddress, type RevisionAddress } from '../logs/addresses';
import type { Logs, Reading } from '../logs/logs';
import { EXCERPT_SCHEME } from '../workbench/language';

/** Which revisions of a log an excerpt shows, of this and of later versions; undefined where it has none of them. */
export interface Wanted {
  /** `branch netbsd-9`; part of the document's name. */
  readonly title: string;
  ask(
    reading: Reading,
  ): Iterable<RevisionId> | undefined | Promise<Iterable<RevisionId> | undefined>;
}

interface Shown {
  readonly wanted: Wanted;
  readonly source: vscode.Uri;
  /** Where the revisions stand in the log, by the lines of the excerpt. */
  origins: ReadonlyMap<number, RevisionAddress>;
}

/** Parts of logs, as read-only documents that are logs again, and that lead back. */
export class Excerpts implements vscode.Disposable {
  private readonly shown = new Map<string, Shown>();
  private readonly changed = new vscode.EventEmitter<vscode.Uri>();
  private readonly subscriptions: vscode.Disposable;

  constructor(private readonly logs: Logs) {
    this.subscriptions = vscode.Disposable.from(
      this.changed,
      vscode.workspace.registerTextDocumentContentProvider(EXCERPT_SCHEME, {
        onDidChange: this.changed.event,
        provideTextDocumentContent: (uri) => this.textOf(uri),
      }),
      vscode.languages.registerDefinitionProvider(
        { scheme: EXCERPT_SCHEME },
        { provideDefinition: ({ uri }, { line }) => this.originOf(uri, line) },
      ),
      logs.onDidRead(({ uri }) => {
        for (const [key, { source }] of this.shown)
          if (source.toString() === uri.toString()) this.changed.fire(vscode.Uri.parse(key));
      }),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => this.shown.delete(uri.toString())),
    );
  }

  dispose(): void {
    this.subscriptions.dispose();
  }

  async show({ uri: source }: Reading, wanted: Wanted): Promise<void> {
    const name = printable(wanted.title).replaceAll(/[/\\?#]/g, '_');
    const path = `/${name}.cvslog`;
    const uri = vscode.Uri.from({ scheme: EXCERPT_SCHEME, path, query: source.toString() });
    const origins = this.shown.get(uri.toString())?.origins ?? new Map<number, RevisionAddress>();
    this.shown.set(uri.toString(), { wanted, source, origins });
    // Where it is open already, its text is asked for anew.
    this.changed.fire(uri);
    await vscode.commands.executeCommand('vscode.open', uri, { preview: true });
  }

  /** Where the revision of a line stands in the log that the excerpt is of. */
  originOf(uri: vscode.Uri, line: number): vscode.Location | undefined {
    const shown = this.shown.get(uri.toString());
    const address = shown?.origins.get(line);
    const reading = shown && this.logs.latest(shown.source);
    const revision = address && reading && findAddress(reading.log, address);
    if (revision === undefined) return undefined;
    const [first] = reading!.log.histories.linesOf(revision);
    return new vscode.Location(shown!.source, new vscode.Position(first, 0));
  }

  private async textOf(uri: vscode.Uri): Promise<string> {
    const shown = this.shown.get(uri.toString());
    const reading = shown && (await this.logs.read(shown.source));
    const revisions = reading && (await shown.wanted.ask(reading));
    if (!shown || !reading || !revisions)
      return 'cvs log: the log that this was a part of is closed, or has it no more.\n';
    const all = [...revisions];
    const name = shown.source.path.replace(/^.*\//, '');
    const title = `${count(all.length, 'revision')} of ${name}: ${shown.wanted.title}`;
    const { text, origins } = excerptOf(reading.log, title, all);
    shown.origins = new Map(
      [...origins].map(([line, revision]) => [line, addressOf(reading, revision)]),
    );
    return text;
  }
}
