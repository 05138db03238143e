import { createHash } from 'node:crypto';
import * as vscode from 'vscode';
import { decode } from '../core/text/decode';
import { encode } from '../core/text/encode';
import { printable } from '../core/text/printable';
import { sentence } from '../workbench/sentence';
import { withNotification } from '../workbench/progress';
import { cvsServer, isOfCvs } from './cvsServer';
import { bytesOf } from './files';
import type { Server } from './server';
import { textOfLog } from './text';
import { isOfWeb, webServer } from './webServer';
import { reasonOf } from '../core/text/reason';

/** Is a history on a server? */
export function isRemote(source: vscode.Uri): boolean {
  return isOfCvs(source) || isOfWeb(source);
}

function serverOf(source: vscode.Uri): Server {
  return isOfCvs(source) ? cvsServer(source) : webServer(source);
}

/** What was fetched from servers, kept so that it is there at once, and without a network. */
export class RemoteHistories {
  private readonly fresh = new Set<string>();

  constructor(
    private readonly storage: vscode.Uri,
    private readonly channel: vscode.LogOutputChannel,
  ) {}

  /**
   * The text of a history: what was kept, if there is some, while `changed` tells when the server has
   * something newer; else what the server says now. Undefined where the user gave up.
   */
  async read(
    source: vscode.Uri,
    wanted: vscode.CancellationToken,
    changed: () => void,
  ): Promise<string | undefined> {
    const kept = await bytesOf(this.placeOf(source));
    const key = source.toString();
    if (!kept) return this.fetch(source, wanted);
    if (!this.fresh.delete(key)) void this.refresh(source, decode(kept), changed);
    return decode(kept);
  }

  private async refresh(source: vscode.Uri, kept: string, changed: () => void): Promise<void> {
    try {
      const text = await this.fetch(source, new vscode.CancellationTokenSource().token, true);
      if (text === undefined || text === kept) return;
      this.fresh.add(source.toString());
      changed();
    } catch (error) {
      const reason = reasonOf(error);
      const name = printable(serverOf(source).name);
      this.channel.warn(`${name} is shown as it was fetched last. ${reason}`);
      void vscode.window.setStatusBarMessage(
        `$(cloud) ${name} is shown as it was fetched last`,
        8000,
      );
    }
  }

  private async fetch(
    source: vscode.Uri,
    wanted: vscode.CancellationToken,
    isInBackground = false,
  ): Promise<string | undefined> {
    const { title, ask } = serverOf(source);
    const location = vscode.ProgressLocation.Window;
    const answer = isInBackground
      ? await vscode.window.withProgress({ location, title: sentence(title) }, () =>
          ask(wanted, () => undefined),
        )
      : await withNotification(title, wanted, ask);
    const text = answer && textOfLog(answer, source.path);
    if (text === undefined) return undefined;
    await vscode.workspace.fs.createDirectory(this.storage);
    await vscode.workspace.fs.writeFile(this.placeOf(source), encode(text));
    return text;
  }

  private placeOf(source: vscode.Uri): vscode.Uri {
    const name = createHash('sha256').update(source.toString()).digest('hex').slice(0, 32);
    return vscode.Uri.joinPath(this.storage, `${name}.cvslog`);
  }
}
