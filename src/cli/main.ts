import { parseArgs } from 'node:util';
import { timesOf, type Times } from '../core/formats/rcs/times';
import { printable } from '../core/text/printable';
import { check } from './check';
import { compare } from './compare';
import { dump } from './dump';
import { graph } from './graph';
import { isUsageError, UsageError } from './errors';
import { openSource } from './source';
import { log } from './log';
import { manifest } from './manifest';
import { print } from './print';
import { releases } from './releases';
import { report } from './report';
import { writeAll } from './output';
import { reasonOf } from '../core/text/reason';
import type { Log } from '../core/log';

const USAGE = `Usage: annals dump LOG             print the histories as JSON
       annals graph LOG --file N [--as text | --as svg | --as dot]
                                   draw the history of the N-th file, as text, as a picture, or for
                                   Graphviz; without --file, --as svg draws all commits
       annals check LOG            print counts, then each problem as LOG:line: code: sentence
       annals report LOG [--json]  print what was recovered of names, branches and commits, and
                                   what stays unknown; with --holdout, what is found when half
                                   of what tells it is hidden
       annals log QUERY LOG [--json | --table csv | --table markdown]
                                   print the commits that QUERY asks for, newest first: words, /pattern/,
                                   author: branch: file: date: rev: ticket: pr: tag: kind: in:, - in
                                   front for not; "author:ada file:conf/* date:2006..2009 -kind:sync",
                                   "in:netbsd-9 -in:netbsd-8"
       annals compare FROM TO LOG [--json]
                                   print what two points differ in: files with their revisions, and
                                   the commits that only one of them has; a point is trunk, a branch,
                                   a release or a tag, the first three also of a day: netbsd-9@2020-05-31
       annals manifest POINT LOG [--json]
                                   print the revision that each file has at a point
       annals releases QUERY LOG [--json | --table csv | --table markdown]
                                   print which release has which change, and by which ticket: of the
                                   changes that QUERY asks for, or of all that were pulled up where
                                   it is ""
       annals mcp LOG...           serve the logs to an agent over standard input and output (Model
                                   Context Protocol): search, revision, where_did_fix_go, branch,
                                   compare and text
       annals print LOG [-b] [-N] [-r REVISIONS] [-d DATES]
                                   print LOG as a text: of archives, what cvs log prints; -b: only the
                                   default branch; -N: no names of branches and tags; -r and -d: as
                                   cvs log takes them, -r 1.2:1.4, -r rel-1, -d "<2004-12-31"

With --learn SOURCE, once or more often, dump, graph, check, report and mcp take paths and names of branches
from another source of the same history, too: a log, "cvs log -h", archives, git log --name-status of
a conversion, or commit mails.

LOG is a saved page, the text of cvs log or rlog, an RCS archive (,v), a folder of archives or a
repository, an address (http://host/source/history/directory), or - for standard input.
Exit code: 0; 1 when no revision was found, for check when there are problems, for compare when the points differ;
2 for wrong usage or an unreadable file; 3 for a fault in Annals.
`;

const commands: Readonly<Record<string, typeof dump>> = {
  dump,
  graph,
  check,
  report,
  print,
  log,
  compare,
  manifest,
  releases,
};

/** What a command takes in front of the log, in the words of the usage. */
const IN_FRONT: Readonly<Record<string, readonly string[]>> = {
  log: ['QUERY'],
  compare: ['FROM', 'TO'],
  manifest: ['POINT'],
  releases: ['QUERY'],
};

const WITH_JSON: ReadonlySet<unknown> = new Set([report, log, compare, manifest, releases]);
const WITH_TABLE: ReadonlySet<unknown> = new Set([log, releases]);

