import type { Archive } from './archive';
import { NS } from './xml-walk';

/** How parts of a package name each other: relationships and content types. */

export interface Relationship {
  readonly id: string;
  /** The last word of the type: "worksheet", "table", "styles". */
  readonly type: string;
  /** Whether the type is one of the Strict format. */
  readonly strict: boolean;
  /** The part's name in the archive, without a leading slash. */
  readonly part: string;
}

/** The name of the part that holds the relationships of a part ("" is the package itself). */
export function relationshipsPart(part: string): string {
  const slash = part.lastIndexOf('/') + 1;
  return `${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`;
}

/** The relationships of a part to other parts of the package; none where it has no such part. */
export function readRelationships(archive: Archive, part: string): Relationship[] {
  const name = relationshipsPart(part);
  const found: Relationship[] = [];
  if (!archive.has(name)) return found;
  archive.walk(name, {
    open(element) {
      if (element.name !== 'Relationship' || element.get('TargetMode') === 'External') return;
      const type = element.get('Type') ?? '';
      found.push({
        id: element.get('Id') ?? '',
        type: type.slice(type.lastIndexOf('/') + 1),
        strict: type.startsWith('http://purl.oclc.org/'),
        part: resolve(part, element.get('Target') ?? ''),
      });
    },
  });
  return found;
}

/** A target as written in the relationships of a part, to a name in the archive. */
function resolve(from: string, target: string): string {
  const steps = target.startsWith('/') ? [] : from.split('/').slice(0, -1);
  for (const step of target.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(decoded(step));
  }
  return steps.join('/');
}

function decoded(step: string): string {
  try {
    return decodeURIComponent(step);
  } catch {
    return step;
  }
}

/** The content type of a part, or "". */
export function contentTypeOf(archive: Archive, part: string): string {
  let byName = '';
  let byExtension = '';
  const name = `/${part}`.toLowerCase();
  archive.walk('[Content_Types].xml', {
    open(element) {
      const type = element.get('ContentType') ?? '';
      if (element.namespace !== NS.contentTypes) return;
      if (element.name === 'Override' && element.get('PartName')?.toLowerCase() === name) byName = type;
      if (element.name === 'Default' && name.endsWith(`.${element.get('Extension')?.toLowerCase()}`))
        byExtension = type;
    },
  });
  return byName || byExtension;
}

/** A target as a part names another one: "../tables/table1.xml". */
export function targetFrom(from: string, part: string): string {
  const [folders, steps] = [from.split('/').slice(0, -1), part.split('/')];
  let same = 0;
  while (same < folders.length && same < steps.length - 1 && folders[same] === steps[same]) same++;
  return [...folders.slice(same).map(() => '..'), ...steps.slice(same)].join('/');
}
