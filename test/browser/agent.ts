import { createConnection } from 'node:net';
import { createInterface } from 'node:readline';
import * as vscode from 'vscode';

/** What the extension host calls: does what comes over a socket, until it closes. */
export async function run(): Promise<void> {
  const socket = createConnection(process.env.ANNALS_SOCKET!);
  const lines = createInterface({ input: socket });
  socket.write('{"ready":true}\n');
  for await (const line of lines) {
    const { id, source, args } = JSON.parse(line) as {
      id: number;
      source: string;
      args: unknown[];
    };
    socket.write(`${JSON.stringify({ id, ...(await evaluate(source, args)) })}\n`);
  }
}

async function evaluate(source: string, args: unknown[]): Promise<object> {
  try {
    // eslint-disable-next-line @typescript-eslint/no-implied-eval -- the tests' own functions
    const make = new Function('vscode', `return (${source})`) as (
      api: typeof vscode,
    ) => (...args: unknown[]) => unknown;
    return { result: (await make(vscode)(vscode, ...args)) ?? null };
  } catch (error) {
    return { error: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}
