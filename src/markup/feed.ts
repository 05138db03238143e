import { Parser } from 'htmlparser2';

/** What an item of a feed tells of a revision, in the fields of OpenGrok's REST answer. */
interface FeedEntry {
  readonly revision: string;
  /** Milliseconds since 1970-01-01; absent where the item has no date. */
  readonly date?: number;
  readonly author: string;
  readonly message: string;
  readonly files: readonly string[];
}

/** Is a text a feed, judged by its beginning? */
export function isFeed(head: string): boolean {
  return /^\ufeff?\s*(?:<\?[^>]*>\s*|<!--[\s\S]*?-->\s*)*<rss\b/i.test(head);
}

const FIELDS = ['title', 'description', 'pubdate', 'dc:creator'] as const;
type Item = Record<(typeof FIELDS)[number], string>;

/**
 * Reads OpenGrok's feed of a path ("RSS XML Feed"), which has the newest twenty revisions, as an answer
 * of its REST API; undefined where the items name no revisions.
 */
export function readFeed(xml: string): { readonly entries: readonly FeedEntry[] } | undefined {
  const entries = itemsOf(xml).flatMap((item) => entryOf(item) ?? []);
  return entries.length > 0 ? { entries } : undefined;
}

function itemsOf(xml: string): Item[] {
  const items: Item[] = [];
  let item: Item | undefined;
  let field: keyof Item | undefined;
  const parser = new Parser(
    {
      onopentagname(name) {
        const known = name.toLowerCase();
        if (known === 'item') item = { title: '', description: '', pubdate: '', 'dc:creator': '' };
        else field = FIELDS.find((one) => one === known);
      },
      ontext(text) {
        if (item && field) item[field] += text;
      },
      onclosetag(name) {
        field = undefined;
        if (name.toLowerCase() !== 'item' || !item) return;
        items.push(item);
        item = undefined;
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.write(xml);
  parser.end();
  return items;
}

/** `1.4 - first line` */
const TITLE = /^\s*(\d[\d.]*) - /;

function entryOf(item: Item): FeedEntry | undefined {
  const [, revision] = TITLE.exec(item.title) ?? [];
  if (revision === undefined) return undefined;
  const lines = item.description.split('\n').map((line) => line.trim());
  const end = lines.lastIndexOf('List of files:');
  const date = Date.parse(item.pubdate.trim());
  return {
    revision,
    ...(Number.isNaN(date) ? {} : { date }),
    author: item['dc:creator'].trim(),
    message: (end < 0 ? lines : lines.slice(0, end)).join('\n').trim(),
    files: end < 0 ? [] : lines.slice(end + 1).filter((line) => line !== ''),
  };
}
