/** A path in parts. */
type Parts = readonly string[];

/** The order of `cvs log`: a directory's files by byte value, then its subdirectories, the same way. */
export function comparePreOrder(a: Parts, b: Parts): number {
  const shared = Math.min(a.length, b.length) - 1;
  for (let i = 0; i < shared; i++) {
    if (a[i] !== b[i]) return compareBytes(a[i]!, b[i]!);
  }
  if (a.length !== b.length) return a.length - b.length;
  return compareBytes(a.at(-1) ?? '', b.at(-1) ?? '');
}

/** As the bytes of UTF-8 compare: by code points. */
export function compareBytes(a: string, b: string): number {
  if (a === b) return 0;
  for (let i = 0; i < a.length && i < b.length; i++) {
    if (a.charCodeAt(i) !== b.charCodeAt(i)) return a.codePointAt(i)! - b.codePointAt(i)!;
  }
  return a.length - b.length;
}
