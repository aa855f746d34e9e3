import { itemNotFound, notImplemented } from '../errors';
import { intersection, sameArea } from '../model/address';
import { checkAllowed } from '../model/protect';
import type { ConditionalFormat, DataValidation } from '../model/sheet';
import type { Style } from '../model/style';
import type { Property } from '../protocol/members';
import * as kept from './kept';
import { areaOf, rangeOf } from './ranges';
import { type CellRange, of, type RuleOf, type Specs } from './targets';

const RULE_TYPES: Readonly<Record<string, string>> = {
  wholeNumber: 'WholeNumber',
  decimal: 'Decimal',
  list: 'List',
  date: 'Date',
  time: 'Time',
  textLength: 'TextLength',
  custom: 'Custom',
};

/** The validation of exactly these cells; else the first one that touches them; else none. */
function validationOf(range: CellRange): DataValidation | null {
  const area = areaOf(range);
  const { validations } = range.sheet;
  return (
    validations.find((validation) => sameArea(validation.area, area)) ??
    validations.find((validation) => intersection(validation.area, area)) ??
    null
  );
}

/** The validation of exactly these cells, made where there is none. */
function ownValidation(range: CellRange): DataValidation {
  const area = areaOf(range);
  checkAllowed(range.sheet, 'allowFormatCells');
  let own = range.sheet.validations.find((validation) => sameArea(validation.area, area));
  if (!own) {
    own = {
      area,
      rule: {},
      errorAlert: { message: '', showAlert: true, style: 'Stop', title: '' },
      prompt: { message: '', showPrompt: true, title: '' },
      ignoreBlanks: true,
    };
    range.sheet.validations.push(own);
  }
  return own;
}

const part = (name: 'rule' | 'errorAlert' | 'prompt'): Property<CellRange> =>
  kept.record(
    (range) => validationOf(range)?.[name] ?? {},
    (range, value) => (ownValidation(range)[name] = value),
  );

function typeOf(range: CellRange): string {
  const rule = validationOf(range)?.rule ?? {};
  const kind = Object.keys(RULE_TYPES).find((name) => rule[name] !== undefined);
  return kind ? RULE_TYPES[kind] : 'None';
}

const SUPPORTED = ['Custom', 'CellValue'];

const formatsOf = (range: CellRange): ConditionalFormat[] =>
  range.sheet.conditionalFormats.filter((format) => intersection(format.area, areaOf(range)) !== null);

const entity = ({ sheet }: CellRange, format: ConditionalFormat) => of('ConditionalFormat', { sheet, format });

function look(name: keyof Style, check: (value: unknown) => string | boolean): Property<RuleOf> {
  return {
    get: ({ format }) => format.style[name] ?? null,
    set: ({ format }, value) => {
      format.style = { ...format.style, [name]: check(value) };
    },
  };
}

export const RULES: Specs<
  | 'DataValidation'
  | 'ConditionalFormatCollection'
  | 'ConditionalFormat'
  | 'CustomConditionalFormat'
  | 'ConditionalFormatRule'
  | 'CellValueConditionalFormat'
  | 'ConditionalRangeFormat'
  | 'ConditionalRangeFont'
  | 'ConditionalRangeFill'
> = {
  DataValidation: {
    properties: {
      Type: { get: typeOf },
      Rule: part('rule'),
      ErrorAlert: part('errorAlert'),
      Prompt: part('prompt'),
      IgnoreBlanks: kept.flag(
        (range) => validationOf(range)?.ignoreBlanks ?? true,
        (range, value) => (ownValidation(range).ignoreBlanks = value),
      ),
    },
    methods: {
      Clear: (range) => {
        const { sheet } = range;
        sheet.validations = sheet.validations.filter(({ area }) => intersection(area, areaOf(range)) === null);
        return null;
      },
    },
  },
  ConditionalFormatCollection: {
    items: (range) => formatsOf(range).map((format) => entity(range, format)),
    item: (range, key) => {
      const format = formatsOf(range).find(({ id }) => id === key);
      if (!format) throw itemNotFound();
      return entity(range, format);
    },
    methods: {
      GetCount: (range) => formatsOf(range).length,
      GetItemAt: (range, args) => {
        const format = formatsOf(range)[args.count(0)];
        if (!format) throw itemNotFound();
        return entity(range, format);
      },
      Add: (range, args) => {
        const type = SUPPORTED.find((name) => name === args.at(0));
        if (!type) throw notImplemented(`A conditional format of type ${String(args.at(0))}`);
        checkAllowed(range.sheet, 'allowFormatCells');
        const id = `{cf-${range.sheet.workbook.takeId()}}`;
        const format: ConditionalFormat = { id, area: areaOf(range), type, rule: {}, style: {}, stopIfTrue: false };
        range.sheet.conditionalFormats.push(format);
        return entity(range, format);
      },
      ClearAll: (range) => {
        const gone = new Set(formatsOf(range));
        range.sheet.conditionalFormats = range.sheet.conditionalFormats.filter((format) => !gone.has(format));
        return null;
      },
    },
  },
  ConditionalFormat: {
    id: ({ format }) => format.id,
    properties: {
      Id: { get: ({ format }) => format.id },
      Type: { get: ({ format }) => format.type },
      Priority: {
        get: ({ sheet, format }) => sheet.conditionalFormats.indexOf(format),
        set: () => {
          throw notImplemented('ConditionalFormat.priority=');
        },
      },
      StopIfTrue: kept.flag(
        ({ format }) => format.stopIfTrue,
        ({ format }, value) => (format.stopIfTrue = value),
      ),
    },
    navigation: {
      Custom: (rule) => of('CustomConditionalFormat', rule),
      CellValue: (rule) => of('CellValueConditionalFormat', rule),
    },
    methods: {
      GetRange: ({ sheet, format }) => rangeOf(sheet, format.area),
      Delete: ({ sheet, format }) => {
        sheet.conditionalFormats = sheet.conditionalFormats.filter((other) => other !== format);
        return null;
      },
    },
  },
  CustomConditionalFormat: {
    navigation: {
      Rule: (rule) => of('ConditionalFormatRule', rule),
      Format: (rule) => of('ConditionalRangeFormat', rule),
    },
  },
  ConditionalFormatRule: {
    properties: {
      Formula: kept.text(
        ({ format }) => String(format.rule.formula ?? ''),
        ({ format }, value) => (format.rule = { formula: value }),
      ),
    },
  },
  CellValueConditionalFormat: {
    properties: {
      Rule: kept.record(
        ({ format }) => format.rule,
        ({ format }, value) => (format.rule = value),
      ),
    },
    navigation: { Format: (rule) => of('ConditionalRangeFormat', rule) },
  },
  ConditionalRangeFormat: {
    navigation: {
      Font: (rule) => of('ConditionalRangeFont', rule),
      Fill: (rule) => of('ConditionalRangeFill', rule),
    },
  },
  ConditionalRangeFont: {
    properties: {
      Color: look('color', kept.asText),
      Bold: look('bold', kept.asFlag),
      Italic: look('italic', kept.asFlag),
    },
  },
  ConditionalRangeFill: { properties: { Color: look('fill', kept.asText) } },
};
