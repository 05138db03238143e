import { parseArgs } from 'node:util';
import { printable } from '../core/text/printable';
import { check } from './check';
import { dump } from './dump';
import { graph } from './graph';
import { UsageError } from './errors';
import { openSource } from './source';
import { print } from './print';
import { report } from './report';
import { writeAll } from './output';

const USAGE = `Usage: annals dump LOG             print the histories as JSON
       annals graph LOG --file N   draw the history of the N-th file
       annals check LOG            print counts, then each problem as LOG:line: code: sentence
       annals report LOG [--json]  print what was recovered of names, branches and commits, and
                                   what stays unknown; with --holdout, what is found when half
                                   of what tells it is hidden

       annals print LOG [-b] [-N]  print LOG as a text: of archives, what cvs log prints; -b: only the
                                   default branch; -N: no names of branches and tags

LOG is a saved page, the text of cvs log or rlog, an RCS archive (,v), a folder of archives or a
repository, or - for standard input.
Exit code: 0; 1 when no revision was found, or for check when there are problems;
2 for wrong usage or an unreadable file.
`;

const commands: Readonly<Record<string, typeof dump>> = { dump, graph, check, report, print };

async function main(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArguments(args);
  if (values.help) {
    await writeAll(process.stdout, [USAGE]);
    return 0;
  }
  const [name = '', path, ...rest] = positionals;
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!command)
    throw new UsageError(name ? `There is no command “${name}”.` : 'A command is missing.');
  if (path === undefined)
    throw new UsageError('The log is missing: give its path, or - for standard input.');
  if (rest.length > 0) throw new UsageError(`One log at a time: “${rest[0]!}” is one too many.`);
  if (values.file !== undefined && command !== graph)
    throw new UsageError(`${name} takes no --file.`);
  const { json = false, holdout = false } = values;
  if ((json || holdout) && command !== report)
    throw new UsageError(`${name} takes no --${json ? 'json' : 'holdout'}.`);
  if ((values.b || values.N) && command !== print)
    throw new UsageError(`${name} takes no -${values.b ? 'b' : 'N'}.`);
  const { lines, exitCode } = command({
    path,
    source: await openSource(path),
    file: values.file,
    json,
    holdout,
    print: {
      ...(values.b ? { isDefaultBranchOnly: true } : {}),
      ...(values.N ? { isWithoutSymbols: true } : {}),
    },
  });
  await writeAll(process.stdout, lines);
  return exitCode;
}

function parseArguments(args: readonly string[]): {
  values: Partial<Record<'help' | 'json' | 'holdout' | 'b' | 'N', boolean>> & { file?: string };
  positionals: string[];
} {
  try {
    return parseArgs({
      args: [...args],
      options: {
        file: { type: 'string' },
        help: { type: 'boolean', short: 'h' },
        json: { type: 'boolean' },
        b: { type: 'boolean', short: 'b' },
        N: { type: 'boolean', short: 'N' },
        holdout: { type: 'boolean' },
      },
      allowPositionals: true,
    });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

main(process.argv.slice(2)).then(
  (exitCode) => (process.exitCode = exitCode),
  (error: unknown) => {
    if (!(error instanceof UsageError)) throw error;
    process.stderr.write(
      `annals: ${printable(error.message)}\n${error.showUsage ? `\n${USAGE}` : ''}`,
    );
    process.exitCode = 2;
  },
);
