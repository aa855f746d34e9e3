/**
 * Finds elements in the text of a part, so that it can be changed by insertion and everything else stays to the
 * letter. Names are given without prefix; a part has one prefix for the main namespace, "" or "x:".
 */

/** An element: its start tag is [start, inner), its content [inner, innerEnd), all of it [start, end). */
export interface Span {
  readonly name: string;
  readonly start: number;
  readonly inner: number;
  readonly innerEnd: number;
  readonly end: number;
  /** <name/>: it has no end tag, and inner = innerEnd = end. */
  readonly empty: boolean;
}

interface Tag {
  readonly name: string;
  readonly start: number;
  readonly end: number;
  readonly kind: 'open' | 'close' | 'empty';
}

/** The outermost element. Throws an Error where there is none. */
export function rootOf(xml: string): Span {
  const tag = nextTag(xml, 0);
  if (!tag || tag.kind === 'close') throw new Error('no element');
  // Its end tag is the last one: no need to walk through a sheet's rows to find it.
  const innerEnd = xml.lastIndexOf(`</${tag.name}`);
  if (tag.kind === 'empty' || innerEnd < tag.end) return spanOf(xml, tag);
  const end = xml.indexOf('>', innerEnd) + 1;
  return { name: tag.name, start: tag.start, inner: tag.end, innerEnd, end, empty: false };
}

/** "x:" where the part writes <x:worksheet>. */
export const prefixOf = (root: Span): string => root.name.slice(0, root.name.indexOf(':') + 1);

/** The elements directly inside another one. */
export function childrenOf(xml: string, parent: Span): Span[] {
  const children: Span[] = [];
  for (let at = parent.inner; at < parent.innerEnd;) {
    const tag = nextTag(xml, at);
    if (!tag || tag.start >= parent.innerEnd) break;
    const child = spanOf(xml, tag);
    children.push(child);
    at = child.end;
  }
  return children;
}

/** The value of an attribute as it is written in a start tag, and where it stands. */
export function attributeOf(
  xml: string,
  span: Span,
  name: string,
): { text: string; start: number; end: number } | undefined {
  const tag = xml.slice(span.start, span.inner);
  const match = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(tag);
  if (!match) return undefined;
  const text = match[1] ?? match[2];
  const end = span.start + match.index + match[0].length - 1;
  return { text, start: end - text.length, end };
}

/** The element that begins with a tag. The rows of a sheet are stepped over in one stride. */
function spanOf(xml: string, tag: Tag): Span {
  if (tag.kind === 'empty')
    return { name: tag.name, start: tag.start, inner: tag.end, innerEnd: tag.end, end: tag.end, empty: true };
  if (/^(\w+:)?sheetData$/.test(tag.name)) {
    const innerEnd = xml.lastIndexOf(`</${tag.name}>`);
    if (innerEnd >= tag.end)
      return {
        name: tag.name,
        start: tag.start,
        inner: tag.end,
        innerEnd,
        end: innerEnd + tag.name.length + 3,
        empty: false,
      };
  }
  let depth = 1;
  for (let next = nextTag(xml, tag.end); next; next = nextTag(xml, next.end)) {
    if (next.kind === 'open') depth++;
    else if (next.kind === 'close' && --depth === 0) {
      return { name: tag.name, start: tag.start, inner: tag.end, innerEnd: next.start, end: next.end, empty: false };
    }
  }
  throw new Error(`<${tag.name}> has no end`);
}

/** The next tag from a place on; comments, CDATA and processing instructions are none. */
function nextTag(xml: string, from: number): Tag | undefined {
  for (let at = xml.indexOf('<', from); at >= 0; at = xml.indexOf('<', at)) {
    const skipped = SKIPPED.find(([open]) => xml.startsWith(open, at));
    if (skipped) {
      const close = xml.indexOf(skipped[1], at + skipped[0].length);
      if (close < 0) return undefined;
      at = close + skipped[1].length;
      continue;
    }
    const end = endOfTag(xml, at);
    const closing = xml[at + 1] === '/';
    const name = /[^\s/>]+/y;
    name.lastIndex = at + (closing ? 2 : 1);
    const kind = closing ? 'close' : xml[end - 2] === '/' ? 'empty' : 'open';
    return { name: name.exec(xml)?.[0] ?? '', start: at, end, kind };
  }
  return undefined;
}

const SKIPPED = [
  ['<!--', '-->'],
  ['<![CDATA[', ']]>'],
  ['<?', '?>'],
  ['<!', '>'],
] as const;

/** The place behind the > of a tag; one inside quotes does not count. */
function endOfTag(xml: string, from: number): number {
  let quote = '';
  for (let at = from; at < xml.length; at++) {
    const sign = xml[at];
    if (quote !== '') {
      if (sign === quote) quote = '';
    } else if (sign === '>') return at + 1;
    else if (sign === '"' || sign === "'") quote = sign;
  }
  throw new Error('a tag has no end');
}
