import * as vscode from 'vscode';
import type { Answer } from '../core/answers/answer';
import type { Logs, Reading } from './logs';

/** A question about a log, which can be asked again of a later version of it. */
export interface Question {
  readonly reading: Reading;
  /** Undefined where the version has nothing any more of what was asked about. */
  ask(reading: Reading): Answer | undefined | Promise<Answer | undefined>;
}

/** An answer with the version of the log that it is about. */
export interface Answered {
  readonly reading: Reading;
  readonly answer: Answer;
}

/** The answer to the last question. It stays until the next, follows its log, and goes with it. */
export class Answers implements vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<Answered | undefined>();
  private readonly subscriptions: vscode.Disposable;
  private question: Question | undefined;
  private answered: Answered | undefined;

  readonly onDidChange = this.changed.event;

  constructor(logs: Logs) {
    this.subscriptions = vscode.Disposable.from(
      this.changed,
      logs.onDidRead((reading) => {
        if (this.isAbout(reading.uri)) void this.answer(this.question!, reading);
      }),
      logs.onDidClose((uri) => {
        if (this.isAbout(uri)) this.clear();
      }),
    );
  }

  dispose(): void {
    this.subscriptions.dispose();
  }

  get current(): Answered | undefined {
    return this.answered;
  }

  /** Asks, and shows the answer in its view. */
  async ask(question: Question): Promise<void> {
    this.question = question;
    await this.answer(question, question.reading);
    await vscode.commands.executeCommand('annals.answers.focus');
  }

  clear(): void {
    this.question = undefined;
    this.set(undefined);
  }

  private async answer(question: Question, reading: Reading): Promise<void> {
    const answer = await question.ask(reading);
    if (question === this.question) this.set(answer && { reading, answer });
  }

  private set(answered: Answered | undefined): void {
    this.answered = answered;
    void vscode.commands.executeCommand('setContext', 'annals.hasAnswer', answered !== undefined);
    this.changed.fire(answered);
  }

  private isAbout(uri: vscode.Uri): boolean {
    return this.question?.reading.uri.toString() === uri.toString();
  }
}
