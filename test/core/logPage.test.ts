import { deepEqual, equal, match } from 'node:assert/strict';
import { readLog, type Log } from '../../src/core/log';
import { textOfMarkup } from '../../src/markup/markup';
import { dump, picture, printed } from './write';

/** A revision as each tool shows it; its message stands in `pre`. */
const TOOLS: Readonly<Record<string, { title: string; revisions: readonly string[] }>> = {
  'cvsweb of 1997': {
    title: '<H1>CVS log for lab/pump/Attic/motor.c</H1>No default branch',
    revisions: [
      `<a NAME="rev1.3"></a><HR NOSHADE><A HREF="x"><b>1.3</b></A> <i>Sun Feb  6 10:37:30 2005
 UTC</i>; 21 years ago by <i>ada</i><BR>CVS Tags: <b>HEAD, rel-1-1</b>\n<BR>Changed since <b>1.2</b>: +2 -1
 lines<BR><A HREF="x">Diffs to 1.2</A><BR><B><I>FILE REMOVED</I></B><PRE>\nStop &amp; go.\n\n  1.9 is typed.\n</PRE>`,
      `<HR><b>1.2.2.1</b> <i>Sat Feb  5 09:00:00 2005\n UTC</i>; 21 years ago by <i>ines</i>
<BR>CVS Tags: <b>rel-1-0</b>; Branch: <b>rel-1</b>\n<BR>Changed since <b>1.2</b>: +1 -0\n lines<PRE>\nSlow.\n</PRE>`,
      `<HR><b>1.2</b> <i>Fri Feb  4 08:00:00 2005\n UTC</i>; 21 years ago by <i>ada</i><PRE>\nTwo.\n</PRE>`,
    ],
  },
  'cvsweb 3': {
    title: '<title>CVS log for lab/pump/motor.c</title><h1>CVS log for lab/pump/motor.c</h1>',
    revisions: [
      `<hr /><a name="rev1.3"></a> Revision <b>1.3</b><br /><i>Sun Feb  6 10:37:30 2005 UTC</i> (21 years ago) by <i>ada</i><br />
Branches: <a href="x">MAIN</a><br />CVS tags: <a>HEAD</a>,\n<a>rel-1-1</a><br /><b><i>FILE REMOVED</i></b><br />
Diff to: previous 1.2: <a>preferred</a>, <a>colored</a><br />Changes since revision 1.2: +2 -1\n lines<br />
<pre class="log">\nStop &amp; go.\n\n  1.9 is typed.\n</pre>`,
      `<hr /> Revision <b>1.2.2.1</b>: <a>download</a> - view: <a>text</a> - <a>select&nbsp;for&nbsp;diffs</a><br />
<i>Sat Feb  5 09:00:00 2005 UTC</i> (21 years ago) by <i>ines</i><br />Branches: <a>rel-1</a><br />CVS tags: <a>rel-1-0</a><br />
Changes since revision 1.2: +1 -0 lines<br /><pre class="log">\nSlow.\n</pre>`,
      `<hr /> Revision <b>1.2</b>: <a>download</a><br /><i>Fri Feb  4 08:00:00 2005 UTC</i> by <i>ada</i><br />
Branches: <a>MAIN</a><br />Branch point for: <a>rel-1</a><br /><pre class="log">\nTwo.\n</pre>`,
    ],
  },
  'ViewVC 1.1': {
    title: '<title>[lab] Log of /lab/pump/motor.c</title><h1>Log of /lab/pump/motor.c</h1>',
    revisions: [
      `<div><hr /><a name="rev1.3"></a> Revision <strong>1.3</strong><br /><em>Sun Feb  6 05:37:30 2005 EST</em>
(21 years ago)\nby <em>ada</em><br />Branch:\n<a><strong>MAIN</strong></a><br />CVS Tags:\n<a><strong>HEAD</strong></a>, <a><strong>rel-1-1</strong></a>
<br />Changes since <strong>1.2: +2 -1 lines</strong><br /><strong><em>FILE REMOVED</em></strong>
<pre class="vc_log">Stop &amp; go.\n\n  1.9 is typed.\n\n</pre></div>`,
      `<div><hr />Revision <strong>1.2.2.1</strong> - (<a>view</a>) - <a>[select for diffs]</a><br /><em>2005-02-05T09:00:00Z</em>
by <em>ines</em><br />Branch: <a><strong>rel-1</strong></a><br />CVS Tags: <a><strong>rel-1-0</strong></a>
<br />Changes since <strong>1.2: +1 -0 lines</strong><br />Diff to <a>previous 1.2</a>\n, to <a>next main 1.3</a><pre class="vc_log">Slow.\n\n</pre></div>`,
      `<div><hr />Revision <strong>1.2</strong> - (<a>view</a>)<br /><em>Fri Feb  4 08:00:00 2005 UTC</em> by <em>ada</em>
<br />Branch: <a>MAIN</a><br />Branch point for:\n<a>rel-1</a><pre class="vc_log">Two.\n\n</pre></div>`,
    ],
  },
};

