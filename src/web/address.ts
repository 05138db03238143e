/** A path of a source tree that OpenGrok shows, and where that OpenGrok answers. */
export interface ShownPath {
  /** All before OpenGrok's own words of an address. */
  readonly base: string;
  /** From the root of the tree on, as `/src/sys/kern`. */
  readonly path: string;
}

/** Is a text an address that can be asked for? */
export function isAddress(text: string): boolean {
  return /^https?:\/\/[^\s/]/i.test(text) && URL.canParse(text);
}

/** What OpenGrok calls the pages of a path: its history, text, feed and the like. */
const PAGE = /^(.*?)\/(?:history|xref|rss|raw|download|diff)(\/.*)$/;
const ANSWER = /^(.*)\/api\/v1\/history\/?$/;

/** What a page of OpenGrok is about, whichever of its pages it is; undefined where none is meant. */
export function shownPath(address: string): ShownPath | undefined {
  const { origin, pathname, searchParams } = new URL(address);
  const [, asked] = ANSWER.exec(pathname) ?? [];
  if (asked !== undefined) {
    return { base: origin + asked, path: searchParams.get('path') ?? '/' };
  }
  const [, base, path] = PAGE.exec(pathname) ?? [];
  if (base === undefined || path === undefined) return undefined;
  return { base: origin + base, path: decoded(path).replace(/(?!^)\/$/, '') };
}

/** A share of OpenGrok's answer about a path's history, each entry with its files (its REST API, "history"). */
export function answerAddress({ base, path }: ShownPath, start: number, max: number): string {
  const query = new URLSearchParams({
    path,
    withFiles: 'true',
    start: String(start),
    max: String(max),
  });
  return `${base}/api/v1/history?${String(query)}`;
}

/** The address without a name and password that stand in it, to be shown. */
export function shownAddress(address: string): string {
  const url = new URL(address);
  url.username = url.password = '';
  return url.href;
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
