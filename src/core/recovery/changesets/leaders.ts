import { dayOf, NO_DATE, type Day } from '../../history/dates';
import { NO_REVISION, type RevisionId } from '../../history/ids';
import type { Lines } from '../../history/lines';
import type { StatedName } from '../branches/statedNames';
import type { Messages } from '../facts';

/** The revision whose commit a placeholder stands with; NO_REVISION where it stands alone. */
export interface Leader {
  readonly leader: RevisionId;
  readonly day: Day;
}

/** The placeholders of a log, each with the commit that made CVS write it. */
export function placeholderLeaders(
  messages: Messages,
  lines: Lines,
  stated: readonly StatedName[],
): Map<RevisionId, Leader> {
  const { histories } = messages;
  const leaders = new Map<RevisionId, Leader>();
  for (const { revision, branch } of stated) {
    if (revision === NO_REVISION || leaders.has(revision)) continue;
    const { placeholder } = messages.factsOf(revision);
    if (!placeholder) continue;
    if (placeholder.kind === 'initially-added') {
      leaders.set(revision, { leader: lines.first(branch), day: histories.day(revision) });
      continue;
    }
    const day = dayOfText(placeholder.time);
    const next = lines.newer(revision);
    const stands = next !== NO_REVISION && day !== NO_DATE && histories.day(next) === day;
    leaders.set(revision, {
      leader: stands ? next : NO_REVISION,
      day: day === NO_DATE ? histories.day(revision) : day,
    });
  }
  // A leader that is a placeholder itself stands alone, and so does what it leads.
  for (const [placeholder, { leader, day }] of leaders) {
    if (leaders.has(leader)) leaders.set(placeholder, { leader: NO_REVISION, day });
  }
  return leaders;
}

function dayOfText(time: string | null): Day {
  const match = time === null ? null : /^(\d{4})-(\d\d)-(\d\d)/.exec(time);
  return match ? dayOf(Number(match[1]), Number(match[2]), Number(match[3])) : NO_DATE;
}
