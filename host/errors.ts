/** An error that Excel would answer with: a code of Excel.ErrorCodes and a text for people. */
export class ExcelError extends Error {
  readonly code: string;
  readonly status: number;
  /** Where Excel says it happened ("Range.values"); blank lets the protocol fill it in. */
  readonly location: string;

  constructor(code: string, message: string, status = 400, location = '') {
    super(message);
    this.name = 'ExcelError';
    this.code = code;
    this.status = status;
    this.location = location;
  }
}

export const invalidArgument = (
  message = 'The argument is invalid or missing or has an incorrect format.',
): ExcelError => new ExcelError('InvalidArgument', message);

export const wrongShape = (): ExcelError =>
  invalidArgument(
    "The number of rows or columns in the input array doesn't match the size or dimensions of the range.",
  );

export const itemNotFound = (): ExcelError =>
  new ExcelError('ItemNotFound', "The requested resource doesn't exist.", 404);

export const itemAlreadyExists = (): ExcelError =>
  new ExcelError('ItemAlreadyExists', 'The resource being created already exists.', 409);

export const invalidOperation = (message: string): ExcelError => new ExcelError('InvalidOperation', message);

export const insertDeleteConflict = (): ExcelError =>
  new ExcelError('InsertDeleteConflict', 'The insert or delete operation attempted resulted in a conflict.', 409);

export const accessDenied = (message = 'You cannot perform the requested operation.'): ExcelError =>
  new ExcelError('AccessDenied', message, 403);

/** A member that this host does not have. The host counts these, so that a test can say that there were none. */
export const notImplemented = (member: string): ExcelError =>
  new ExcelError('ApiNotFound', `${member} is not implemented by the stand-in.`, 404, member);

/** A member that the declared requirement sets do not cover. */
export const notInSet = (member: string, version: string): ExcelError =>
  new ExcelError(
    'ApiNotFound',
    `The API ${member} is part of the ExcelApi ${version} requirement set, which this host does not have.`,
    404,
    member,
  );
