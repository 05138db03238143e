import * as vscode from 'vscode';
import { outlineOf, type OutlineItem } from '../core/answers/outline';
import type { Logs, Reading } from '../logs/logs';
import { SELECTOR } from '../workbench/language';

const KINDS = {
  file: vscode.SymbolKind.File,
  trunk: vscode.SymbolKind.Namespace,
  branch: vscode.SymbolKind.Namespace,
  revision: vscode.SymbolKind.Number,
} as const satisfies Record<OutlineItem['kind'], vscode.SymbolKind>;

/** A list over all open logs has so many symbols; who types on sees others. */
const MOST_SYMBOLS = 300;

/** Files, lines of descent and revisions as symbols: of a log, and by name over all that are open. */
export function provideSymbols(logs: Logs): vscode.Disposable {
  const outlines = new WeakMap<Reading, readonly OutlineItem[]>();
  const outline = (reading: Reading): readonly OutlineItem[] => {
    let items = outlines.get(reading);
    if (!items) outlines.set(reading, (items = outlineOf(reading.log)));
    return items;
  };
  return vscode.Disposable.from(
    vscode.languages.registerDocumentSymbolProvider(
      SELECTOR,
      {
        async provideDocumentSymbols(document) {
          const reading = await logs.read(document.uri);
          return reading && outline(reading).map(symbolOf);
        },
      },
      { label: 'Annals' },
    ),
    vscode.languages.registerWorkspaceSymbolProvider({
      provideWorkspaceSymbols: (query) =>
        logs.readings().flatMap((reading) => found(reading, outline(reading), query)),
    }),
  );
}

function symbolOf(item: OutlineItem): vscode.DocumentSymbol {
  const { kind, name, detail, lines, children } = item;
  const [first, last] = lines;
  const symbol = new vscode.DocumentSymbol(
    name,
    detail,
    KINDS[kind],
    new vscode.Range(first, 0, last, Number.MAX_SAFE_INTEGER),
    new vscode.Range(first, 0, first, Number.MAX_SAFE_INTEGER),
  );
  symbol.children = children.map(symbolOf);
  return symbol;
}

/** What every word of a query stands in: `clock.c 1.54` finds that revision of that file. */
function found(
  { uri, log }: Reading,
  files: readonly OutlineItem[],
  query: string,
): vscode.SymbolInformation[] {
  const words = query
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  const symbols: vscode.SymbolInformation[] = [];
  const visit = (item: OutlineItem, container: string): void => {
    if (symbols.length >= MOST_SYMBOLS) return;
    const own = item.name.toLowerCase();
    const all = `${container} ${own}`.toLowerCase();
    // What is found in the name of the file alone is the file's.
    const isOwn =
      words.length === 0 ? item.kind === 'file' : words.some((word) => own.includes(word));
    if (isOwn && words.every((word) => all.includes(word))) {
      const position = new vscode.Position(item.lines[0], 0);
      const location = new vscode.Location(uri, position);
      symbols.push(new vscode.SymbolInformation(item.name, KINDS[item.kind], container, location));
    }
    const inside = item.kind === 'file' ? item.name : container;
    for (const child of item.children) visit(child, inside);
  };
  for (const file of files) visit(file, log.title ?? '');
  return symbols;
}
