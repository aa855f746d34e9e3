import { LOG_CODES, type LogCode, type Severity } from './log-codes';

/** One entry of the closing log. Positions and amounts as in the book; words are made by describe(). */
export interface LogEntry {
  readonly code: LogCode;
  /** Indices into the book, or NONE. */
  readonly item: number;
  readonly key: number;
  readonly transaction: number;
  /** Scaled and signed; undefined where the entry has none. */
  readonly quantity?: number;
  readonly amount?: number;
  /** What the placeholders of the code's message stand for. */
  readonly words: Readonly<Record<string, string>>;
}

export function severityOf(code: LogCode): Severity {
  return LOG_CODES[code].severity;
}

/** The message of a code with its placeholders filled in: "{quantity} of {transaction}" and so on. */
export function messageOf(code: LogCode, words: Readonly<Record<string, string>>): string {
  return LOG_CODES[code].message.replace(/\{(\w+)\}/g, (_, name: string) => words[name] ?? `{${name}}`);
}

export function remedyOf(code: LogCode): string {
  return LOG_CODES[code].remedy;
}
