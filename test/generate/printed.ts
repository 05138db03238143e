import { comparePreOrder } from '../../src/core/text/preOrder';
import type { Repository, RepositoryFile, TrueRevision } from './repository';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** The files in the order of `cvs log`. */
export function inOrder({ files }: Repository): RepositoryFile[] {
  return [...files].sort((a, b) => comparePreOrder(a.path.split('/'), b.path.split('/')));
}

/** The history page of a repository's directory, as it is saved. */
export function printDump(repository: Repository): string {
  const parts = inOrder(repository).map((file) =>
    printed(file)
      .map((r) => dumpEntry(r, branchesOf(file, r)))
      .join(''),
  );
  return `History log of ${repository.title}\nRevisionDateAuthorComments\n${parts.join('')}\nRSS XML Feed`;
}

/** The trunk from its head; then by point the branches, each from its tip and followed by its own. */
function printed(file: RepositoryFile): TrueRevision[] {
  const lines = new Map<string, TrueRevision[]>();
  for (const revision of file.revisions) {
    const line = lineOf(revision.number);
    lines.set(line, [revision, ...(lines.get(line) ?? [])]);
  }
  const walk = (line: string): TrueRevision[] => {
    const own = lines.get(line) ?? [];
    const points = line === '1' ? [...own].reverse() : own;
    return [...own, ...points.flatMap((point) => branchesOf(file, point).reverse().flatMap(walk))];
  };
  return walk('1');
}

function lineOf(number: string): string {
  return number.slice(0, number.lastIndexOf('.'));
}

/** The branches with a commit that leave from a revision, by number. */
function branchesOf(file: RepositoryFile, { number }: TrueRevision): string[] {
  const lines = new Set(
    file.revisions.map((r) => lineOf(r.number)).filter((line) => lineOf(line) === number),
  );
  return [...lines].sort((a, b) => Number(a.split('.').at(-1)) - Number(b.split('.').at(-1)));
}

function dumpEntry(
  { number, time, author, message }: TrueRevision,
  branches: readonly string[],
): string {
  const date = new Date(time * 1000);
  const day = `${String(date.getUTCDate()).padStart(2, '0')}-${MONTHS[date.getUTCMonth()]!}-${date.getUTCFullYear()}`;
  const list = branches.length > 0 ? `branches: ${branches.map((b) => `${b};`).join(' ')}\n` : '';
  return `\u00a0${number}\u00a0${day}\u00a0 ${author}\u00a0${list}${message}\n`;
}

/** What `cvs rlog` prints, as the history page shows it: files, states and times are lost. */
export function dumpOfLog(title: string, log: string): string {
  const parts = log.split(/^={77}\n/m).flatMap((file) =>
    file
      .split(/^-{28}\n/m)
      .slice(1)
      .map(entryOfLog),
  );
  return `History log of ${title}\nRevisionDateAuthorComments\n${parts.join('')}\nRSS XML Feed`;
}

function entryOfLog(text: string): string {
  const [, number] = /^revision ([\d.]+)/.exec(text)!;
  const [, year, month, date, author] =
    /^date: (\d+)[-/](\d\d)[-/](\d\d) [^;]*;\s+author: ([^;]+);/m.exec(text)!;
  const [, branches, message] = /^date: .*\n(?:branches: +(.*)\n)?([\s\S]*?)\n$/m.exec(text)!;
  const list =
    branches === undefined ? '' : `branches: ${branches.trim().split(/\s+/).join(' ')}\n`;
  return `\u00a0${number!}\u00a0${date!}-${MONTHS[Number(month) - 1]!}-${year!}\u00a0 ${author!}\u00a0${list}${message!}\n`;
}

/** A repository whose archives name their branches. */
export function withSymbols(repository: Repository): Repository {
  const named = (file: RepositoryFile): RepositoryFile => {
    const names = new Map(
      file.revisions.flatMap(({ number, branch }) =>
        branch === null ? [] : [[lineOf(number).replace(/(\.\d+)$/, '.0$1'), branch]],
      ),
    );
    return { ...file, symbols: [...names].map(([number, name]) => `${name}:${number}`) };
  };
  return { ...repository, files: repository.files.map(named) };
}

/** A file as its archive; see rcsfile(5). Every text is empty: the log does not look at it. */
export function writeArchive(file: RepositoryFile): string {
  const lines = new Map<string, TrueRevision[]>();
  for (const r of file.revisions)
    lines.set(lineOf(r.number), [...(lines.get(lineOf(r.number)) ?? []), r]);
  const trunk = lines.get('1')!;
  const stamp = (time: number): string =>
    new Date(time * 1000).toISOString().slice(0, 19).replace(/[-T:]/g, '.');
  const delta = (r: TrueRevision): string => {
    const line = lines.get(lineOf(r.number))!;
    const at = line.indexOf(r);
    // The trunk is stored from its head down, a branch from its point up.
    const next = lineOf(r.number) === '1' ? line[at - 1] : line[at + 1];
    const branches = branchesOf(file, r).map((b) => `\n\t${lines.get(b)![0]!.number}`);
    return `${r.number}\ndate\t${stamp(r.time)};\tauthor ${r.author};\tstate ${r.isDead ? 'dead' : 'Exp'};\nbranches${branches.join('')};\nnext\t${next?.number ?? ''};\n`;
  };
  const text = (r: TrueRevision): string =>
    `${r.number}\nlog\n@${r.message.replaceAll('@', '@@')}\n@\ntext\n@@\n`;
  const head = trunk.at(-1)!;
  const branch = file.defaultBranch === undefined ? '' : `branch\t${file.defaultBranch};\n`;
  return `head\t${head.number};\n${branch}access;\nsymbols${(file.symbols ?? []).map((symbol) => `\n\t${symbol}`).join('')};\nlocks; strict;\ncomment\t@# @;\n\n\n${file.revisions.map(delta).join('\n')}\n\ndesc\n@@\n\n\n${file.revisions.map(text).join('\n\n')}`;
}
