import * as vscode from 'vscode';
import { shownAddress, shownPath } from '../web/address';
import { fetchHistory } from '../web/history';
import { requireTrust, stoppedBy, type Server } from './server';

/** The scheme of histories that a web server shows: the query is the address, the path is that of the address. */
const SCHEME = 'annals-web';

/** Takes an address that can be asked for. */
export function webSource(address: string): vscode.Uri {
  const path = shownPath(address)?.path ?? new URL(address).pathname;
  return vscode.Uri.from({ scheme: SCHEME, path: path.replace(/^\/*/, '/'), query: address });
}

export function isOfWeb(source: vscode.Uri): boolean {
  return source.scheme === SCHEME;
}

/** The web server that shows a history. */
export function webServer({ query: address, path }: vscode.Uri): Server {
  const last = path.replace(/\/$/, '').replace(/^.*\//, '');
  return {
    name: last === '' ? shownAddress(address) : last,
    title: `Asking for the history at ${shownAddress(address)}`,
    ask: async (token, report) => {
      requireTrust();
      const stop = stoppedBy(token);
      try {
        return await fetchHistory(address, { signal: stop.signal, report });
      } catch (error) {
        if (token.isCancellationRequested) return undefined;
        throw error;
      } finally {
        stop.dispose();
      }
    },
  };
}