async function main(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArguments(args);
  if (values.help) {
    await writeAll(process.stdout, [USAGE]);
    return 0;
  }
  const [name = '', ...others] = positionals;
  if (name === 'mcp') return serve(others, values);
  const asked = others.splice(0, IN_FRONT[name]?.length ?? 0);
  const [path, ...rest] = others;
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!command)
    throw new UsageError(name ? `There is no command “${name}”.` : 'A command is missing.');
  if (path === undefined) throw new UsageError(missing(name));
  if (rest.length > 0) throw new UsageError(`One log at a time: “${rest[0]!}” is one too many.`);
  if (values.file !== undefined && command !== graph)
    throw new UsageError(`${name} takes no --file.`);
  if (values.as !== undefined && command !== graph) throw new UsageError(`${name} takes no --as.`);
  const { json = false, holdout = false } = values;
  if (json && !WITH_JSON.has(command)) throw new UsageError(`${name} takes no --json.`);
  if (values.table !== undefined && !WITH_TABLE.has(command))
    throw new UsageError(`${name} takes no --table.`);
  if (holdout && command !== report) throw new UsageError(`${name} takes no --holdout.`);
  const [only] = (['b', 'N', 'r', 'd'] as const).filter((each) => values[each] !== undefined);
  if (values.learn !== undefined && command === print)
    throw new UsageError(`${name} takes no --learn.`);
  if (only !== undefined && command !== print) throw new UsageError(`${name} takes no -${only}.`);
  const source = await openSource(path, values.learn);
  let read: Log | undefined;
  const { lines, exitCode } = command({
    path,
    source: { ...source, log: () => (read = source.log()) },
    file: values.file,
    json,
    holdout,
    asked,
    ...(values.table === undefined ? {} : { table: values.table }),
    ...(values.as === undefined ? {} : { form: values.as }),
    print: {
      ...(values.b ? { isDefaultBranchOnly: true } : {}),
      ...(values.N ? { isWithoutSymbols: true } : {}),
      ...(values.r ? { revisions: values.r } : {}),
      ...(values.d ? { times: values.d.flatMap(times) } : {}),
    },
  });
  await writeAll(process.stdout, lines);
  if (!read?.fault) return exitCode;
  tellFault(read.fault);
  return FAULT;
}

/** Serves logs to agents; what that needs is in a file of its own, so that other commands start fast. */
async function serve(
  paths: readonly string[],
  values: ReturnType<typeof parseArguments>['values'],
): Promise<number> {
  const [odd] = Object.keys(values).filter((each) => each !== 'learn');
  if (odd !== undefined) throw new UsageError(`mcp takes no ${odd.length > 1 ? '--' : '-'}${odd}.`);
  if (paths.length === 0) throw new UsageError('mcp takes logs: give their paths.');
  if (paths.includes('-'))
    throw new UsageError('mcp takes no “-”: agents speak on standard input.', false);
  const { serveMcp } = await import('./mcp.js');
  await serveMcp(paths, values.learn);
  return 0;
}

/** What a report of a fault needs: where it was. */
function tellFault(error: unknown): void {
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  const lines = text.split('\n').map(printable);
  process.stderr.write(`annals: a fault in Annals, not in the log: ${lines.join('\n')}\n`);
}

/** A fault of Annals itself. */
const FAULT = 3;

/** What a command was not given. */
function missing(name: string): string {
  const front = IN_FRONT[name] ?? [];
  return front.length === 0
    ? 'The log is missing: give its path, or - for standard input.'
    : `${name} takes ${front.join(', ')} and the log, or - for standard input.`;
}

function times(option: string): readonly Times[] {
  const read = timesOf(option);
  if (read) return read;
  throw new UsageError(
    `-d takes dates as 2004-12-31 or “2004-12-31 23:59:59 +0200”, in UTC where no zone is given, not “${option}”.`,
  );
}

function parseArguments(args: readonly string[]): {
  values: Partial<Record<'help' | 'json' | 'holdout' | 'b' | 'N', boolean>> & {
    file?: string;
    r?: string[];
    d?: string[];
    learn?: string[];
    table?: string;
    as?: string;
  };
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
        r: { type: 'string', short: 'r', multiple: true },
        d: { type: 'string', short: 'd', multiple: true },
        holdout: { type: 'boolean' },
        learn: { type: 'string', multiple: true },
        table: { type: 'string' },
        as: { type: 'string' },
      },
      allowPositionals: true,
    });
  } catch (error) {
    throw new UsageError(reasonOf(error));
  }
}

main(process.argv.slice(2)).then(
  (exitCode) => (process.exitCode = exitCode),
  (error: unknown) => {
    if (!isUsageError(error)) {
      tellFault(error);
      process.exitCode = FAULT;
      return;
    }
    process.stderr.write(
      `annals: ${printable(error.message)}\n${error.showUsage ? `\n${USAGE}` : ''}`,
    );
    process.exitCode = 2;
  },
);
