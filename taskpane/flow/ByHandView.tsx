import { usePane } from '../app/context';
import { Facts } from '../parts/Facts';
import { GoTo } from '../parts/GoTo';
import { MoreList } from '../parts/MoreList';
import { Row } from '../parts/Row';
import { Section } from '../parts/Section';
import type { AdjustedByHand } from './results';

/** The receipts that are or would be adjusted by hand, each with its value before and after. */
export function ByHandView({ result: { receipts, totals } }: { result: AdjustedByHand }) {
  const { texts, format } = usePane();
  const t = texts.more;
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
    </>
  );
}
