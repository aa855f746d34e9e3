import { makeStyles, tokens } from '@fluentui/react-components';
import { short } from '../../src/book/decimals';
import { keyName } from '../../src/book/names';
import type { Checked } from '../../src/runs/check';
import { addressOfTransaction } from '../../src/runs/find-rows';
import { usePane } from '../app/context';
import { GoTo } from '../parts/GoTo';
import { MoreList } from '../parts/MoreList';
import { Row } from '../parts/Row';
import { Section } from '../parts/Section';
import type { CloseOptions } from '../flow/options';

const useStyles = makeStyles({
  text: { margin: 0, color: tokens.colorNeutralForeground2 },
  cause: { color: tokens.colorNeutralForeground2 },
});

interface Props {
  readonly checked: Checked;
  readonly options: CloseOptions;
}

/** What a close would leave open, and why. */
export function OpenQuantityList({ checked, options }: Props) {
  const { texts, format } = usePane();
  const styles = useStyles();
  const { read } = checked.loaded;
  const { transactions, parameters } = read.book;
  const { openQuantities: rows } = checked;
  const quantity = (units: number) => format.quantity(short(Math.abs(units), parameters.quantityDecimals));
  if (rows.length === 0) {
    return (
      <Section title={texts.check.open} count={texts.common.none}>
        <p className={styles.text}>{texts.check.openNone}</p>
      </Section>
    );
  }
  return (
    <Section title={texts.check.open} count={format.count(rows.length).text} color="warning">
      <p className={styles.text}>{options.showReceipts ? texts.check.openWhyBoth : texts.check.openWhy}</p>
      <MoreList rows={rows}>
        {(row) => (
          <Row
            left={<GoTo address={addressOfTransaction(read, row.transaction)}>{transactions.id[row.transaction]}</GoTo>}
            right={texts.check.openOf(quantity(row.open), quantity(row.quantity))}
            below={`${keyName(read.book, transactions.key[row.transaction])} · ${texts.terms.kinds[row.kind]}, ${texts.terms.updated[row.updated]}`}
          >
            <span lang="en" className={styles.cause}>
              {row.cause}
            </span>
          </Row>
        )}
      </MoreList>
    </Section>
  );
}

/** Receipts whose unit cost is far from what is usual. */
export function CostPriceList({ checked, options }: Props) {
  const { texts, format } = usePane();
  const styles = useStyles();
  const { read } = checked.loaded;
  const { transactions, parameters } = read.book;
  const { costPrices: rows } = checked;
  const unitCost = (value: number) => format.cellAmount(value, parameters.amountDecimals);
  if (rows.length === 0) {
    return (
      <Section title={texts.check.prices} count={texts.common.none}>
        <p className={styles.text}>{texts.check.pricesNone}</p>
      </Section>
    );
  }
  return (
    <Section title={texts.check.prices} count={format.count(rows.length).text} color="warning">
      <p className={styles.text}>{texts.check.pricesWhy(format.percent(options.costPrices.maximumDeviation))}</p>
      <MoreList rows={rows}>
        {(row) => (
          <Row
            left={<GoTo address={addressOfTransaction(read, row.transaction)}>{transactions.id[row.transaction]}</GoTo>}
            right={texts.check.off(format.percent(row.percent))}
            below={keyName(read.book, transactions.key[row.transaction])}
          >
            <span className={styles.cause}>{texts.check.priceOf(unitCost(row.unitCost), unitCost(row.base))}</span>
          </Row>
        )}
      </MoreList>
    </Section>
  );
}