function read({ title, revisions }: { title: string; revisions: readonly string[] }): Log {
  const html = `<!DOCTYPE html><html><body>${title}${revisions.join('\n')}<hr></body></html>`;
  return readLog(textOfMarkup(new TextEncoder().encode(html))!);
}

describe("a file's log page of ViewVC or cvsweb", () => {
  for (const [tool, page] of Object.entries(TOOLS)) {
    it(`${tool}: revisions, clocks, lines, states and names`, () => {
      const log = read(page);
      const { histories } = log;
      equal(log.title, 'lab/pump');
      deepEqual(log.recovery.paths.files[0]!.parts, ['motor.c']);
      deepEqual(printed(log), [
        '1.3 ada 2005-02-06 10:37:30 dead +2 -1 [rel-1-1] Stop & go.\n\n  1.9 is typed.',
        '1.2 ada 2005-02-04 08:00:00 Two.',
        '1.2.2.1 ines 2005-02-05 09:00:00 +1 -0 [rel-1-0] Slow.',
      ]);
      deepEqual(
        log.recovery.branches.all.map(({ name, status }) => [name, status]),
        [['rel-1', 'stated']],
      );
      equal(histories.numberText(histories.predecessor(2)), '1.2');
      deepEqual(log.problems, []);
    });
  }

  it('a branch that is chosen is a part, and is told once', () => {
    const page = TOOLS['cvsweb 3']!;
    const [, ...revisions] = page.revisions;
    const log = read({ title: `${page.title}<br />Current tag: rel-1<br />`, revisions });
    deepEqual(
      log.problems.map(({ code }) => code),
      ['part-of-history'],
    );
  });

  it('branches without revisions, where a list gives their numbers', () => {
    const { title, revisions } = TOOLS['ViewVC 1.1']!;
    const list =
      '<select><option value="1.3.0.2:lab">lab</option><option value="new">new (1.2.4)</option></select>';
    const text = new TextDecoder().decode(
      textOfMarkup(
        new TextEncoder().encode(`<html><body>${title}${list}${revisions.join('')}</body></html>`),
      ),
    );
    match(text, /\tlab: 1\.3\.0\.2\n\tnew: 1\.2\.0\.4\n/);
  });

  it('a page of Subversion, or without a revision, is none', () => {
    const svn = `<html><body><h1>Log of /trunk/a.c</h1><hr />Revision <a><strong>4</strong></a><br />Modified <em>Fri Feb  4 08:00:00 2005 UTC</em> by <em>ada</em><pre>x</pre></body></html>`;
    equal(textOfMarkup(new TextEncoder().encode(svn)), undefined);
  });
});

const LINKS = ' / (download) - annotate - [select for diffs], Sun Feb  6 10:37:30 2005 UTC';

