import { printable } from '../core/text/printable';

/**
 * A sentence for a notification, a progress title or a prompt. VS Code makes a link of `[a](command:b)`
 * in these, which runs any command; a blank between the brackets leaves it text.
 */
export function sentence(text: string): string {
  return printable(text).replaceAll('](', '] (');
}
