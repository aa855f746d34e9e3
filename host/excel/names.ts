import { invalidArgument, itemNotFound } from '../errors';
import { addName, deleteName, referenceOf, valueOfName } from '../model/names';
import type { NamedItem, Workbook } from '../model/workbook';
import type { Entity } from '../protocol/members';
import * as kept from './kept';
import { areaOf, rangeArgument, rangeOf } from './ranges';
import { of, type Scope, type SettingOf, type Specs, type Targets } from './targets';

type Named = Targets['NamedItem'];

/** The wire object of a name; the same one each time, so that changes of it are changes of the name. */
const proxies = new WeakMap<NamedItem, Named>();

function named(workbook: Workbook, item: NamedItem): Entity {
  let proxy = proxies.get(item);
  if (!proxy) {
    proxy = Object.defineProperty(item, 'workbook', { value: workbook }) as Named;
    proxies.set(item, proxy);
  }
  return of('NamedItem', proxy);
}

const namesOf = ({ workbook, sheet }: Scope): NamedItem[] => workbook.names.filter((item) => item.sheet === sheet);

const find = (scope: Scope, key: unknown): NamedItem | null =>
  namesOf(scope).find((item) => item.name.toLowerCase() === String(key).toLowerCase()) ?? null;

const setting = (workbook: Workbook, key: unknown): SettingOf | null =>
  typeof key === 'string' && workbook.settings.has(key) ? { workbook, key } : null;

export const NAMES: Specs<'NamedItemCollection' | 'NamedItem' | 'SettingCollection' | 'Setting'> = {
  NamedItemCollection: {
    items: (scope) => namesOf(scope).map((item) => named(scope.workbook, item)),
    item: (scope, key) => {
      const item = find(scope, key);
      if (!item) throw itemNotFound();
      return named(scope.workbook, item);
    },
    methods: {
      GetCount: (scope) => namesOf(scope).length,
      GetItemOrNullObject: (scope, args) => {
        const item = find(scope, args.at(0));
        return item && named(scope.workbook, item);
      },
      Add: ({ workbook, sheet }, args) => {
        const range = args.entity(1) ? rangeArgument(args, 1, sheet ?? workbook.active) : null;
        const meaning = range ? { sheet: range.sheet, area: areaOf(range) } : String(args.at(1) ?? '');
        return named(workbook, addName(workbook, sheet, args.at(0), meaning, args.optionalText(2) ?? ''));
      },
    },
  },
  NamedItem: {
    properties: {
      Name: { get: (item) => item.name },
      Type: { get: (item) => (referenceOf(item.workbook, item) ? 'Range' : 'String') },
      Value: { get: (item) => valueOfName(item.workbook, item) },
      Formula: kept.text(
        (item) => item.formula,
        (item, value) => {
          item.workbook.aboutToChange();
          item.formula = value;
        },
      ),
      Visible: kept.flag(
        (item) => item.visible,
        (item, value) => (item.visible = value),
      ),
      Comment: kept.text(
        (item) => item.comment,
        (item, value) => (item.comment = value),
      ),
      Scope: { get: (item) => (item.sheet ? 'Worksheet' : 'Workbook') },
    },
    methods: {
      GetRange: (item) => {
        const reference = referenceOf(item.workbook, item);
        if (!reference) throw invalidArgument();
        return rangeOf(reference.sheet, reference.area);
      },
      GetRangeOrNullObject: (item) => {
        const reference = referenceOf(item.workbook, item);
        return reference && rangeOf(reference.sheet, reference.area);
      },
      Delete: (item) => {
        deleteName(item.workbook, item);
        return null;
      },
    },
  },
  SettingCollection: {
    items: (workbook) => [...workbook.settings.keys()].map((key) => of('Setting', { workbook, key })),
    item: (workbook, key) => {
      const found = setting(workbook, key);
      if (!found) throw itemNotFound();
      return of('Setting', found);
    },
    methods: {
      GetCount: (workbook) => workbook.settings.size,
      GetItemOrNullObject: (workbook, args) => {
        const found = setting(workbook, args.at(0));
        return found && of('Setting', found);
      },
      Add: (workbook, args) => {
        const key = args.text(0);
        workbook.settings.set(key, args.at(1));
        return of('Setting', { workbook, key });
      },
    },
  },
  Setting: {
    id: ({ key }) => key,
    idName: '_Id',
    properties: {
      Key: { get: ({ key }) => key },
      Value: {
        get: ({ workbook, key }) => workbook.settings.get(key) ?? null,
        set: ({ workbook, key }, value) => workbook.settings.set(key, value),
      },
    },
    methods: {
      Delete: ({ workbook, key }) => {
        workbook.settings.delete(key);
        return null;
      },
    },
  },
};
