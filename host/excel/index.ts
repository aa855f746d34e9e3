import { Type, type TypeSpec, type TypeTable } from '../protocol/members';
import { CHARTS } from './charts';
import { FUNCTIONS } from './functions';
import { NAMES } from './names';
import { PAGE_LAYOUT } from './page-layout';
import { FORMATS } from './range-format';
import { RANGES } from './range';
import { RULES } from './rules';
import { TABLE_PARTS } from './table-parts';
import { TABLES } from './tables';
import type { Specs, TypeName } from './targets';
import { WORKBOOKS } from './workbooks';
import { WORKSHEETS } from './worksheets';

const SPECS: Specs<TypeName> = {
  ...WORKBOOKS,
  ...FUNCTIONS,
  ...WORKSHEETS,
  ...PAGE_LAYOUT,
  ...CHARTS,
  ...RANGES,
  ...FORMATS,
  ...RULES,
  ...TABLES,
  ...TABLE_PARTS,
  ...NAMES,
};

/** Excel's object model, as far as this host has it. */
export const EXCEL_TYPES: TypeTable = new Map(
  Object.entries(SPECS).map(([name, spec]) => [name, new Type(name, spec as TypeSpec<unknown>)]),
);
