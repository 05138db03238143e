import * as v from 'valibot';
import * as vscode from 'vscode';
import { fileKeysOf } from '../core/history/fileKeys';
import type { Log } from '../core/log';
import { sentenceOf, type Problem } from '../core/problems/problem';
import type { Reading } from './logs';
import { remembered } from '../workbench/memory';
import { withoutPassword } from '../workbench/addresses';

/** Of one log so many reviewed problems are kept; the oldest are forgotten first. */
const MOST = 1000;
const KEPT = v.array(v.string());

/** Problems that a user has seen and does not want to see again, in the workspace's memory. */
export class ReviewedProblems implements vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<vscode.Uri>();
  readonly onDidChange = this.changed.event;

  constructor(private readonly memory: vscode.Memento) {}

  dispose(): void {
    this.changed.dispose();
  }

  /** Which problems of a log are still to be seen. */
  open({ uri, log }: Reading): Problem[] {
    const reviewed = new Set(this.of(uri));
    return reviewed.size === 0
      ? [...log.problems]
      : log.problems.filter((problem) => !reviewed.has(nameOf(log, problem)));
  }

  async mark({ uri, log }: Reading, problem: Problem): Promise<void> {
    const name = nameOf(log, problem);
    const all = [...this.of(uri).filter((each) => each !== name), name];
    await this.memory.update(keyOf(uri), all.slice(-MOST));
    this.changed.fire(uri);
  }

  async forget(uri: vscode.Uri): Promise<void> {
    await this.memory.update(keyOf(uri), undefined);
    this.changed.fire(uri);
  }

  private of(uri: vscode.Uri): string[] {
    return remembered(this.memory, keyOf(uri), KEPT, []);
  }
}

/** The line may move from version to version; the file that it is of, and what is said of it, do not. */
function nameOf({ histories }: Log, problem: Problem): string {
  const revision = histories.revisionAt(problem.line);
  const file = revision === undefined ? '' : fileKeysOf(histories).of(histories.fileOf(revision));
  return `${file} ${problem.code}: ${sentenceOf(problem)}`;
}

function keyOf(uri: vscode.Uri): string {
  return `annals.reviewed ${withoutPassword(uri)}`;
}
