import { equal } from 'node:assert/strict';
import { isModule, readCvsRoot, shownRoot } from '../../src/sources/cvsRoot';

/** [root, what it is] */
const ROOTS: [string, string][] = [
  ['/cvs', 'local /cvs'],
  [':local:/cvs\n', 'local /cvs'],
  [':fork:/cvs', 'local /cvs'],
  ['C:\\cvs', 'local C:\\cvs'],
  [':pserver:anonymous@anoncvs.example.org:/cvsroot', 'remote /cvsroot'],
  [':pserver:anonymous:secret@cvs.example.org:2401/cvsroot', 'remote /cvsroot'],
  [':ext:ada@cvs.example.org:/srv/cvs root', 'remote /srv/cvs root'],
  ['ada@cvs.example.org:/cvs', 'remote /cvs'],
  ['cvs.example.org:/cvs', 'remote /cvs'],
  [':ext:[2001:db8::1]:/cvs', 'remote /cvs'],
  [':ext;CVS_RSH=evil:cvs.example.org:/cvs', 'odd'],
  [':pserver;proxy=evil;proxyport=1:cvs.example.org:/cvs', 'odd'],
  [':ext:-oProxyCommand=evil:/cvs', 'odd'],
  [':ext:ada@-oProxyCommand=evil:/cvs', 'odd'],
  [':ext:-x@cvs.example.org:/cvs', 'odd'],
  [':ext:cvs.example.org:/cvs\n:local:/x', 'odd'],
  [':ext:a`b`.org:/cvs', 'odd'],
  [':ext:cvs.example.org:cvs', 'odd'],
  ['cvs', 'odd'],
  ['', 'odd'],
];

describe('roots of CVS', () => {
  for (const [text, expected] of ROOTS) {
    it(`${JSON.stringify(text)} is ${expected}`, () => {
      const root = readCvsRoot(text);
      equal(root.kind === 'odd' ? 'odd' : `${root.kind} ${root.path}`, expected);
    });
  }

  it('a password is not shown', () => {
    equal(
      shownRoot(':pserver:ada:secret@cvs.example.org:/cvs'),
      ':pserver:ada@cvs.example.org:/cvs',
    );
    equal(shownRoot('ada@cvs.example.org:/cvs'), 'ada@cvs.example.org:/cvs');
  });

  for (const [module, is] of [
    ['src/sys', true],
    ['plain file.txt', true],
    ['-D', false],
    ['a/../../b', false],
    ['/etc', false],
    ['a\nb', false],
    ['', false],
  ] as const) {
    it(`${JSON.stringify(module)} is ${is ? 'a' : 'no'} module`, () => equal(isModule(module), is));
  }
});
