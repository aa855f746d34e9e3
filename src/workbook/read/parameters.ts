import { NONE } from '../../book/book';
import { plain } from '../../book/decimals';
import { messageOf, remedyOf } from '../../book/log';
import { DEFAULT_PARAMETERS, type Parameters } from '../../book/parameters';
import type { TableCells } from '../port';
import { PARAMETER_SPECS, type ParameterSpec } from '../tables/parameters';
import { OPTIONAL, readChoices, readNumbers, readScaled, readYesNo, REQUIRED } from './columns';
import { readTexts } from './id-columns';
import { addressIn, type ColumnView, type ProblemList } from './problem-list';
import { viewTable } from './table-view';

/** The settings as read, and how they would be typed. */
export interface ReadParameters {
  readonly parameters: Parameters;
  /** Value of every parameter as text, by name; the default's where the table says nothing. */
  readonly texts: ReadonlyMap<string, string>;
  /** The cells of the values that the table has, by name. */
  readonly cells: ReadonlyMap<string, string>;
}

/** Decimals that earlier results are counted in: they hold whatever the table says now. */
export interface FixedDecimals {
  readonly amountDecimals?: number;
  readonly quantityDecimals?: number;
}

/** Reads the table Parameters; undefined, a missing row or a blank value is the default. */
export function readParameters(
  table: TableCells | undefined,
  fixed: FixedDecimals,
  problems: ProblemList,
): ReadParameters {
  const rows = table ? parameterRows(table, problems) : new Map<ParameterSpec, ParameterCell>();
  const values: Partial<Record<keyof Parameters, string | number | boolean>> = {};
  const texts = new Map<string, string>();
  const cells = new Map<string, string>();
  for (const spec of PARAMETER_SPECS) {
    texts.set(spec.name, spec.defaultText);
    const cell = rows.get(spec);
    if (!cell) continue;
    cells.set(spec.name, addressIn(cell.column, cell.row));
    // Specs stand in the order in which they need each other: the decimals come before the amounts.
    const decimals = fixed.amountDecimals ?? Number(values.amountDecimals ?? DEFAULT_PARAMETERS.amountDecimals);
    const found = readValue(spec, cell, decimals, problems);
    if (!found) continue;
    values[spec.field] = found.value;
    texts.set(spec.name, found.text);
  }
  return { parameters: { ...DEFAULT_PARAMETERS, ...values, ...fixed } as Parameters, texts, cells };
}

interface ParameterCell {
  readonly column: ColumnView;
  readonly row: number;
}

/** The cells of the known parameters. An unknown name is a warning, a name that stands twice an error. */
function parameterRows(table: TableCells, problems: ProblemList): Map<ParameterSpec, ParameterCell> {
  const view = viewTable(table, 'input', ['Parameter', 'Value'], ['Parameter', 'Value'], problems);
  const found = new Map<ParameterSpec, ParameterCell>();
  const nameColumn = view.column('Parameter');
  const column = view.column('Value');
  if (!nameColumn || !column) return found;
  const names = readTexts(nameColumn, view.rows, REQUIRED, problems);
  names.forEach((name, i) => {
    if (name === '') return;
    const row = view.rows[i];
    const spec = PARAMETER_SPECS.find((one) => one.name.toLowerCase() === name.toLowerCase());
    if (!spec) {
      const message = messageOf('UNKNOWN_PARAMETER', { parameter: name });
      problems.at(nameColumn, row, 'UNKNOWN_PARAMETER', message, remedyOf('UNKNOWN_PARAMETER'), 'Warning');
      return;
    }
    const first = found.get(spec);
    if (!first) {
      found.set(spec, { column, row });
      return;
    }
    const message = `${spec.name} stands in ${addressIn(nameColumn, first.row)} too: it is not clear which value counts.`;
    problems.at(nameColumn, row, 'DUPLICATE_ID', message, 'Remove one of the two rows.');
  });
  return found;
}

interface Value {
  readonly value: string | number | boolean;
  readonly text: string;
}

/** The value in a cell and its text; undefined where it is blank or a problem. */
function readValue(
  spec: ParameterSpec,
  { column, row }: ParameterCell,
  decimals: number,
  problems: ProblemList,
): Value | undefined {
  const rows = Int32Array.of(row);
  const named: ColumnView = { ...column, name: spec.name };
  switch (spec.kind) {
    case 'text': {
      const [text] = readTexts(named, rows, OPTIONAL, problems);
      if (text.length > spec.longest) {
        const message = `${spec.name} is longer than ${spec.longest} characters.`;
        problems.at(named, row, 'OUT_OF_BOUNDS', message, 'Use a shorter text.');
      }
      return text === '' ? undefined : { value: text, text };
    }
    case 'whole': {
      const [value] = readNumbers(named, rows, OPTIONAL, problems);
      if (!Number.isFinite(value)) return undefined;
      if (!Number.isInteger(value) || value < spec.least || value > spec.most) {
        const message = `${spec.name} is not a whole number from ${spec.least} to ${spec.most}.`;
        problems.at(named, row, 'OUT_OF_BOUNDS', message, `Use a whole number from ${spec.least} to ${spec.most}.`);
        return undefined;
      }
      return { value, text: String(value) };
    }
    case 'amount': {
      const [value] = readScaled(named, rows, decimals, OPTIONAL, problems);
      if (!Number.isFinite(value)) return undefined;
      if (value < 0) problems.at(named, row, 'OUT_OF_BOUNDS', `${spec.name} is negative.`, 'Use 0.00 or more.');
      return { value, text: plain(value, decimals) };
    }
    case 'yes/no': {
      const [answer] = readYesNo(named, rows, problems);
      return answer === NONE ? undefined : { value: answer === 1, text: answer === 1 ? 'Yes' : 'No' };
    }
    case 'choice': {
      const [index] = readChoices(named, rows, spec.choices, OPTIONAL, problems);
      return index < 0 ? undefined : { value: spec.choices[index], text: spec.choices[index] };
    }
  }
}
