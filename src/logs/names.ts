import * as v from 'valibot';
import * as vscode from 'vscode';
import { NOTHING_TOLD, type Told } from '../core/recovery/given';

const TOLD = v.object({
  files: v.optional(v.record(v.string(), v.string()), {}),
  listed: v.optional(v.record(v.string(), v.string()), {}),
  branches: v.optional(v.record(v.string(), v.string()), {}),
});

/** Names that users gave, kept in the workspace under each log's address. */
export class GivenNames implements vscode.Disposable {
  private readonly told_ = new vscode.EventEmitter<vscode.Uri>();
  readonly onDidTell = this.told_.event;

  constructor(private readonly state: vscode.Memento) {}

  dispose(): void {
    this.told_.dispose();
  }

  /** What was told of a log; what is kept in another shape counts as nothing. */
  told(uri: vscode.Uri): Told {
    const kept = v.safeParse(TOLD, this.state.get(keyOf(uri)));
    return kept.success ? kept.output : NOTHING_TOLD;
  }

  async tell(uri: vscode.Uri, change: (told: Told) => Told): Promise<void> {
    const told = change(this.told(uri));
    const isEmpty = Object.values(told).every((all: object) => Object.keys(all).length === 0);
    await this.state.update(keyOf(uri), isEmpty ? undefined : told);
    this.told_.fire(uri);
  }
}

function keyOf(uri: vscode.Uri): string {
  return `annals.told ${uri.toString()}`;
}
