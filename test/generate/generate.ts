import { randomFrom } from '../../src/cli/random';

/** What a generated log is like; the same seed gives the same log. */
export interface Shape {
  readonly seed: number;
  readonly files: number;
  /** Revisions of a file, in the mean. */
  readonly revisions: number;
  /** The share of revisions that a branch leaves from, 0 to 1. */
  readonly branching: number;
  /** How deep branches leave from branches. */
  readonly depth: number;
  /** Lines of a message, in the mean. */
  readonly messageLines: number;
}

export const ORDINARY: Shape = {
  seed: 1,
  files: 20,
  revisions: 30,
  branching: 0.2,
  depth: 2,
  messageLines: 3,
};

interface Generated {
  readonly number: string;
  readonly day: number;
  readonly branches: string[];
}

const AUTHORS = ['ada', 'bo', 'cleo', 'dirk', 'eva', 'finn', 'gita', 'hugo'];
const WORDS = [
  'fix',
  'the',
  'clock',
  'of',
  'valve',
  'when',
  'power',
  'fails',
  'and',
  'add',
  'a',
  'test',
  'motor',
];
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** A log in the dump form, in the order of `cvs log`. */
export function generateLog(shape: Shape): string {
  const random = randomFrom(shape.seed);
  const parts = ['History log of /src/generated\nRevisionDateAuthorComments\n'];
  for (let file = 0; file < shape.files; file++) {
    const lines: string[] = [];
    writeLine(lines, shape, random, '1', 0, 8000 + Math.floor(random() * 4000));
    parts.push(lines.join(''));
  }
  return `${parts.join('')}\nRSS XML Feed`;
}

/** A line of descent from its newest down, then the branches that leave from it. */
function writeLine(
  out: string[],
  shape: Shape,
  random: () => number,
  prefix: string,
  depth: number,
  from: number,
): void {
  const most = depth === 0 ? shape.revisions * 2 : Math.max(2, shape.revisions / 4);
  const count = 1 + Math.floor(random() * most);
  const revisions: Generated[] = [];
  let day = from;
  for (let part = 1; part <= count; part++) {
    const number = `${prefix}.${String(part)}`;
    const leaves = depth < shape.depth && random() < shape.branching;
    const how = leaves ? 1 + Math.floor(random() * 3) : 0;
    const branches = Array.from({ length: how }, (_, i) => `${number}.${String(2 * (i + 1))}`);
    revisions.push({ number, day, branches });
    day += Math.floor(random() * 60);
  }
  for (const revision of [...revisions].reverse()) out.push(writeRevision(revision, shape, random));
  // The trunk's branches come by ascending point, a branch's by descending; see cvs log.
  const points = depth === 0 ? revisions : [...revisions].reverse();
  for (const { branches, day } of points) {
    for (const branch of [...branches].reverse()) {
      writeLine(out, shape, random, branch, depth + 1, day);
    }
  }
}

function writeRevision(
  { number, day, branches }: Generated,
  shape: Shape,
  random: () => number,
): string {
  const date = new Date(day * 86_400_000);
  const text = `${String(date.getUTCDate()).padStart(2, '0')}-${MONTHS[date.getUTCMonth()]!}-${String(date.getUTCFullYear())}`;
  const list = branches.length > 0 ? `branches: ${branches.map((b) => `${b};`).join(' ')}\n` : '';
  const length = 1 + Math.floor(random() * shape.messageLines * 2);
  const message = Array.from({ length }, () => sentence(random)).join('\n');
  const author = AUTHORS[Math.floor(random() * AUTHORS.length)]!;
  return `\u00a0${number}\u00a0${text}\u00a0 ${author}\u00a0${list}${message}\n`;
}

function sentence(random: () => number): string {
  const length = 4 + Math.floor(random() * 8);
  return Array.from({ length }, () => WORDS[Math.floor(random() * WORDS.length)]!).join(' ');
}
