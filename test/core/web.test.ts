import { deepEqual, equal, rejects } from 'node:assert/strict';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { decode } from '../../src/core/text/decode';
import { answerAddress, shownAddress, shownPath } from '../../src/web/address';
import { fetchHistory } from '../../src/web/history';

/** [address, what OpenGrok shows there as `base path`, or `none`] */
const addresses: [string, string][] = [
  ['https://grok.example/source/history/src/sys/', 'https://grok.example/source /src/sys'],
  ['https://grok.example/xref/src/a%20b.c', 'https://grok.example /src/a b.c'],
  ['http://h:8080/s/api/v1/history?path=/src&max=25', 'http://h:8080/s /src'],
  ['http://h/s/history/', 'http://h/s /'],
  ['http://h/s/history/src/history/a.c', 'http://h/s /src/history/a.c'],
  ['http://h/viewvc/src/a.c?view=log', 'none'],
  ['http://h/s/rss/%zz', 'http://h/s /%zz'],
];

describe('an address', () => {
  for (const [address, expected] of addresses) {
    it(address, () => {
      const shown = shownPath(address);
      equal(shown ? `${shown.base} ${shown.path}` : 'none', expected);
    });
  }
  it('is asked for with all that a path may hold, and shown without a password', () => {
    const url = new URL(answerAddress({ base: 'http://h/s', path: '/a&b c' }, 20, 10));
    equal(url.searchParams.get('path'), '/a&b c');
    equal(url.searchParams.get('start'), '20');
    equal(shownAddress('http://ada:secret@h/s'), 'http://h/s');
  });
});

/** A server that has so many entries, and gives at most `most` at once. */
function grok(total: number, most: number, page = 'no answer'): Server {
  return createServer(({ url = '', headers }, response): void => {
    const { pathname, searchParams } = new URL(url, 'http://h');
    if (pathname === '/silent') return;
    if (pathname === '/who') return void response.end(headers.authorization);
    if (pathname === '/s/api/v1/history' && total > 0) {
      const start = Number(searchParams.get('start'));
      const count = Math.max(0, Math.min(total - start, most));
      const entries = Array.from({ length: count }, (_, i) => ({
        revision: `1.${String(total - start - i)}`,
      }));
      // OpenGrok's count is what was asked for, not what came.
      return void response.end(
        JSON.stringify({ entries, start, count: Number(searchParams.get('max')), total }),
      );
    }
    response.statusCode = pathname.startsWith('/s/history/') ? 200 : 404;
    response.end(page);
  });
}

describe('a history on the web', () => {
  let server: Server;
  let at: string;
  async function serve(given: Server): Promise<void> {
    server = given;
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    at = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
  }
  afterEach(() => {
    server.closeAllConnections();
    server.close();
  });

  const asking = (
    signal = new AbortController().signal,
    report: (share: number) => void = () => undefined,
  ) => ({ signal, report }) as const;
  const text = async (path: string): Promise<string> =>
    decode(await fetchHistory(`${at}${path}`, asking()));

  it('is taken share by share, to the last', async () => {
    await serve(grok(25, 10));
    const shares: number[] = [];
    const bytes = await fetchHistory(
      `${at}/s/history/src`,
      asking(undefined, (share) => shares.push(share)),
    );
    const { entries, total } = JSON.parse(decode(bytes)) as { entries: object[]; total: number };
    deepEqual([entries.length, total, shares], [25, 25, [0.4, 0.8, 1]]);
  });

  it('is the page itself where no answer comes', async () => {
    await serve(grok(0, 0, '<html>a page'));
    equal(await text('/s/history/src'), '<html>a page');
  });

  it('is asked for with the name and password of its address', async () => {
    await serve(grok(0, 0));
    at = at.replace('//', '//ada:se%3Acret@');
    equal(await text('/who'), `Basic ${Buffer.from('ada:se:cret').toString('base64')}`);
  });

  it('that cannot be had is told in a sentence', async () => {
    await serve(grok(0, 0));
    await rejects(text('/elsewhere'), /^Error: 127\.0\.0\.1:\d+ answers 404 Not Found\.$/);
    const stop = new AbortController();
    setTimeout(() => stop.abort(), 50);
    await rejects(fetchHistory(`${at}/silent`, asking(stop.signal)), { name: 'AbortError' });
    await rejects(fetchHistory('file:///etc/passwd', asking()), /begins with http/);
    server.closeAllConnections();
    await new Promise((closed) => server.close(closed));
    await rejects(text('/s/history/src'), /^Error: 127\.0\.0\.1:\d+ does not answer: .+\.$/);
  });
});
