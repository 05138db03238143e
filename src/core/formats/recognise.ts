import { decode } from '../text/decode';
import { looksLikeDump } from './dump/scan';

export type Format = 'dump' | 'cvs-log' | 'rlog';

/** So many bytes tell what a text is. */
export const ENOUGH = 16_384;

/** What kind of log a text is, judged by its beginning; undefined where it seems to be none. */
export function recogniseFormat(bytes: Uint8Array): Format | undefined {
  const head = bytes.subarray(0, ENOUGH);
  if (looksLikeDump(head)) return 'dump';
  return recogniseCvsLog(decode(head));
}

/** `cvs log` names the working file, `rlog` does not; both begin with the RCS file and its head. */
function recogniseCvsLog(text: string): Format | undefined {
  const start =
    /^\s*(?:(?:\?|cvs \S+:) .*\n\s*)*RCS file: .+(?:\r\n?|\n)(Working file: .+(?:\r\n?|\n))?head:/.exec(
      text,
    );
  if (!start) return undefined;
  return start[1] === undefined ? 'rlog' : 'cvs-log';
}
