import { readFileSync } from 'node:fs';
import { EXCEL_TYPES } from '../../host/excel';
import { SINCE } from '../../host/excel/requirement-sets';
import { DEFAULT_SETS } from '../../host/host';
import { libraryPath, loadLibrary } from '../../host/node/load-library';

// Every member that the host has must be a member of the shipped library, by its name on the wire. This breaks on the day
// the library changes.

const source = readFileSync(libraryPath(), 'utf8');
const { Excel } = loadLibrary(DEFAULT_SETS);
const classes = Excel as unknown as Record<string, { readonly prototype: object } | undefined>;

interface Metadata {
  readonly names: readonly string[];
  readonly writable: readonly boolean[];
}

/** What the library says of the scalar properties of a class. */
function metadata(type: string): Metadata {
  const prototype = classes[type]?.prototype ?? {};
  const list = (name: string): unknown[] => {
    const getter = Object.getOwnPropertyDescriptor(prototype, name)?.get;
    return getter ? (getter.call({}) as unknown[]) : [];
  };
  const names = list('_scalarPropertyOriginalNames') as string[];
  return { names, writable: list('_scalarPropertyUpdateable') as boolean[] };
}

/** The source of one class of the library. */
function sourceOf(type: string): string {
  const start = source.lastIndexOf(`    var ${type} = (function (_super) {`);
  return source.slice(start, source.indexOf('}(OfficeExtension.ClientObject));', start));
}

const types = [...EXCEL_TYPES].map(([name, { spec }]) => ({ name, spec }));
const camel = (name: string): string => (name.startsWith('_') ? name : name[0].toLowerCase() + name.slice(1));
const setOf = (member: string): string | undefined =>
  new RegExp(`_throwIfApiNotSupported\\("${member.replace('.', '\\.')}", _defaultApiSetName, "([\\d.]+)"`).exec(
    source,
  )?.[1];

describe('the host against the shipped library', () => {
  test.each(types)('$name is a class of the library', ({ name }) => {
    expect(classes[name]?.prototype).toBeDefined();
  });

  test.each(types)(
    '$name has only scalar properties of the library, writable where the library writes',
    ({ name, spec }) => {
      const { names, writable } = metadata(name);
      const ours = Object.entries(spec.properties ?? {}).map(([property, { set }]) => [property, set !== undefined]);
      const theirs = ours.map(([property]) => {
        const index = names.indexOf(String(property));
        const writes = writable.length
          ? writable[index]
          : new RegExp(`_invokeSetProperty\\(this, "${property}"`).test(sourceOf(name));
        return [index < 0 ? `(${property} is not there)` : property, writes];
      });
      expect(ours).toEqual(theirs);
    },
  );

  test.each(types)('$name has only navigation properties of the library', ({ name, spec }) => {
    const text = sourceOf(name);
    const missing = Object.keys(spec.navigation ?? {}).filter((member) => !text.includes(`this, "${member}", `));
    expect(missing).toEqual([]);
  });

  test.each(types)('$name has only methods of the library', ({ name, spec }) => {
    const text = sourceOf(name);
    const missing = Object.keys(spec.methods ?? {}).filter((member) => !text.includes(`, "${member}", `));
    expect(missing).toEqual([]);
  });

  test.each(types)('$name has only events of the library', ({ name, spec }) => {
    const text = sourceOf(name);
    const missing = Object.keys(spec.events ?? {}).filter((event) => !text.includes(`"_Register${event}Event"`));
    expect(missing).toEqual([]);
  });

  test.each(types)('$name declares the requirement sets of the library', ({ name, spec }) => {
    const events = Object.keys(spec.events ?? {}).map((event) => `_Register${event}Event`);
    const members = [
      ...Object.keys(spec.properties ?? {}),
      ...Object.keys(spec.navigation ?? {}),
      ...Object.keys(spec.methods ?? {}),
      ...events,
    ];
    const theirs = members.flatMap((member) => {
      const version = setOf(`${name}.${camel(member)}`);
      return version === undefined ? [] : [[member, version]];
    });
    expect(SINCE[name] ?? {}).toEqual(Object.fromEntries(theirs));
  });
});
