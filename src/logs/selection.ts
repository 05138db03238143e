import * as vscode from 'vscode';
import { tagsOf } from '../core/answers/tags';
import type { RevisionId } from '../core/history/ids';
import { LANGUAGE, SCHEME } from '../workbench/language';
import type { Logs, Reading } from './logs';
import { activeTextTab } from '../workbench/tabs';

/** Who changed the selection; a view does not follow itself. */
export type Origin = 'editor' | 'tree' | 'graph';

export interface Selection {
  readonly reading: Reading;
  /** Undefined where the cursor is on no revision. */
  readonly revision: RevisionId | undefined;
  readonly origin: Origin;
}

/**
 * The log that the views show and the revision that is selected in it. The last log stays until it
 * closes: a focused panel leaves no active text editor.
 */
export class CurrentSelection implements vscode.Disposable {
  private readonly changedLog = new vscode.EventEmitter<Reading | undefined>();
  private readonly changed = new vscode.EventEmitter<Selection>();
  private readonly subscriptions: { dispose(): unknown }[];
  private selection: Selection | undefined;

  /** Another log, or another version of it. */
  readonly onDidChangeLog = this.changedLog.event;
  /** Another revision. */
  readonly onDidChange = this.changed.event;

  constructor(private readonly logs: Logs) {
    this.subscriptions = [
      this.changedLog,
      this.changed,
      logs.onDidRead((reading) => this.onRead(reading)),
      logs.onDidClose((uri) => this.onClose(uri)),
      vscode.window.onDidChangeActiveTextEditor((editor) => this.followEditor(editor)),
      vscode.window.tabGroups.onDidChangeTabs(() => this.followTab()),
      vscode.window.tabGroups.onDidChangeTabGroups(() => this.followTab()),
      vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => {
        if (textEditor === vscode.window.activeTextEditor) this.followEditor(textEditor);
      }),
    ];
    this.setContext();
  }

  dispose(): void {
    vscode.Disposable.from(...this.subscriptions).dispose();
  }

  get current(): Selection | undefined {
    return this.selection;
  }

  get reading(): Reading | undefined {
    return this.selection?.reading;
  }

  /** Passes over what is of a log that closed, or of a version before the newest. */
  select(reading: Reading, revision: RevisionId | undefined, origin: Origin): void {
    if (this.logs.latest(reading.uri) !== reading) return;
    const before = this.selection;
    this.selection = { reading, revision, origin };
    if (before?.reading !== reading) {
      this.setContext();
      this.changedLog.fire(reading);
    } else if (before.revision === revision) {
      return;
    }
    this.changed.fire(this.selection);
  }

  followActiveEditor(): void {
    this.followEditor(vscode.window.activeTextEditor);
  }

  private followEditor(editor: vscode.TextEditor | undefined): void {
    if (editor?.document.languageId !== LANGUAGE) return;
    const reading = this.logs.latest(editor.document.uri);
    if (!reading) return;
    const revision = reading.log.histories.revisionAt(editor.selection.active.line);
    this.select(reading, revision, 'editor');
  }

  /** A log that is no document has a tab, but no editor and no cursor. */
  private followTab(): void {
    const uri = activeTextTab();
    const reading = uri && this.logs.latest(uri);
    if (reading?.limit !== 'no-text' || this.selection?.reading === reading) return;
    this.select(reading, this.carryOver(reading), 'editor');
  }

  private onRead(reading: Reading): void {
    const active = vscode.window.activeTextEditor;
    const uri = reading.uri.toString();
    if (active?.document.uri.toString() === uri) this.followEditor(active);
    else if (activeTextTab()?.toString() === uri) this.followTab();
    else if (!this.selection || this.selection.reading.uri.toString() === uri) {
      this.select(reading, this.carryOver(reading), 'editor');
    }
  }

  /** The revision that was selected, in a newer reading of its log. */
  private carryOver({ log, uri }: Reading): RevisionId | undefined {
    const before = this.selection;
    if (before?.revision === undefined || before.reading.uri.toString() !== uri.toString())
      return undefined;
    return log.counterpart(before.reading.log, before.revision);
  }

  private onClose(uri: vscode.Uri): void {
    if (this.selection?.reading.uri.toString() !== uri.toString()) return;
    this.selection = undefined;
    const visible = vscode.window.visibleTextEditors.find((editor) =>
      this.logs.latest(editor.document.uri),
    );
    const next = visible ? this.logs.latest(visible.document.uri) : this.logs.readings().at(-1);
    if (next) {
      this.select(next, undefined, 'editor');
      return;
    }
    this.setContext();
    this.changedLog.fire(undefined);
  }

  private setContext(): void {
    const { selection } = this;
    const hasRevisions = (selection?.reading.log.histories.count ?? 0) > 0;
    void vscode.commands.executeCommand('setContext', 'annals.hasLog', selection !== undefined);
    const hasTexts = hasRevisions && selection?.reading.uri.scheme === SCHEME;
    void vscode.commands.executeCommand('setContext', 'annals.hasRevisions', hasRevisions);
    const hasTags = hasRevisions && tagsOf(selection!.reading.log.histories).length > 0;
    void vscode.commands.executeCommand('setContext', 'annals.hasTexts', hasTexts);
    void vscode.commands.executeCommand('setContext', 'annals.hasTags', hasTags);
  }
}