/** A page as it is copied: a title, and revisions as `[first line, lines below]`. */
function pasted(...revisions: readonly (readonly [string, string])[]): string {
  const all = revisions.map(([head, below]) => `${head}\n${below}\n\n`);
  return `CVS log for lab/motor.c\n\n${all.join('')}`;
}

/** [what, the page, its revisions as `picture` draws them, the message of the first] */
const PASTED: [string, string, string, string][] = [
  ['no blank line', pasted([`Revision 1.1${LINKS} by ada`, 'Branch: MAIN\nOne.']), '1.1', 'One.'],
  [
    'a message that begins as a head goes on',
    pasted([
      `Revision 1.1${LINKS} by ada`,
      'Branch: MAIN\nBranch: rel is merged now\nChanges since last week',
    ]),
    '1.1',
    'Branch: rel is merged now\nChanges since last week',
  ],
  [
    'a head that a newer message quotes',
    pasted(
      [
        `Revision 1.2${LINKS} by ada`,
        `Branch: MAIN\nBack to\nRevision 1.1${LINKS} by eve\nas it was`,
      ],
      [`Revision 1.1${LINKS} by ines`, 'One.'],
    ),
    '1.2 1.1',
    `Back to\nRevision 1.1${LINKS} by eve\nas it was`,
  ],
  [
    'a typed head without links',
    pasted([
      `Revision 1.2${LINKS} by ada`,
      'As\nRevision 1.1, Sun Feb  6 10:37:30 2005 UTC by eve',
    ]),
    '1.2',
    'As\nRevision 1.1, Sun Feb  6 10:37:30 2005 UTC by eve',
  ],
  [
    'words of the foot in a message',
    pasted([`Revision 1.1${LINKS} by ada`, 'Fix\nunsorted\nDiff request\nmore.']),
    '1.1',
    'Fix\nunsorted\nDiff request\nmore.',
  ],
  [
    'the foot',
    `${pasted([`Revision 1.1${LINKS} by ada`, 'One.'])}Diff request\nThis form allows you to request diffs\n`,
    '1.1',
    'One.',
  ],
  ['no message', pasted([`Revision 1.1${LINKS} by ada`, '*** empty log message ***']), '1.1', ''],
  [
    'ends of lines of Windows',
    pasted([`Revision 1.1${LINKS} by ada`, 'One.']).replaceAll('\n', '\r\n'),
    '1.1',
    'One.',
  ],
  [
    'a branch that was chosen',
    `Current tag: rel-1\n${pasted([`Revision 1.1${LINKS} by ada`, 'One.'])}`,
    '1.1; 1 part-of-history',
    'One.',
  ],
];

describe('a log page that is pasted', () => {
  for (const [what, text, expected, message] of PASTED) {
    it(what, () => {
      const log = readLog(text);
      equal(picture(log), expected);
      equal(log.histories.message(0), message);
    });
  }

  for (const [written, author] of [
    ['by  ada\tlima ', 'ada\tlima'],
    ['by \u00e9va', '\u00e9va'],
    ['(21 years ago) by by', 'by'],
  ] as const) {
    it(`the author of ${JSON.stringify(written)}`, () => {
      const log = readLog(pasted([`Revision 1.1${LINKS} ${written}`, 'One.']));
      equal(log.histories.author(0), author);
    });
  }

  it('is none where a letter or another log has a dated line', () => {
    const line = 'Revision 1.2, Sun Feb  6 10:37:30 2005 UTC by joe';
    equal(readLog(`Dear all,\n${line}\nwas bad.\n`).histories.count, 0);
    const page = dump(['1.2 @2005-01-02 ada: Add.', '1.1 @2005-01-01 ada: First.']);
    equal(picture(readLog(page.replace('Add.', `Add, as\n${line}\nBranch: MAIN`))), '1.2 1.1');
  });
});
