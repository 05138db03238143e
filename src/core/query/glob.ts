/**
 * A name with `*` for any text and `?` for one character, as a pattern; case makes no difference. In
 * paths `*` ends at a slash and `**` does not; without a slash the last part of a path is meant, and a
 * slash at the end means all that is below. No star follows another, so that looking takes linear time
 * for each.
 */
export function globOf(text: string, isPath: boolean): RegExp {
  const glob = text.replace(/\*{2,}\/?(?:\*+\/?)*/g, (stars) =>
    stars.endsWith('/') ? '**/' : '**',
  );
  const below = isPath && glob.endsWith('/') ? `${glob}**` : glob;
  const body = below.replace(/\*\*\/?|[\s\S]/gu, (piece) => {
    if (piece.startsWith('**')) return isPath && piece.endsWith('/') ? '(?:.*/)?' : '.*';
    if (piece === '*') return isPath ? '[^/]*' : '.*';
    if (piece === '?') return isPath ? '[^/]' : '.';
    return piece.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
  });
  const start = isPath ? (glob.includes('/') ? '^(?:.*/)?' : '(?:^|/)') : '^';
  return new RegExp(`${start}${body}$`, 'isu');
}
