/** What the parts of a template stand for; a part that is not known is not there. */
export type Parts = Readonly<Partial<Record<string, string>>>;

const PART = /\{(\w+)\}/g;

/**
 * The address that a template gives; undefined where it names a part that is not known, or where what
 * comes out is no address on the web. A path keeps its slashes, all else is encoded.
 */
export function addressFrom(template: string, parts: Parts): string | undefined {
  const names = [...template.matchAll(PART)].map(([, name]) => name!);
  if (!names.every((name) => Object.hasOwn(parts, name) && parts[name])) return undefined;
  const address = template.replace(PART, (_, name: string) => encoded(name, parts[name]!));
  return /^https?:\/\/[^\s/]/i.test(address) ? address : undefined;
}

function encoded(name: string, value: string): string {
  if (name === 'base') return value.replace(/\/$/, '');
  const parts = name === 'path' ? value.split('/') : [value];
  // A lone surrogate has no encoding.
  return parts
    .map((part) => encodeURIComponent(part.replace(/\p{Surrogate}/gu, '\ufffd')))
    .join('/');
}
