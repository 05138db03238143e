import { isoDate } from '../history/dates';
import type { Log } from '../log';
import type { Branch } from '../recovery/branches/branches';
import type { Series } from '../recovery/series/series';
import { printable } from '../text/printable';

/**
 * The name of a series, else when its release left the trunk: `release of 2012-02`. Further series that
 * take the same tickets, as minor releases do, stand `beside` it.
 */
export function seriesTitle({ recovery }: Log, series: Series): string {
  if (series.name !== null) return printable(series.name);
  const alike = recovery.series.all.filter(({ run }) => run === series.run);
  const main = alike.find(({ place }) => place === 0)!;
  const title = main.name === null ? `release of ${birthWords(main)}` : printable(main.name);
  if (series.place === 0) return title;
  return `beside ${title}${alike.length > 2 ? ` (${String(series.place)})` : ''}`;
}

/** The month of the newest revision that a release left the trunk with: `2012-02`. */
function birthWords({ born, tickets }: Series): string {
  const day = Number.isFinite(born.from) ? born.from : tickets[0]![0];
  return isoDate(day)?.replace(/-\d\d$/, '') ?? 'unknown date';
}

/** `One of 12 branches of the release netbsd-5, as tickets #28 to #1358 tell.` */
export function seriesSentence(log: Log, branch: Branch): string | undefined {
  const series = log.recovery.seriesOf(branch);
  if (!series) return undefined;
  const numbers = series.tickets.map(([, ticket]) => ticket);
  const [least, most] = [Math.min(...numbers), Math.max(...numbers)];
  const run =
    least === most ? `ticket #${String(least)}` : `tickets #${String(least)} to #${String(most)}`;
  const title = seriesTitle(log, series);
  const whose =
    series.name === null && series.place === 0 ? `the ${title}` : `the release ${title}`;
  return `One of ${String(series.branches.length)} branches of ${whose}, as ${run} and the time of its branch points tell (inferred).`;
}
