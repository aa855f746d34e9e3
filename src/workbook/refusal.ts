import type { Problem } from '../book/problem';

/** Thrown by ports where a workbook can not be read or written. It tells what was and was not changed. */
export class WorkbookRefusal extends Error {
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(problems.map((problem) => problem.message).join('\n'));
    this.name = 'WorkbookRefusal';
    this.problems = problems;
  }
}

/** A refusal for one reason. */
export function refuse(code: string, message: string, remedy: string, cell = '', content = ''): WorkbookRefusal {
  return new WorkbookRefusal([{ code, severity: 'Error', cell, content, message, remedy }]);
}

export const sheetGone = (sheet: string): WorkbookRefusal =>
  refuse(
    'SHEET_GONE',
    `The workbook has no sheet "${sheet}". Nothing was changed.`,
    'Give the sheet its name back, or choose another place to read from.',
  );
