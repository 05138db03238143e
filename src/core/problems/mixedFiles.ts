import { kind, type NoData } from './kind';

export const mixedFiles = kind<NoData>({
  severity: 'warning',
  rule: 'A page sorts the revisions of several files together, so their borders are lost.',
  sentence: () =>
    'This page sorts the revisions of several files together by the text of their numbers, so nothing tells which revision is of which file. They are shown as one; the page of a single file, or `cvs log` without `-r`, tells them apart.',
});
