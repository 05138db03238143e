import { readFileSync } from 'node:fs';
import { randomFrom } from '../../src/cli/random';
import { addTo, groupBy } from '../../src/core/columns/grouped';
import { readLog, type Log } from '../../src/core/log';
import { sharedLogPath } from '../core/sharedLog';
import { generateLog, ORDINARY } from '../generate/generate';

const NB = '\u00a0';
const PAGE = 'History log of /src/test\nRevisionDateAuthorComments\n';

/** A field of a record; undefined where it is gone, with the no-break space before it. */
type Field = string | undefined;

/** A record of a log: its number, date and author, and all behind these. */
interface Record {
  readonly fields: readonly [number: Field, date: Field, author: Field];
  readonly rest: string;
  readonly file: number;
}

type Random = (below: number) => number;
type Damage = (all: readonly Record[], at: number, random: Random) => Record[];

/** What may happen to one record of a list; the list that comes of it. */
const kinds: ReadonlyMap<string, Damage> = new Map(
  Object.entries<Damage>({
    'a digit of the number': changed(([n, ...others], random) => [
      n?.replace(/\d(?!.*\d)/, (d) => String((Number(d) + 1 + random(8)) % 10)),
      ...others,
    ]),
    'a part of the number lost': changed(([n, ...others]) => [n?.replace(/\.\d+$/, ''), ...others]),
    'letters for the number': changed(([, ...others]) => ['x.y', ...others]),
    'another date': changed(([n, date, author], random) => [
      n,
      date?.replace(/\d{4}/, String(1990 + random(40))),
      author,
    ]),
    'an impossible date': changed(([n, date, author]) => [n, date?.replace(/^\d\d/, '39'), author]),
    'letters for the date': changed(([n, , author]) => [n, 'xx-yyy-zzzz', author]),
    'another author': changed(([n, date]) => [n, date, 'somebody']),
    'no author': changed(([n, date]) => [n, date, '']),
    'the number gone': changed(([, ...others]) => [undefined, ...others]),
    'the date gone': changed(([n, , author]) => [n, undefined, author]),
    'the author gone': changed(([n, date]) => [n, date, undefined]),
    dropped: (all, at) => all.toSpliced(at, 1),
    'doubled in its place': (all, at) => all.toSpliced(at, 0, all[at]!),
    'doubled elsewhere': (all, at, random) => all.toSpliced(random(all.length + 1), 0, all[at]!),
    'two swapped': (all, at) =>
      at + 1 < all.length ? all.toSpliced(at, 2, all[at + 1]!, all[at]!) : [...all],
    'a header quoted': (all, at, random) => quoting(all, at, random, NB),
    'a header quoted with blanks': (all, at, random) => quoting(all, at, random, ' '),
  }),
);

function changed(change: (fields: Record['fields'], random: Random) => readonly Field[]): Damage {
  return (all, at, random) => {
    const fields = change(all[at]!.fields, random) as unknown as Record['fields'];
    return all.with(at, { ...all[at]!, fields });
  };
}

function quoting(all: readonly Record[], at: number, random: Random, blank: string): Record[] {
  const { fields } = all[random(all.length)]!;
  const { rest } = all[at]!;
  return all.with(at, {
    ...all[at]!,
    rest: `${rest.replace(/\n$/, '')}\n${fields.map((field) => `${blank}${field ?? ''}`).join('')}${blank}m\n`,
  });
}

interface Row {
  tried: number;
  told: number;
  most: number;
  /** How many damages cost so many records, the damaged one among them. */
  readonly costs: Map<number, number>;
}

