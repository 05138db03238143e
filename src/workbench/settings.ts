import * as v from 'valibot';
import * as vscode from 'vscode';
import type { LinkSettings } from '../core/answers/links/links';
import { LINK_KINDS, SITE_NAMES, type LinkKind } from '../core/answers/links/sites';

const IS_ON = v.boolean();

export function followsCursor(): boolean {
  return setting('followCursor', IS_ON, true);
}

export function detectsInPlainText(uri: vscode.Uri): boolean {
  return setting('detectInPlainText', IS_ON, true, uri);
}

export function showsCodeLenses(uri: vscode.Uri): boolean {
  return setting('codeLens', IS_ON, true, uri);
}

export function showsBranchNames(uri: vscode.Uri): boolean {
  return setting('branchNames', IS_ON, true, uri);
}

/** Are paths and revisions of open logs offered outside logs, too? */
export function completesElsewhere(uri: vscode.Uri): boolean {
  return setting('completeElsewhere', IS_ON, false, uri);
}

const STYLES = ['normal', 'dimmed', 'folded'] as const;

/** How placeholders and syncs look in a log. */
export function routineStyle(uri: vscode.Uri): (typeof STYLES)[number] {
  return setting('routineRevisions', v.picklist(STYLES), 'dimmed', uri);
}

export function expandsKeywords(): boolean {
  return setting('expandKeywords', IS_ON, false);
}

/** The program to run as `cvs`. */
export function cvsProgram(): string {
  return setting('cvsPath', v.string(), '').trim() || 'cvs';
}

/** How hard `cvs` compresses what comes over the network, 0 to 9. */
export function cvsCompression(): number {
  const level = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(9));
  return setting('cvsCompression', level, 3);
}

const PROBLEM_SEVERITIES = ['error', 'warning', 'information', 'hint', 'off'] as const;
export type ProblemSeverity = (typeof PROBLEM_SEVERITIES)[number];

/** How loud kinds of problems are, by code, where the user set it. */
export function problemSeverities(
  uri: vscode.Uri,
): Readonly<Partial<Record<string, ProblemSeverity>>> {
  const set = setting('problems', v.record(v.string(), v.unknown()), {}, uri);
  const sound = v.picklist(PROBLEM_SEVERITIES);
  return Object.fromEntries(
    Object.entries(set).flatMap(([code, value]) => (v.is(sound, value) ? [[code, value]] : [])),
  );
}

const TEMPLATE = v.pipe(v.string(), v.trim(), v.regex(/^(?:https?:\/\/|\{base\})/i));
const WORDS = v.pipe(v.string(), v.trim(), v.nonEmpty());
const BASE = v.pipe(WORDS, v.regex(/^https?:\/\/[^/]/i));

/** Where links of a log lead; what is no site, no address and no template is left out. */
export function linkSettings(uri: vscode.Uri): LinkSettings {
  const set = setting('links', v.record(v.string(), v.unknown()), {}, uri);
  const one = <Value>(schema: v.GenericSchema<unknown, Value>, name: string): Value | undefined => {
    const parsed = v.safeParse(schema, set[name]);
    return parsed.success ? parsed.output : undefined;
  };
  const [site, base, root] = [
    one(v.picklist(SITE_NAMES), 'site'),
    one(BASE, 'base'),
    one(WORDS, 'root'),
  ];
  const templates: Partial<Record<LinkKind, string>> = {};
  for (const kind of LINK_KINDS) {
    const template = one(TEMPLATE, kind);
    if (template !== undefined) templates[kind] = template;
  }
  return { ...(site && { site }), ...(base && { base }), ...(root && { root }), templates };
}

/** What the user set; the value of the manifest where that is of another shape. */
function setting<Value>(
  name: string,
  schema: v.GenericSchema<unknown, Value>,
  otherwise: Value,
  uri?: vscode.Uri,
): Value {
  const set = v.safeParse(schema, vscode.workspace.getConfiguration('annals', uri).get(name));
  return set.success ? set.output : otherwise;
}
