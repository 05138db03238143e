import { kind, type NoData } from './kind';

export const missingTrunk = kind<NoData>({
  severity: 'warning',
  rule: 'A file of a whole history has branches only.',
  sentence: () => 'This file has no revision on its trunk, so the log may begin in its middle.',
});
