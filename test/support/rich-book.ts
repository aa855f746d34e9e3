import type { BookInput } from './xlsx';
import { tableSheet } from './xlsx';

const REL = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const OOXML = 'application/vnd.openxmlformats-officedocument.';

/**
 * A workbook as people have them: besides the transactions a report with a chart, a picture, comments and conditional
 * formats, a pivot, names, an external link, custom XML, macros and a calculation chain. Parts that no test reads
 * are only as long as they must be to be told apart.
 */
export function richBook(): BookInput {
  return {
    contentType: 'application/vnd.ms-excel.sheet.macroEnabled.main+xml',
    sheets: [
      tableSheet('Transactions', [
        ['Transaction', 'Item', 'Quantity', 'Financial date', 'Financial cost'],
        ['T1', 'BOLT', 10, 46030, 100],
        ['T2', 'BOLT', -4, 46040, -44],
      ]),
      {
        name: "Bob's report",
        rows: [
          ['Stock value', { formula: 'SUM(Transactions[Financial cost])', value: 56 }],
          ['Later', { formula: 'B1*2', value: 112 }],
        ],
        before:
          '<sheetViews><sheetView tabSelected="1" workbookViewId="0"><selection activeCell="B2" sqref="B2"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight="15" x14ac:dyDescent="0.25" xmlns:x14ac="http://schemas.microsoft.com/office/spreadsheetml/2009/9/ac"/>',
        after:
          '<conditionalFormatting sqref="B1:B2"><cfRule type="cellIs" dxfId="0" priority="1" operator="lessThan"><formula>0</formula></cfRule></conditionalFormatting>' +
          '<pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/><drawing r:id="rId1"/><legacyDrawing r:id="rId2"/>',
        relationships:
          `<Relationship Id="rId1" Type="${REL}/drawing" Target="../drawings/drawing1.xml"/>` +
          `<Relationship Id="rId2" Type="${REL}/vmlDrawing" Target="../drawings/vmlDrawing1.vml"/>` +
          `<Relationship Id="rId3" Type="${REL}/comments" Target="../comments1.xml"/>` +
          `<Relationship Id="rId4" Type="${REL}/pivotTable" Target="../pivotTables/pivotTable1.xml"/>`,
      },
    ],
    workbookBefore: '<!-- a comment -->',
    definedNames: `<definedName name="_xlnm.Print_Area" localSheetId="1">'Bob''s report'!$A$1:$B$2</definedName><definedName name="Rate">1.25</definedName>`,
    contentTypes:
      '<Default Extension="png" ContentType="image/png"/><Default Extension="bin" ContentType="application/vnd.ms-office.vbaProject"/>' +
      `<Default Extension="vml" ContentType="${OOXML}vmlDrawing"/>` +
      `<Override PartName="/xl/calcChain.xml" ContentType="${OOXML}spreadsheetml.calcChain+xml"/>` +
      `<Override PartName="/xl/charts/chart1.xml" ContentType="${OOXML}drawingml.chart+xml"/>` +
      `<Override PartName="/xl/drawings/drawing1.xml" ContentType="${OOXML}drawing+xml"/>` +
      `<Override PartName="/xl/comments1.xml" ContentType="${OOXML}spreadsheetml.comments+xml"/>` +
      '<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>',
    relationships:
      `<Relationship Id="rId3" Type="${REL}/calcChain" Target="calcChain.xml"/>` +
      `<Relationship Id="rId4" Type="http://schemas.microsoft.com/office/2006/relationships/vbaProject" Target="vbaProject.bin"/>` +
      `<Relationship Id="rId5" Type="${REL}/externalLink" Target="externalLinks/externalLink1.xml"/>` +
      `<Relationship Id="rId6" Type="${REL}/customXml" Target="../customXml/item1.xml"/>`,
    parts: {
      'xl/calcChain.xml':
        '<calcChain xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><c r="B1" i="2"/><c r="B2"/></calcChain>',
      'xl/vbaProject.bin': new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 1, 2, 3]),
      'xl/media/image1.png': new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0xff, 0xfe]),
      'xl/drawings/drawing1.xml':
        '<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing"/>',
      'xl/drawings/vmlDrawing1.vml': '<xml xmlns:v="urn:schemas-microsoft-com:vml"><br></xml>',
      'xl/charts/chart1.xml': '<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"/>',
      'xl/comments1.xml':
        '<comments xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><authors/><commentList/></comments>',
      'xl/pivotTables/pivotTable1.xml':
        '<pivotTableDefinition xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"/>',
      'xl/externalLinks/externalLink1.xml':
        '<externalLink xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"/>',
      'customXml/item1.xml': '<anything>ÄÖÜ</anything>',
      'docProps/core.xml': '<coreProperties/>',
    },
  };
}
