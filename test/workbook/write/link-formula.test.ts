import {
  goToFormula,
  isLinkTarget,
  leadsTo,
  linkFormula,
  linkName,
  type LinkPlace,
  linkTarget,
} from '../../../src/workbook/write/link-formula';
import { convertAll, libreOffice } from '../../support/libreoffice';
import { makeXlsx, tableSheet, type CellInput } from '../../support/xlsx';

// LibreOffice takes its time where the machine is busy.
jest.setTimeout(120_000);

const TRANSACTIONS: LinkPlace = { sheet: 'Stock "1"', table: 'Transactions', column: 'Transaction' };
const LEGS: LinkPlace = { sheet: "Bob's legs", table: 'ClosingTransfers', column: 'Transaction' };

const OWN = { sheet: 'Settlements', id: 5, row: 12 };

test('a link says by its name where it leads, the same in every row', () => {
  expect(linkFormula('Settlements', 'Issue')).toBe('IFERROR(HYPERLINK(Settlements.Issue,"→"),"")');
  expect(linkName('T', 'Issue no')).toBe('T.Issue_no');
});

test('the name goes to the remembered row while the id stands there, and searches else', () => {
  const [id, row] = ['INDEX(Ledger!$C:$C,MAX(ROW()))', 'INDEX(Ledger!$M:$M,MAX(ROW()))'];
  const escaped = `SUBSTITUTE(SUBSTITUTE(SUBSTITUTE(${id},"~","~~"),"*","~*"),"?","~?")`;
  expect(
    linkTarget(
      { sheet: 'Ledger', id: 3, row: 13 },
      { first: { sheet: 'Closings', table: 'Closings', column: 'Closing' } },
    ),
  ).toBe(
    `IF(${row}="",NA(),"#Closings!"&ADDRESS(ROW(Closings[[#Headers],[Closing]])+` +
      `IFERROR(${row}/(INDEX(Closings[Closing],${row})=${id}),MATCH(IF(ISTEXT(${id}),${escaped},${id}),Closings[Closing],0))` +
      ',COLUMN(Closings[[#Headers],[Closing]])))',
  );
});

test('names with signs that mean something in a reference are escaped', () => {
  const formula = linkTarget(
    { sheet: "Bob's log", id: 1, row: 2 },
    { first: { sheet: 'S', table: 'T', column: "Bob's [row] #, B" } },
  );
  expect(formula).toContain("T[[Bob''s '[row'] '#, B]]");
  expect(formula).toContain("INDEX('Bob''s log'!$B:$B,MAX(ROW()))");
});

test('a name leads right while it looks where references stand, and names the sheets of its targets', () => {
  const places = { first: TRANSACTIONS, second: LEGS };
  const formula = linkTarget(OWN, places);
  expect(isLinkTarget(formula)).toBe(true);
  expect(leadsTo(formula, OWN, places)).toBe(true);
  expect(leadsTo(formula, { ...OWN, row: 14 }, places)).toBe(false);
  expect(leadsTo(formula, OWN, { first: { ...TRANSACTIONS, sheet: 'Stock' } })).toBe(false);
  expect(leadsTo(linkTarget(OWN, { first: TRANSACTIONS }), OWN, places)).toBe(false);
});

test.each(['0.19', 'Rates!$A$1', 'IF(A1="",NA(),1)'])('%s is no name of a link', (formula) => {
  expect(isLinkTarget(formula)).toBe(false);
});

describe('as LibreOffice computes it', () => {
  // HYPERLINK shows its arrow; CHOOSE in its place shows where it leads.
  const target = (formula: string): string => formula.replaceAll('HYPERLINK(', 'CHOOSE(1,');
  const cases: [string, CellInput, CellInput, string][] = [
    ['the remembered row', 'T2', 2, '#\'Stock "1"\'!$A$3'],
    ['a row that was moved is searched', 'T1', 2, '#\'Stock "1"\'!$A$2'],
    ['a row beyond the table is searched', 'T1', 99, '#\'Stock "1"\'!$A$2'],
    ['an id that is a number', 1003, 3, '#\'Stock "1"\'!$A$4'],
    ['a number that was moved', 1003, 1, '#\'Stock "1"\'!$A$4'],
    ['signs that a search takes for wildcards', '*', 1, '#\'Stock "1"\'!$A$5'],
    ['a question mark', 'T?', 1, '#\'Stock "1"\'!$A$6'],
    ['a tilde', '~1', 1, '#\'Stock "1"\'!$A$7'],
    ['text that looks like a number', '00123', 1, '#\'Stock "1"\'!$A$8'],
    ['a leg', 'L2', -2, "#'Bob's legs'!$A$3".replace("b's", "b''s")],
    ['a leg that was moved', 'L1', -2, "#'Bob''s legs'!$A$2"],
    ['no reference', 'PO1', null, ''],
    ['an id that is nowhere', 'gone', 1, ''],
  ];

  (libreOffice ? test : test.skip)('every kind of reference', async () => {
    const formula = target(linkFormula('Settlements', 'Issue'));
    const leads = linkTarget({ sheet: 'Settlements', id: 1, row: 2 }, { first: TRANSACTIONS, second: LEGS });
    const goTo = target(goToFormula('F2', TRANSACTIONS));
    const bytes = makeXlsx({
      definedNames: `<definedName name="Settlements.Issue">${leads.replace(/&/g, '&amp;').replace(/>/g, '&gt;')}</definedName>`,
      sheets: [
        {
          name: 'Settlements',
          rows: [['Issue', 'Issue row', 'Issue link'], ...cases.map(([, id, row]) => [id, row, { formula }])].map(
            (row, index) => (index === 1 ? [...row, null, null, '1003', { formula: goTo }] : row),
          ),
          tables: [{ name: 'Settlements', ref: `A1:C${cases.length + 1}` }],
        },
        {
          ...tableSheet('Transactions', [['Transaction'], ['T1'], ['T2'], [1003], ['*'], ['T?'], ['~1'], ['00123']]),
          name: 'Stock "1"',
        },
        { ...tableSheet('ClosingTransfers', [['Transaction'], ['L1'], ['L2']]), name: "Bob's legs" },
      ],
    });
    const [sheet] = await convertAll(bytes, 'csv:Text - txt - csv (StarCalc):9,34,76');
    const rows = new TextDecoder()
      .decode(sheet.bytes)
      .trim()
      .split('\n')
      .slice(1)
      .map((line) => line.split('\t'));
    const shown = rows.map((row) => (row[2] ?? '').replace(/^"(.*)"$/, '$1').replace(/""/g, '"'));
    expect(shown.map((text, index) => [cases[index][0], text])).toEqual(
      cases.map(([what, , , expected]) => [what, expected]),
    );
    expect(rows[0][6]?.replace(/^"(.*)"$/, '$1').replace(/""/g, '"')).toBe('#\'Stock "1"\'!$A$4');
  });
});
