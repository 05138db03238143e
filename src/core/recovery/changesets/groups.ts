import { PAUSE_EVERY, type Steps } from '../../columns/steps';
import { addTo } from '../../columns/grouped';
import { NONE } from '../../columns/ids';
import { Pairs } from '../../columns/pairs';
import { SECONDS_A_DAY } from '../../history/dates';
import { NO_FACT } from '../../history/facts';
import { NO_REVISION, type FileId, type RevisionId } from '../../history/ids';
import { NO_LINE } from '../../history/lines';
import type { Branches } from '../branches/branches';
import type { StatedName } from '../branches/statedNames';
import { NO_MESSAGE, type Messages } from '../facts';
import { importsOf } from './imports';
import { placeholderLeaders } from './leaders';
import { splitByClock } from './splitByClock';

/** Revisions in groups that are to be commits. */
export interface Groups {
  /** The group of each revision. */
  readonly of: Int32Array;
  /** When each was made, in seconds since 1970-01-01; midnight where only the day is known. */
  readonly moments: number[];
}

/**
 * Groups the revisions of a log by what tells most of a commit: the commit id that CVS wrote; else
 * author, message, branch and clock; where there is no clock, the day.
 */
export function* groupRevisions(
  messages: Messages,
  branches: Branches,
  stated: readonly StatedName[],
): Steps<Groups> {
  const { histories } = messages;
  const groups: Groups = { of: new Int32Array(histories.count).fill(NONE), moments: [] };
  yield* groupByCommitId(messages, groups);
  const leaders = placeholderLeaders(messages, branches.lines, stated);
  for (const [point, leader] of importsOf(histories, branches.lines))
    if (!leaders.has(point)) leaders.set(point, { leader, day: histories.day(point) });
  for (const [placeholder] of leaders)
    if (groups.of[placeholder] !== NONE) leaders.delete(placeholder);
  yield;
  yield* groupByWords(messages, branches, leaders, groups);
  yield;
  for (const [placeholder, { leader, day }] of leaders) {
    groups.of[placeholder] =
      leader === NO_REVISION ? groups.moments.push(day * SECONDS_A_DAY) - 1 : groups.of[leader]!;
  }
  return groups;
}

function* groupByCommitId({ histories }: Messages, { of, moments }: Groups): Steps<void> {
  const byId = new Map<number, number>();
  for (let r = 0; r < histories.count; r++) {
    if (r % PAUSE_EVERY === PAUSE_EVERY - 1) yield;
    const commitId = histories.commit(r);
    if (commitId === NO_FACT) continue;
    const known = byId.get(commitId);
    const moment = histories.moment(r);
    if (known === undefined) byId.set(commitId, (of[r] = moments.push(moment) - 1));
    else {
      of[r] = known;
      moments[known] = Math.min(moments[known]!, moment);
    }
  }
}

/**
 * Groups revisions of equal author, message and branch. With clocks, those of one commit follow each
 * other closely; else they are of one day. Where a file has two of a day, its author committed it
 * twice with the same words: the first of each file are one commit, the second of each another.
 */
function* groupByWords(
  messages: Messages,
  branches: Branches,
  leaders: ReadonlyMap<RevisionId, unknown>,
  { of, moments }: Groups,
): Steps<void> {
  const { histories } = messages;
  const onBranch = new Pairs();
  /** Of each commit on a branch: the file that it came from last, and how often that file had it. */
  const last: FileId[] = [];
  const times: number[] = [];
  const nths = new Pairs();
  const ofNth: number[] = [];
  const authorWords = new Pairs();
  const timedOnBranch = new Pairs();
  const timed = new Map<number, RevisionId[]>();
  for (let file = 0; file < histories.fileCount; file++) {
    const [start, end] = histories.revisionsOf(file);
    // Newer revisions stand first; the oldest of a file is its first.
    for (let r = end - 1; r >= start; r--) {
      if (r % PAUSE_EVERY === PAUSE_EVERY - 1) yield;
      if (of[r] !== NONE || leaders.has(r)) continue;
      const message = messages.idOf(r);
      if (message === NO_MESSAGE) {
        of[r] = moments.push(histories.moment(r)) - 1;
        continue;
      }
      const member = branches.lines.branchOf(r);
      const branch = member === NO_LINE ? 0 : branches.ofMember(member).id + 1;
      if (histories.hasClock(r)) {
        const words = authorWords.add(histories.authorId(r), message);
        addTo(timed, timedOnBranch.add(words, branch), r);
        continue;
      }
      const commit = onBranch.add(messages.commitOf(r), branch);
      times[commit] = last[commit] === file ? times[commit]! + 1 : 0;
      last[commit] = file;
      const nth = nths.add(commit, times[commit]);
      of[r] = ofNth[nth] ??= moments.push(histories.moment(r)) - 1;
    }
  }
  for (const alike of timed.values()) {
    for (const commit of splitByClock(histories, alike)) {
      const group = moments.push(histories.moment(commit[0]!)) - 1;
      for (const r of commit) of[r] = group;
    }
  }
}
