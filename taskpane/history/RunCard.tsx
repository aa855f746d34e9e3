import { Badge, Button, makeStyles, tokens } from '@fluentui/react-components';
import { findRowsOfRun } from '../../src/runs/find-rows';
import type { PastRun } from '../../src/runs/history';
import { quoteSheet } from '../../src/workbook/cells';
import { summaryMark } from '../../src/workbook/sheets/summary';
import { usePane } from '../app/context';
import { ActionLink } from '../parts/ActionLink';
import { isInForce } from '../operations/ChooseOperation';
import { Facts } from '../parts/Facts';
import { GoTo } from '../parts/GoTo';
import { termOf } from '../texts';

const useStyles = makeStyles({
  card: {
    padding: tokens.spacingHorizontalM,
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalS,
    borderRadius: tokens.borderRadiusLarge,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  top: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
  heading: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  small: { margin: 0, color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  links: { display: 'flex', flexWrap: 'wrap', columnGap: tokens.spacingHorizontalM, rowGap: tokens.spacingVerticalXS },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

/** The tables that a run writes rows to, as links of its card. */
const TABLES = ['Settlements', 'Adjustments', 'Ledger', 'InventoryValue'];

interface Props {
  readonly run: PastRun;
  readonly decimals: number;
  /** Whether the workbook has its summary sheet. */
  readonly hasSummary: boolean;
  readonly showLog: (closing: string) => void;
}

/** One run: what it was, its totals, its rows. What is in force can be reversed. */
export function RunCard({ run, decimals, hasSummary, showLog }: Props) {
  const { texts, format, host, goTo, operate, settlements: showSettlements } = usePane();
  const styles = useStyles();
  const t = texts.history;
  const { transactions, settlements, adjustments, valueBefore, adjustment, valueAfter } = run;
  return (
    <article className={styles.card} aria-label={run.closing}>
      <div className={styles.top}>
        <h2 className={styles.heading}>
          <GoTo address={run.address}>{run.closing}</GoTo> {termOf(texts.terms.runTypes, run.type)}{' '}
          {t.upTo(format.day(run.day))}
        </h2>
        <Status status={run.status} />
      </div>
      {run.reverses !== '' && <p className={styles.small}>{t.reversed(run.reverses)}</p>}
      <p className={styles.small}>
        {run.finished !== undefined
          ? t.finished(format.moment(run.finished))
          : run.started !== undefined
            ? t.begun(format.moment(run.started))
            : ''}
        {run.by !== '' && `, ${t.by(run.by)}`}
        {run.note !== '' && ` · ${run.note}`}
      </p>
      {valueBefore !== undefined && adjustment !== undefined && valueAfter !== undefined && (
        <Facts
          inCard
          facts={[
            { label: texts.preview.valueBefore, value: format.cellAmount(valueBefore, decimals) },
            { label: texts.preview.adjustment, value: format.cellChange(adjustment, decimals) },
            { label: texts.preview.valueAfter, value: format.cellAmount(valueAfter, decimals), strong: true },
          ]}
        />
      )}
      {transactions !== undefined && settlements !== undefined && adjustments !== undefined && (
        <p className={styles.small}>
          {t.figures(format.count(transactions), format.count(settlements), format.count(adjustments))}
        </p>
      )}
      <div className={styles.links} role="group" aria-label={`${t.rowsIn}: ${run.closing}`}>
        {hasSummary && (
          <ActionLink
            label={`${run.closing}: ${t.summary}`}
            onClick={() => goTo(`${quoteSheet(summaryMark(run.closing).sheet)}!A1`)}
          >
            {t.summary}
          </ActionLink>
        )}
        {TABLES.map((table) => (
          <RowsLink key={table} table={table} closing={run.closing} />
        ))}
      </div>
      <div className={styles.buttons}>
        {run.status === 'Completed' && run.type !== 'Reversal' && (
          <Button size="small" onClick={() => showSettlements(run.closing)}>
            {texts.settlements.open}
          </Button>
        )}
        {run.logEntries !== undefined && run.logEntries > 0 && (
          <Button size="small" onClick={() => showLog(run.closing)}>
            {t.entries(format.count(run.logEntries))}
          </Button>
        )}
        {isInForce(run) && !host.openedIn.readOnly && (
          <Button
            size="small"
            aria-label={`${run.closing}: ${texts.more.reverseThis}`}
            onClick={() => operate({ name: 'reverse', closing: run.closing, note: '' })}
          >
            {texts.more.reverseThis}
          </Button>
        )}
      </div>
    </article>
  );
}

function Status({ status }: { status: string }) {
  const { texts } = usePane();
  const color = status === 'Completed' ? 'success' : status === 'Reversed' ? 'informative' : 'warning';
  return (
    <Badge appearance="tint" color={color}>
      {termOf(texts.terms.runStatuses, status)}
    </Badge>
  );
}

/** Finds the rows that a run has in a table and leads to them. */
function RowsLink({ table, closing }: { table: string; closing: string }) {
  const { texts, host, goTo, tell } = usePane();
  const go = () => {
    findRowsOfRun(host.port(), table, closing).then(
      (address) => (address === undefined ? tell(texts.history.noRows(table)) : goTo(address)),
      () => tell(texts.common.notThere(table)),
    );
  };
  return (
    <ActionLink label={`${closing}: ${table}`} onClick={go}>
      {table}
    </ActionLink>
  );
}
