/**
 * The number of the branch that a symbol names, `1.2.4` for the magic `1.2.0.4`; undefined where it
 * names a revision. A vendor branch is named as it is, `1.1.1` (CVS manual, "Magic branch numbers").
 */
export function branchOfSymbol(number: string): string | undefined {
  const branch = number.replace(/\.0\.(\d+)$/, '.$1');
  return branch.split('.').length % 2 === 1 ? branch : undefined;
}
