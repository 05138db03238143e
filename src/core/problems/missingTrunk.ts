import { kind } from './kind';

export const missingTrunk = kind<Record<never, never>>({
  severity: 'warning',
  rule: 'A file of a whole history has branches only.',
  sentence: () => 'This file has no revision on its trunk, so the log may begin in its middle.',
});
