import type { PastEntry } from '../../src/runs/history';

/** Which entries of the log are shown; "" shows all. */
export interface LogFilter {
  readonly closing: string;
  readonly severity: string;
  readonly text: string;
}

/** The entries that fit, in their order. Every word of the text must stand somewhere in an entry. */
export function filterLog(log: readonly PastEntry[], { closing, severity, text }: LogFilter): PastEntry[] {
  const words = text
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  return log.filter((entry) => {
    if (closing !== '' && entry.closing !== closing) return false;
    if (severity !== '' && entry.severity !== severity) return false;
    const all = `${entry.transaction} ${entry.item} ${entry.code} ${entry.message}`.toLowerCase();
    return words.every((word) => all.includes(word));
  });
}
