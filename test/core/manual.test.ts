import { deepEqual, equal } from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { PROBLEM_KINDS } from '../../src/core/problems/problem';

interface Manifest {
  contributes: {
    commands: { command: string; title: string }[];
    keybindings: { command: string; key: string }[];
    menus: { commandPalette: { command: string; when: string }[] };
    configuration: {
      properties: Record<
        string,
        {
          default: unknown;
          markdownDescription?: string;
          description?: string;
          propertyNames?: { enum: string[] };
        }
      >;
    };
  };
}

const HEADING = '## Commands, keys and settings\n';

/** The tables of the README, from what the manifest says. */
function tables(): string {
  const { commands, keybindings, menus, configuration } = (
    JSON.parse(readFileSync('package.json', 'utf8')) as Manifest
  ).contributes;
  const hidden = menus.commandPalette.filter(({ when }) => when === 'false');
  const rows = commands
    .filter(({ command }) => !hidden.some((one) => one.command === command))
    .map(({ command, title }) => {
      const keys = keybindings
        .filter((one) => one.command === command)
        .map(({ key }) => `\`${key}\``);
      return `| ${title} | \`${command}\` | ${keys.join(', ')} |`;
    });
  const settings = Object.entries(configuration.properties).map(
    ([name, { default: value, markdownDescription, description }]) =>
      `| \`${name}\` | \`${JSON.stringify(value)}\` | ${markdownDescription ?? description ?? ''} |`,
  );
  return [
    HEADING,
    'Commands stand in the palette under *Annals*. Keys work in the text of a log, those of the graph while its rows have the focus.\n',
    ['| command | for keybindings | key |', '| --- | --- | --- |', ...rows, ''].join('\n'),
    ['| setting | default | what it does |', '| --- | --- | --- |', ...settings, ''].join('\n'),
  ].join('\n');
}

/** `npm run update-pictures` writes them, too. */
it('pictures of samples: the README lists all commands, keys and settings', () => {
  const readme = readFileSync('README.md', 'utf8');
  const from = readme.indexOf(HEADING);
  const next = readme.indexOf('\n## ', from + 1);
  const to = next < 0 ? readme.length : next + 1;
  const right = `${tables()}${next < 0 ? '' : '\n'}`;
  if (process.env.ANNALS_UPDATE !== undefined)
    writeFileSync('README.md', readme.slice(0, from) + right + readme.slice(to));
  equal(readFileSync('README.md', 'utf8').slice(from, from + right.length), right);
});

it('the setting of problems knows all their kinds', () => {
  const { configuration } = (JSON.parse(readFileSync('package.json', 'utf8')) as Manifest)
    .contributes;
  const known = configuration.properties['annals.problems']!.propertyNames!.enum;
  deepEqual([...known].sort(), Object.keys(PROBLEM_KINDS).sort());
});
