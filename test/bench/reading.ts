import { readLog } from '../../src/core/log';
import { inputs, repeated } from './inputs';
import { ratio, report, time } from './measure';

/** So many times a log of 2 MB is about 110 MB. */
const TIMES = 60;

export function benchReading(): void {
  for (const { name, bytes } of inputs()) {
    const times = Math.max(1, Math.round((TIMES * 1_844_559) / bytes.length));
    const all = repeated(bytes, times);
    const text = new TextDecoder().decode(all);
    const decoder = new TextDecoder();
    const size = `${name}, ${Math.round(all.length / 1e6)} MB`;
    report(
      `bytes to histories / UTF-8 decode (${size})`,
      ratio(
        () => readLog(all),
        () => decoder.decode(all),
      ),
      '≤ 1.0',
    );
    report(
      `text to histories / split('\\n') (${size})`,
      ratio(
        () => readLog(text),
        () => text.split('\n'),
      ),
      '≤ 1.0',
    );
    const one = time(() => readLog(bytes), 31);
    report(
      `${times} times the log / once, per ${TIMES} (${name})`,
      (time(() => readLog(all)) / one / times) * TIMES,
      '≤ 66',
    );
  }
}
