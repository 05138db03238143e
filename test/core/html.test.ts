import { deepEqual, equal } from 'node:assert/strict';
import { readLog } from '../../src/core/log';
import { isMarkup, textOfMarkup } from '../../src/markup/markup';
import { picture } from './write';

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

/** A page of today's OpenGrok. */
function page(title: string, head: string, rows: readonly string[]): string {
  return `<!DOCTYPE html>\n<html><head><title>History</title><style>td{}</style></head><body>
<div id="page"><div id="Masthead">History log of ${title}</div>
<table class="src" id="revisions"><thead><tr>${head}</tr></thead><tbody>
${rows.join('\n')}
</tbody></table><p><a href="/rss">RSS XML Feed</a></p></div></body></html>`;
}

const HEAD =
  '<th>Revision <a href="#">(&lt;&lt;&lt; Hide revision tags)</a></th><th>Date</th><th>Author</th><th>Comments</th>';

function row(number: string, message: string, author = 'ada'): string {
  return `<tr><td>${number}</td><td>31-Mar-2010</td><td>${author}</td><td>${message}</td></tr>`;
}

function read(html: string): ReturnType<typeof readLog> {
  return readLog(textOfMarkup(encode(html))!);
}

describe('a page that was saved as HTML', () => {
  it('a directory, its breaks and its entities', () => {
    const log = read(
      page('<a href="/">/src</a>/<a href="/pump">pump</a>', HEAD, [
        row('1.2', '<p>Open &lt;valve&gt; &amp; pump.<br/>Then\n   close.</p>'),
        row('1.1', 'First.', '<a href="/who">ada lima</a>'),
        row('1.1', 'Other.', '(no author)'),
      ]),
    );
    equal(picture(log), '1.2 1.1 | 1.1');
    equal(log.title, '/src/pump');
    equal(log.histories.message(0), 'Open <valve> & pump.\nThen close.');
    deepEqual([log.histories.author(1), log.histories.author(2)], ['ada lima', '(no author)']);
  });

  it('the whole message counts instead of its beginning', () => {
    const long = `<p class="rev-message-summary">Open the</p>
      <p class="rev-message-full rev-message-hidden">Open the valve.<br/>All of it.</p>
      <p class="rev-message-toggle"><a>show more ... </a></p>
      <div class="filelist-hidden"><a href="/x?r=1">x</a></div>`;
    const short = '<p class="rev-message-summary">Short.</p>';
    const { histories } = read(page('/pump', HEAD, [row('1.2', long), row('1.1', short)]));
    deepEqual(
      [histories.message(0), histories.message(1)],
      ['Open the valve.\nAll of it.', 'Short.'],
    );
  });

  it('tags, results, and a file of its own with dead revisions', () => {
    const button = '<td><input type="radio" data-revision-path="/pump/a.c@1.2"/></td>';
    const log = read(
      page(
        '/pump/a.c (Results <b> 1 – 2</b> of <b>3</b>)',
        '<th>Revision</th><th><input type="submit" value="Compare"/></th><th>Date</th><th>Author</th><th>Comments</th>',
        [
          '<tr class="revtags-hidden"><td colspan="5"><b>Revision tags:</b> rel-2, rel-1</td></tr>',
          `<tr><td><a href="#a">#</a> <del>1.3</del></td>${button}<td>31-Mar-2010</td><td>ada</td><td>Gone.</td></tr>`,
          `<tr><td><a href="#a">#</a> <a href="/x">1.2</a></td>${button}<td>30-Mar-2010</td><td>ada</td><td>Two.</td></tr>`,
        ],
      ),
    );
    equal(picture(log), '1.3 1.2; 1 part-of-history');
    deepEqual(log.histories.extra(0), { state: 'dead', tags: ['rel-2', 'rel-1'] });
    deepEqual(log.recovery.paths.files[0]!.parts, ['a.c']);
  });

  it('a page of old OpenGrok, that never closes a cell', () => {
    const log = read(
      `<html><body><h2>History log of /pump</h2><table><tr><th>Revision<th>Date<th>Author<th>Comments
<tr valign="top"><td>&nbsp;1.2&nbsp;<td>&nbsp;31-Mar-2010&nbsp;<td>
ada&nbsp;<td>branches: 1.2.2;<br>Two.
<tr><td>&nbsp;1.1&nbsp;<td>&nbsp;30-Mar-2010&nbsp;<td>ada&nbsp;<td>One.</table></body></html>`,
    );
    equal(picture(log), '1.2 1.1; 1 part-of-history');
    equal(log.histories.message(0), 'Two.');
  });

  it('text of a page is never markup, and markup never text', () => {
    const evil = row('1.1', '&lt;script&gt;alert(1)&lt;/script&gt;<script>alert(2)</script>');
    equal(read(page('/pump', HEAD, [evil])).histories.message(0), '<script>alert(1)</script>');
  });

  /** [what, text, is it HTML, is it a history page] */
  const kinds: [string, string, boolean, boolean][] = [
    ['a page', page('/pump', HEAD, []), true, true],
    ['another page', '<!doctype html><html><body>Hello</body></html>', true, false],
    ['a page with a comment above', '<!-- saved --><html><body></body></html>', true, false],
    ['a log', 'History log of /pump\nRevisionDateAuthorComments\n', false, false],
    ['a message in angles', '<ada> said so', false, false],
  ];
  for (const [what, text, html, isPage] of kinds) {
    it(`knows ${what}`, () => {
      deepEqual([isMarkup(encode(text)), textOfMarkup(encode(text)) !== undefined], [html, isPage]);
    });
  }
});
