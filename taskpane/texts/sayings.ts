import { parseIsoDay } from '../../src/book/days';
import type { Format } from '../format';

/**
 * Sentences of the runs with their translations. Both sides have their variable parts in braces: "{quantity} of {key}". The
 * translation says what they are, where that makes a difference to how they are written:
 * - `{date:day}`, `{value:amount}`, `{open:quantity}`, `{rows:count}`: as people of that language write it;
 * - `{cause:words}`: a sentence or a part of one, translated in turn;
 * - `{places:list}`, `{counts:semicolons}`: several such, with commas or semicolons between them.
 */
export type Sayings = Readonly<Record<string, string>>;

/** All that is known of a language: whole sentences, and parts that stand in them. */
export interface Spoken {
  readonly sentences: Sayings;
  readonly fragments: Sayings;
}

/** Says a sentence of the runs in another language; what it does not know stays as it is. */
export type Translate = (text: string) => string;

interface Pattern {
  readonly regex: RegExp;
  readonly names: readonly string[];
  readonly translation: string;
  /** How much of the sentence is fixed: of two that fit the one that says more is meant. */
  readonly fixed: number;
}

const PLACEHOLDER = /\{(\w+)(?::(\w+))?\}/g;

/**
 * Problems and log entries are made in English, as they stand in the workbook and as scripts get them. To be read in another
 * language they are taken apart again by the sentences that they were made of.
 */
export function translateBy({ sentences, fragments }: Spoken, format: Format): Translate {
  const translate = translator(patternsOf(sentences), (text) => part(text), format);
  // Parts are looked for in sentences too, never the other way round: what is no sentence of ours stays as it is.
  const part = translator(patternsOf({ ...fragments, ...sentences }), (text) => part(text), format);
  return translate;
}

const patternsOf = (sayings: Sayings): readonly Pattern[] =>
  Object.entries(sayings)
    .map(([english, translation]) => patternOf(english, translation))
    .sort((a, b) => b.fixed - a.fixed);

/** Translates what fits one of the patterns; its variable parts by `part`. */
function translator(patterns: readonly Pattern[], part: Translate, format: Format): Translate {
  const known = new Map<string, string>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const found = translated(text, patterns, part, format);
    // A list may be long, and the same sentence is shown again with each change of the page.
    if (known.size < MOST_KNOWN) known.set(text, found);
    return found;
  };
}

const MOST_KNOWN = 5000;

function translated(text: string, patterns: readonly Pattern[], part: Translate, format: Format): string {
  for (const { regex, names, translation } of patterns) {
    const match = regex.exec(text);
    if (!match) continue;
    const values = new Map(names.map((name, at) => [name, match[at + 1]]));
    return translation.replace(PLACEHOLDER, (_, name: string, kind: string | undefined) =>
      shown(values.get(name) ?? '', kind, part, format),
    );
  }
  return text;
}

function patternOf(english: string, translation: string): Pattern {
  const names: string[] = [];
  let source = '';
  let from = 0;
  for (const match of english.matchAll(PLACEHOLDER)) {
    source += escaped(english.slice(from, match.index)) + '([^]*?)';
    names.push(match[1]);
    from = match.index + match[0].length;
  }
  source += escaped(english.slice(from));
  return { regex: new RegExp(`^${source}$`), names, translation, fixed: english.replace(PLACEHOLDER, '').length };
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

function shown(value: string, kind: string | undefined, translate: Translate, format: Format): string {
  switch (kind) {
    case 'day': {
      const day = parseIsoDay(value);
      return day === undefined ? value : format.day(day);
    }
    case 'amount':
      return isFigure(value) ? format.amount(value) : translate(value);
    case 'quantity':
      return isFigure(value) ? format.quantity(value) : translate(value);
    case 'count':
      return isFigure(value) ? format.count(Number(value)).text : value;
    case 'cell': {
      const day = parseIsoDay(value);
      if (day !== undefined) return format.day(day);
      return /^-?\d+\.\d+$/.test(value) ? format.amount(value) : translate(value);
    }
    case 'words':
      return translate(value);
    case 'list':
      return value
        .split(/, (?=-?[\d.]+ of )/)
        .map(translate)
        .join(', ');
    case 'semicolons':
      return value.split('; ').map(translate).join('; ');
    default:
      return value;
  }
}

const isFigure = (value: string): boolean => /^-?\d+(\.\d+)?$/.test(value);
