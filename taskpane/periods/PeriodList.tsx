import { makeStyles, tokens } from '@fluentui/react-components';
import type { CheckedPeriod } from '../../src/runs/check-periods';
import { usePane } from '../app/context';
import { Figures } from '../parts/Figures';
import { Section } from '../parts/Section';

const useStyles = makeStyles({
  text: { margin: 0, color: tokens.colorNeutralForeground2 },
  small: { color: tokens.colorNeutralForeground2 },
});

/** The periods of the workbook, each with its status and the close that has locked it. */
export function PeriodList({ periods }: { periods: readonly CheckedPeriod[] }) {
  const { texts, format } = usePane();
  const styles = useStyles();
  const t = texts.periods;
  return (
    <Section title={t.periods}>
      {periods.length > 0 && (
        <Figures
          label={t.periods}
          headers={[t.period, t.status, t.closing]}
          figuresFrom={3}
          rows={periods.map(({ name, from, to, status, closing }) => [
            <>
              {name}
              <br />
              <span className={styles.small}>{t.range(format.shortDay(from), format.shortDay(to))}</span>
            </>,
            t.statuses[status],
            closing ?? '',
          ])}
        />
      )}
      <p className={styles.text}>{periods.length > 0 ? t.statusHint : t.noPeriods}</p>
    </Section>
  );
}
