import * as vscode from 'vscode';
import { foldHistories } from '../core/history/folds';
import { SELECTOR } from '../workbench/language';
import type { Logs } from '../logs/logs';

/** Folds files, branches and revisions; their histories are enough for that. */
export function provideFolding(logs: Logs): vscode.Disposable {
  return vscode.languages.registerFoldingRangeProvider(SELECTOR, {
    async provideFoldingRanges(document) {
      const reading = await logs.parse(document.uri);
      if (!reading) return undefined;
      return foldHistories(reading.log.histories).map(
        ([first, last]) => new vscode.FoldingRange(first, last),
      );
    },
  });
}
