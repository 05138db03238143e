import { deepEqual, equal, ok } from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import {
  differenceCiede2000,
  filterDeficiencyDeuter,
  filterDeficiencyProt,
  filterDeficiencyTrit,
  rgb,
  wcagContrast,
  type Color,
} from 'culori';
import { LineStyle } from '../../src/core/graph/directory';
import { PALETTE } from '../../src/core/graph/svg';
import { BRANCH_COLOURS, colourOf } from '../../src/core/words/colours';
import { LineStyle as LineStyleOfPage } from '../../src/webview/protocol';
import { read } from './write';

interface Manifest {
  contributes: { colors: { id: string; defaults: Record<string, string> }[] };
}

/** The grounds that VS Code's own themes draw on, and the contrast that a line in a picture needs (WCAG 1.4.11). */
const THEMES: Readonly<Record<string, { ground: string; contrast: number }>> = {
  light: { ground: '#ffffff', contrast: 3 },
  dark: { ground: '#1f1f1f', contrast: 3 },
  highContrast: { ground: '#000000', contrast: 4.5 },
  highContrastLight: { ground: '#ffffff', contrast: 4.5 },
};

/** How eyes see a colour that lack one kind of cones. */
const EYES: Readonly<Record<string, (colour: string) => Color>> = {
  'all cones': (colour) => rgb(colour)!,
  protanopia: (colour) => filterDeficiencyProt(1)(rgb(colour)!),
  deuteranopia: (colour) => filterDeficiencyDeuter(1)(rgb(colour)!),
  tritanopia: (colour) => filterDeficiencyTrit(1)(rgb(colour)!),
};

/** Colours that differ by more are told apart beside each other, by CIEDE2000; 2.3 can just be seen. */
const APART = 10;

describe('colours of branches', () => {
  const { colors } = (JSON.parse(readFileSync('package.json', 'utf8')) as Manifest).contributes;
  const css = readFileSync('src/webview/panel.css', 'utf8');
  for (const [place, id] of BRANCH_COLOURS.entries()) {
    it(`${id} is a theme colour in every kind of theme, and has its class in the page`, () => {
      const { defaults } = colors.find((color) => color.id === id)!;
      deepEqual(Object.keys(defaults).sort(), [
        'dark',
        'highContrast',
        'highContrastLight',
        'light',
      ]);
      const variable = `--vscode-${id.replace('.', '-')}`;
      const rule = new RegExp(`\\.colour-${place} \\{\\s+--colour: var\\(${variable},`);
      equal(rule.test(css), true);
    });
  }

  for (const [theme, { ground, contrast }] of Object.entries(THEMES))
    it(`are apart from each other, and from the ground, for all eyes: ${theme}`, () => {
      const palette = BRANCH_COLOURS.map(
        (id) => colors.find((color) => color.id === id)!.defaults[theme]!,
      );
      for (const colour of palette) ok(wcagContrast(colour, ground) >= contrast, colour);
      for (const [eyes, seen] of Object.entries(EYES))
        for (const [i, one] of palette.entries())
          for (const other of palette.slice(i + 1)) {
            const difference = differenceCiede2000()(seen(one), seen(other));
            ok(difference > APART, `${one} and ${other}, ${eyes}: ${difference.toFixed(1)}`);
          }
    });

  it('are in a drawing what they are where no theme sets them', () =>
    deepEqual(
      PALETTE,
      BRANCH_COLOURS.map((id) => {
        const { light, dark } = colors.find((color) => color.id === id)!.defaults;
        return [light, dark];
      }),
    ));

  it('stay when the log gets more files', () => {
    const file = [
      '1.1 [1.1.2 1.1.4] ada: a',
      '1.1.4.1 ada: b',
      '1.1.2.2 ada: Pull up revision 1.2 (requested by bo in ticket #7).',
      '1.1.2.1 ada: file a.c was added on branch rel-1 on 2004-06-01 10:00:00 +0000',
    ];
    const coloursOf = (log: ReturnType<typeof read>): string[] =>
      log.recovery.branches.all.map((b) => `${b.name} ${colourOf(log, b)}`).sort();
    const [alone, among] = [read(file), read(['1.1 bo: other', ...file])];
    deepEqual(coloursOf(among), coloursOf(alone));
    equal(colourOf(alone, undefined), 0);
  });

  it('pieces of lines have the same flags in core and page', () =>
    deepEqual(LineStyle, LineStyleOfPage));
});
