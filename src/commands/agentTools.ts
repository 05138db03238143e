import * as vscode from 'vscode';
import { ask, type ToolContext, type ToolInput } from '../agents/tool';
import { TOOLS } from '../agents/tools';
import { reasonOf } from '../core/text/reason';
import type { Reading } from '../logs/logs';
import type { CurrentSelection } from '../logs/selection';
import { runSteps } from '../logs/steps';
import { originsOf, textAddress } from '../sources/revisionTexts';

/** The tools that language models in VS Code may use: they ask the log that the views show. */
export function registerAgentTools(selection: CurrentSelection): vscode.Disposable {
  return vscode.Disposable.from(
    ...TOOLS.map((tool) =>
      vscode.lm.registerTool<ToolInput>(`annals_${tool.name}`, {
        prepareInvocation: () => ({ invocationMessage: `${tool.title} in the revision log` }),
        invoke: async ({ input }, token) => {
          const answer = await answered(selection.reading, (reading) =>
            ask(tool, reading.log, input, contextOf(reading, token)),
          );
          return new vscode.LanguageModelToolResult([new vscode.LanguageModelTextPart(answer)]);
        },
      }),
    ),
  );
}

/** What cannot be answered is told to the model in a sentence, so that it can ask otherwise. */
async function answered(
  reading: Reading | undefined,
  question: (reading: Reading) => Promise<string>,
): Promise<string> {
  if (!reading) return 'No revision history log is open.';
  try {
    return await question(reading);
  } catch (error) {
    return reasonOf(error);
  }
}

function contextOf(reading: Reading, token: vscode.CancellationToken): ToolContext {
  return {
    take: async (steps) => {
      const result = await runSteps(steps, token);
      if (result === undefined) throw new vscode.CancellationError();
      return result;
    },
    textOf: async (revision) => {
      const address = textAddress(reading, revision);
      if (!address) return 'This log has no texts of its files.';
      try {
        const document = await vscode.workspace.openTextDocument(address);
        return { text: document.getText(), origins: await originsOf(address) };
      } catch (error) {
        return reasonOf(error);
      }
    },
  };
}
