import { Button, makeStyles, MessageBar, MessageBarBody, Spinner, tokens } from '@fluentui/react-components';
import { DocumentTableRegular, TableLinkRegular, TableRegular } from '@fluentui/react-icons';
import { useState } from 'react';
import { confirmInsertion, refuseInsertion } from '../../src/runs/insertion';
import type { Survey } from '../../src/runs/survey';
import { usePane } from '../app/context';
import { FailureReport } from '../parts/FailureReport';
import { ProblemGroups } from '../parts/ProblemGroups';
import { Section } from '../parts/Section';
import { Title } from '../parts/Title';
import { type Failure, failureOf } from '../work/failure';
import { FoundTables } from './FoundTables';
import { newWorkbook, type NewWorkbook } from './new-workbooks';
import { TaskCard } from './TaskCard';

const useStyles = makeStyles({
  text: { margin: 0, color: tokens.colorNeutralForeground2 },
  own: { margin: 0 },
});

interface Props {
  readonly survey: Survey;
  readonly readAgain: () => void;
}

type State = { readonly at: 'choose' | 'inserting' } | { readonly at: 'failed'; readonly failure: Failure };

/** Help to begin, where the workbook has no transactions yet. */
export function BeginPage({ survey, readAgain }: Props) {
  const { texts, host, machinery, open } = usePane();
  const styles = useStyles();
  const [state, setState] = useState<State>({ at: 'choose' });
  const t = texts.start;
  const insert = (which: NewWorkbook) => {
    setState({ at: 'inserting' });
    refuseInsertion(host.port())
      .then(() => newWorkbook(which, machinery.now()))
      .then((workbook) => host.insertSheets(workbook))
      .then(() => confirmInsertion(host.port()))
      .then(readAgain, (error: unknown) => setState({ at: 'failed', failure: failureOf(error, 0) }));
  };
  if (state.at === 'inserting') {
    return (
      <>
        <Title>{t.title}</Title>
        <Spinner size="small" label={t.inserting} />
      </>
    );
  }
  return (
    <>
      <Title intro={t.empty}>{t.emptyTitle}</Title>
      {state.at === 'failed' && <FailureReport title={texts.failure.titles.insert} failure={state.failure} />}
      {survey.problems.length > 0 && (
        <>
          <MessageBar layout="multiline" intent="error">
            <MessageBarBody>{texts.map.broken}</MessageBarBody>
          </MessageBar>
          <ProblemGroups title={texts.check.errors} color="danger" problems={survey.problems} />
        </>
      )}
      <Section title={t.begin}>
        <TaskCard
          icon={<DocumentTableRegular />}
          title={t.sample}
          text={t.sampleWhy}
          disabled={host.openedIn.readOnly}
          onClick={() => insert('sample')}
        />
        <TaskCard
          icon={<TableRegular />}
          title={t.template}
          text={t.templateWhy}
          disabled={host.openedIn.readOnly}
          onClick={() => insert('template')}
        />
        <p className={styles.text}>{t.insertNote}</p>
      </Section>
      <Section title={t.ownData}>
        <TaskCard
          icon={<TableLinkRegular />}
          title={texts.map.begin}
          text={texts.map.beginWhy}
          disabled={host.openedIn.readOnly}
          onClick={() => open('map')}
        />
        <p className={styles.own}>{t.ownDataWhy}</p>
        <div>
          <Button size="small" onClick={readAgain}>
            {t.readAgain}
          </Button>
        </div>
      </Section>
      <FoundTables tables={survey.tables} />
    </>
  );
}
