import * as vscode from 'vscode';
import { branchLabelOf } from '../core/words/branches';
import type { Logs } from '../logs/logs';
import { SELECTOR } from '../workbench/language';
import { showsBranchNames } from '../workbench/settings';

/** Behind the number of a revision, the name of its branch, which the line does not tell. */
export function provideHints(logs: Logs): vscode.Disposable {
  const changed = new vscode.EventEmitter<void>();
  return vscode.Disposable.from(
    changed,
    logs.onDidRead(() => changed.fire()),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration('annals.branchNames')) changed.fire();
    }),
    vscode.languages.registerInlayHintsProvider(SELECTOR, {
      onDidChangeInlayHints: changed.event,
      async provideInlayHints(document, range) {
        const reading = showsBranchNames(document.uri) ? await logs.near(document.uri) : undefined;
        if (!reading) return undefined;
        const { log, shift } = reading;
        const hints: vscode.InlayHint[] = [];
        for (let line = range.start.line; line <= range.end.line; line++) {
          const revision = log.histories.revisionAt(shift.then(line));
          if (revision === undefined || shift.now(log.histories.linesOf(revision)[0]) !== line)
            continue;
          const branch = log.recovery.branches.of(revision);
          const isNamed = branch && (branch.name ?? log.recovery.seriesOf(branch)) != null;
          if (!isNamed) continue;
          const number = log.histories.numberText(revision);
          const at = document.lineAt(line).text.indexOf(number);
          if (at < 0) continue;
          const position = new vscode.Position(line, at + number.length);
          const hint = new vscode.InlayHint(position, branchLabelOf(log, branch));
          hint.paddingLeft = true;
          hints.push(hint);
        }
        return hints;
      },
    }),
  );
}
