/** Workbooks that the pane can insert. They are made when they are wanted: most people never need their code. */
export type NewWorkbook = 'sample' | 'template';

/** The bytes of an .xlsx file with the sheets to insert. */
export async function newWorkbook(which: NewWorkbook, now: number): Promise<Uint8Array> {
  if (which === 'sample') {
    const { sampleWorkbook } = await import('../../samples/index');
    return sampleWorkbook('trading-company', new Date(now));
  }
  const { templateWorkbook } = await import('../../src/workbook/file/create-template');
  return templateWorkbook(new Date(now));
}
