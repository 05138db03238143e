import type { Input, Output } from './command';

/** The log as a text: of archives, what `cvs log` prints of them. */
export function print({ source, print: options }: Input): Output {
  const bytes = source.print(options);
  return { lines: [bytes], exitCode: bytes.length > 0 ? 0 : 1 };
}
