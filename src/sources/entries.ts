/** What `CVS/Entries` says of a file (the CVS manual, "How data is stored in the working directory"). */
export interface Entry {
  /** The revision that the file was checked out at; `0` where it is added, with `-` where removed. */
  readonly revision: string;
  /** The branch or tag that the checkout sticks to; undefined on the trunk. */
  readonly sticky: string | undefined;
}

/** The line of a file: `/motor.c/1.2/Wed Mar 31 10:00:00 2010//Trel-1`. */
export function entryOf(entries: string, name: string): Entry | undefined {
  for (const line of entries.split(/\r?\n/)) {
    const [before, file, revision, , , tag = ''] = line.split('/');
    if (before !== '' || file !== name || revision === undefined || revision === '') continue;
    return { revision, sticky: /^[TN](.+)$/.exec(tag)?.[1] };
  }
  return undefined;
}
