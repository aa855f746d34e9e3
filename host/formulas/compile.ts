import type { AstExpression } from '@borgar/fx';
import { BAD_NAME, BAD_REFERENCE, BAD_VALUE, type CellContent, DIVIDED_BY_ZERO, ErrorValue } from '../model/values';
import { boundingArea } from '../model/address';
import { Call, type Context, type Part, single } from './call';
import { FUNCTIONS } from './functions';
import { cellReference, structuredCells, structuredReference, tableOf } from './references';
import { compare, Matrix, numberOf, Reference, type Result, textOf } from './results';

type Operator = (left: CellContent, right: CellContent) => CellContent;

const OPERATORS: Readonly<Record<string, Operator>> = {
  '+': (left, right) => numberOf(left) + numberOf(right),
  '-': (left, right) => numberOf(left) - numberOf(right),
  '*': (left, right) => numberOf(left) * numberOf(right),
  '/': (left, right) => {
    const divisor = numberOf(right);
    if (divisor === 0) throw DIVIDED_BY_ZERO;
    return numberOf(left) / divisor;
  },
  '^': (left, right) => numberOf(left) ** numberOf(right),
  '&': (left, right) => textOf(left) + textOf(right),
  '=': (left, right) => compare(left, right) === 0,
  '<>': (left, right) => compare(left, right) !== 0,
  '<': (left, right) => compare(left, right) < 0,
  '>': (left, right) => compare(left, right) > 0,
  '<=': (left, right) => compare(left, right) <= 0,
  '>=': (left, right) => compare(left, right) >= 0,
};

/** Turns a syntax tree into a function that calculates it for a cell. */
export function compile(node: AstExpression): Part {
  switch (node.type) {
    case 'Literal':
      return () => node.value;
    case 'ErrorLiteral':
      return () => ErrorValue.of(node.value);
    case 'ReferenceIdentifier':
      return node.kind === 'table'
        ? structured(node.value)
        : node.kind === 'name'
          ? named(node.value)
          : cells(node.value);
    case 'UnaryExpression':
      return unary(node.operator, compile(node.arguments[0]));
    case 'BinaryExpression':
      return binary(node.operator, compile(node.arguments[0]), compile(node.arguments[1]));
    case 'CallExpression': {
      const name = node.callee.type === 'Identifier' ? node.callee.name.toUpperCase() : '';
      const known = FUNCTIONS.get(name.replace(/^_XLFN\./, ''));
      const parts = node.arguments.map((argument) => (argument ? compile(argument) : () => undefined));
      return known ? (context) => known(new Call(context, parts)) : fails(BAD_NAME);
    }
    case 'ArrayExpression': {
      const rows = node.elements.map((row) => row.map((element) => compile(element)));
      return (context) => new Matrix(rows.map((row) => row.map((part) => single(part(context), context))));
    }
    default:
      return fails(BAD_NAME);
  }
}

const fails =
  (error: ErrorValue): Part =>
  () => {
    throw error;
  };

function cells(text: string): Part {
  const reference = cellReference(text);
  if (!reference) return fails(BAD_REFERENCE);
  const { sheet: name, area } = reference;
  return (context) => {
    const sheet = name === null ? context.sheet : context.calculator.sheet(name);
    if (!sheet) throw BAD_REFERENCE;
    return new Reference(sheet, area);
  };
}

function structured(text: string): Part {
  const reference = structuredReference(text);
  if (!reference) return fails(BAD_REFERENCE);
  return (context) => {
    const table = reference.table
      ? context.calculator.table(reference.table)
      : tableOf(reference, context.sheet.workbook, context);
    if (!table) throw BAD_REFERENCE;
    return structuredCells(reference, table, context, context.calculator.columnIndex);
  };
}

/** A name: of the sheet or workbook, or of a table, which stands for its body. */
function named(text: string): Part {
  const name = text.slice(text.lastIndexOf('!') + 1);
  return (context) => {
    const item = context.sheet.workbook.findName(name, context.sheet);
    if (item) return context.calculator.named(item.formula, context);
    const table = context.calculator.table(name);
    if (!table) throw BAD_NAME;
    return new Reference(table.sheet, table.body);
  };
}

function unary(operator: string, part: Part): Part {
  if (operator === '@' || operator === '#') return (context) => single(part(context), context);
  const apply: Operator =
    operator === '%'
      ? (value) => numberOf(value) / 100
      : operator === '-'
        ? (value) => -numberOf(value)
        : (value) => value;
  return (context) => broadcast(part(context), undefined, apply, context);
}

function binary(operator: string, left: Part, right: Part): Part {
  if (operator === ':') {
    return (context) => {
      const [a, b] = [left(context), right(context)];
      if (!(a instanceof Reference && b instanceof Reference) || a.sheet !== b.sheet) throw BAD_REFERENCE;
      return new Reference(a.sheet, boundingArea(a.area, b.area));
    };
  }
  const apply = OPERATORS[operator];
  if (!apply) return fails(BAD_VALUE);
  return (context) => broadcast(left(context), right(context), apply, context);
}

const isMany = (result: Result): boolean =>
  result instanceof Matrix || (result instanceof Reference && result.area.rows * result.area.columns > 1);

/** Applies an operator cell by cell where a side has several cells; a single value or row or column is repeated. */
function broadcast(left: Result, right: Result, apply: Operator, context: Context): Result {
  if (!isMany(left) && !isMany(right)) return apply(single(left, context), single(right, context));
  const [a, b] = [rowsOf(left, context), rowsOf(right, context)];
  const height = Math.max(a.length, b.length);
  const width = Math.max(a[0]?.length ?? 0, b[0]?.length ?? 0);
  const at = (rows: readonly (readonly CellContent[])[], row: number, column: number): CellContent => {
    const cells = rows.length === 1 ? rows[0] : rows[row];
    return cells?.length === 1 ? cells[0] : cells?.[column];
  };
  return new Matrix(
    Array.from({ length: height }, (_row, row) =>
      Array.from({ length: width }, (_column, column) => {
        try {
          return apply(at(a, row, column), at(b, row, column));
        } catch (error) {
          if (error instanceof ErrorValue) return error;
          throw error;
        }
      }),
    ),
  );
}

function rowsOf(result: Result, context: Context): readonly (readonly CellContent[])[] {
  if (result instanceof Matrix) return result.rows;
  return result instanceof Reference ? context.calculator.contents(result) : [[result]];
}
