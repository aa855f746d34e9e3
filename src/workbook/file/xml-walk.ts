import { SaxesParser, type SaxesTagNS } from 'saxes';

/** The namespaces that parts are written in. */
export const NS = {
  main: 'http://schemas.openxmlformats.org/spreadsheetml/2006/main',
  strict: 'http://purl.oclc.org/ooxml/spreadsheetml/main',
  relationships: 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
  package: 'http://schemas.openxmlformats.org/package/2006/relationships',
  contentTypes: 'http://schemas.openxmlformats.org/package/2006/content-types',
} as const;

export interface Element {
  /** Name without its prefix. */
  readonly name: string;
  readonly namespace: string;
  /** The value of an attribute without a prefix, or with one of the named namespace. */
  get(attribute: string, namespace?: string): string | undefined;
}

export interface Visitor {
  open?(element: Element): void;
  close?(element: Element, text: string): void;
}

/**
 * Walks a small part with all its namespaces; `close` gets the text that stands directly in the element before its
 * end. Throws an Error where the part is no XML.
 */
export function walkXml(xml: string, visitor: Visitor): void {
  const parser = new SaxesParser({ xmlns: true, position: false });
  let text = '';
  parser.on('opentag', (tag) => {
    text = '';
    visitor.open?.(elementOf(tag));
  });
  parser.on('text', (chunk) => (text += chunk));
  parser.on('cdata', (chunk) => (text += chunk));
  parser.on('closetag', (tag) => {
    visitor.close?.(elementOf(tag), text);
    text = '';
  });
  parser.write(xml).close();
}

function elementOf(tag: SaxesTagNS): Element {
  return {
    name: tag.local,
    namespace: tag.uri,
    get(attribute, namespace = '') {
      for (const candidate of Object.values(tag.attributes)) {
        if (candidate.local === attribute && candidate.uri === namespace) return candidate.value;
      }
      return undefined;
    },
  };
}
