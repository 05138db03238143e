import { deepEqual, equal, ok } from 'node:assert/strict';
import { Parser } from 'htmlparser2';
import { drawDot } from '../../src/core/graph/dot';
import { drawingOfCommits, drawingOfFile, type Drawing } from '../../src/core/graph/drawing';
import { drawSvg } from '../../src/core/graph/svg';
import type { Log } from '../../src/core/log';
import { read } from './write';

const LOG = read([
  '1.2 @2004-02-01 ada: Fix <b>"it"</b> & more.',
  '1.1 [1.1.2] @2004-01-01 cl: Start.',
  '1.1.2.1 @2004-03-01 bo: Pull up revision 1.2 (requested by ada in ticket #4).',
]);

interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  text: string;
}

/** The elements of a drawing, as an XML parser reads them. */
function elementsOf(drawing: Drawing): Element[] {
  const found: Element[] = [];
  const parser = new Parser(
    {
      onopentag: (name, attributes) => found.push({ name, attributes, text: '' }),
      ontext: (text) => (found.at(-1)!.text += text),
    },
    { xmlMode: true },
  );
  parser.end([...drawSvg(drawing)].join(''));
  return found;
}

function all({ recovery }: Log): Int32Array {
  return Int32Array.from({ length: recovery.changesets.count }, (_, id) => id);
}

describe('a graph as a picture', () => {
  const drawings = {
    'of a file': drawingOfFile(LOG, 0),
    'of commits': drawingOfCommits(LOG, all(LOG)),
  };
  for (const [what, drawing] of Object.entries(drawings)) {
    it(`${what} has a node and its words for each row, and a way for each line`, () => {
      const elements = elementsOf(drawing);
      const named = (name: string): Element[] => elements.filter((one) => one.name === name);
      equal(named('circle').length, 3);
      equal(named('path').length, 2);
      deepEqual(
        elements.filter((one) => one.attributes.class === 'date').map((one) => one.text.trim()),
        ['2004-03-01', '2004-02-01', '2004-01-01'],
      );
    });

    it(`${what} has text of the log as text only`, () => {
      const elements = elementsOf(drawing);
      ok(elements.some((one) => one.text.trim() === 'Fix <b>"it"</b> & more.'));
      ok(!elements.some((one) => one.name === 'b' || one.name === 'script'));
    });
  }

  it('of a file for Graphviz', () =>
    deepEqual([...drawDot(LOG, 0)].join('').split('\n').slice(3), [
      '  "1.2" [label="1.2\\ntrunk 2004-02-01 ada"];',
      '  "1.1" [label="1.1\\ntrunk 2004-01-01 cl"];',
      '  "1.1.2.1" [label="1.1.2.1\\n1.1.2 2004-03-01 bo"];',
      '  "1.1" -> "1.2";',
      '  "1.1" -> "1.1.2.1";',
      '  "1.2" -> "1.1.2.1" [style=dashed, label="pull-up"];',
      '}',
      '',
    ]));
});
