import { Parser } from 'htmlparser2';

/** Elements that begin and end a line. */
const BLOCKS = new Set(['p', 'div', 'tr', 'li', 'ul', 'table', 'pre', 'h1', 'h2', 'h3', 'tbody']);
/** Elements whose text nobody sees. */
const UNSEEN = new Set(['script', 'style', 'template', 'noscript', 'button', 'select']);
/** Elements that have no end. */
const VOID = new Set(['br', 'img', 'input', 'hr', 'meta', 'link', 'col', 'wbr', 'area', 'base']);

export type Attributes = Readonly<Record<string, string>>;

/** Who takes in what a reader of a page sees. */
export interface Reader {
  /** An element begins; true hides what is in it. */
  opens(name: string, attributes: Attributes): boolean | undefined;
  closes(name: string): void;
  /** Text, with runs of blanks as one, but in `pre`. */
  sees(text: string, isPreformatted: boolean): void;
  /** Text that nobody sees, as that of an option. */
  hides?(text: string): void;
  breaksLine(): void;
  /** A line ends here, if one has begun. */
  endsLine(): void;
}

/** Goes through a page as a browser shows it. */
export function readVisible(html: string, reader: Reader): void {
  const open: boolean[] = [];
  let hidden = 0;
  let preformatted = 0;
  const parser = new Parser({
    onopentag(name, attributes) {
      const isHidden = reader.opens(name, attributes) === true || UNSEEN.has(name);
      if (name === 'br' || name === 'hr') return reader.breaksLine();
      if (VOID.has(name)) return;
      if (BLOCKS.has(name)) reader.endsLine();
      if (name === 'pre') preformatted++;
      if (isHidden) hidden++;
      open.push(isHidden);
    },
    ontext(text) {
      if (hidden > 0) return reader.hides?.(text);
      const isPreformatted = preformatted > 0;
      reader.sees(isPreformatted ? text : text.replace(/[ \t\r\n\f]+/g, ' '), isPreformatted);
    },
    onclosetag(name) {
      if (VOID.has(name)) return;
      if (open.pop()) hidden--;
      if (name === 'pre') preformatted--;
      reader.closes(name);
      if (BLOCKS.has(name)) reader.endsLine();
    },
  });
  parser.write(html);
  parser.end();
}
