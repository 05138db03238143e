import type { Uri } from 'vscode';
import type { Log } from './core/log';

/** What the extension gives to other extensions. */
export interface Annals {
  /** The log of an open document as it was read last; undefined where it is none, or not read yet. */
  logOf(uri: Uri): Log | undefined;
}
