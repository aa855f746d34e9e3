import { areaText, intersection, parseArea, splitAddress } from '../model/address';
import type { Change } from '../model/changes';
import type { Sheet } from '../model/sheet';
import type { Workbook } from '../model/workbook';
import type { CellRange } from './targets';

/** An event as it goes to the add-in: its type, whom it is addressed to, and what its handler gets. */
export interface Event {
  readonly type: number;
  readonly target: string;
  readonly args: Readonly<Record<string, unknown>>;
  readonly remote: boolean;
}

const WORKBOOK = 'Workbook';
const SHEET_EVENTS = {
  'sheet activated': 11,
  'sheet deactivated': 12,
  'sheet added': 13,
  'sheet deleted': 15,
} as const;

/** Numbers of the events that office.js knows from the times before Excel's own object model. */
const DOCUMENT_SELECTION = 2;

/** What the add-in's handlers would be told about a change; only what somebody registered for is sent. */
export function eventsOf(change: Change): Event[] {
  const { sheet, actor } = change;
  const remote = actor === 'coauthor';
  const source = remote ? 'Remote' : 'Local';
  const common = { source, worksheetId: sheet.id };
  const to = (type: number, targets: readonly string[], args: object): Event[] =>
    targets.map((target) => ({ type, target, args: { ...common, ...args }, remote }));
  const both = [sheet.id, WORKBOOK];
  switch (change.kind) {
    case 'cells':
      return cellEvents(change, to, actor === 'addin' ? 'ThisLocalAddin' : 'Unknown');
    case 'formats':
      return to(18, both, { address: areaText(change.area), referenceId: referenceTo(sheet, areaText(change.area)) });
    case 'selection': {
      const tables = sheet.workbook.tables.filter((table) => table.sheet === sheet);
      return [
        ...to(14, both, { address: areaText(change.area) }),
        ...to(DOCUMENT_SELECTION, [''], {}),
        ...tables.flatMap((table) => {
          const inside = intersection(table.area, change.area);
          return to(100, [String(table.id)], { address: inside ? areaText(inside) : '' });
        }),
      ];
    }
    case 'calculated':
      return to(16, both, { address: '' });
    case 'table added':
    case 'table deleted': {
      const { id, name } = change.table;
      return to(change.kind === 'table added' ? 102 : 103, both, { tableId: String(id), tableName: name });
    }
    case 'sheet activated':
    case 'sheet deactivated':
    case 'sheet added':
    case 'sheet deleted':
      return to(SHEET_EVENTS[change.kind], both, {});
    default:
      return [];
  }
}

type Send = (type: number, targets: readonly string[], args: object) => Event[];

function cellEvents(change: Extract<Change, { kind: 'cells' }>, to: Send, triggerSource: string): Event[] {
  const { sheet, area, changeType } = change;
  const address = areaText(area);
  const details =
    change.before && change.after
      ? {
          valueBefore: change.before.value,
          valueAfter: change.after.value,
          valueTypeBefore: change.before.type,
          valueTypeAfter: change.after.type,
        }
      : {};
  const args = {
    address,
    changeType,
    triggerSource,
    shiftDirection: 'None',
    referenceId: referenceTo(sheet, address),
    ...details,
  };
  const tables = sheet.workbook.tables.filter((table) => table.sheet === sheet && intersection(table.area, area));
  return [
    ...to(10, [sheet.id, WORKBOOK], args),
    ...tables.flatMap((table) =>
      to(101, [String(table.id), sheet.id, WORKBOOK], { ...args, tableId: String(table.id) }),
    ),
  ];
}

const referenceTo = (sheet: Sheet, address: string): string => `event:${sheet.id}!${address}`;

/** The range that an event's getRange() asks for; null where its sheet is gone. */
export function rangeOfEvent(workbook: Workbook, reference: string): CellRange | null {
  const [sheet, address] = splitAddress(reference.replace(/^event:/, ''));
  const home = workbook.findSheet(sheet ?? '');
  const area = parseArea(address);
  return home && area ? { sheet: home, area } : null;
}
