import { Field, makeStyles, Select, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { plain } from '../../src/book/decimals';
import type { ComparedModel } from '../../src/book/reports';
import type { Compared } from '../../src/runs/compare';
import { comparedColumns, type ComparedRow, comparedRows } from '../../src/runs/compare-rows';
import { usePane } from '../app/context';
import { Figures } from '../parts/Figures';
import { Section } from '../parts/Section';
import type { Texts } from '../texts';
import { DifferenceChart } from './DifferenceChart';

const useStyles = makeStyles({
  text: { margin: 0, color: tokens.colorNeutralForeground2 },
  select: { minWidth: 0, '& > select': { minWidth: 0 } },
});

/** The models side by side: cost of sales and closing value as table and chart, and one of them from opening to closing. */
export function ComparedView({ found }: { found: Compared }) {
  const { texts, format } = usePane();
  const styles = useStyles();
  const t = texts.compare;
  const { comparison, openedBy, loaded } = found;
  const { amountDecimals, currency } = loaded.read.book.parameters;
  const columns = comparedColumns(comparison);
  const name = ({ model }: ComparedModel) => (model === undefined ? t.asSet : texts.terms.models[model]);
  const amount = (units: number) => format.amount(plain(units, amountDecimals));
  const [shown, setShown] = useState(0);
  return (
    <>
      <p className={styles.text}>
        {openedBy === undefined ? t.openedByNone : t.openedBy(openedBy.id, format.day(openedBy.day))}{' '}
        {t.replaced(format.count(comparison.replaced))}
        {comparison.kept > 0 && ` ${t.kept(format.count(comparison.kept))}`}
      </p>
      <Section title={t.result}>
        <Figures
          label={`${t.result} (${currency})`}
          headers={[t.model, t.costOfSales, t.closing]}
          figuresFrom={1}
          rows={columns.map((column) => [name(column), amount(column.costOfSales), amount(column.closing)])}
        />
      </Section>
      <Section title={t.chart}>
        <DifferenceChart
          label={t.chartLabel}
          bars={comparison.models.map((column) => {
            const difference = column.costOfSales - comparison.asSet.costOfSales;
            return {
              name: name(column),
              value: difference,
              text: format.change(plain(difference, amountDecimals)),
            };
          })}
        />
      </Section>
      <Section title={t.lines}>
        <Field label={t.model}>
          <Select className={styles.select} value={String(shown)} onChange={(_, { value }) => setShown(Number(value))}>
            {columns.map((column, at) => (
              <option key={at} value={at}>
                {name(column)}
              </option>
            ))}
          </Select>
        </Field>
        <Figures
          label={`${name(columns[shown])} (${currency})`}
          headers={[t.line, t.figure]}
          figuresFrom={1}
          rows={comparedRows(comparison).map((row) => [
            labelOf(row, texts),
            row.kind === 'unsettled' ? format.count(row.figures[shown]).text : amount(row.figures[shown]),
          ])}
        />
      </Section>
    </>
  );
}

function labelOf(row: ComparedRow, { compare, terms }: Texts): string {
  return row.kind === 'receipts' || row.kind === 'issues'
    ? compare.ofType[row.kind](terms.types[row.type])
    : compare.kinds[row.kind];
}
