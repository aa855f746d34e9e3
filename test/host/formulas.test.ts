import { Host } from '../../host/host';
import { parseArea } from '../../host/model/address';
import { addSheet } from '../../host/model/sheets';
import type { Sheet } from '../../host/model/sheet';
import { sortRows } from '../../host/model/sort';
import { addTable, renameTable } from '../../host/model/tables';
import { wireValue } from '../../host/model/values';
import { writeCells } from '../../host/model/write';

const area = (text: string) => parseArea(text)!;
const write = (sheet: Sheet, address: string, cells: unknown[][]): void => writeCells(sheet, area(address), cells);
const read = (sheet: Sheet, address: string): unknown => {
  const { row, column } = area(address);
  return wireValue(sheet.workbook.calculator.value(sheet, row, column));
};

/** A sheet of transactions with a table, and a sheet of settlements that refer to them. */
function book() {
  const { workbook } = new Host();
  const transactions = addSheet(workbook, 'Transactions');
  write(transactions, 'A3:C6', [
    ['Transaction', 'Quantity', 'Status'],
    ['P1', 10, 'Active'],
    ['S1', -4, 'Active'],
    ['S2*', -2.5, 'Reversed'],
  ]);
  renameTable(addTable(transactions, area('A3:C6'), true), 'Transactions');
  const settlements = addSheet(workbook, 'Settlements');
  write(settlements, 'A1:D3', [
    ['Issue', 'Amount', 'Issue row', 'Issue link'],
    ['S1', -40, 2, ''],
    ['S2*', -25.005, 1, ''],
  ]);
  renameTable(addTable(settlements, area('A1:D3'), true), 'Settlements');
  return { workbook, transactions, settlements };
}

test.each<readonly [string, unknown]>([
  ['=1+2*3', 7],
  ['=-2^2', 4],
  ['=10%', 0.1],
  ['=7/0', '#DIV/0!'],
  ['="a"&1&TRUE', 'a1TRUE'],
  ['="A"="a"', true],
  ['=2<"a"', true],
  ['=ROUND(2.345,2)', 2.35],
  ['=ROUND(-2.345,2)', -2.35],
  ['=ROUND(1234.5,-2)', 1200],
  ['=ABS(-3)', 3],
  ['=SUM(1,"2",TRUE)', 4],
  ['=IF(1>2,"yes","no")', 'no'],
  ['=IF(FALSE,1/0,"not asked")', 'not asked'],
  ['=IFERROR(1/0,"caught")', 'caught'],
  ['=AND(TRUE,1,"TRUE")', true],
  ['=OR(FALSE,0)', false],
  ['=NOT(0)', true],
  ['=ISTEXT("a")', true],
  ['=ISTEXT(1)', false],
  ['=SUBSTITUTE("a-b-c","-","+")', 'a+b+c'],
  ['=SUBSTITUTE("a-b-c","-","+",2)', 'a-b+c'],
  ['=ADDRESS(3,28)', '$AB$3'],
  ['=ADDRESS(3,28,4)', 'AB3'],
  ['=MATCH("b",{"a","b","c"},0)', 2],
  ['=INDEX({1,2;3,4},2,1)', 3],
  ['=SUMPRODUCT({1,2,3},{4,5,6})', 32],
  ['=TEXT(1234.5,"#,##0.00")', '1,234.50'],
  ['=NOSUCHFUNCTION(1)', '#NAME?'],
  ['=A1:B2', 0],
])('%s is %s', (formula, result) => {
  const { workbook } = new Host();
  write(workbook.active, 'D4', [[formula]]);
  expect(read(workbook.active, 'D4')).toBe(result);
});

