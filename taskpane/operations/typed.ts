import { isoDay, parseIsoDay } from '../../src/book/days';
import type { Fill } from '../../src/settle/by-hand/fill';
import type { Selection } from '../../src/runs/adjust/selection';
import { listOfNames, namesOfList } from '../../src/runs/chosen-items';
import type { FlowOptions, OperationName, OperationOptions } from '../flow/options';

export const METHODS = ['Item cost price', 'Unit cost', 'Total value', 'Percent', 'Amount'] as const;
export type Method = (typeof METHODS)[number];

/** What stands in the fields of an operation; each form shows those that it needs. */
export interface Typed {
  readonly upTo: string;
  readonly items: string;
  readonly itemGroups: string;
  readonly where: string;
  readonly method: Method;
  readonly amount: string;
  readonly closing: string;
  readonly receipts: readonly { readonly transaction: string; readonly value: string }[];
  readonly note: string;
}

export type TypedFault = keyof Typed | `receipt ${number}` | `value ${number}` | 'selection';

/** The fields before anything is typed, or as they were when the options were made of them. */
export function typedOf(options: FlowOptions | undefined, proposed: number): Typed {
  const blank: Typed = {
    ...{ upTo: proposed === 0 ? '' : isoDay(proposed), items: '', itemGroups: '', where: '', note: '', closing: '' },
    ...{ method: 'Unit cost', amount: '', receipts: [{ transaction: '', value: '' }] },
  };
  if (!options || options.name === 'close') return blank;
  const { note } = options;
  switch (options.name) {
    case 'recalculate':
      return { ...blank, note, upTo: isoDay(options.upTo), ...selected(options.selection) };
    case 'reverse':
      return { ...blank, note, closing: options.closing };
    case 'on-hand':
      return {
        ...blank,
        note,
        ...selected(options.selection),
        method: options.fill.method,
        amount: amountIn(options.fill),
      };
    case 'revalue':
      return { ...blank, note, ...selected(options.selection), amount: String(options.unitCost) };
    case 'receipts':
      return {
        ...{ ...blank, note },
        receipts: options.values.map(({ transaction, value }) => ({ transaction, value: String(value) })),
      };
  }
}

function selected({ items = [], itemGroups = [], dimensions = {} }: Selection) {
  const where = Object.entries(dimensions).map(([name, value]) => `${name}=${value}`);
  return { items: listOfNames(items), itemGroups: listOfNames(itemGroups), where: listOfNames(where) };
}

function amountIn(fill: Fill): string {
  switch (fill.method) {
    case 'Item cost price':
      return '';
    case 'Unit cost':
      return String(fill.unitCost);
    case 'Total value':
      return String(fill.value);
    case 'Percent':
      return String(fill.percent);
    case 'Amount':
      return String(fill.amount);
  }
}

/** The options that the fields come to; or the fields that are not what they should be. */
export function optionsFrom(
  name: OperationName,
  typed: Typed,
): { readonly options: OperationOptions } | { readonly faults: ReadonlySet<TypedFault> } {
  const faults = new Set<TypedFault>();
  const note = typed.note.trim();
  const selection = () => selectionFrom(typed, faults);
  const amount = () => numberFrom(typed.amount, 'amount', faults);
  const options = ((): OperationOptions => {
    switch (name) {
      case 'recalculate': {
        const upTo = parseIsoDay(typed.upTo);
        if (upTo === undefined) faults.add('upTo');
        return { name, upTo: upTo ?? 0, selection: { ...selection(), dimensions: {} }, note };
      }
      case 'reverse':
        if (typed.closing === '') faults.add('closing');
        return { name, closing: typed.closing, note };
      case 'on-hand': {
        const fill = typed.method === 'Item cost price' ? { method: typed.method } : fillOf(typed.method, amount());
        return { name, selection: chosen(selection(), faults), fill, note };
      }
      case 'revalue':
        return { name, selection: chosen(selection(), faults), unitCost: amount(), note };
      case 'receipts': {
        const values = typed.receipts.map(({ transaction, value }, at) => {
          if (transaction.trim() === '') faults.add(`receipt ${at}`);
          return { transaction: transaction.trim(), value: numberFrom(value, `value ${at}`, faults) };
        });
        return { name, values, note };
      }
    }
  })();
  return faults.size > 0 ? { faults } : { options };
}

function fillOf(method: Exclude<Method, 'Item cost price'>, value: number): Fill {
  switch (method) {
    case 'Unit cost':
      return { method, unitCost: value };
    case 'Total value':
      return { method, value };
    case 'Percent':
      return { method, percent: value };
    case 'Amount':
      return { method, amount: value };
  }
}

/** Nothing chosen is no way to choose everything: that would be too easy to do by mistake. */
function chosen(selection: Selection, faults: Set<TypedFault>): Selection {
  const { items = [], itemGroups = [], dimensions = {} } = selection;
  if (items.length + itemGroups.length + Object.keys(dimensions).length === 0) faults.add('selection');
  return selection;
}

function selectionFrom({ items, itemGroups, where }: Typed, faults: Set<TypedFault>): Selection {
  const list = (text: string, field: TypedFault): readonly string[] => {
    const names = namesOfList(text);
    if (!names) faults.add(field);
    return names ?? [];
  };
  const dimensions: Record<string, string> = {};
  for (const one of list(where, 'where')) {
    const at = one.indexOf('=');
    if (at <= 0) faults.add('where');
    else dimensions[one.slice(0, at).trim()] = one.slice(at + 1).trim();
  }
  return { items: list(items, 'items'), itemGroups: list(itemGroups, 'itemGroups'), dimensions };
}

/** A comma is a decimal point where there is no other. */
function numberFrom(text: string, field: TypedFault, faults: Set<TypedFault>): number {
  const plain = text.trim().replace('−', '-').replace(',', '.');
  const value = Number(plain);
  if (plain !== '' && Number.isFinite(value)) return value;
  faults.add(field);
  return 0;
}
