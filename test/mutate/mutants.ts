import ts from 'typescript';

/** A change of a source that its tests should see. */
export interface Mutant {
  readonly line: number;
  readonly from: string;
  readonly to: string;
  readonly text: string;
}

const { SyntaxKind: K } = ts;

/** What stands for what: borders moved by one, conditions turned, sums and joins exchanged. */
const OPERATORS: ReadonlyMap<ts.SyntaxKind, string> = new Map([
  [K.LessThanToken, '<='],
  [K.LessThanEqualsToken, '<'],
  [K.GreaterThanToken, '>='],
  [K.GreaterThanEqualsToken, '>'],
  [K.EqualsEqualsEqualsToken, '!=='],
  [K.ExclamationEqualsEqualsToken, '==='],
  [K.PlusToken, '-'],
  [K.MinusToken, '+'],
  [K.AsteriskToken, '/'],
  [K.AmpersandAmpersandToken, '||'],
  [K.BarBarToken, '&&'],
  [K.QuestionQuestionToken, '&&'],
]);

/** All mutants of a source, each with one place changed. Types, imports and the words of strings are left alone. */
export function mutantsOf(source: string): Mutant[] {
  const file = ts.createSourceFile('source.ts', source, ts.ScriptTarget.Latest, true);
  const mutants: Mutant[] = [];
  const change = (from: number, to: number, by: string): void => {
    mutants.push({
      line: file.getLineAndCharacterOfPosition(from).line + 1,
      from: source.slice(from, to).replace(/\s+/g, ' ').slice(0, 60),
      to: by,
      text: source.slice(0, from) + by + source.slice(to),
    });
  };
  const visit = (node: ts.Node): void => {
    if (ts.isTypeNode(node) || ts.isImportDeclaration(node) || ts.isInterfaceDeclaration(node))
      return;
    const [from, to] = [node.getStart(), node.end];
    if (ts.isBinaryExpression(node)) {
      const { operatorToken } = node;
      const by = OPERATORS.get(operatorToken.kind);
      if (by !== undefined) change(operatorToken.getStart(), operatorToken.end, by);
    } else if (node.kind === K.TrueKeyword) change(from, to, 'false');
    else if (node.kind === K.FalseKeyword) change(from, to, 'true');
    else if (ts.isPrefixUnaryExpression(node) && node.operator === K.ExclamationToken)
      change(from, node.operand.getStart(), '');
    else if (ts.isIfStatement(node))
      change(node.expression.getStart(), node.expression.end, 'false as boolean');
    else if (ts.isNumericLiteral(node)) change(from, to, `(${node.getText()} + 1)`);
    else if (ts.isExpressionStatement(node)) change(from, to, ';');
    ts.forEachChild(node, visit);
  };
  visit(file);
  return mutants;
}
