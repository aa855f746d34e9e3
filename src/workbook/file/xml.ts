/**
 * Text in XML parts. SpreadsheetML writes characters that XML can not hold as _xHHHH_ (ST_Xstring), and protects text
 * that happens to look like that with _x005F_.
 */

const MARKUP = /[&<>]/g;
const MARKUP_AND_SPACE = /[&<>"\t\n\r]/g;
const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
};

/** Everything that makes escaping necessary at all: most cell texts pass this one test and are written as they are. */
const UNUSUAL = /[&<>"\u0000-\u001f\ud800-\udfff\ufffe\uffff]|_x[0-9A-Fa-f]{4}_/;
const LOOKS_ESCAPED = /_(?=x[0-9A-Fa-f]{4}_)/g;
/** Surrogates only where they stand alone. */
const UNWRITABLE =
  /[\u0000-\u0008\u000b-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
const ESCAPED = /_x([0-9A-Fa-f]{4})_/g;

/** Text between tags, exactly as it reads: markup escaped, and what XML can not hold as _xHHHH_. */
export function escapeText(text: string): string {
  return UNUSUAL.test(text) ? protect(text).replace(MARKUP, entity) : text;
}

/** The same for an attribute value in double quotes. */
export function escapeAttribute(text: string): string {
  return UNUSUAL.test(text) ? protect(text).replace(MARKUP_AND_SPACE, entity) : text;
}

/** Back from ST_Xstring: "a_x000A_b" is two lines, "_x005F_x000A_" is the text "_x000A_". */
export function unescapeXstring(text: string): string {
  return text.includes('_x') ? text.replace(ESCAPED, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))) : text;
}

const entity = (character: string): string => ENTITIES[character];

function protect(text: string): string {
  return text
    .replace(LOOKS_ESCAPED, '_x005F_')
    .replace(UNWRITABLE, (character) => `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`);
}

/** The same elements with a prefix; text is escaped, so that < begins a tag and nothing else. */
export function withPrefix(xml: string, prefix: string): string {
  return prefix === '' ? xml : xml.replace(/<(\/?)(?=[A-Za-z])/g, `<$1${prefix}`);
}
