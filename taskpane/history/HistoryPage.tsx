import { makeStyles, Spinner, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { summaryMark } from '../../src/workbook/sheets/summary';
import { usePane } from '../app/context';
import { FailureReport } from '../parts/FailureReport';
import { Title } from '../parts/Title';
import type { SurveyState } from '../start/use-survey';
import { LogList } from './LogList';
import { RunCard } from './RunCard';
import { useHistory } from './use-history';

const useStyles = makeStyles({
  runs: { margin: 0, padding: 0, listStyleType: 'none', display: 'grid', rowGap: tokens.spacingVerticalS },
});

/** Every run of this workbook, newest first, and what the runs have noted. */
export function HistoryPage({ survey }: { survey: SurveyState }) {
  const { texts, host } = usePane();
  const styles = useStyles();
  const state = useHistory(host);
  const [closing, setClosing] = useState('');
  if (state.at === 'reading') return <Spinner size="small" label={texts.common.loading} />;
  if (state.at === 'failed') {
    return (
      <>
        <Title>{texts.history.title}</Title>
        <FailureReport title={texts.failure.titles.history} failure={state.failure} />
      </>
    );
  }
  const { runs, log, sheets } = state.history;
  if (runs.length === 0) return <Title intro={texts.history.none}>{texts.history.title}</Title>;
  const contents = survey.at === 'found' ? survey.survey.contents : undefined;
  return (
    <>
      <Title>{texts.history.title}</Title>
      <ul className={styles.runs}>
        {runs.map((run) => (
          <li key={run.address}>
            <RunCard
              run={run}
              decimals={contents?.parameters.amountDecimals ?? 2}
              hasSummary={sheets.includes(summaryMark(run.closing).sheet)}
              showLog={setClosing}
            />
          </li>
        ))}
      </ul>
      <LogList runs={runs} log={log} closing={closing} setClosing={setClosing} />
    </>
  );
}
