/** What office.js throws, told apart by its code. */
interface OfficeError extends Error {
  readonly code: string;
  readonly debugInfo?: { readonly errorLocation?: string; readonly statement?: string };
}

export function isOfficeError(error: unknown): error is OfficeError {
  return error instanceof Error && typeof (error as { code?: unknown }).code === 'string' && !('problems' in error);
}

const hasCode = (error: unknown, ...codes: readonly string[]): boolean =>
  isOfficeError(error) && codes.includes(error.code);

/** Somebody is typing into a cell. Nothing of the request was carried out. */
export const isCellEdit = (error: unknown): boolean => hasCode(error, 'InvalidOperationInCellEditMode');

/** The request or its answer has too many bytes for this Excel. Of a request nothing was carried out. */
export const isTooLarge = (error: unknown): boolean =>
  hasCode(error, 'RequestPayloadSizeLimitExceeded', 'ResponsePayloadSizeLimitExceeded');

/** Excel refused something that it should not have, or could not be reached. Says what state the workbook is in. */
export class ExcelFailure extends Error {
  /** The code of office.js, and where it happened: for a report to the maker. */
  readonly code: string;
  readonly details: string;

  constructor(cause: OfficeError, state: string) {
    super(`Excel answered "${cause.message.trim()}" (${cause.code}). ${state}`, { cause });
    this.name = 'ExcelFailure';
    this.code = cause.code;
    this.details = [cause.debugInfo?.errorLocation, cause.debugInfo?.statement].filter(Boolean).join(': ');
  }
}

/** Does some work; what office.js throws in it is told with the state that the workbook is in then. */
export async function telling<T>(state: () => string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw isOfficeError(error) ? new ExcelFailure(error, state()) : error;
  }
}
