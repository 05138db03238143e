import * as vscode from 'vscode';
import { sentence } from './sentence';

/** A notification that shows what share of some work is done, and can cancel it. */
export async function withNotification<Result>(
  title: string,
  wanted: vscode.CancellationToken,
  work: (token: vscode.CancellationToken, report: (share: number) => void) => Promise<Result>,
): Promise<Result> {
  const location = vscode.ProgressLocation.Notification;
  return vscode.window.withProgress(
    { location, title: sentence(title), cancellable: true },
    async (progress, cancelled) => {
      const either = new vscode.CancellationTokenSource();
      const stops = [wanted, cancelled].map((token) =>
        token.onCancellationRequested(() => either.cancel()),
      );
      let told = 0;
      try {
        return await work(either.token, (share) => {
          const percent = Math.floor(share * 100);
          if (percent > told) progress.report({ increment: percent - told });
          told = Math.max(told, percent);
        });
      } finally {
        vscode.Disposable.from(...stops, either).dispose();
      }
    },
  );
}
