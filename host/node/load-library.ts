/// <reference types="office-js" />
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { OfficeExtensionInternals } from '../transport/session';

/** The shipped library, as its bundle leaves it on the global object. */
export interface Library {
  readonly Excel: typeof Excel;
  readonly OfficeExtension: typeof OfficeExtension &
    OfficeExtensionInternals & { readonly CommonUtility: { _doApiNotSupportedCheck: boolean } };
}

const BUNDLE = 'excel-web-16.00.debug.js';

export const libraryPath = (): string =>
  join(dirname(require.resolve('@microsoft/office-js/package.json')), 'dist', BUNDLE);

/** What the bundle expects of a browser and of office.js, which would have loaded it. Only what it touches while loading. */
function prepare(scope: Record<string, unknown>): void {
  const element = (): object => ({ setAttribute() {}, appendChild() {}, getAttribute: () => null, style: {} });
  const storage = (): object => {
    const items = new Map<string, string>();
    return {
      getItem: (key: string) => items.get(key) ?? null,
      setItem: (key: string, value: string) => items.set(key, value),
      removeItem: (key: string) => items.delete(key),
    };
  };
  const location = {
    protocol: 'https:',
    href: 'https://localhost/',
    hash: '',
    search: '',
    hostname: 'localhost',
    host: 'localhost',
    origin: 'https://localhost',
  };
  const browser: Record<string, unknown> = {
    location,
    name: '',
    navigator: { userAgent: 'node' },
    sessionStorage: storage(),
    localStorage: storage(),
    addEventListener() {},
    removeEventListener() {},
    history: {},
    postMessage() {},
    document: {
      createElement: element,
      getElementsByTagName: () => [element()],
      addEventListener() {},
      cookie: '',
      body: element(),
      head: element(),
      readyState: 'complete',
    },
    window: scope,
    self: scope,
    top: scope,
    parent: scope,
  };
  for (const [name, value] of Object.entries(browser)) {
    if (!(name in scope)) Object.defineProperty(scope, name, { value, writable: true, configurable: true });
  }
  scope.OSF = {
    _OfficeAppFactory: {
      getContext: () => ({
        requirements: { isSetSupported: (name: string, version?: string) => isDeclared(declared, name, version) },
      }),
      getHostInfo: () => ({ hostType: 'excel', hostPlatform: 'web', hostSpecificFileVersion: '16.00', flags: 0 }),
      getInitializationHelper: () => ({}),
      getLoggingAllowed: () => false,
      getWindowName: () => '',
      getLoadScriptHelper: () => ({ getOfficeJsBasePath: () => '' }),
    },
  };
  const webExtension = {};
  scope.Microsoft = { Office: { WebExtension: webExtension } };
  scope.Office = webExtension;
}

const parts = (version: string): readonly [number, number] => {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return [major, minor];
};

/** The sets of the last load: the library asks for them again and again. */
let declared: Readonly<Record<string, string>> = {};

/** What Office.context.requirements.isSetSupported answers for the declared sets. */
function isDeclared(sets: Readonly<Record<string, string>>, name: string, version = '1.1'): boolean {
  if (sets[name] === undefined) return false;
  const [[major, minor], [wantedMajor, wantedMinor]] = [parts(sets[name]), parts(String(version))];
  return major > wantedMajor || (major === wantedMajor && minor >= wantedMinor);
}

/**
 * Loads the shipped Excel bundle into the realm that calls (so that its dates and arrays are the test's own) and lets it
 * check the declared requirement sets itself, which the bundle intends but looks for under another name.
 */
export function loadLibrary(sets: Readonly<Record<string, string>>): Library {
  const scope = globalThis as unknown as Record<string, unknown> & Library;
  declared = sets;
  if (!('Excel' in scope) || !('OfficeExtension' in scope)) {
    prepare(scope);
    const run = eval;
    run(`${readFileSync(libraryPath(), 'utf8')}\n//# sourceURL=${BUNDLE}`);
  }
  scope.OfficeExtension.CommonUtility._doApiNotSupportedCheck = true;
  return scope;
}
