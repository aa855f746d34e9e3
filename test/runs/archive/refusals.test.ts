import { archivable } from '../../../src/runs/archive/archivable';
import { archive } from '../../../src/runs/archive/archive';
import type { Refusal } from '../../../src/book/problem';
import { close } from '../../../src/runs/close';
import { reverse } from '../../../src/runs/reverse';
import { verify } from '../../../src/runs/verify';
import { openXlsx } from '../../../src/workbook/file';
import { archived, without, writtenBy } from '../../support/archived';
import { lifeBook, MONTHS } from '../../support/life';
import { closed, day, ENV, gridsOf, NOW, withCell, withTable } from '../../support/workbooks';

const upTo = day('2026-04-30');
const REVERSE = { withLater: false, note: '', dryRun: false };
const lines = (found: { readonly ok: true } | Refusal): string[] =>
  found.ok ? [] : found.problems.map(({ cell, code, message }) => `${cell} ${code}: ${message}`.trim());

let march: Uint8Array;
let kept: Uint8Array;
let ids: string[];
beforeAll(async () => {
  march = lifeBook();
  for (const month of MONTHS) march = (await closed(march, month)).bytes;
  ({ bytes: kept, ids } = await archived(march));
}, 60_000);

const closeOf = async (bytes: Uint8Array) => lines(await close(openXlsx(bytes, 'book.xlsx'), { upTo }, ENV));

describe('the period lock after an archive', () => {
  test('archived rows may be gone, and stand there as they were', async () => {
    expect(await closeOf(await without(kept, ids))).toEqual([]);
    expect(await closeOf(kept)).toEqual([]);
  });

  test('a row that was not archived may not be gone', async () => {
    expect(ids).not.toContain('S1');
    expect(await closeOf(await without(kept, [...ids, 'S1']))).toEqual([
      expect.stringMatching(
        /^'Locked rows'!D\d+ LOCKED_DELETED: Transaction S1 was locked by IC-0001, and is no longer/,
      ),
    ]);
  });

  test('an archived row that stands there with another cost is a change', async () => {
    const bytes = await withTable(kept, 'Transactions', (table) => withCell(table, 'B1', 'Financial cost', 101));
    expect(await closeOf(bytes)).toEqual([
      'Transactions!E4 LOCKED_CHANGED: Transaction B1 was locked by IC-0001, and its Financial cost was changed from 100.00 to 101.00.',
    ]);
  });

  test('what is kept of a row that is gone is compared too, at the cell that keeps it', async () => {
    const bytes = await tampered(await without(kept, ids), 'B1', '"100.00"', '"101.00"');
    expect(await closeOf(bytes)).toEqual([
      expect.stringMatching(
        /^'Locked rows'!F\d+ LOCKED_CHANGED: Transaction B1 was locked by IC-0001, and its Financial cost was changed from 100\.00 to 101\.00\.$/,
      ),
    ]);
    expect(await closeOf(await tampered(await without(kept, ids), 'B1', '{"Item"', '{Item'))).toEqual([
      expect.stringMatching(/^'Locked rows'!F\d+ RESULT_DAMAGED: Content is not what the archive of a row holds\.$/),
      expect.stringMatching(/LOCKED_DELETED: Transaction B1/),
    ]);
  });

  test('a row that was deleted before it was archived can not be archived with the others', async () => {
    const found = await archivable(openXlsx(await without(march, ['B1']), 'book.xlsx'), {}, ENV);
    expect(lines(found)).toEqual([expect.stringMatching(/LOCKED_DELETED: Transaction B1/)]);
  });
});

describe('verify names what was changed in an archived row', () => {
  test.each([
    ['a cost', '"100.00"', '"101.00"'],
    ['an account', '"1410 Metal"', '"1419 Metal"'],
    ['the model', '"FIFO"', '"LIFO"'],
  ])('%s, with both contents', async (_, from, to) => {
    for (const bytes of [kept, await without(kept, ids)]) {
      const found = await verify(openXlsx(await tampered(bytes, 'B1', from, to), 'book.xlsx'), ENV);
      if (!found.ok) throw new Error('refused');
      expect(found.verified).toBe(false);
      expect(found.differences).toHaveLength(1);
      const [difference] = found.differences;
      expect(difference).toMatchObject({ closing: 'IC-0004', table: 'LockedRows', column: 'Content' });
      expect(difference.expected).toContain(from);
      expect(difference.found).toContain(to);
    }
  });

  test('what no lock holds, by the fingerprint', async () => {
    const bytes = await tampered(await without(kept, ids), 'B1', '"Shelf":"a"', '"Shelf":"c"');
    const found = await verify(openXlsx(bytes, 'book.xlsx'), ENV);
    expect(found).toMatchObject({
      verified: false,
      differences: [{ closing: 'IC-0004', column: 'Result fingerprint' }],
    });
  });

  test('the lock of a row that is gone, from the archive', async () => {
    const bytes = await tampered(await without(kept, ids), 'B1', '"100.00"', '"101.00"', 'Transaction');
    const found = await verify(openXlsx(bytes, 'book.xlsx'), ENV);
    if (!found.ok) throw new Error('refused');
    expect(found.differences).toEqual([
      expect.objectContaining({ closing: 'IC-0001', table: 'LockedRows', column: 'Content', kind: 'changed' }),
    ]);
  });
});

