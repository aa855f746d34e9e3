import { makeStyles, tokens } from '@fluentui/react-components';
import type { Summary } from '../../src/runs/summary';
import type { InventoryModel } from '../../src/book/models';
import type { Reason } from '../../src/book/outcome';
import { usePane } from '../app/context';
import { ActionLink } from '../parts/ActionLink';
import { Facts } from '../parts/Facts';
import { Figures } from '../parts/Figures';
import { MoreList } from '../parts/MoreList';
import { Row } from '../parts/Row';
import { Section } from '../parts/Section';
import { termOf } from '../texts';

const useStyles = makeStyles({
  text: { margin: 0, color: tokens.colorNeutralForeground2 },
  small: { color: tokens.colorNeutralForeground2 },
});

/** The inventory value before and after, and what a run adjusts it by. */
export function Totals({ summary }: { summary: Summary }) {
  const { texts, format } = usePane();
  const { currency } = summary;
  return (
    <Facts
      facts={[
        { label: texts.preview.valueBefore, value: `${format.amount(summary.valueBefore)} ${currency}` },
        { label: texts.preview.adjustment, value: `${format.change(summary.adjustment)} ${currency}` },
        { label: texts.preview.valueAfter, value: `${format.amount(summary.valueAfter)} ${currency}`, strong: true },
      ]}
    />
  );
}

/** What a run does to each inventory model. */
export function Models({ summary }: { summary: Summary }) {
  const { texts, format } = usePane();
  const styles = useStyles();
  return (
    <Section title={texts.preview.models(summary.currency)}>
      <Figures
        label={texts.preview.models(summary.currency)}
        headers={[texts.preview.model, texts.preview.adjustment, texts.preview.valueAfter]}
        figuresFrom={1}
        rows={summary.models.map(({ model, items, adjustment, closingValue }) => [
          <>
            {texts.terms.models[model as InventoryModel]}
            <br />
            <span className={styles.small}>{texts.preview.modelItems(format.count(items))}</span>
          </>,
          format.change(adjustment),
          format.amount(closingValue),
        ])}
        total={[texts.preview.total, format.change(summary.adjustment), format.amount(summary.valueAfter)]}
      />
    </Section>
  );
}

/** The lines of the voucher. */
export function Voucher({ summary }: { summary: Summary }) {
  const { texts, format } = usePane();
  const styles = useStyles();
  const amount = (plain: string) => (/[1-9]/.test(plain) ? format.amount(plain) : '');
  return (
    <Section title={texts.preview.accounts(summary.currency)}>
      {summary.ledger.length === 0 ? (
        <p className={styles.text}>{texts.preview.noVoucher}</p>
      ) : (
        <Figures
          label={texts.preview.accounts(summary.currency)}
          headers={[texts.preview.account, texts.preview.debit, texts.preview.credit]}
          figuresFrom={1}
          rows={summary.ledger.map(({ account, itemGroup, item, debit, credit }) => [
            [account, itemGroup, item].filter((part) => part !== '').join(' · '),
            amount(debit),
            amount(credit),
          ])}
          total={[texts.preview.total, format.amount(summary.voucherTotal), format.amount(summary.voucherTotal)]}
        />
      )}
    </Section>
  );
}

/** The transactions whose cost changes most. `upTo` is the date of the preview that they are from; undefined once it is written. */
export function Largest({ summary, upTo }: { summary: Summary; upTo: number | undefined }) {
  const { texts, format } = usePane();
  const styles = useStyles();
  return (
    <Section title={texts.preview.largest(summary.currency)}>
      {summary.largest.length === 0 ? (
        <p className={styles.text}>{texts.preview.noAdjustments}</p>
      ) : (
        <MoreList rows={summary.largest}>
          {({ transaction, item, reason, adjustment }) => (
            <Row
              left={<ExplainLink transaction={transaction} upTo={upTo} />}
              right={format.change(adjustment)}
              below={`${item} · ${termOf(texts.terms.reasons, reason as Reason)}`}
            />
          )}
        </MoreList>
      )}
    </Section>
  );
}

/** Leads to the explanation of a transaction from the same preview, or from what was written. */
function ExplainLink({ transaction, upTo }: { transaction: string; upTo: number | undefined }) {
  const { texts, explain } = usePane();
  return (
    <ActionLink label={`${texts.preview.why} ${transaction}`} onClick={() => explain(transaction, upTo)}>
      {transaction}
    </ActionLink>
  );
}
