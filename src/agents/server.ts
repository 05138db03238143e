import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import type { Transport } from '@modelcontextprotocol/sdk/shared/transport.js';
import { CallToolRequestSchema, ListToolsRequestSchema } from '@modelcontextprotocol/sdk/types.js';
import { version } from '../../package.json';
import type { Log } from '../core/log';
import { reasonOf } from '../core/text/reason';
import { ask, ToolError, type ToolContext, type ToolInput } from './tool';
import { TOOLS } from './tools';

/** A log that agents may ask about, by the name that its user gave. */
export interface ServedLog {
  readonly name: string;
  /** Reads it, when it is first asked about. */
  open(): Promise<{ readonly log: Log; readonly context: ToolContext }>;
}

/** Which of several logs is asked about. */
const LOG_INPUT = 'log';

/** Serves the tools over a transport of the Model Context Protocol. */
export async function serveTools(logs: readonly ServedLog[], transport: Transport): Promise<void> {
  // The schemas are ours, as JSON has them: the layer below takes them as they are.
  const { server } = new McpServer({ name: 'annals', version }, { capabilities: { tools: {} } });
  const names = logs.map(({ name }) => name).join(', ');
  const choice = {
    [LOG_INPUT]: { type: 'string', description: `Which log: ${names}. The first without it.` },
  };
  server.setRequestHandler(ListToolsRequestSchema, () => ({
    tools: TOOLS.map(({ name, title, description, input }) => ({
      name,
      title,
      description,
      inputSchema: {
        ...input,
        required: [...input.required],
        properties: { ...input.properties, ...(logs.length > 1 ? choice : {}) },
      },
      annotations: { readOnlyHint: true, openWorldHint: false },
    })),
  }));
  server.setRequestHandler(CallToolRequestSchema, async ({ params }) => {
    try {
      const answer = await answerOf(logs, params.name, params.arguments ?? {});
      return { content: [{ type: 'text', text: answer }] };
    } catch (error) {
      if (!(error instanceof ToolError)) console.error(error);
      return { isError: true, content: [{ type: 'text', text: reasonOf(error) }] };
    }
  });
  await server.connect(transport);
}

async function answerOf(
  logs: readonly ServedLog[],
  name: string,
  { [LOG_INPUT]: wanted, ...input }: ToolInput,
): Promise<string> {
  const tool = TOOLS.find((each) => each.name === name);
  if (!tool) throw new ToolError(`There is no tool “${name}”.`);
  const served = wanted === undefined ? logs[0] : logs.find((each) => each.name === wanted);
  if (!served) throw new ToolError('There is no such log.');
  const { log, context } = await served.open();
  return ask(tool, log, input, context);
}
