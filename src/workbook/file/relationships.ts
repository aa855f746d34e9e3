import type { Archive } from './archive';
import { Edits } from './edits';
import { contentTypeOf, readRelationships, relationshipsPart, targetFrom } from './opc';
import { attributeOf, childrenOf, prefixOf, rootOf } from './scan';
import { escapeAttribute, withPrefix } from './xml';
import { NS } from './xml-walk';

/** A part that is made known: what it is to another one, as the last word of a relationship type. */
export interface Related {
  readonly type: string;
  readonly part: string;
}

const CONTENT_TYPES = '[Content_Types].xml';

/** Adds relationships of a part to others, by insertion only; returns their ids. */
export function addRelationships(archive: Archive, from: string, added: readonly Related[]): string[] {
  if (added.length === 0) return [];
  const name = relationshipsPart(from);
  if (!archive.has(name)) {
    archive.setText(
      name,
      `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="${NS.package}"></Relationships>`,
    );
  }
  const xml = archive.text(name);
  const root = rootOf(xml);
  const taken = new Set(childrenOf(xml, root).map((child) => attributeOf(xml, child, 'Id')?.text));
  let number = 0;
  const ids = added.map(() => {
    do number++;
    while (taken.has(`rId${number}`));
    return `rId${number}`;
  });
  const elements = added.map(
    ({ type, part }, index) =>
      `<Relationship Id="${ids[index]}" Type="${NS.relationships}/${type}" Target="${escapeAttribute(targetFrom(from, part))}"/>`,
  );
  archive.setText(name, withInside(xml, elements));
  return ids;
}

/** Says what new parts are, by insertion only. */
export function addContentTypes(archive: Archive, added: readonly { part: string; type: string }[]): void {
  if (added.length === 0) return;
  const elements = added.map(
    ({ part, type }) => `<Override PartName="/${escapeAttribute(part)}" ContentType="${type}"/>`,
  );
  archive.setText(CONTENT_TYPES, withInside(archive.text(CONTENT_TYPES), elements));
}

/** Takes a part away, with what a part says of it (its relationship) and what the package says of it. */
export function removePart(archive: Archive, from: string, part: string): void {
  const ids = readRelationships(archive, from).filter((one) => one.part.toLowerCase() === part.toLowerCase());
  cut(archive, relationshipsPart(from), (text) =>
    ids.some(({ id }) => / Id\s*=\s*["']([^"']*)/.exec(text)?.[1] === id),
  );
  forget(archive, part);
}

/** Takes away parts that nothing names any more, of those that something did: `named` are the parts of before. */
export function sweep(archive: Archive, named: ReadonlySet<string>): void {
  const still = namedParts(archive);
  for (const part of named) if (!still.has(part)) forget(archive, part);
}

/** All parts that are reached from the package by relationships. */
export function namedParts(archive: Archive): Set<string> {
  const found = new Set<string>();
  const visit = (from: string): void => {
    for (const { part } of readRelationships(archive, from)) {
      if (found.has(part) || !archive.has(part)) continue;
      found.add(part);
      visit(part);
    }
  };
  visit('');
  return found;
}

function forget(archive: Archive, part: string): void {
  archive.delete(part);
  archive.delete(relationshipsPart(part));
  if (contentTypeOf(archive, part) === '') return;
  cut(archive, CONTENT_TYPES, (text) => text.toLowerCase().includes(`"/${part.toLowerCase()}"`));
}

/** Takes elements out of a small part, by their text. */
function cut(archive: Archive, name: string, isIt: (text: string) => boolean): void {
  const xml = archive.text(name);
  const edits = new Edits(xml);
  for (const child of childrenOf(xml, rootOf(xml))) {
    if (isIt(xml.slice(child.start, child.end))) edits.replace(child.start, child.end, []);
  }
  if (!edits.isEmpty) archive.setText(name, edits.done());
}

function withInside(xml: string, elements: readonly string[]): string {
  const root = rootOf(xml);
  const edits = new Edits(xml);
  edits.insert(root.innerEnd, withPrefix(elements.join(''), prefixOf(root)));
  return edits.done();
}