test.each<readonly [string, unknown]>([
  // 10, -4 and -2.5 are three numbers; positive or not are two.
  ['=SUMPRODUCT(--(FREQUENCY(Transactions[Quantity],Transactions[Quantity])>0))', 3],
  ['=SUMPRODUCT(--(FREQUENCY((Transactions[Quantity]>0)*1,(Transactions[Quantity]>0)*1)>0))', 2],
  ['=INDEX(FREQUENCY(Transactions[Quantity],-3),2)', 2],
  ['=SUM(Transactions[Quantity])', 3.5],
  ['=SUM(Transactions)', 3.5],
  ['=COUNTIFS(Transactions[Status],"Active")', 2],
  ['=COUNTIFS(Transactions[Status],"active",Transactions[Quantity],"<0")', 1],
  ['=COUNTIFS(Transactions[Transaction],"S*")', 2],
  ['=COUNTIFS(Transactions[Transaction],"S2~*")', 1],
  ['=SUMIFS(Transactions[Quantity],Transactions[Status],"<>Active")', -2.5],
  ['=SUMIF(Transactions[Status],"Active",Transactions[Quantity])', 6],
  ['=ROUND(SUM(Settlements[Amount])+65.005,6)', 0],
  ['=ROW(Transactions[[#Headers],[Transaction]])', 3],
  ['=COLUMN(Transactions[[#Headers],[Status]])', 3],
  ['=ROWS(Transactions[#All])', 4],
  ['=COLUMNS(Transactions[[Transaction]:[Quantity]])', 2],
  ['=MATCH("s1",Transactions[Transaction],0)', 2],
  ['=MATCH("S2~*",Transactions[Transaction],0)', 3],
  ['=MATCH("none",Transactions[Transaction],0)', '#N/A'],
  ['=INDEX(Transactions[Transaction],2)', 'S1'],
  ['=INDEX(Transactions[Transaction],9)', '#REF!'],
  ["='Transactions'!B4*2", 20],
  ['=VLOOKUP("S1",Transactions,2,FALSE)', -4],
  ['=SUM(Transactions!B:B)', 3.5],
])('%s, over tables, is %s', (formula, result) => {
  const { workbook } = book();
  write(workbook.sheets[0], 'B2', [[formula]]);
  expect(read(workbook.sheets[0], 'B2')).toBe(result);
});

describe('a link column', () => {
  const LINK =
    '=IFERROR(HYPERLINK("#\'Transactions\'!"&ADDRESS(ROW(Transactions[[#Headers],[Transaction]])+' +
    'IF(IFERROR(INDEX(Transactions[Transaction],[@[Issue row]])=[@Issue],FALSE),[@[Issue row]],' +
    'MATCH(SUBSTITUTE([@Issue],"*","~*"),Transactions[Transaction],0)),COLUMN(Transactions[[#Headers],[Transaction]])),"→"),"")';

  const linkAt = (sheet: Sheet, address: string): string | null => {
    read(sheet, address);
    const { row, column } = area(address);
    return sheet.formulas.get(row, column)?.link ?? null;
  };

  test('leads to the remembered row, or searches where that is wrong', () => {
    const { settlements } = book();
    write(settlements, 'D2:D3', [[LINK], [LINK]]);
    expect(read(settlements, 'D2')).toBe('→');
    expect([linkAt(settlements, 'D2'), linkAt(settlements, 'D3')]).toEqual([
      "#'Transactions'!$A$5",
      "#'Transactions'!$A$6",
    ]);
  });

  test('follows the rows when they are sorted', () => {
    const { transactions, settlements } = book();
    write(settlements, 'D2:D3', [[LINK], [LINK]]);
    sortRows(transactions, area('A4:C6'), [{ key: 1, ascending: true }]);
    expect(read(transactions, 'A4')).toBe('S1');
    expect(linkAt(settlements, 'D2')).toBe("#'Transactions'!$A$4");
  });

  test('is blank where the row is gone', () => {
    const { transactions, settlements } = book();
    write(settlements, 'D2:D3', [[LINK], [LINK]]);
    write(transactions, 'A5', [['other']]);
    expect(read(settlements, 'D2')).toBe('');
  });
});

describe('calculation', () => {
  test('follows every change, unless it is manual', () => {
    const { workbook } = new Host();
    const sheet = workbook.active;
    write(sheet, 'A1:B1', [[2, '=A1*10']]);
    expect(read(sheet, 'B1')).toBe(20);
    workbook.calculationMode = 'Manual';
    write(sheet, 'A1', [[3]]);
    expect(read(sheet, 'B1')).toBe(20);
    write(sheet, 'C1', [['=A1']]);
    expect(read(sheet, 'C1')).toBe(3);
    workbook.calculator.recalculate();
    expect(read(sheet, 'B1')).toBe(30);
  });

  test('goes down a chain of 20,000 formulas', () => {
    const { workbook } = new Host();
    const rows = Array.from({ length: 20_000 }, (_row, index) => [index ? `=A${index}+1` : 1]);
    write(workbook.active, 'A1:A20000', rows);
    expect(read(workbook.active, 'A20000')).toBe(20_000);
  });

  test('shows 0 for a circle', () => {
    const { workbook } = new Host();
    write(workbook.active, 'A1:A2', [['=A2'], ['=A1']]);
    expect(read(workbook.active, 'A1')).toBe(0);
  });
});
