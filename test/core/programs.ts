import { spawnSync } from 'node:child_process';

/** Is a program installed? Says so where it is not, because its tests are skipped then. */
export function hasProgram(name: string, ...args: string[]): boolean {
  const isThere = spawnSync(name, args, { stdio: 'ignore' }).status === 0;
  if (!isThere) console.log(`${name} is not installed: the tests that need it are skipped.`);
  return isThere;
}
