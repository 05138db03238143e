import * as vscode from 'vscode';
import { subjectLinks } from '../core/answers/links/links';
import { namedSubjects } from '../core/answers/subjects/subject';
import type { Logs } from '../logs/logs';
import { nextTurn } from '../platform/node';
import { SELECTOR } from '../workbench/language';
import { linkSettings } from '../workbench/settings';
import { placeIn } from './subjectIn';

/** Only a line with one of these can name a report or a ticket. */
const WORDS = /\bPRs?\b|ticket|\w\/\d{4}/i;

/** A log is given so many links; what comes after has none. */
const MOST_LINKS = 20_000;
/** Others have their turn each time that this many lines are done. */
const STEP = 500;

/** Problem reports and tickets as links, where `annals.links` says to what. */
export function provideLinks(logs: Logs): vscode.Disposable {
  return vscode.languages.registerDocumentLinkProvider(SELECTOR, {
    async provideDocumentLinks(document, token) {
      const settings = linkSettings(document.uri);
      if (settings.site === undefined && Object.keys(settings.templates ?? {}).length === 0)
        return undefined;
      const reading = await logs.read(document.uri);
      if (!reading) return undefined;
      const { log } = reading;
      const links: vscode.DocumentLink[] = [];
      for (let line = 0; line < document.lineCount && links.length < MOST_LINKS; line++) {
        if (line % STEP === STEP - 1) await nextTurn();
        if (token.isCancellationRequested) return undefined;
        if (!WORDS.test(document.lineAt(line).text)) continue;
        const place = placeIn(reading, document, line);
        for (const subject of namedSubjects(log, place)) {
          if (subject.kind !== 'report' && subject.kind !== 'ticket') continue;
          const [first] = subjectLinks(log, subject, place.revision, settings);
          if (!first) continue;
          const range = new vscode.Range(line, subject.from, line, subject.to);
          const link = new vscode.DocumentLink(range, vscode.Uri.parse(first.address, true));
          link.tooltip = first.address;
          links.push(link);
        }
      }
      return links;
    },
  });
}
