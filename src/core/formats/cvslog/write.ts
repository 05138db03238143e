import type { StatedFile } from '../../history/histories';
import { inLogOrder } from '../../history/logOrder';
import { oneLine } from '../../text/oneLine';
import { EMPTY, FILE_RULE, HEAD, REVISION_RULE, WORKING_FILE } from './marks';

/** A revision as another form tells it; what that form has not is left out. */
export interface WrittenRevision {
  readonly number: string;
  /** `2005-02-06 10:37:30 +0000`. */
  readonly date: string;
  readonly author: string;
  readonly state?: string | undefined;
  readonly lines?: { readonly added: number; readonly removed: number } | undefined;
  readonly message: string;
}

/** A file as another form tells it. */
export interface WrittenFile extends Partial<Pick<StatedFile, 'symbols' | 'locks'>> {
  readonly path: string;
  /** Are there more revisions than these? How many is not known. */
  readonly isPart?: boolean;
  readonly revisions: readonly WrittenRevision[];
}

/** A file's history as `cvs log` prints it, for forms that are no text. */
export function writeCvsLog({ path, symbols, locks, isPart, revisions }: WrittenFile): string {
  const count = String(revisions.length);
  const pairs = (all: readonly (readonly [string, string])[]): string[] =>
    all.map(([name, number]) => `\t${oneLine(name)}: ${number}`);
  return [
    '',
    `${HEAD}${oneLine(path)},v`,
    `${WORKING_FILE}${oneLine(path)}`,
    'head:',
    'branch:',
    ...(locks ? ['locks:', ...pairs(locks.map(({ user, number }) => [user, number]))] : []),
    ...(symbols
      ? ['symbolic names:', ...pairs(symbols.map(({ name, number }) => [name, number]))]
      : []),
    `total revisions: ${isPart ? '' : count};\tselected revisions: ${count}`,
    'description:',
    ...[...revisions].sort((a, b) => inLogOrder(a.number, b.number)).flatMap(linesOf),
    FILE_RULE,
    '',
  ].join('\n');
}

function linesOf({ number, date, author, state, lines, message }: WrittenRevision): string[] {
  const name = author === '' ? '(no author)' : oneLine(author).replaceAll(';', ',');
  const fields = [
    `date: ${date}`,
    `author: ${name}`,
    ...(state === undefined ? [] : [`state: ${state}`]),
    ...(lines ? [`lines: +${String(lines.added)} -${String(lines.removed)}`] : []),
  ];
  const words = message.trim() === '' ? EMPTY : message;
  return [REVISION_RULE, `revision ${oneLine(number)}`, `${fields.join(';  ')};`, words];
}
