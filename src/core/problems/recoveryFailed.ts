import { kind } from './kind';

export const recoveryFailed = kind<{ readonly reason: string }>({
  severity: 'warning',
  rule: 'Annals has a fault, and could not recover what the log lost.',
  sentence: ({ reason }) =>
    `A fault in Annals keeps it from recovering what this log lost: its revisions are all here, without what their messages tell (${reason}).`,
});
