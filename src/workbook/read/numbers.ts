/**
 * Numbers typed as text. Exports write them in many ways; a text is a number here only where every way of reading it
 * gives the same one. "1,234" is 1234 to one reader and 1.234 to another, so it is nobody's.
 */

/** Why a text is not a number: more than one meaning, none, or more digits than a cell can hold. */
export type NumberFault = 'ambiguous' | 'unreadable' | 'long';

/** What Excel keeps of a number. */
const SIGNIFICANT_DIGITS = 15;

const SPACES = /[ \u00A0\u2009\u202F]/g;
const APOSTROPHES = /['\u2019]/g;

/** One way of writing numbers: which sign parts the decimals, and what stands between thousands. */
const READINGS: readonly RegExp[] = ['.', ','].flatMap((decimal) =>
  ['', '.', ',', ' ', "'"].filter((group) => group !== decimal).map((group) => reading(decimal, group)),
);

function reading(decimal: string, group: string): RegExp {
  const mark = (sign: string) => (sign === '.' ? '\\.' : sign);
  // A group of thousands never begins with a zero: "0,123" can only be a fraction.
  const whole = group === '' ? '\\d*' : `[1-9]\\d{0,2}(?:${mark(group)}\\d{3})+`;
  return new RegExp(`^(${whole})(?:${mark(decimal)}(\\d*))?$`);
}

/** The text as a number, or why it is none. Accepts brackets, a leading or trailing minus, and a leading plus. */
export function parseNumberText(text: string): number | NumberFault {
  let body = text
    .trim()
    .replace(SPACES, ' ')
    .replace(APOSTROPHES, "'")
    .replace(/\u2212/g, '-');
  let sign = 1;
  const signed = /^\((.*)\)$/.exec(body) ?? /^-(.*)$/.exec(body) ?? /^(.*)-$/.exec(body);
  if (signed) {
    sign = -1;
    body = signed[1].trim();
  } else if (body.startsWith('+')) {
    body = body.slice(1).trim();
  }
  const value = parseUnsigned(body);
  return typeof value === 'number' && value !== 0 ? sign * value : value;
}

function parseUnsigned(body: string): number | NumberFault {
  if (!/^[\d.,' ]*\d[\d.,' ]*$/.test(body)) return 'unreadable';
  const meanings = new Set<string>();
  for (const pattern of READINGS) {
    const match = pattern.exec(body);
    if (match) meanings.add(decimalText(match[1], match[2] ?? ''));
  }
  if (meanings.size === 0) return 'unreadable';
  if (meanings.size > 1) return 'ambiguous';
  const [meaning] = meanings;
  const digits = meaning.replace('.', '').replace(/^0+/, '').replace(/0+$/, '');
  return digits.length > SIGNIFICANT_DIGITS ? 'long' : Number(meaning);
}

/** The same number is the same text, so that equal meanings count once. */
function decimalText(whole: string, fraction: string): string {
  return `${whole.replace(/\D/g, '').replace(/^0+(?=\d)/, '') || '0'}.${fraction.replace(/0+$/, '') || '0'}`;
}

/** A number as Excel shows it. */
export function at15Digits(value: number): number {
  return Number.isInteger(value) && Math.abs(value) < 1e15 ? value || 0 : Number(value.toPrecision(SIGNIFICANT_DIGITS));
}
