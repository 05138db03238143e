import * as vscode from 'vscode';
import { NOTHING_TOLD, type Told } from '../core/recovery/given';

/** What users told of their logs, kept in the workspace under each log's address. */
export class Memory implements vscode.Disposable {
  private readonly told_ = new vscode.EventEmitter<vscode.Uri>();
  readonly onDidTell = this.told_.event;

  constructor(private readonly state: vscode.Memento) {}

  dispose(): void {
    this.told_.dispose();
  }

  told(uri: vscode.Uri): Told {
    return { ...NOTHING_TOLD, ...this.state.get<Partial<Told>>(keyOf(uri)) };
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
