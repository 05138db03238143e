import type { DocumentSelector } from 'vscode';

/** The language of revision history logs. */
export const LANGUAGE = 'revision-log';

export const SELECTOR: DocumentSelector = { language: LANGUAGE };

/** The scheme of texts that Annals makes of what is no text log: archives, and folders of them. */
export const SCHEME = 'annals';

/** The scheme of documents that show a part of a log. */
export const EXCERPT_SCHEME = 'annals-excerpt';
