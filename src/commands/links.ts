import * as vscode from 'vscode';
import { addressOf, isRevisionAddress, type RevisionAddress } from '../logs/addresses';
import type { Logs } from '../logs/logs';
import type { CurrentSelection } from '../logs/selection';
import { revealTarget, targetOf } from '../logs/target';
import { mayOpen } from '../workbench/addresses';
import { SCHEME } from '../workbench/language';
import { inform, warn } from '../workbench/say';

/** What follows the name of the extension in a link of ours. */
const PATH = '/revision';

/** A `vscode://` link to a revision in its log: it is copied here, and opened by whoever follows it. */
export function registerLinks(
  logs: Logs,
  selection: CurrentSelection,
  extensionId: string,
): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.commands.registerCommand('annals.copyLink', async (argument: unknown) => {
      const target = await targetOf(argument, logs, selection);
      if (!target) return;
      const address = addressOf(target.reading, target.revision);
      if (!isLinked(vscode.Uri.parse(address.uri))) {
        void inform('Only revisions of logs that are files have a link.');
        return;
      }
      const query = encodeURIComponent(JSON.stringify(address));
      const link = `${vscode.env.uriScheme}://${extensionId}${PATH}?${query}`;
      await vscode.env.clipboard.writeText(link);
    }),
    vscode.window.registerUriHandler({
      handleUri: async (uri) => {
        const address = uri.path === PATH ? addressIn(uri.query) : undefined;
        const target = address && (await targetOf(address, logs, selection).catch(() => undefined));
        if (target) await revealTarget(selection, target, false, 'editor');
        else void warn('This link leads to no revision of a log that can be opened here.');
      },
    }),
  );
}

/** The revision that a link leads to; undefined where its log is none that a link may open. */
function addressIn(query: string): RevisionAddress | undefined {
  try {
    const address: unknown = JSON.parse(query);
    if (!isRevisionAddress(address)) return undefined;
    return isLinked(vscode.Uri.parse(address.uri, true)) ? address : undefined;
  } catch {
    return undefined;
  }
}

/** Whoever follows a link must not be made to ask a server, or to read a whole repository. */
function isLinked(uri: vscode.Uri): boolean {
  return uri.scheme !== SCHEME && mayOpen(uri);
}
