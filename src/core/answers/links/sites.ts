/** What a template of an address leads to. */
export const LINK_KINDS = ['report', 'ticket', 'revision', 'diff', 'file', 'author'] as const;
export type LinkKind = (typeof LINK_KINDS)[number];

/** An address with parts such as `{path}` in braces, for each kind of link that there is. */
export type Templates = Readonly<Partial<Record<LinkKind, string>>>;

const CVSWEB = {
  revision: '{base}/{path}?rev={revision}&content-type=text/x-cvsweb-markup',
  diff: '{base}/{path}.diff?r1={previous}&r2={revision}',
  file: '{base}/{path}',
} as const satisfies Templates;

const VIEWVC = {
  revision: '{base}/{path}?revision={revision}&view=markup',
  diff: '{base}/{path}?r1={previous}&r2={revision}',
  file: '{base}/{path}?view=log',
} as const satisfies Templates;

/** A server with what it shows; `base` where it is always the same one. */
export interface Site {
  readonly base?: string;
  readonly templates: Templates;
}

/** Sets of addresses by name; `viewvc` and `cvsweb` need the address of a server. */
export const SITES = {
  netbsd: {
    base: 'https://cvsweb.netbsd.org/bsdweb.cgi',
    templates: {
      ...CVSWEB,
      report: 'https://gnats.netbsd.org/{number}',
      ticket: 'https://releng.netbsd.org/cgi-bin/req-{release}.cgi?show={ticket}',
    },
  },
  openbsd: { base: 'https://cvsweb.openbsd.org/cgi-bin/cvsweb', templates: CVSWEB },
  dragonfly: {
    templates: { report: 'https://bugs.dragonflybsd.org/issues/{number}' },
  },
  viewvc: { templates: VIEWVC },
  cvsweb: { templates: CVSWEB },
} as const satisfies Record<string, Site>;

export type SiteName = keyof typeof SITES;
export const SITE_NAMES = Object.keys(SITES) as SiteName[];
