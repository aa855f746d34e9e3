/** What the schemas of the manifest do not say: addresses, icons and their sizes, ids that resolve. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SaxesParser } from 'saxes';
import { EXCEL_API } from '../../src/workbook/excel/requirements';
import { PAGES, pageIn } from '../../taskpane/app/pages';

const ROOT = join(__dirname, '..', '..');
const MANIFEST = readFileSync(join(ROOT, 'manifest.xml'), 'utf8');
const BASE = 'https://localhost:3000/';

interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly inside: readonly string[];
}

/** All elements of the manifest, with the names of those that they stand in. */
function elements(): Element[] {
  const found: Element[] = [];
  const inside: string[] = [];
  const parser = new SaxesParser();
  parser.on('opentag', ({ name, attributes }) => {
    found.push({ name, attributes: attributes as Record<string, string>, inside: [...inside] });
    inside.push(name);
  });
  parser.on('closetag', () => inside.pop());
  parser.write(MANIFEST).close();
  return found;
}

const ALL = elements();
const named = (name: string) => ALL.filter((element) => element.name === name);
const values = (attribute: string) =>
  ALL.flatMap(({ attributes }) => (attributes[attribute] === undefined ? [] : [attributes[attribute]]));
const addresses = values('DefaultValue').filter((value) => /^\w+:\/\//.test(value));

/** Width and height in the header of a PNG file. */
function sizeOf(file: string): [number, number] {
  const bytes = readFileSync(file);
  expect(bytes.subarray(0, 8)).toEqual(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]));
  return [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
}

const fileOf = (address: string) => join(ROOT, address.slice(BASE.length));

test('every address is https and of the one base that a build replaces', () => {
  expect(addresses.length).toBeGreaterThan(20);
  expect(addresses.filter((address) => !address.startsWith(BASE))).toEqual([]);
  // Namespaces are names, not addresses; nothing else may say http.
  const namespaces = /xmlns(:\w+)?="http:\/\/[^"]+"/g;
  expect(MANIFEST.replace(namespaces, '')).not.toContain('http://');
});

test('every resource id that is used is there, none is too long, none is unused', () => {
  const used = new Set([...values('resid')]);
  const defined = values('id').filter((_, at, ids) => ids.indexOf(ids[at]) === at);
  const resources = ALL.filter(({ name }) => /^bt:(Image|Url|String)$/.test(name))
    .map(({ attributes }) => attributes.id)
    .filter((id) => id !== undefined);
  expect([...used].filter((id) => !resources.includes(id))).toEqual([]);
  expect(resources.filter((id) => !used.has(id))).toEqual([]);
  expect(new Set(resources).size).toBe(resources.length);
  expect(defined.filter((id) => id.length > 32)).toEqual([]);
});

test('every icon is a file of the size that it is used for', () => {
  const places = new Map(named('bt:Image').map(({ attributes }) => [attributes.id, attributes.DefaultValue]));
  const uses = named('bt:Image').filter(({ attributes }) => attributes.size !== undefined);
  expect(uses.length).toBeGreaterThan(10);
  for (const { attributes } of uses) {
    const size = Number(attributes.size);
    expect(sizeOf(fileOf(places.get(attributes.resid)!))).toEqual([size, size]);
  }
  expect(sizeOf(fileOf(named('IconUrl')[0].attributes.DefaultValue))).toEqual([32, 32]);
  expect(sizeOf(fileOf(named('HighResolutionIconUrl')[0].attributes.DefaultValue))).toEqual([64, 64]);
});

test.each(['close', 'explain'])('the icon %s is there in every size', (name) => {
  for (const size of [16, 20, 24, 32, 40, 48, 64, 80, 128]) {
    expect(sizeOf(join(ROOT, 'assets', `${name}-${size}.png`))).toEqual([size, size]);
  }
});

test('every button has the three sizes of icons that are demanded', () => {
  const buttons = named('Control').map(({ attributes }) => attributes.id);
  expect(buttons).toEqual(['InventoryClose.Close', 'InventoryClose.Explain']);
  const sizes = ALL.filter(({ name, inside }) => name === 'bt:Image' && inside.includes('Control'));
  for (const wanted of ['16', '32', '80']) {
    expect(sizes.filter(({ attributes }) => attributes.size === wanted)).toHaveLength(buttons.length);
  }
});

test('the buttons open pages that the pane has', () => {
  const pages = named('bt:Url').map(({ attributes }) => new URL(attributes.DefaultValue));
  const panes = pages.filter(({ pathname }) => pathname === '/taskpane.html');
  expect(panes.map(({ search }) => pageIn(search))).toEqual(['start', 'explain']);
  expect(PAGES).toContain('explain');
  for (const { pathname } of pages) expect(existsSync(join(ROOT, 'taskpane', pathname))).toBe(true);
});

test('its requirement set is the one of the port', () => {
  expect(named('Set').map(({ attributes }) => [attributes.Name, attributes.MinVersion])).toEqual([
    ['ExcelApi', EXCEL_API],
  ]);
});

test('its version is that of the program', () => {
  const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string };
  expect(MANIFEST).toContain(`<Version>${version}.0</Version>`);
});

test('German texts stand beside all English ones', () => {
  const overrides = ALL.filter(({ name }) => name.endsWith('Override')).map(({ inside }) => inside.at(-1));
  const texts = ALL.filter(({ name }) => ['bt:String', 'DisplayName', 'Description'].includes(name)).filter(
    ({ attributes }) => attributes.DefaultValue !== undefined,
  );
  expect(overrides).toHaveLength(texts.length);
});
