import type { DocumentSelector } from 'vscode';

/** The language of revision history logs. */
export const LANGUAGE = 'revision-log';

export const SELECTOR: DocumentSelector = { language: LANGUAGE };
