import { readLog } from '../../src/core/log';
import { inputs, repeated } from './inputs';
import { ratio, report, time } from './measure';

const TIMES = 60;

/** One recovery of a whole log, from its histories. */
export function benchRecovery(): void {
  for (const { name, bytes } of inputs()) {
    const decoder = new TextDecoder();
    const log = readLog(bytes);
    const recover = (): unknown => log.withGiven({}).recovery;
    report(
      `recovery / UTF-8 decode (${name})`,
      ratio(recover, () => decoder.decode(bytes), 31),
      '≤ 10',
    );
    const one = time(recover, 15);
    const all = readLog(repeated(bytes, TIMES));
    report(
      `recovery of ${TIMES} times the log / once (${name})`,
      time(() => all.withGiven({}).recovery, 3) / one,
      `~ ${TIMES}`,
    );
  }
}
