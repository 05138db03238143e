import { spawn } from 'node:child_process';

/** Runs a program to its end; its output is told where it fails. */
export async function run(
  program: string,
  args: readonly string[],
  options: { cwd?: string; env?: NodeJS.ProcessEnv; timeout?: number } = {},
): Promise<string> {
  const child = spawn(program, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  let errors = '';
  child.stdout.on('data', (data: Buffer) => (output += data.toString()));
  child.stderr.on('data', (data: Buffer) => (errors += data.toString()));
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
  if (code !== 0) {
    throw new Error(
      `${program} ${args.join(' ')} ended with ${String(code)}:\n${output}\n${errors}`,
    );
  }
  return output;
}

/** Tries three times: registries and networks fail in passing. */
export async function thrice<Result>(
  what: string,
  attempt: () => Promise<Result>,
): Promise<Result> {
  for (let n = 1; ; n++) {
    try {
      return await attempt();
    } catch (error) {
      if (n === 3) throw error;
      console.log(`${what} failed, trying again: ${String(error).split('\n', 1)[0]!}`);
    }
  }
}
