import type { FileId, RevisionId } from '../../history/ids';
import type { Log } from '../../log';
import type { NamedSubject } from '../subjects/subject';
import { SITES, type LinkKind, type Site, type SiteName, type Templates } from './sites';
import { addressFrom, type Parts } from './template';

/** Where the links of a log lead, as a user set it. */
export interface LinkSettings {
  readonly site?: SiteName;
  /** The server's address, up to the path. */
  readonly base?: string;
  /** What the paths of the log begin with and those of the server do not. */
  readonly root?: string;
  /** They take the place of those of the site. */
  readonly templates?: Templates;
}

/** A link, with what a reader sees of it. */
export interface WebLink {
  readonly kind: LinkKind;
  readonly label: string;
  readonly address: string;
}

const LABELS = {
  report: 'Report',
  ticket: 'Ticket',
  revision: 'Revision on the web',
  diff: 'Diff on the web',
  file: 'File on the web',
  author: 'Author on the web',
} as const satisfies Record<LinkKind, string>;

/** The links of a revision: itself, its change, and its file. */
export function revisionLinks(log: Log, revision: RevisionId, settings: LinkSettings): WebLink[] {
  const { histories } = log;
  const file = histories.fileOf(revision);
  const previous = log.history(file).previous(revision);
  const parts = {
    ...fileParts(log, file, settings),
    revision: histories.numberText(revision),
    previous: previous === undefined ? undefined : histories.numberText(previous),
    author: histories.author(revision),
    branch: log.recovery.branches.of(revision)?.name ?? undefined,
  };
  return made(['revision', 'diff', 'file'], parts, settings);
}

/** The link of what a message names. `revision` is the one whose message it is. */
export function subjectLinks(
  log: Log,
  subject: NamedSubject,
  revision: RevisionId | undefined,
  settings: LinkSettings,
): WebLink[] {
  switch (subject.kind) {
    case 'report': {
      const [category, number] = subject.report.includes('/')
        ? (subject.report.split('/') as [string, string])
        : [undefined, subject.report];
      return made(['report'], { category, number }, settings);
    }
    case 'ticket': {
      const branch = revision === undefined ? undefined : log.recovery.branches.of(revision);
      const name = branch && (branch.name ?? log.recovery.seriesOf(branch)?.name ?? undefined);
      const release = name && /[a-z_]-?(\d[\d-]*)$/i.exec(name)?.[1];
      return made(['ticket'], { ticket: String(subject.ticket), branch: name, release }, settings);
    }
    case 'author':
      return made(['author'], { author: subject.name }, settings);
    case 'file':
      return made(['file'], fileParts(log, subject.file, settings), settings);
    default:
      return [];
  }
}

function made(kinds: readonly LinkKind[], parts: Parts, settings: LinkSettings): WebLink[] {
  const site: Site | undefined = settings.site && SITES[settings.site];
  const templates = { ...site?.templates, ...settings.templates };
  const base = settings.base ?? site?.base;
  return kinds.flatMap((kind) => {
    const template = templates[kind];
    const address = template === undefined ? undefined : addressFrom(template, { ...parts, base });
    return address === undefined ? [] : [{ kind, label: LABELS[kind], address }];
  });
}

/** The whole path of a file, with the title of its page; nothing where a part of it is open. */
function fileParts(log: Log, file: FileId, { root = '' }: LinkSettings): Parts {
  const { parts } = log.recovery.paths.files[file]!;
  if (parts.includes(null)) return {};
  const { histories } = log;
  const { title, isFile } = histories.pages[histories.pageOf(file)]!;
  const whole = isFile ? title! : `${title ?? ''}/${parts.join('/')}`;
  const above = root.endsWith('/') ? root : `${root}/`;
  const path = whole.startsWith(above) ? whole.slice(above.length) : whole;
  return { path: path.replace(/^\/+/, ''), file: parts.at(-1) ?? undefined };
}
