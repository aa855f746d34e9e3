import type { Problem } from '../../src/book/problem';
import { ExcelFailure } from '../../src/workbook/excel/failures';
import { WorkbookRefusal } from '../../src/workbook/refusal';

/** Why a piece of work came to nothing, and what that means for the workbook. */
export interface Failure {
  /** Problems that a person can do something about. Empty where the program itself is at fault. */
  readonly problems: readonly Problem[];
  /** What went wrong inside, for the details that people can copy; "" for refusals. */
  readonly fault: string;
  /** Nothing: the workbook is as it was. Begun: a run stands in Closings that is not finished. */
  readonly changed: 'nothing' | 'begun';
  /** A part of the program could not be fetched: the network is gone, or a newer version has taken its place. */
  readonly notLoaded?: boolean;
}

export function refused(problems: readonly Problem[]): Failure {
  return { problems, fault: '', changed: 'nothing' };
}

/**
 * What was thrown, as a failure. A port refuses before it changes anything; so a refusal of the first write, like
 * anything that was thrown before, has left the workbook as it was.
 */
export function failureOf(error: unknown, writes: number): Failure {
  if (error instanceof WorkbookRefusal) {
    return { problems: error.problems, fault: '', changed: writes <= 1 ? 'nothing' : 'begun' };
  }
  if (error instanceof ExcelFailure) {
    const { code, message, details } = error;
    const problem: Problem = { code, severity: 'Error', cell: '', content: '', message, remedy: '' };
    return { problems: [problem], fault: details, changed: writes === 0 ? 'nothing' : 'begun' };
  }
  const { name, message, stack } = error instanceof Error ? error : new Error(String(error));
  const fault = stack?.includes(message) ? stack : `${name}: ${message}\n${stack ?? ''}`.trim();
  const notLoaded = name === 'ChunkLoadError' ? { notLoaded: true } : {};
  return { problems: [], fault, changed: writes === 0 ? 'nothing' : 'begun', ...notLoaded };
}
