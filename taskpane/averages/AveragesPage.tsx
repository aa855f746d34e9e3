import { makeStyles } from '@fluentui/react-components';
import { useEffect } from 'react';
import { plain, short } from '../../src/book/decimals';
import { keyName } from '../../src/book/names';
import type { InflatedIssue } from '../../src/book/reports';
import type { Loaded } from '../../src/runs/load';
import { reportRunningAverages, type RunningAverageReport } from '../../src/runs/running-average';
import { DEFAULT_RUNNING_AVERAGE_OPTIONS } from '../../src/settle/reports/running-average';
import { usePane } from '../app/context';
import { Facts } from '../parts/Facts';
import { MoreList } from '../parts/MoreList';
import { Row } from '../parts/Row';
import { Section } from '../parts/Section';
import { ShowInSheet } from '../parts/ShowInSheet';
import { Title } from '../parts/Title';
import { Waiting } from '../parts/Waiting';
import { useAnswer } from '../work/use-answer';

const useStyles = makeStyles({ text: { margin: 0 } });

/** Issues that were posted at a running average which negative stock had spoilt. */
export function AveragesPage() {
  const { texts, format } = usePane();
  const styles = useStyles();
  const t = texts.averages;
  const { state, ask, stop } = useAnswer<RunningAverageReport>();
  useEffect(() => {
    ask((port, env) => reportRunningAverages(port, DEFAULT_RUNNING_AVERAGE_OPTIONS, env));
  }, [ask]);
  return (
    <>
      <Title intro={t.intro}>{t.title}</Title>
      <Waiting state={state} stop={stop} title={t.failed} />
      {state.at === 'done' &&
        (state.value.issues.length === 0 ? (
          <p className={styles.text} role="status">
            {t.none}
          </p>
        ) : (
          <Section title={t.found} count={format.count(state.value.issues.length).text} color="warning">
            <MoreList rows={state.value.issues} step={10}>
              {(issue) => <Inflated issue={issue} loaded={state.value.loaded} />}
            </MoreList>
          </Section>
        ))}
    </>
  );
}

function Inflated({ issue, loaded }: { issue: InflatedIssue; loaded: Loaded }) {
  const { texts, format } = usePane();
  const t = texts.averages;
  const { book } = loaded.read;
  const { amountDecimals, quantityDecimals } = book.parameters;
  const { id, key } = book.transactions;
  const amount = (units: number) => format.amount(plain(units, amountDecimals));
  return (
    <Row
      left={id[issue.transaction]}
      right={format.change(plain(issue.excess, amountDecimals))}
      below={keyName(book, key[issue.transaction])}
    >
      <Facts
        inCard
        facts={[
          { label: t.onHand, value: format.quantity(short(issue.onHand, quantityDecimals)) },
          { label: t.value, value: amount(issue.value) },
          { label: t.worth, value: amount(issue.worth) },
          { label: t.posted, value: amount(issue.posted) },
          { label: t.startedBy, value: <Named id={id[issue.startedBy]} /> },
          ...(issue.coveredBy < 0 ? [] : [{ label: t.coveredBy, value: <Named id={id[issue.coveredBy]} /> }]),
        ]}
      />
      <ShowInSheet transaction={id[issue.transaction]} />
    </Row>
  );
}

function Named({ id }: { id: string }) {
  return (
    <>
      {id} <ShowInSheet transaction={id} />
    </>
  );
}
