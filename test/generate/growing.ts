/**
 * Logs of `n` equal items each, of the kinds whose cost once grew faster than they did. Every kind
 * is a product of two lists waiting to be made: all ranges with all numbers, all branches with all
 * days, all lines with all files.
 */
export const growing: Readonly<Record<string, (n: number) => string>> = {
  'ranges on n revisions': (n) =>
    trunk(n) +
    list(n, (i) => record(`1.1.2.${n - i}`, pullUp(`revision 1.2-1.${n}`), '02-Jan-2004')),
  'ranges in one message': (n) =>
    trunk(n) + record('1.1.2.1', pullUp(...lines(n, () => `revision 1.2-1.${n}`)), '02-Jan-2004'),
  'different ranges in one message': (n) =>
    trunk(n) +
    record(
      '1.1.2.1',
      pullUp(...lines(n, (i) => `revision 1.${1 + (i % (n / 2))}-1.${n - (i % (n / 2))}`)),
      '02-Jan-2004',
    ),
  'reports in one message': (n) => record('1.1', lines(n, (i) => `PR ${100_000 + i}`).join('\n')),
  'people in one message': (n) => record('1.1', lines(n, (i) => `from u${i}.`).join('\n')),
  'blank lines in a message': (n) => record('1.1', `a from\n${'\n'.repeat(n)}x`),
  'merges of branches without a name': (n) =>
    list(
      n,
      (i) =>
        record('1.2', `Merge the br-${i} branch.`, day(9000 + i)) +
        record('1.1', `a${i}`, day(i), '1.1.2') +
        record('1.1.2.1', `q${i}`, day(i)),
    ),
  'merges of n branches of four files': (n) =>
    list(
      4,
      () =>
        list(n, (i) => record(`1.${n + 1 - i}`, `Merge the br-${i} branch.`, day(40_000 - i))) +
        record('1.1', 'm', day(1), lines(n, (i) => `1.1.${2 * i + 2}`).join('; ')) +
        list(n, (i) => record(`1.1.${2 * i + 2}.1`, `work ${i}`, day(40_000 - i))),
    ),
  'branches with numbers and days of their own': (n) =>
    list(
      n,
      (i) =>
        record('1.1', `m${i}`, day(n - i), `1.1.${2 * i + 2}`) +
        record(`1.1.${2 * i + 2}.1`, 'same', day(30_000)),
    ),
  'distinct days of branch points': (n) =>
    list(
      n,
      (i) => record('1.1', `m${i}`, day(i), '1.1.2') + record('1.1.2.1', 'same', day(30_000)),
    ),
  'syncs with one branch': (n) =>
    list(n, (i) => record(`1.${n - i}`, `m${i}`, day(n - i), i === n - 1 ? '1.1.2' : '')) +
    list(n, (i) => record(`1.1.2.${n - i}`, 'Sync with HEAD.', day(n - i))),
  'syncs of n branches': (n) =>
    record('1.2', 'Fix.', day(5)) +
    record('1.1', 'Start.', day(1), lines(n, (i) => `1.1.${2 * i + 2}`).join('; ')) +
    list(n, (i) => record(`1.1.${2 * i + 2}.1`, 'Sync with HEAD.', day(9 + i))),
  'commits that cross': (n) =>
    list(n, (i) => record(`1.${n - i}`, `words of ${i}`, day(100))) +
    list(n, (i) => record(`1.${n - i}`, `words of ${n - 1 - i}`, day(100))),
  'one message over n files': (n) => list(n, () => record('1.1', 'Same words for all.', day(7))),
  pages: (n) => lines(n, (i) => `History log of /src/p${i}\n${HEAD}${record('1.1', 'm')}`).join(''),
  'pull-ups with a path in one file': (n) =>
    list(n, (i) => record(`1.${n - i}`, 'm', day(1), i === n - 1 ? '1.1.2' : '')) +
    list(n, (i) =>
      record(`1.1.2.${n - i}`, pullUp(`sys/d${i}/f${i}.c: revision 1.${n - i}`), day(2)),
    ),
  'pull-ups of n files': (n) =>
    list(
      n,
      (i) =>
        record('1.2', `fix ${i}`, day(i)) +
        record('1.1', 'm', day(1), '1.1.2') +
        record('1.1.2.1', pullUp(`sys/d/f${i}.c: revision 1.2`), day(i + 3)),
    ),
  'tickets that rise': (n) =>
    list(
      n,
      (i) =>
        record('1.2', `fix ${i}`, day(i)) +
        record('1.1', 'm', day(1), '1.1.2') +
        record('1.1.2.1', pullUp('revision 1.2').replace('#1', `#${i + 1}`), day(i + 3)),
    ),
  'one ticket on n days': (n) =>
    list(
      n,
      (i) =>
        record('1.1', 'm', day(1), '1.1.2') +
        record('1.1.2.1', pullUp('revision 1.1'), day(2 + 2 * i)),
    ),
  'branches at one point': (n) =>
    record('1.1', 'Start.', day(1), lines(n, (i) => `1.1.${2 * i + 2}`).join('; ')) +
    list(n, (i) => record(`1.1.${2 * i + 2}.1`, `b${i}`, day(2))),
  'quoted headers': (n) =>
    list(n, (i) => record(`1.${n - i}`, `m\n${NB}1.${n + 9}${NB}03-Jan-2004${NB} cl${NB}`)),
  'rising order': (n) => list(n, (i) => record(`1.${i + 1}`, `m${i}`, day(i))),
  'branches in the midst of a trunk': (n) =>
    list(n, (i) => record(`1.${n - i}`, 'a', day(n - i)) + record(`1.${n - i}.2.1`, 'b', day(n))),
  'numbers without order': (n) => list(n, (i) => record(`1.${((i * 7919) % n) + 1}`, 'm')),
  'days without order': (n) => list(n, (i) => record(`1.${n - i}`, 'm', day((i * 7919) % n))),
  'names in messages': (n) =>
    list(n, (i) => record(`1.${n - i}`, `Sync with branch-${i}. file f${i}.c, added on b${i}.`)),
  'lists of files': (n) =>
    list(n, (i) => record('1.1', `* f${i}.c (main): words.\n* g${i}.c: more.`, day(i >> 4))),
  'blanks instead of no-break spaces': (n) =>
    list(n, (i) => record(`1.${n - i}`, `words of ${i}`)).replaceAll(NB, ' '),
  'long lines': (n) => record('1.1', 'Pull up revision 1.1-'.repeat(n)),
  'paths without an end': (n) => record('1.1', 'sys/'.repeat(n) + '$+'.repeat(n)),
  'one mail address': (n) => record('1.1', `ok ${'a@'.repeat(n)} reviewed by ${'A '.repeat(n)}`),
  'words of a sync': (n) => record('1.1', `merge ${'a '.repeat(n)}from${' '.repeat(n)}x-current`),
  'a name after a name': (n) => record('1.1', `rename ${'a.c, '.repeat(n)} to ${'.'.repeat(n)}`),
  'dots and digits': (n) => record('1.1', '1.'.repeat(n) + '1'),
};

const NB = '\u00a0';
const HEAD = 'RevisionDateAuthorComments\n';
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** A day of a log, counted from 1980. */
function day(n: number): string {
  const date = new Date(Date.UTC(1980, 0, 1 + n));
  return `${String(date.getUTCDate()).padStart(2, '0')}-${MONTHS[date.getUTCMonth()]!}-${date.getUTCFullYear()}`;
}

function record(number: string, message: string, date = '01-Jan-2004', branches = ''): string {
  const listed = branches === '' ? '' : `branches: ${branches};\n`;
  return `${NB}${number}${NB}${date}${NB} cl${NB}${listed}${message}\n`;
}

function trunk(n: number): string {
  return list(n, (i) => record(`1.${n - i}`, 'm', '01-Jan-2004', i === n - 1 ? '1.1.2' : ''));
}

function pullUp(...items: readonly string[]): string {
  return ['Pull up revisions (requested by x in ticket #1):', ...items].join('\n');
}

function lines(n: number, line: (i: number) => string): string[] {
  return Array.from({ length: n }, (_, i) => line(i));
}

function list(n: number, line: (i: number) => string): string {
  return lines(n, line).join('');
}