describe('a reversal', () => {
  test('of the archive is refused while rows are gone, and so is that of a run before it', async () => {
    const port = openXlsx(await without(kept, ['B1', 'O1']), 'book.xlsx');
    const before = port.toBytes(new Date(NOW));
    const gone =
      'ARCHIVED_GONE: 2 rows that IC-0004 archived are no longer in the table Transactions (B1, O1): without them it can not be reversed, nor any run before it.';
    expect(lines(await reverse(port, REVERSE, ENV))).toEqual([gone]);
    expect(lines(await reverse(port, { ...REVERSE, closing: 'IC-0002', withLater: true }, ENV))).toEqual([gone]);
    expect(port.toBytes(new Date(NOW))).toEqual(before);
  });

  test('of the archive gives the rows back to their table, and an archive after it is the same', async () => {
    const port = openXlsx(kept, 'book.xlsx');
    expect(await reverse(port, REVERSE, ENV)).toMatchObject({
      ok: true,
      runs: [{ reversed: 'IC-0004', type: 'Archive' }],
    });
    const bytes = port.toBytes(new Date(NOW));
    expect(await verify(openXlsx(bytes, 'book.xlsx'), ENV)).toMatchObject({ verified: true });
    expect(await closeOf(await without(bytes, ['B1']))).toEqual([
      expect.stringMatching(/LOCKED_DELETED: Transaction B1/),
    ]);
    const again = await archived(bytes);
    expect(again.ids).toEqual(ids);
    expect(await writtenBy(again.bytes, 'IC-0006')).toEqual(
      (await writtenBy(kept, 'IC-0004')).map((line) => line.replace('Status Reversed', 'Status Active')),
    );
  });

  test('of an older close takes the archive back first, and comes to the state before', async () => {
    const port = openXlsx(kept, 'book.xlsx');
    const options = { ...REVERSE, closing: 'IC-0003', withLater: true };
    expect(await reverse(port, options, ENV)).toMatchObject({
      runs: [{ reversed: 'IC-0004' }, { reversed: 'IC-0003' }],
    });
    const again = await closed(port.toBytes(new Date(NOW)), MONTHS[2]);
    const active = (text: string) => text.replace('Status Reversed', 'Status Active');
    expect(await writtenBy(again.bytes, again.closed.ids.closing)).toEqual(
      (await writtenBy(again.bytes, 'IC-0003')).map(active).sort(),
    );
  });

  test('of a close after the archive goes without the rows', async () => {
    const april = await closed(await without(kept, ids), '2026-04-30');
    const port = openXlsx(april.bytes, 'book.xlsx');
    expect(await reverse(port, REVERSE, ENV)).toMatchObject({ ok: true, runs: [{ reversed: 'IC-0005' }] });
    expect(await verify(port, ENV)).toMatchObject({ verified: true });
  });
});

describe('there is nothing to archive', () => {
  test('before the first close', async () => {
    const port = openXlsx(lifeBook(), 'book.xlsx');
    expect(await archivable(port, {}, ENV)).toMatchObject({ ok: true, rows: [] });
    expect(lines(await archive(port, {}, ENV))).toEqual([
      'NOTHING_TO_ARCHIVE: No row of Transactions can be archived: no close is in force.',
    ]);
  });

  test('a second time, and the command says why the others stay', async () => {
    expect(lines(await archive(openXlsx(await without(kept, ids), 'book.xlsx'), {}, ENV))).toEqual([
      expect.stringMatching(
        new RegExp(
          `can be archived: up to 2026-03-31, of its rows are ${ids.length} archived already; \\d+ not invoiced`,
        ),
      ),
    ]);
  });

  test('while a run is unfinished', async () => {
    const bytes = await withTable(march, 'Closings', (table) => withCell(table, 'IC-0003', 'Status', 'Paused'));
    expect(lines(await archive(openXlsx(bytes, 'book.xlsx'), {}, ENV))).toEqual([expect.stringMatching(/^OTHER_RUN/)]);
  });
});

/** The workbook with a text replaced in the content of a row of LockedRows. */
async function tampered(bytes: Uint8Array, key: string, from: string, to: string, kind = 'Archived') {
  const locked = (await gridsOf(bytes)).find(({ name }) => name === 'LockedRows')!;
  const at = (header: string) => locked.headers.indexOf(header);
  const row = locked.rows.find((cells) => cells[at('Kind')] === kind && cells[at('Key')] === key)!;
  const content = String(row[at('Content')]);
  expect(content).toContain(from);
  return withTable(bytes, 'LockedRows', (table) => withCell(table, row[0], 'Content', content.replace(from, to)));
}
