import { Button, MessageBar, MessageBarBody } from '@fluentui/react-components';
import { LockClosedRegular } from '@fluentui/react-icons';
import type { Contents, Survey } from '../../src/runs/survey';
import { usePane } from '../app/context';
import { defaultOptions } from '../flow/default-options';
import type { Flow } from '../flow/use-flow';
import { Facts } from '../parts/Facts';
import { MappedData } from '../map/MappedData';
import { FailureReport } from '../parts/FailureReport';
import { ProblemGroups } from '../parts/ProblemGroups';
import { Section } from '../parts/Section';
import { Title } from '../parts/Title';
import { WorkView } from '../parts/WorkView';
import { BeginPage } from './BeginPage';
import { FoundTables } from './FoundTables';
import { TaskCard } from './TaskCard';
import { UnfinishedRun } from './UnfinishedRun';
import type { SurveyState } from './use-survey';

interface Props {
  readonly state: SurveyState;
  readonly readAgain: () => void;
  readonly close: Flow;
}

/** What is in this workbook, and what can be done with it. */
export function StartPage({ state, readAgain, close }: Props) {
  const { texts, open } = usePane();
  if (state.at === 'reading') {
    return (
      <>
        <Title intro={texts.start.reading}>{texts.start.title}</Title>
        <WorkView progress={state.progress} cellEdit={state.cellEdit} />
      </>
    );
  }
  if (state.at === 'failed') {
    return (
      <>
        <Title>{texts.start.title}</Title>
        <FailureReport title={texts.failure.titles.survey} failure={state.failure} />
        {state.failure.problems.some(({ code }) => code === 'MAPPING') && (
          <Button onClick={() => open('map')}>{texts.map.change}</Button>
        )}
        <ReadAgain onClick={readAgain} />
      </>
    );
  }
  const { survey } = state;
  if (!survey.tables.some(({ name }) => name === 'Transactions')) {
    return <BeginPage survey={survey} readAgain={readAgain} />;
  }
  return <Found survey={survey} readAgain={readAgain} close={close} />;
}

function Found({ survey, readAgain, close }: Omit<Props, 'state'> & { readonly survey: Survey }) {
  const { texts, format, host, open } = usePane();
  const { contents, problems } = survey;
  const errors = problems.filter(({ severity }) => severity === 'Error');
  const warnings = problems.filter(({ severity }) => severity === 'Warning');
  return (
    <>
      <Title>{texts.start.title}</Title>
      {host.openedIn.readOnly && (
        <MessageBar layout="multiline" intent="info">
          <MessageBarBody>{texts.start.readOnly}</MessageBarBody>
        </MessageBar>
      )}
      {errors.length > 0 && (
        <MessageBar layout="multiline" intent="error">
          <MessageBarBody>{texts.start.problems(format.count(errors.length))}</MessageBarBody>
        </MessageBar>
      )}
      {contents?.unfinished && <UnfinishedRun run={contents.unfinished} readAgain={readAgain} />}
      {contents && <ContentFacts contents={contents} />}
      {contents && !contents.unfinished && contents.proposed !== 0 && (
        <Section title={texts.start.next}>
          <TaskCard
            icon={<LockClosedRegular />}
            title={texts.start.closeUpTo(format.day(contents.proposed))}
            text={texts.start.closeWhy}
            onClick={() => {
              if (!isUnderWay(close, contents)) {
                close.send({ type: 'open', name: 'close', options: defaultOptions(contents) });
              }
              open('close');
            }}
          />
        </Section>
      )}
      <ProblemGroups title={texts.check.errors} color="danger" problems={errors} />
      <ProblemGroups title={texts.check.warnings} color="warning" problems={warnings} />
      <MappedData tables={survey.tables} readAgain={readAgain} />
      <FoundTables tables={survey.tables} />
      <ReadAgain onClick={readAgain} />
    </>
  );
}

/** Whether somebody is on the way to the close that is due: its check or preview stays. A close that has ended is not on the way. */
function isUnderWay({ state }: Flow, { proposed }: Contents): boolean {
  const options = 'options' in state && state.at !== 'done' && state.at !== 'paused' ? state.options : undefined;
  return options?.name === 'close' && options.upTo === proposed;
}

function ContentFacts({ contents }: { contents: NonNullable<Survey['contents']> }) {
  const { texts, format } = usePane();
  const { transactions, items, firstDay, lastDay, lastClose } = contents;
  const t = texts.start;
  return (
    <Facts
      facts={[
        { label: t.transactions, value: format.count(transactions).text },
        { label: t.items, value: format.count(items).text },
        {
          label: t.dates,
          value: firstDay === 0 ? t.noDates : t.dateRange(format.day(firstDay), format.day(lastDay)),
        },
        {
          label: t.lastClose,
          value: lastClose ? t.closedUpTo(format.day(lastClose.day), lastClose.id) : t.neverClosed,
          strong: true,
        },
      ]}
    />
  );
}

function ReadAgain({ onClick }: { onClick: () => void }) {
  const { texts } = usePane();
  return (
    <div>
      <Button size="small" onClick={onClick}>
        {texts.start.readAgain}
      </Button>
    </div>
  );
}
