import { spawn } from 'node:child_process';

/** What a program printed. */
export interface Printed {
  readonly out: Uint8Array;
  /** What it said of errors. */
  readonly errors: string;
  /** Undefined where it was stopped. */
  readonly exitCode: number | undefined;
}

/** So much of what a program says of errors is kept, in characters. */
const MOST_ERRORS = 4000;

/**
 * Runs a program without a shell, without input, in the words that it has everywhere, until it ends or
 * is stopped. Fails where it cannot be started.
 */
export function runProgram(
  program: string,
  args: readonly string[],
  stopped: AbortSignal,
): Promise<Printed> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      shell: false,
      windowsHide: true,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, LC_ALL: 'C', TZ: 'UTC' },
    });
    const stop = (): void => void child.kill();
    if (stopped.aborted) stop();
    stopped.addEventListener('abort', stop);
    const pieces: Uint8Array[] = [];
    let errors = '';
    child.stdout.on('data', (piece: Uint8Array) => pieces.push(piece));
    child.stderr.on('data', (piece: Uint8Array) => {
      errors = `${errors}${String(piece)}`.slice(-MOST_ERRORS);
    });
    child.on('error', (error) => {
      stopped.removeEventListener('abort', stop);
      reject(error);
    });
    child.on('close', (code) => {
      stopped.removeEventListener('abort', stop);
      const exitCode = stopped.aborted ? undefined : (code ?? 1);
      resolve({ out: Buffer.concat(pieces), errors, exitCode });
    });
  });
}
