import { makeStyles, tokens } from '@fluentui/react-components';
import { usePane } from '../app/context';
import { LogView } from '../close/LogView';
import { PlannedRowsView } from '../close/PlannedRowsView';
import { Largest, Totals, Voucher } from '../close/SummaryView';
import { Facts } from '../parts/Facts';
import { GoTo } from '../parts/GoTo';
import { MoreList } from '../parts/MoreList';
import { ProblemGroups } from '../parts/ProblemGroups';
import { Row } from '../parts/Row';
import { Section } from '../parts/Section';
import { parseIsoDay } from '../../src/book/days';
import type { OperationResult } from './results';

const useStyles = makeStyles({ text: { margin: 0, color: tokens.colorNeutralForeground2 } });

/** What an operation would do, or has done. */
export function ResultView({ result }: { result: OperationResult }) {
  switch (result.kind) {
    case 'run':
      return <RunView result={result} />;
    case 'reversal':
      return <ReversalView result={result} />;
    case 'by hand':
      return <ByHandView result={result} />;
  }
}

function RunView({ result }: { result: Extract<OperationResult, { kind: 'run' }> }) {
  const { texts } = usePane();
  const styles = useStyles();
  const { summary, rows, warnings, closing } = result;
  return (
    <>
      {summary.adjustments === 0 && <p className={styles.text}>{texts.more.unchanged}</p>}
      <Totals summary={summary} />
      <Voucher summary={summary} />
      <Largest summary={summary} upTo={parseIsoDay(summary.upTo) ?? 0} />
      <LogView log={summary.log} />
      <ProblemGroups title={texts.preview.inputWarnings} color="warning" problems={warnings} />
      {closing === '' && <PlannedRowsView rows={rows} />}
    </>
  );
}

function ReversalView({ result }: { result: Extract<OperationResult, { kind: 'reversal' }> }) {
  const { texts, format } = usePane();
  const t = texts.more;
  return (
    <Section title={t.reversed(format.count(result.runs.length))}>
      <MoreList rows={result.runs} step={20}>
        {({ reversed, by, marked, added }) => (
          <Row
            left={reversed}
            right={t.reversedBy(by)}
            below={t.reversedRows(format.count(marked), format.count(added))}
          />
        )}
      </MoreList>
    </Section>
  );
}

function ByHandView({ result }: { result: Extract<OperationResult, { kind: 'by hand' }> }) {
  const { texts, format } = usePane();
  const t = texts.more;
  const { receipts, totals, warnings } = result;
  const { currency } = totals;
  return (
    <>
      <Facts
        facts={[
          { label: texts.preview.valueBefore, value: `${format.amount(totals.inventoryBefore)} ${currency}` },
          { label: texts.preview.adjustment, value: `${format.change(totals.adjustment)} ${currency}` },
          {
            label: texts.preview.valueAfter,
            value: `${format.amount(totals.inventoryAfter)} ${currency}`,
            strong: true,
          },
        ]}
      />
      <Section title={t.receipts} count={format.count(receipts.length).text}>
        <MoreList rows={receipts} step={10}>
          {({ transaction, cell, costKey, quantity, adjustment, ...row }) => (
            <Row
              left={cell === '' ? transaction : <GoTo address={cell}>{transaction}</GoTo>}
              right={format.change(adjustment)}
              below={`${costKey} · ${t.quantity(format.quantity(quantity))}`}
            >
              {t.value(format.amount(row.valueBefore), format.amount(row.valueAfter))}
              {row.unitCostBefore !== '' &&
                `, ${t.unitCost(format.amount(row.unitCostBefore), format.amount(row.unitCostAfter))}`}
            </Row>
          )}
        </MoreList>
      </Section>
      <ProblemGroups title={texts.check.warnings} color="warning" problems={warnings} />
    </>
  );
}
