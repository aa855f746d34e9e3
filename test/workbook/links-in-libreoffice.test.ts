import { readFileSync, writeFileSync } from 'node:fs';
import { refreshLinks } from '../../src/runs/refresh-links';
import { openXlsx } from '../../src/workbook/file';
import { libreOffice, LibreOffice } from '../support/libreoffice';
import { closed, ENV, grid, workbookOf } from '../support/workbooks';

// LibreOffice takes its time where the machine is busy.
jest.setTimeout(180_000);

const BOOK = [
  grid(
    'Transactions',
    `
    Transaction | Item | Quantity | Financial date | Financial cost
    P1          | A    | 10       | 2026-01-05     | 100.00
    P2          | A    | 10       | 2026-01-10     | 120.00
    S1          | A    | -15      | 2026-01-20     | -165.00
    W*          | B    | 4        | 2026-01-06     | 40.00
    WX          | B    | 4        | 2026-01-08     | 44.00
    V1          | B    | -6       | 2026-01-21     | -60.00
    `,
  ),
  grid(
    'Items',
    `
    Item | Item model group
    B    | AVG
    `,
  ),
  grid(
    'ItemModelGroups',
    `
    Item model group | Inventory model
    AVG              | Weighted average
    `,
  ),
];

/** Settlement, and what stands in the cell that its links to the issue and to the receipt lead to. */
const RIGHT = [
  'S1 -> S1, P1 -> P1',
  'S1 -> S1, P2 -> P2',
  'IC-0001/1 out -> IC-0001/1 out, W* -> W*',
  'IC-0001/1 out -> IC-0001/1 out, WX -> WX',
  'V1 -> V1, IC-0001/1 in -> IC-0001/1 in',
];

/** Basic: where the name of a link leads to from a row, and what stands there; the links of Settlements, one line a row. */
const TELL_LINKS = `
Function Target(doc As Object, row As Long, id As Long, link As Long, name As String) As String
  sheet = doc.Sheets.getByName("Settlements")
  Target = sheet.getCellByPosition(id, row).String & " -> "
  If sheet.getCellByPosition(link, row).String <> "→" Then
    Target = Target & "no link"
    Exit Function
  End If
  scratch = sheet.getCellByPosition(40, row)
  scratch.Formula = "=" & name
  address = scratch.String
  scratch.String = ""
  at = InStr(address, "!")
  place = Mid(address, 2, at - 2)
  If Left(place, 1) = "'" Then place = Mid(place, 2, Len(place) - 2)
  If Not doc.Sheets.hasByName(place) Then
    Target = Target & "nowhere"
    Exit Function
  End If
  Target = Target & doc.Sheets.getByName(place).getCellRangeByName(Mid(address, at + 1)).String
End Function
Sub TellLinks(doc As Object, first As Long)
  For row = first To first + 4
    Tell Target(doc, row, 4, 11, "Settlements.Issue") & ", " & Target(doc, row, 5, 13, "Settlements.Receipt")
  Next
End Sub
Sub SortRows(sheet As Object, area As String, column As Long, up As Boolean)
  Dim field(0) As New com.sun.star.table.TableSortField
  Dim how(1) As New com.sun.star.beans.PropertyValue
  field(0).Field = column
  field(0).IsAscending = up
  how(0).Name = "SortFields"
  how(0).Value = field()
  how(1).Name = "ContainsHeader"
  how(1).Value = False
  sheet.getCellRangeByName(area).sort(how())
End Sub
`;

const office = new LibreOffice();
afterAll(() => office.close());

/** What is done to the workbook in LibreOffice; the first row of Settlements stands in the ninth row, but for the last. */
const WORKS: readonly (readonly [what: string, work: string, first?: number])[] = [
  ['as they were written', ''],
  ['after the transactions were sorted, the largest first', 'SortRows(transactions, "A4:E9", 2, False)'],
  ['after the transactions were sorted by their dates, the last first', 'SortRows(transactions, "A4:E9", 3, False)'],
  ['after rows were inserted in the table', 'transactions.Rows.insertByIndex(5, 2)'],
  ['after rows were inserted above the table', 'transactions.Rows.insertByIndex(0, 3)'],
  ['after a column was inserted before the ids', 'transactions.Columns.insertByIndex(0, 1)'],
  ['after rows were hidden by a filter', 'transactions.Rows.getByIndex(3).IsVisible = False'],
  ['after rows were inserted above the settlements', 'settlements.Rows.insertByIndex(1, 1)', 9],
];

/** Opens the workbook for each work, does it, and tells where links lead. It is saved as "after.xlsx" each time. */
async function linksAfter(bytes: Uint8Array, works: typeof WORKS): Promise<string[][]> {
  const [book, saved] = [office.path('book.xlsx'), office.path('after.xlsx')];
  writeFileSync(book, bytes);
  const lines = await office.run(
    `${TELL_LINKS}
     Sub Work
       ${works
         .map(
           ([, work, first = 8]) => `
             doc = Opened("${book}")
             If doc.Sheets.hasByName("Transactions") Then transactions = doc.Sheets.getByName("Transactions")
             settlements = doc.Sheets.getByName("Settlements")
             ${work}
             doc.calculateAll()
             TellLinks(doc, ${first})
             Saved(doc, "${saved}", "Calc MS Excel 2007 XML")
             doc.close(True)`,
         )
         .join('\n')}
     End Sub`,
    170_000,
  );
  return works.map((_, at) => lines.slice(at * RIGHT.length, (at + 1) * RIGHT.length));
}

const installed = libreOffice ? describe : describe.skip;

installed('links in LibreOffice', () => {
  let bytes: Uint8Array;
  let links: string[][];
  beforeAll(async () => {
    bytes = (await closed(workbookOf(BOOK), '2026-01-31')).bytes;
    links = await linksAfter(bytes, [...WORKS, ['sorted', 'SortRows(settlements, "A9:Q13", 0, False)']]);
  });

  test.each(WORKS.map(([what], at) => ({ what, at })))('lead to the right row $what', ({ at }) => {
    expect(links[at]).toEqual(RIGHT);
  });

  test('lead to the right row after the settlements themselves were sorted', () => {
    expect(links[WORKS.length]).toEqual([...RIGHT].reverse());
  });

  test('lead nowhere after a sheet was renamed, until they are refreshed', async () => {
    const [lost] = await linksAfter(bytes, [['renamed', 'transactions.setName("Stock moves")']]);
    expect(lost.slice(0, 2)).toEqual(['S1 -> nowhere, P1 -> nowhere', 'S1 -> nowhere, P2 -> nowhere']);
    // Refreshed in the file that LibreOffice has saved.
    const port = openXlsx(new Uint8Array(readFileSync(office.path('after.xlsx'))), 'after.xlsx');
    await refreshLinks(port, ENV);
    const [found] = await linksAfter(port.toBytes(new Date(0)), [['refreshed', '']]);
    expect(found).toEqual(RIGHT);
  });
});
