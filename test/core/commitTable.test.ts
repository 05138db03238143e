import { equal } from 'node:assert/strict';
import { commitTable } from '../../src/core/answers/commitTable';
import { csvOf, markdownOf } from '../../src/core/answers/textTable';
import { read } from './write';

/** [message, its cell in CSV, its cell in Markdown] */
const cases: [string, string, string][] = [
  ['Fix.', 'Fix.', 'Fix.'],
  ['a, "b"', '"a, ""b"""', 'a, "b"'],
  ['=HYPERLINK("http://x")', '"\'=HYPERLINK(""http://x"")"', '=HYPERLINK\\("http://x"\\)'],
  [' @SUM(A1)', "' @SUM(A1)", '@SUM\\(A1\\)'],
  ['- one\n- two', '"\'- one\n- two"', '\\- one<br>\\- two'],
  ['<img src=x>|`[a](b)', '<img src=x>|`[a](b)', '\\<img src=x\\>\\|\\`\\[a\\]\\(b\\)'],
  ['\u202e\u001b[1m', '<U+202E><U+001B>[1m', '\\<U\\+202E\\>\\<U\\+001B\\>\\[1m'],
];

describe('commits as a table', () => {
  for (const [message, csv, markdown] of cases) {
    it(JSON.stringify(message), () => {
      const table = commitTable(read([`1.1: ${message}`]), [0]);
      equal(
        csvOf(table),
        `date,author,branch,files,message\r\n2004-01-01,cl,trunk,File 1 1.1,${csv}\r\n`,
      );
      equal(
        markdownOf(table).split('\n')[2],
        `| 2004\\-01\\-01 | cl | trunk | File 1 1.1 | ${markdown} |`,
      );
    });
  }
});
