import { deepEqual, equal } from 'node:assert/strict';
import { readLog } from '../../src/core/log';
import { decode } from '../../src/core/text/decode';
import { encode } from '../../src/core/text/encode';
import { textOfMarkup } from '../../src/markup/markup';

const TEN = Date.UTC(2010, 2, 31, 10);

/** An entry of an answer, `1.2 ada words`; the rest as one likes. */
function entry(text: string, more: object = {}): object {
  const [revision, author, ...words] = text.split(' ');
  return { revision, date: TEN, author, tags: null, message: words.join(' '), files: [], ...more };
}

function answer(entries: readonly object[], more: object = {}): string {
  return JSON.stringify({
    entries,
    start: 0,
    count: entries.length,
    total: entries.length,
    ...more,
  });
}

/** The files as `a.c: 1.2 1.1`, and the codes of the problems. */
function told(json: string): string {
  const { histories, recovery, problems } = readLog(json);
  const files = recovery.paths.files.map(({ parts }, file) => {
    const [first, end] = histories.revisionsOf(file);
    const numbers = Array.from({ length: end - first }, (_, i) => histories.numberText(first + i));
    return `${parts.map((part) => part ?? '?').join('/')}: ${numbers.join(' ')}`;
  });
  return [files.join(' | '), ...problems.map(({ code }) => code)].join('; ');
}

/** [what, answer, what is told] */
const cases: [string, string, string][] = [
  ['a file', answer([entry('1.2 ada b'), entry('1.1 ada a')]), '?: 1.2 1.1'],
  [
    'files that are not named',
    answer([entry('1.2 ada b'), entry('1.1 ada a'), entry('1.1 bob c')]),
    '?: 1.2 1.1 | ?: 1.1',
  ],
  [
    'files that are named, one after another or not',
    answer([
      entry('1.2 ada b', { files: ['/src/pump/b/motor.c'] }),
      entry('1.1 bob c', { files: ['/src/pump/valve.c'] }),
      entry('1.1 ada a', { files: ['/src/pump/b/motor.c'] }),
    ]),
    'valve.c: 1.1 | b/motor.c: 1.2 1.1',
  ],
  [
    'a part of the results',
    answer([entry('1.3 ada c'), entry('1.2 ada b')], { total: 3 }),
    '?: 1.3 1.2; part-of-history',
  ],
  [
    'a message that looks like the log that is made of it',
    answer([
      entry('1.2 ada', {
        message: `=${'='.repeat(76)}\n\u00a01.1\u00a031-Mar-2010\u00a0 bob\u00a0x`,
      }),
      entry('1.1 ada a'),
    ]),
    '?: 1.2 1.1',
  ],
  [
    'an answer that is cut',
    answer([entry('1.2 ada b'), entry('1.1 ada a')]).slice(0, -60),
    '?: 1.2; cut-log',
  ],
  [
    'a commit of several files',
    answer([
      entry('1.2 ada b', { files: ['/src/a.c', '/src/b.c'] }),
      entry('1.1 ada a', { files: ['/src/a.c'] }),
    ]),
    'a.c: 1.2 1.1 | b.c: 1.2',
  ],
  [
    'a number that none can have',
    answer([
      entry('1.2 ada b', { files: ['/src/a.c'] }),
      entry('1.0.2 ada x', { files: ['/src/a.c'] }),
      entry('1.1 ada a', { files: ['/src/a.c'] }),
    ]),
    '?: 1.2 1.0.2 1.1; impossible-number',
  ],
  [
    'a date of no year',
    answer([entry('1.1 ada a', { files: ['/src/a.c'], date: 2.53e15 })]),
    '?: 1.1; impossible-date',
  ],
  ['no entries', answer([]), '; no-revisions'],
  ['an entry without its fields', '{"entries":[{"revision":"1.1"}]}', '?: 1.1; impossible-date'],
  ['entries that are none', '{"entries":[{},null,7]}', '; no-revisions'],
];

describe("OpenGrok's JSON", () => {
  for (const [what, json, expected] of cases) it(what, () => equal(told(json), expected));

  it('times, tags, authors and whole messages', () => {
    for (const files of [[], ['/src/a.c']]) {
      const { histories } = readLog(
        answer([
          entry('1.1 -', { author: null, message: 'One.\n\nTwo.', tags: 'rel-1, rel-2', files }),
        ]),
      );
      deepEqual(
        [histories.time(0), histories.author(0), histories.message(0), histories.extra(0)],
        ['10:00:00', '(no author)', 'One.\n\nTwo.', { tags: ['rel-1', 'rel-2'] }],
      );
    }
  });
});

/** The feed of a directory as OpenGrok writes it, of `[title, description lines]`. */
function feed(items: readonly [string, ...string[]][]): string {
  const written = items.map(
    ([title, ...lines]) => `<item><title>${title}</title><link>http://h</link>
      <description>
            ${lines.join('\n            ')}
      </description><pubDate>Wed, 31 Mar 2010 12:00:00 +0200</pubDate><dc:creator>ada</dc:creator></item>`,
  );
  return `<?xml version="1.0"?>\n<?xml-stylesheet type="text/xsl" href="/rss.xsl.xml"?>\n<rss version="2.0"><channel><title>Changes in 1.1 - src</title>${written.join('')}</channel></rss>`;
}

describe("OpenGrok's feed", () => {
  it('is read as an answer', () => {
    const text = feed([
      ['1.2 - Two &lt;b&gt;.', 'Two &lt;b&gt;.', '', 'More.', '', 'List of files:', '/src/a.c'],
      ['1.1 - One.', 'One.', '', 'List of files:', '/src/a.c', '/src/b.c'],
    ]);
    const json = decode(textOfMarkup(encode(text))!);
    equal(told(json), 'a.c: 1.2 1.1 | b.c: 1.1');
    const { histories } = readLog(json);
    deepEqual(
      [histories.message(0), histories.time(0), histories.author(0)],
      ['Two <b>.\n\nMore.', '10:00:00', 'ada'],
    );
  });
  it('of something else is no history', () => {
    equal(textOfMarkup(encode(feed([['News', 'Text.']]))), undefined);
  });
});
