import { isoDate, SECONDS_A_DAY } from '../../history/dates';
import { decode } from '../../text/decode';
import { encode } from '../../text/encode';
import { addTo } from '../../columns/grouped';
import { comparePreOrder } from '../../text/preOrder';
import { readCvsLog } from '../cvslog/read';
import { inLogOrder } from '../../history/logOrder';
import { oneLine } from '../../text/oneLine';
import { writeCvsLog } from '../cvslog/write';
import { scanDump } from '../dump/scan';
import type { Entries } from '../entries';
import type { Format } from '../format';
import { pageText } from './savedPage';

/** What `GET /api/v1/history` of OpenGrok answers, as far as it is used. */
interface Answer {
  readonly entries: readonly Entry[];
  /** How many were left out before the first, and how many there are. */
  readonly start: number;
  readonly total: number;
}

interface Entry {
  readonly revision: string;
  /** Seconds since 1970-01-01; undefined where there is no date. */
  readonly moment: number | undefined;
  readonly author: string;
  readonly tags: readonly string[];
  readonly message: string;
  readonly files: readonly string[];
}

/** OpenGrok's answer about a history (its REST API, "history"), saved as JSON. */
export const restAnswer: Format = {
  id: 'opengrok-json',
  name: "OpenGrok's JSON",
  extensions: [],
  isText: false,
  recognises: (head) => {
    const text = decode(head);
    return /^\ufeff?\s*\{/.test(text) && /"entries"\s*:\s*\[\s*(?:\{|\])/.test(text);
  },
  read: readAnswer,
};

/**
 * Reads an answer as the text that is made of it: of entries that name their files, what `cvs log`
 * prints; of others the history page.
 */
function* readAnswer(bytes: Uint8Array): Generator<number, Entries> {
  yield 0;
  const { answer, isCut } = parseAnswer(decode(bytes));
  const isOfFiles = namesFiles(answer);
  const entries = isOfFiles
    ? yield* readCvsLog(encode(cvsLogText(answer)))
    : yield* readPage(answer);
  if (isOfFiles) tagEntries(entries, answer);
  const here = answer.entries.length;
  if (isCut) {
    const data = { path: '', here, of: Math.max(here, answer.total - answer.start) };
    entries.problems.push({ line: 0, code: 'cut-log', data });
  } else if (isOfFiles && here < answer.total) {
    const data = {
      part: 'results',
      from: answer.start + 1,
      to: answer.start + here,
      of: answer.total,
    } as const;
    entries.problems.push({ line: 0, code: 'part-of-history', data });
  }
  return entries;
}

/** Does each entry name its files? What has no number or date cannot stand in the text of `cvs log`. */
function namesFiles({ entries }: Answer): boolean {
  const isSound = ({ files, moment, revision }: Entry): boolean =>
    files.length > 0 && NUMBER.test(revision) && moment !== undefined && isShown(moment);
  return entries.length > 0 && entries.every(isSound);
}

/** A revision's number: an even count of parts. */
const NUMBER = /^\s*\d{1,9}\.\d{1,9}(?:\.\d{1,9}\.\d{1,9}){0,31}\s*$/;

/** Is a moment in a year of four digits? */
function isShown(moment: number): boolean {
  return moment >= 0 && moment < 253_402_300_800;
}

function* readPage({ entries: list, start, total }: Answer): Generator<number, Entries> {
  const isPart = list.length < total;
  const text = pageText({
    title: null,
    isFile: false,
    ...(isPart ? { results: { from: start + 1, to: start + list.length, of: total } } : {}),
    revisions: list.map(({ revision, moment, author, message, tags }) => ({
      number: revision,
      date:
        moment === undefined || !isShown(moment)
          ? '?'
          : (isoDate(Math.floor(moment / SECONDS_A_DAY)) ?? '?'),
      author: author === '' ? '(no author)' : author,
      message,
      tags,
    })),
  });
  const entries = yield* scanDump(encode(text));
  if (entries.count !== list.length) return entries;
  for (const [e, { moment }] of list.entries()) {
    if (moment !== undefined && isShown(moment)) entries.setFact('time', e, moment % SECONDS_A_DAY);
  }
  return entries;
}

/** The files of an answer, each with its entries, in the order of `cvs log`. */
function byFile({ entries }: Answer): [string, Entry[]][] {
  const files = new Map<string, Entry[]>();
  for (const entry of entries) {
    for (const path of new Set(entry.files)) addTo(files, path.replace(/^\//, ''), entry);
  }
  for (const list of files.values()) list.sort((a, b) => inLogOrder(a.revision, b.revision));
  return [...files].sort(([a], [b]) => comparePreOrder(a.split('/'), b.split('/')));
}

function cvsLogText(answer: Answer): string {
  const blocks = byFile(answer).map(([path, entries]) =>
    writeCvsLog({
      path,
      revisions: entries.map(({ revision, moment, author, message }) => {
        const date = new Date((moment ?? 0) * 1000).toISOString().slice(0, 19).replace('T', ' ');
        return { number: oneLine(revision), date: `${date} +0000`, author, message };
      }),
    }),
  );
  return blocks.join('');
}

/** Tags have no place at a revision in the text of `cvs log`. */
function tagEntries(entries: Entries, answer: Answer): void {
  const all = byFile(answer).flatMap(([, list]) => list);
  if (all.length !== entries.count) return;
  for (const [e, { tags }] of all.entries()) {
    if (tags.length > 0) entries.extras.set(e, { ...entries.extras.get(e), tags });
  }
}

/** An answer that was cut gives the entries before the cut. */
function parseAnswer(text: string): { answer: Answer; isCut: boolean } {
  const whole = parsed(text);
  if (whole !== undefined) return { answer: answerOf(whole), isCut: false };
  // No entry can end but before a comma; what looks so within a text does not parse.
  for (let end = text.lastIndexOf('}'), tries = 0; end > 0 && tries < 64; tries++) {
    const part = parsed(`${text.slice(0, end + 1)}]}`);
    if (part !== undefined) return { answer: answerOf(part), isCut: true };
    end = text.lastIndexOf('}', end - 1);
  }
  return { answer: answerOf({}), isCut: true };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    return undefined;
  }
}

function answerOf(value: unknown): Answer {
  const { entries, start, total } = fieldsOf(value);
  const list = Array.isArray(entries) ? entries.map(entryOf) : [];
  const from = numberOf(start) ?? 0;
  return { entries: list, start: from, total: numberOf(total) ?? from + list.length };
}

function entryOf(value: unknown): Entry {
  const { revision, date, author, tags, message, files } = fieldsOf(value);
  const time = numberOf(date);
  return {
    revision: textOf(revision),
    moment: time === undefined ? undefined : Math.floor(time / 1000),
    author: textOf(author).trim(),
    tags: textOf(tags)
      .split(',')
      .map((tag) => tag.trim())
      .filter((tag) => tag !== ''),
    message: textOf(message).replace(/\r\n?/g, '\n'),
    files: Array.isArray(files) ? files.filter((file) => typeof file === 'string') : [],
  };
}

function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';
}

/** A moment that a calendar can show, or a count. */
function numberOf(value: unknown): number | undefined {
  return typeof value === 'number' && Math.abs(value) <= 8.64e15 ? value : undefined;
}
