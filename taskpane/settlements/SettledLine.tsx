import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { ChevronDownRegular, ChevronRightRegular } from '@fluentui/react-icons';
import { LEG, NONE } from '../../src/book/book';
import { NO_DAY } from '../../src/book/days';
import { plain, short } from '../../src/book/decimals';
import { TRANSACTION_TYPES } from '../../src/book/transaction-types';
import type { Loaded } from '../../src/runs/load';
import { addressOfSettled, type SettledRow } from '../../src/runs/settled-rows';
import { usePane } from '../app/context';
import { ActionLink } from '../parts/ActionLink';
import { Facts } from '../parts/Facts';
import { GoTo } from '../parts/GoTo';
import { Row } from '../parts/Row';
import { ShowInSheet } from '../parts/ShowInSheet';
import { termOf } from '../texts';

const useStyles = makeStyles({
  button: {
    minWidth: 0,
    padding: 0,
    textAlign: 'left',
    justifyContent: 'flex-start',
    fontWeight: 'inherit',
    overflowWrap: 'anywhere',
  },
  side: { marginTop: tokens.spacingVerticalS },
  heading: { margin: 0, fontSize: tokens.fontSizeBase200, fontWeight: tokens.fontWeightSemibold },
  links: { display: 'flex', flexWrap: 'wrap', columnGap: tokens.spacingHorizontalM, fontSize: tokens.fontSizeBase200 },
});

interface Props {
  readonly row: SettledRow;
  readonly loaded: Loaded;
  readonly open: boolean;
  readonly toggle: (open: boolean) => void;
}

/** One settlement or adjustment; opened it shows both of its sides, and leads to their cells. */
export function SettledLine({ row, loaded, open, toggle }: Props) {
  const { texts, format } = usePane();
  const styles = useStyles();
  const t = texts.settlements;
  const { book } = loaded.read;
  const { amountDecimals, quantityDecimals } = book.parameters;
  const id = (position: number) => (position === NONE ? '' : book.transactions.id[position]);
  const address = addressOfSettled(loaded, row);
  const name = row.receipt === NONE ? id(row.issue) : `${id(row.issue)} ← ${id(row.receipt)}`;
  const quantity = row.quantity === 0 ? '' : format.quantity(short(row.quantity, quantityDecimals));
  const rule = row.principle === undefined ? '' : termOf(texts.terms.principles, row.principle);
  const reason = row.reason === 'Settlement' ? '' : termOf(texts.terms.reasons, row.reason);
  return (
    <Row
      left={
        <Button
          appearance="transparent"
          className={styles.button}
          icon={open ? <ChevronDownRegular /> : <ChevronRightRegular />}
          aria-expanded={open}
          onClick={() => toggle(!open)}
        >
          {name}
        </Button>
      }
      right={format.change(plain(row.adjustment, amountDecimals))}
      below={[book.items[row.item].id, quantity, rule, reason].filter((part) => part !== '').join(' · ')}
    >
      {open && (
        <>
          {row.table === 'Settlements' && (
            <Facts
              inCard
              facts={[
                { label: t.amount, value: format.amount(plain(row.amount, amountDecimals)) },
                { label: t.own, value: format.amount(plain(row.amount + row.adjustment, amountDecimals)) },
                { label: t.adjustment, value: format.change(plain(row.adjustment, amountDecimals)), strong: true },
              ]}
            />
          )}
          <Side title={row.table === 'Settlements' ? t.issue : t.transaction} position={row.issue} loaded={loaded} />
          {row.receipt !== NONE && (
            <Side title={row.table === 'Settlements' ? t.receipt : t.source} position={row.receipt} loaded={loaded} />
          )}
          {address !== undefined && (
            <div className={styles.links}>
              <GoTo address={address}>{t.ownRow}</GoTo>
            </div>
          )}
        </>
      )}
    </Row>
  );
}

function Side({ title, position, loaded }: { title: string; position: number; loaded: Loaded }) {
  const { texts, format, explain } = usePane();
  const styles = useStyles();
  const { transactions: t, parameters, references } = loaded.read.book;
  const id = t.id[position];
  const type = t.leg[position] === LEG.none ? TRANSACTION_TYPES[t.type[position]] : 'Closing transfer';
  const invoiced = t.financialDay[position] !== NO_DAY;
  const cost = invoiced ? t.financialCost[position] : t.physicalCost[position];
  const facts = [
    termOf(texts.terms.types, type),
    t.reference[position] === NONE ? '' : references[t.reference[position]],
    format.shortDay(invoiced ? t.financialDay[position] : t.physicalDay[position]),
    texts.settlements.posted(
      format.quantity(short(t.quantity[position], parameters.quantityDecimals)),
      format.amount(plain(cost, parameters.amountDecimals)),
    ),
  ];
  return (
    <div className={styles.side}>
      <h2 className={styles.heading}>
        {title}: {id}
      </h2>
      <div>{facts.filter((fact) => fact !== '').join(' · ')}</div>
      <div className={styles.links}>
        <ShowInSheet transaction={id} />
        <ActionLink label={texts.history.explain(id)} onClick={() => explain(id)}>
          {texts.history.explain(id)}
        </ActionLink>
      </div>
    </div>
  );
}
