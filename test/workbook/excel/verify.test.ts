import { parseArea } from '../../../host/model/address';
import { writeCells } from '../../../host/model/write';
import { close } from '../../../src/runs/close';
import type { Environment } from '../../../src/runs/environment';
import { resume } from '../../../src/runs/resume';
import { reverse } from '../../../src/runs/reverse';
import { rollback } from '../../../src/runs/rollback';
import { verify, type Verification } from '../../../src/runs/verify';
import type { WorkbookPort } from '../../../src/workbook/port';
import { lifeBook, MONTHS } from '../../support/life';
import { closed, day, ENV } from '../../support/workbooks';
import { openExcel, type OpenExcel } from './support';

jest.setTimeout(120_000);

// Verification of a workbook that is open in Excel: what the port reads there gives the same answers as the file.

const env = { ...ENV, token: () => 'a run of the test' };

let february: Uint8Array;
beforeAll(async () => {
  february = (await closed((await closed(lifeBook(), MONTHS[0])).bytes, MONTHS[1])).bytes;
});

async function verified(port: WorkbookPort): Promise<Verification> {
  const found = await verify(port, env);
  if (!found.ok) throw new Error(found.problems.map(({ message }) => message).join('\n'));
  return found;
}

const manners = ({ runs }: Verification): string[] => runs.map(({ closing, manner }) => `${closing} ${manner}`);

/** Types over a cell, as a person does. */
function typeOver({ host }: OpenExcel, address: string, value: unknown): void {
  const [sheet, cell] = address.replace(/'/g, '').split('!');
  writeCells(
    host.workbook.sheets.find(({ name }) => name === sheet)!,
    parseArea(cell)!,
    value,
  );
}

test('a workbook that was closed in a file is verified in Excel, and what Excel closes after it too', async () => {
  const { port, host } = openExcel(february);
  expect(await verified(port)).toMatchObject({ verified: true, differences: [], problems: [] });
  expect(await close(port, { upTo: day(MONTHS[2]) }, env)).toMatchObject({ ok: true });
  expect(await reverse(port, { withLater: false, note: '', dryRun: false }, env)).toMatchObject({ ok: true });
  const found = await verified(port);
  expect(manners(found)).toEqual(['IC-0001 computed', 'IC-0002 computed', 'IC-0003 computed', 'IC-0004 computed']);
  expect(found.verified).toBe(true);
  expect([...host.missing.keys()]).toEqual([]);
});

test.each([
  ['of a settlement', 'Settlements', 'Amount', 1.23],
  ['of the ledger', 'Ledger', 'Account', 'Another account'],
  ['that is locked', 'LockedRows', 'Content', '{}'],
])('a cell %s that was typed over is named where it stands', async (_, table, column, value) => {
  const excel = openExcel(february);
  const place = (await excel.port.facts()).tables.find(({ name }) => name === table)!;
  const at = place.firstColumn + place.headers.indexOf(column);
  const address = `${place.sheet}!${String.fromCharCode(64 + at)}${place.headerRow + 1}`;
  typeOver(excel, address, value);
  const { verified: holds, differences } = await verified(excel.port);
  expect(holds).toBe(false);
  const cells = differences.map((one) => one.cell.replace(/'/g, ''));
  expect(cells).toContain(address);
});

test('a run that is paused in Excel is left out, then verified when it is resumed or taken back', async () => {
  // While it computes, and while it writes.
  for (const part of [0, 0.6]) {
    const excel = openExcel(february);
    const pausing: Environment = { ...env, pause: ({ share }) => share >= part };
    expect(await close(excel.port, { upTo: day(MONTHS[2]) }, pausing)).toMatchObject({ ok: true, paused: true });
    const paused = await verified(excel.port);
    expect([part, ...manners(paused)]).toEqual([part, 'IC-0001 computed', 'IC-0002 computed', 'IC-0003 unfinished']);
    expect(paused.verified).toBe(true);

    if (part === 0) {
      expect(await resume(excel.port, {}, env)).toMatchObject({ ok: true });
      expect(manners(await verified(excel.port)).at(-1)).toBe('IC-0003 computed');
    } else {
      await rollback(excel.port, env);
      expect(manners(await verified(excel.port)).at(-1)).toBe('IC-0003 taken back');
    }
    expect((await verified(excel.port)).verified).toBe(true);
    excel.stop();
  }
});

test('a closed row that was typed over in the input is told with its cell', async () => {
  const excel = openExcel(february);
  typeOver(excel, 'Transactions!E4', 101);
  expect(await verified(excel.port)).toMatchObject({
    verified: false,
    differences: [],
    problems: [{ code: 'LOCKED_CHANGED', cell: 'Transactions!E4' }],
  });
});
