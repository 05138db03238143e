import { access, constants } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { run, thrice } from './process';

/** Programs that tests run for real, each with the package of Debian that has it. */
const PACKAGES = { cvs: 'cvs', rlog: 'rcs', faketime: 'faketime' } as const;

/** The programs are there afterwards: installed before or now. Throws what is missing otherwise. */
export async function needPrograms(): Promise<void> {
  const before = await missing();
  if (before.length === 0) return;
  await installFromDebian(before.map((name) => PACKAGES[name]));
  const after = await missing();
  if (after.length > 0) {
    throw new Error(
      `The tests need ${after.join(', ')}: install the ${after.map((name) => `package “${PACKAGES[name]}”`).join(', ')} and run them again.`,
    );
  }
}

async function missing(): Promise<(keyof typeof PACKAGES)[]> {
  const names = Object.keys(PACKAGES) as (keyof typeof PACKAGES)[];
  const found = await Promise.all(names.map((name) => findProgram([name])));
  return names.filter((_, i) => found[i] === undefined);
}

/** Installs packages where this is Debian and we may; tells why where that fails. */
export async function installFromDebian(packages: readonly string[]): Promise<boolean> {
  const isRoot = process.getuid?.() === 0;
  if (!isRoot || !(await isProgram('/usr/bin/apt-get'))) return false;
  console.log(`Installing ${packages.join(', ')}, once.`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  try {
    await thrice('apt-get', async () => {
      await run('apt-get', ['update'], { env });
      await run('apt-get', ['install', '-y', '--no-install-recommends', ...packages], { env });
    });
    return true;
  } catch (error) {
    console.log(`${packages.join(', ')} cannot be installed from Debian: ${String(error)}`);
    return false;
  }
}

/** The first of some programs that is in a folder of PATH, or at a path of its own. */
export async function findProgram(
  names: readonly string[],
  elsewhere: readonly string[] = [],
): Promise<string | undefined> {
  const folders = (process.env.PATH ?? '').split(delimiter);
  const paths = [
    ...names.flatMap((name) => folders.map((folder) => join(folder, name))),
    ...elsewhere,
  ];
  for (const path of paths) if (await isProgram(path)) return path;
  return undefined;
}

export async function isProgram(path: string): Promise<boolean> {
  try {
    await access(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
