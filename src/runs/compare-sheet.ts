import { isoDay } from '../book/days';
import { unscale } from '../book/decimals';
import type { WorkbookPort } from '../workbook/port';
import { refuse } from '../workbook/refusal';
import { COMPARISON, comparisonPage } from '../workbook/sheets/comparison';
import type { Compared } from './compare';
import { comparedColumns, comparedLabel, type ComparedLine, comparedRows, openingOf } from './compare-rows';
import { formatsOf } from './write-formats';

/**
 * Writes a comparison as a sheet of its own, in place of the one before; no run reads it. Throws WorkbookRefusal where a sheet of that
 * name is not ours, or the workbook does not let it in: nothing was changed then.
 */
export async function writeComparison(port: WorkbookPort, compared: Compared): Promise<void> {
  const { comparison, loaded } = compared;
  const formats = formatsOf(loaded.read);
  const amount = (units: number): number => unscale(units, formats.amountDecimals);
  const rows = comparedRows(comparison);
  const lines = rows.filter(({ kind }) => kind !== 'closing' && kind !== 'saving' && kind !== 'unsettled');
  const page = comparisonPage(
    {
      period: `${isoDay(comparison.from)} to ${isoDay(comparison.upTo)}`,
      opening: openingOf(compared),
      items: itemsText(compared),
      models: comparedColumns(comparison).map(({ model }) => model ?? 'As set'),
      lines: lines.map((line) => ({ label: labelOf(line), figures: line.figures.map(amount) })),
      costOfSales: lines.findIndex(({ kind }) => kind === 'costOfSales'),
      closing: comparedColumns(comparison).map(({ closing }) => amount(closing)),
      unsettled: comparedColumns(comparison).map(({ unsettled }) => unsettled),
    },
    formats,
  );
  await port.pages?.refuseForeign([COMPARISON]);
  const written = (await port.pages?.write([page], formats)) ?? [];
  if (written.length > 0) return;
  throw refuse(
    'SHEET_PROTECTED',
    `The sheet "${COMPARISON.sheet}" could not be written: it or the workbook is protected. Nothing was changed.`,
    'Turn the protection off (Review > Unprotect Sheet, Protect Workbook), or look at the comparison without a sheet.',
  );
}

/** Without the sign before it, which a cell would take for the beginning of a formula. */
function labelOf(line: ComparedLine): string {
  const label = comparedLabel(line).replace(/^[-+=] /, '');
  return 'type' in line ? `${line.kind === 'receipts' ? 'Receipts' : 'Issues'}: ${label}` : label;
}

function itemsText({ comparison: { replaced, kept } }: Compared): string {
  const under = `${replaced} under each model`;
  return kept === 0 ? under : `${under}, ${kept} with standard cost or moving average kept`;
}