/** Damages every record of the logs in turn, and counts what each damage cost beside the record itself. */
export function tellDamage(every: number, seed: number): void {
  const random = randomFrom(seed);
  const below: Random = (n) => Math.floor(random() * n);
  const logs = {
    generated: generateLog({ ...ORDINARY, files: 40, revisions: 20 }),
    real: shared(),
  };
  console.log(
    `| log | damage | tried | at most 2 lost | most lost | told |\n| --- | --- | ---: | ---: | ---: | ---: |`,
  );
  for (const [name, text] of Object.entries(logs)) {
    if (text === undefined) continue;
    const files = filesOf(readLog(text));
    for (const [kind, damage] of kinds) {
      const row: Row = { tried: 0, told: 0, most: 0, costs: new Map() };
      let passed = 0;
      for (const [f, own] of files.entries()) {
        const all = [...(files[f - 1] ?? []), ...own, ...(files[f + 1] ?? [])];
        const first = files[f - 1]?.length ?? 0;
        for (let at = first; at < first + own.length; at++)
          if (passed++ % every === 0) tryOne(row, all, at, damage(all, at, below), kind);
      }
      const fine = (row.costs.get(1) ?? 0) + (row.costs.get(2) ?? 0);
      console.log(
        `| ${[name, kind, row.tried, share(fine, row.tried), row.most, share(row.told, row.tried)].join(' | ')} |`,
      );
    }
  }
}

function tryOne(
  row: Row,
  all: readonly Record[],
  at: number,
  damaged: readonly Record[],
  kind: string,
): void {
  const log = readLog(write(damaged));
  const others = all.filter((_, i) => i !== at && !(kind === 'two swapped' && i === at + 1));
  const cost = 1 + lostOf(log, others);
  row.tried++;
  row.most = Math.max(row.most, cost);
  row.costs.set(cost, (row.costs.get(cost) ?? 0) + 1);
  if (log.problems.length > 0) row.told++;
}

/** How many records were not read, or in another file than most of their file. */
function lostOf({ histories }: Log, wanted: readonly Record[]): number {
  const read = new Map<string, number[]>();
  for (let r = 0; r < histories.count; r++) {
    const message = histories.message(r).trim().slice(0, 40);
    const key = [histories.numberText(r), histories.day(r), histories.author(r), message].join('|');
    addTo(read, key, histories.fileOf(r));
  }
  const found = wanted.map((record) => {
    const list = read.get(keyOf(record));
    return { file: record.file, as: list ?? [] };
  });
  const byFile = groupBy(found, ({ file }) => file);
  let lost = 0;
  for (const ofFile of byFile.values()) {
    const votes = new Map<number, number>();
    for (const { as } of ofFile) for (const f of as) votes.set(f, (votes.get(f) ?? 0) + 1);
    const [home] = [...votes].sort((a, b) => b[1] - a[1])[0] ?? [-1];
    lost += ofFile.filter(({ as }) => !as.includes(home)).length;
  }
  return lost;
}

const keys = new WeakMap<Record, string>();

/** A record as a reading of it alone tells it. */
function keyOf(record: Record): string {
  let key = keys.get(record);
  if (key === undefined) {
    const { histories } = readLog(write([record]));
    const message = histories.message(0).trim().slice(0, 40);
    key = [histories.numberText(0), histories.day(0), histories.author(0), message].join('|');
    keys.set(record, key);
  }
  return key;
}

function filesOf({ histories }: Log): Record[][] {
  const lines = new TextDecoder().decode(histories.bytes).split('\n');
  return Array.from({ length: histories.fileCount }, (_, file) => {
    const [from, to] = histories.revisionsOf(file);
    return Array.from({ length: to - from }, (_, i) => {
      const [first, last] = histories.linesOf(from + i);
      const text = `${lines.slice(first, last + 1).join('\n')}\n`;
      const [, number = '', date = '', author = '', rest = ''] =
        /^\u00a0([^\u00a0]*)\u00a0([^\u00a0]*)\u00a0 ([^\u00a0]*)\u00a0([^]*)$/.exec(text) ?? [];
      return { fields: [number, date, author] as const, rest, file };
    });
  });
}

function write(records: readonly Record[]): string {
  const lines = records.map(({ fields: [number, date, author], rest }) =>
    [number, date, author === undefined ? author : ` ${author}`, rest]
      .map((field) => (field === undefined ? '' : `${NB}${field}`))
      .join(''),
  );
  return `${PAGE}${lines.join('')}\nRSS XML Feed\n`;
}

function shared(): string | undefined {
  const path = sharedLogPath();
  return path === undefined ? undefined : readFileSync(path, 'utf8');
}

function share(part: number, all: number): string {
  return `${((100 * part) / Math.max(1, all)).toFixed(2)} %`;
}
