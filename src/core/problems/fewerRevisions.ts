import { kind } from './kind';

export const fewerRevisions = kind<{
  readonly path: string;
  readonly here: number;
  readonly of: number;
}>({
  severity: 'information',
  rule: 'Above a file stands a count of revisions, and fewer follow.',
  sentence: ({ path, here, of }) =>
    `The log of “${path}” counts ${String(of)} revisions and has ${String(here)}. GNU \`rlog\` leaves out some branches of branches; \`cvs log\` tells them.`,
});
