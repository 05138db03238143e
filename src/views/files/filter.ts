import * as v from 'valibot';
import * as vscode from 'vscode';
import { search, type Matches } from '../../core/answers/search';
import { sentenceOf } from '../../core/problems/problem';
import { count } from '../../core/text/count';
import { printable, shorten } from '../../core/text/printable';
import { limitSentence } from '../../logs/limits';
import type { Reading } from '../../logs/logs';
import { runSteps } from '../../logs/steps';
import { remembered } from '../../workbench/memory';
import { askFor } from '../../workbench/say';

const KEPT = 'annals.filter';

/** What a view shows of a log, by words that the user gives; kept over a reload of the window. */
export class ViewFilter implements vscode.Disposable {
  private cancel = new vscode.CancellationTokenSource();
  private found: { readonly reading: Reading; readonly matches: Matches } | undefined;
  private text: string;

  constructor(
    private readonly memory: vscode.Memento,
    /** Shows what is found, and a sentence on it. */
    private readonly show: (message: string) => void,
  ) {
    this.text = remembered(memory, KEPT, v.string(), '');
    this.setContext();
  }

  get isActive(): boolean {
    return this.text !== '';
  }

  /** What matches in a reading; undefined where all is shown. */
  matchesOf(reading: Reading): Matches | undefined {
    return this.found?.reading === reading ? this.found.matches : undefined;
  }

  dispose(): void {
    this.cancel.cancel();
  }

  /** Asks the user for words, unless a command was called with some. */
  async ask(given: unknown, reading: Reading | undefined): Promise<void> {
    const text =
      typeof given === 'string'
        ? given
        : await askFor({
            title: 'Filter Files, Branches and Revisions',
            prompt: 'Words in a name, number, author, date or message. Empty shows everything.',
            placeHolder: 'pmap.c, 1.53.4, bouyer 2019-11, ticket #463',
            value: this.text,
          });
    if (text !== undefined) await this.set(text.trim(), reading);
  }

  async set(text: string, reading: Reading | undefined): Promise<void> {
    this.text = text;
    await this.memory.update(KEPT, text === '' ? undefined : text);
    this.setContext();
    await this.renew(reading);
  }

  /** Looks again, because the words or the log have changed. */
  async renew(reading: Reading | undefined): Promise<void> {
    this.cancel.cancel();
    this.cancel = new vscode.CancellationTokenSource();
    const { token } = this.cancel;
    if (!reading || this.text === '' || !reading.log.isRecovered) {
      this.found = undefined;
      this.show(stateSentence(reading));
      return;
    }
    const { text } = this;
    const matches = await vscode.window.withProgress({ location: { viewId: 'annals.files' } }, () =>
      runSteps(search(reading.log, text), token),
    );
    if (!matches) return;
    this.found = { reading, matches };
    this.show(`Filter “${shorten(printable(text), 60)}”: ${foundWords(matches)}`);
  }

  private setContext(): void {
    void vscode.commands.executeCommand('setContext', 'annals.isFiltered', this.isActive);
  }
}

function foundWords({ within, revisions }: Matches): string {
  if (within.size === 0) return 'nothing';
  const files = count(within.size, 'file');
  return revisions.size === 0 ? files : `${count(revisions.size, 'revision')} in ${files}`;
}

/** Why a log shows nothing, or what the editor keeps to itself. */
function stateSentence(reading: Reading | undefined): string {
  if (reading?.log.histories.count !== 0) return limitSentence(reading?.limit);
  const problem = reading.log.readingProblems.at(0);
  return problem ? sentenceOf(problem) : 'This log is empty.';
}
