/** What the person who typed the command can mend; ends with exit code 2. */
export class UsageError extends Error {
  /** Its class has a copy in each bundle, so that this tells it. */
  readonly isUsage = true;

  constructor(
    message: string,
    readonly showUsage = true,
  ) {
    super(message);
  }
}

export function isUsageError(error: unknown): error is UsageError {
  return error instanceof Error && 'isUsage' in error && error.isUsage === true;
}
