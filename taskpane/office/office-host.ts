import { splitAddress } from '../../src/workbook/area';
import { excelPort, insertWorkbook } from '../../src/workbook/excel';
import { mappedPort } from '../../src/workbook/mapping/mapped-port';
import type { SheetArea } from '../../src/workbook/port';
import type { PaneHost, Selection } from '../host';
import { isDark } from './colors';

const NOTHING: Selection = { address: '', text: '', row: undefined, column: '' };

/** The pane's host in Excel: selection and sheets by office.js, everything about tables by the port. */
export function officeHost(): PaneHost {
  return {
    openedIn: {
      platform: `Excel (${Office.context.platform}, ${Office.context.diagnostics.version})`,
      readOnly: Office.context.document.mode === Office.DocumentMode.ReadOnly,
    },
    language: Office.context.displayLanguage,
    theme: {
      dark: () => isDark(Office.context.officeTheme?.bodyBackgroundColor),
      // Excel tells of no change of its theme: it is asked again when the pane opens.
      onChanged: () => () => undefined,
    },
    port: (hooks) => mappedPort(excelPort(hooks)),
    goTo,
    selection,
    selectedArea,
    onSelectionChanged,
    insertSheets: (workbook) => insertWorkbook(workbook),
  };
}

async function goTo(address: string): Promise<void> {
  const { sheet, range } = splitAddress(address);
  await Excel.run(async (context) => {
    const worksheet = context.workbook.worksheets.getItem(sheet);
    worksheet.activate();
    worksheet.getRange(range).select();
    await context.sync();
  });
}

/** The active cell and, where it stands in a table, its row. */
function selection(): Promise<Selection> {
  return Excel.run(async (context) => {
    const cell = context.workbook.getActiveCell().load('address,text,columnIndex');
    const tables = cell.worksheet.tables.load('items/name');
    await context.sync();
    const insides = tables.items.map((one) => one.getRange().getIntersectionOrNullObject(cell).load('address'));
    await context.sync();
    const found = { address: cell.address, text: cell.text[0][0] };
    const table = tables.items.find((_, at) => !insides[at].isNullObject);
    if (!table) return { ...NOTHING, ...found };
    const header = table.getHeaderRowRange().load('text,columnIndex');
    const row = cell.getEntireRow().getIntersection(table.getRange()).load('text');
    await context.sync();
    const [headers] = header.text as string[][];
    return {
      ...found,
      row: Object.fromEntries(headers.map((name, at) => [name, row.text[0][at]])),
      column: headers[cell.columnIndex - header.columnIndex],
    };
  });
}

/** Excel gives no range where several were selected with the control key, or a picture. */
async function selectedArea(): Promise<SheetArea | undefined> {
  try {
    return await Excel.run(async (context) => {
      const range = context.workbook.getSelectedRange().load('rowIndex,columnIndex,rowCount,columnCount');
      const sheet = range.worksheet.load('name');
      await context.sync();
      const { rowIndex, columnIndex, rowCount, columnCount } = range;
      const area = {
        top: rowIndex + 1,
        left: columnIndex + 1,
        bottom: rowIndex + rowCount,
        right: columnIndex + columnCount,
      };
      return { sheet: sheet.name, area };
    });
  } catch (error) {
    if (error instanceof OfficeExtension.Error && error.code === 'InvalidSelection') return undefined;
    throw error;
  }
}

function onSelectionChanged(listener: () => void): () => void {
  const handler = Excel.run(async (context) => {
    const added = context.workbook.worksheets.onSelectionChanged.add(() => {
      listener();
      return Promise.resolve();
    });
    await context.sync();
    return added;
  });
  return () => {
    const end = async () => {
      const added = await handler;
      await Excel.run(added.context, async (context) => {
        added.remove();
        await context.sync();
      });
    };
    // The pane may be closing, and Excel out of reach already: then nothing is left to end.
    end().catch(() => undefined);
  };
}
