import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const NAME = 'netbsd-sys-arch-xen.txt';

/** A real log, where this machine has it. */
export function sharedLogPath(): string | undefined {
  const folder = process.env.ANNALS_LOGS ?? resolve('..', 'shared', 'logs');
  const path = join(folder, NAME);
  return existsSync(path) ? path : undefined;
}

/** Cases on the real log; where it is absent they are skipped and say so, and in CI they fail. */
export function withSharedLog(
  title: string,
  cases: (bytes: Uint8Array, path: string) => void,
): void {
  const path = sharedLogPath();
  if (path !== undefined) {
    describe(title, () => cases(new Uint8Array(readFileSync(path)), path));
    return;
  }
  describe(title, () => {
    it(`there is ${NAME} in ../shared/logs or in ANNALS_LOGS`, function () {
      if (process.env.CI === 'true') throw new Error('In CI the log must be there.');
      this.skip();
    });
  });
  console.log(
    `Skipped: ${title}, because ${NAME} is neither in ../shared/logs nor in ANNALS_LOGS.`,
  );
}
