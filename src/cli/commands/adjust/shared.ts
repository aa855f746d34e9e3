import { type Command, InvalidArgumentError, Option } from 'commander';
import { isoDay } from '../../../book/days';
import { plain } from '../../../book/decimals';
import { SPECIFICATIONS, type Specification } from '../../../book/parameters';
import type { Refusal } from '../../../book/problem';
import type { AdjustedByHand, ByHandOptions } from '../../../runs/adjust/by-hand-run';
import type { Selection } from '../../../runs/adjust/selection';
import type { Environment } from '../../../runs/environment';
import type { WorkbookPort } from '../../../workbook/port';
import { checkTarget, openWorkbook, saveWorkbook, type Target } from '../../files';
import { dryRun, force, json, listArgument, now, output, whereArgument } from '../../options';
import { print, Refused, session } from '../../session';
import { amountText, counted, tableText, warningText, writtenText } from '../../text';

/** What all adjustments by hand can be given. */
export interface ByHandFlags extends Target {
  readonly specification?: Specification;
  readonly note?: string;
  readonly dryRun?: boolean;
  readonly json?: boolean;
  readonly now?: number;
}

/** Which stock. */
export interface SelectionFlags {
  readonly item?: readonly string[];
  readonly itemGroup?: readonly string[];
  readonly where?: Readonly<Record<string, string>>;
}

export function addByHandOptions(command: Command): Command {
  return command
    .addOption(
      new Option('--specification <detail>', 'how the voucher is summed; else as the table Parameters says').choices(
        SPECIFICATIONS,
      ),
    )
    .addOption(dryRun('show each receipt before and after, and write nothing'))
    .addOption(new Option('--note <text>', 'your own note, kept with the run'))
    .addOption(output())
    .addOption(force())
    .addOption(json())
    .addOption(now());
}

export function addSelectionOptions(command: Command): Command {
  return command
    .addOption(new Option('--item <item>', 'an item; may be given several times').argParser(listArgument))
    .addOption(new Option('--item-group <group>', 'an item group; may be given several times').argParser(listArgument))
    .addOption(
      new Option('--where <dimension=value>', 'a value of a dimension, e.g. Site=1; several must all hold').argParser(
        whereArgument,
      ),
    );
}

/** Nothing chosen is no way to choose everything: that would be too easy to do by mistake. */
export function selectionOf({ item, itemGroup, where }: SelectionFlags): Selection {
  if (!item && !itemGroup && !where) {
    throw new InvalidArgumentError('say what is to be adjusted: --item, --item-group or --where.');
  }
  return {
    ...(item ? { items: item } : {}),
    ...(itemGroup ? { itemGroups: itemGroup } : {}),
    ...(where ? { dimensions: where } : {}),
  };
}

export function byHandOptionsOf({ specification, note, dryRun }: ByHandFlags): ByHandOptions {
  return {
    ...(specification ? { specification } : {}),
    ...(note ? { note } : {}),
    dryRun: dryRun === true,
  };
}

/** What can only be told of several options together is told as commander tells of one. */
export function usage<Flags>(
  command: Command,
  work: (file: string, flags: Flags) => Promise<void>,
): (file: string, flags: Flags) => Promise<void> {
  return async (file, flags) => {
    try {
      await work(file, flags);
    } catch (error) {
      if (!(error instanceof InvalidArgumentError)) throw error;
      command.error(`error: ${error.message}`);
    }
  };
}

/** Runs one of the adjustments, saves what it wrote, and prints it. */
export async function runAdjustment(
  file: string,
  flags: ByHandFlags,
  quantityIs: string,
  adjust: (port: WorkbookPort, env: Environment) => Promise<AdjustedByHand | Refusal>,
): Promise<void> {
  if (!flags.dryRun) checkTarget(file, flags);
  const workbook = openWorkbook(file);
  const env = session(flags.now);
  const found = await adjust(workbook.port, env).finally(env.finish);
  if (!found.ok) throw new Refused(found.problems);
  const target = found.written ? saveWorkbook(workbook, flags, env.now()) : null;
  if (flags.json) return print(JSON.stringify({ file: target, ...forScripts(found) }, null, 2));
  print(
    [
      headline(found),
      receiptsText(found, quantityIs),
      ledgerText(found),
      warningText(found.warnings),
      found.written && target !== null ? writtenText(found.written.rows, target, found.written.sheets) : '',
    ]
      .filter((part) => part !== '')
      .join('\n\n'),
  );
}

function headline({ outcome, written, receipts }: AdjustedByHand): string {
  const what = `${outcome.request.type} of ${isoDay(outcome.request.day)}: ${counted(receipts.length, 'receipt')}`;
  if (!written) return `${what}. Nothing was written.`;
  return `${what}, as ${written.ids.closing} with voucher ${written.ids.voucher}.`;
}

function receiptsText({ receipts, loaded, outcome }: AdjustedByHand, quantityIs: string): string {
  const { currency, amountDecimals } = loaded.read.book.parameters;
  const total = amountText(plain(outcome.adjustment, amountDecimals));
  const headers = [
    'Receipt',
    'Item',
    'Cell',
    quantityIs,
    'Value before',
    'Adjustment',
    'Value after',
    'Unit cost before',
    'Unit cost after',
  ];
  const rows = receipts.map((row) => [
    row.transaction,
    row.costKey,
    row.cell,
    row.quantity,
    amountText(row.valueBefore),
    amountText(row.adjustment),
    amountText(row.valueAfter),
    row.unitCostBefore,
    row.unitCostAfter,
  ]);
  return `${tableText(headers, rows, headers.slice(3))}\n\n  Adjustment in all (${currency}): ${total.trimEnd()}`;
}

function ledgerText({ outcome, loaded }: AdjustedByHand): string {
  const { amountDecimals } = loaded.read.book.parameters;
  const amount = (units: number) => (units === 0 ? '' : amountText(plain(units, amountDecimals)));
  const rows = outcome.ledger.map((line) => [
    line.account,
    line.itemGroup,
    line.item,
    amount(line.debit),
    amount(line.credit),
  ]);
  return tableText(['Account', 'Item group', 'Item', 'Debit', 'Credit'], rows, ['Debit', 'Credit']);
}

function forScripts({ outcome, loaded, receipts, warnings, written }: AdjustedByHand) {
  const amount = (units: number) => plain(units, loaded.read.book.parameters.amountDecimals);
  return {
    closing: written?.ids.closing ?? null,
    voucher: written?.ids.voucher ?? null,
    type: outcome.request.type,
    date: isoDay(outcome.request.day),
    currency: loaded.read.book.parameters.currency,
    valueBefore: amount(outcome.valueBefore),
    adjustment: amount(outcome.adjustment),
    valueAfter: amount(outcome.valueAfter),
    receipts,
    ledger: outcome.ledger.map((line) => ({ ...line, debit: amount(line.debit), credit: amount(line.credit) })),
    rows: written?.rows ?? null,
    sheets: written?.sheets ?? [],
    warnings,
  };
}
