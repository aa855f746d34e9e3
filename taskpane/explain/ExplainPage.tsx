import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import type { Explanation } from '../../src/runs/explain/explain';
import { findTransaction } from '../../src/runs/find-rows';
import { usePane } from '../app/context';
import { ActionLink } from '../parts/ActionLink';
import { FailureReport } from '../parts/FailureReport';
import { Title } from '../parts/Title';
import { WorkView } from '../parts/WorkView';
import type { SurveyState } from '../start/use-survey';
import { AskForm } from './AskForm';
import { selectedId } from './selected-id';
import { TraceView } from './TraceView';
import type { ExplainFlow, Question } from './use-explain';

const useStyles = makeStyles({
  sentences: { margin: 0, paddingLeft: tokens.spacingHorizontalL, display: 'grid', rowGap: tokens.spacingVerticalS },
  heading: {
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    fontWeight: tokens.fontWeightSemibold,
    overflowWrap: 'anywhere',
  },
  text: { margin: 0, color: tokens.colorNeutralForeground2 },
  answer: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalM, minWidth: 0 },
});

interface Props {
  readonly flow: ExplainFlow;
  readonly survey: SurveyState;
}

/** Why a transaction has its cost: asked by its id or by its row in the sheet, answered in sentences. */
export function ExplainPage({ flow, survey }: Props) {
  const { texts } = usePane();
  const { state } = flow;
  const selected = useSelectedId();
  const contents = survey.at === 'found' ? survey.survey.contents : undefined;
  return (
    <>
      <Title intro={texts.explain.intro}>{texts.explain.title}</Title>
      <AskForm
        key={state.at === 'idle' ? 'new' : `${state.question.id} ${state.question.upTo}`}
        asked={state.at === 'idle' ? undefined : state.question}
        selected={selected}
        contents={contents}
        busy={state.at === 'working'}
        ask={flow.ask}
      />
      {state.at === 'working' && (
        <>
          <WorkView progress={state.progress} cellEdit={state.cellEdit} />
          <div>
            <Button onClick={flow.stop}>{texts.common.cancel}</Button>
          </div>
        </>
      )}
      {state.at === 'failed' && <FailureReport title={texts.failure.titles.explain} failure={state.failure} />}
      {state.at === 'found' && <Answer explanation={state.explanation} question={state.question} />}
    </>
  );
}

function Answer({ explanation, question }: { explanation: Explanation; question: Question }) {
  const { texts, format } = usePane();
  const styles = useStyles();
  const { transaction, sentences, from, to } = explanation;
  return (
    <article className={styles.answer} aria-live="polite">
      <h2 className={styles.heading}>{texts.explain.result(transaction)}</h2>
      {question.upTo !== undefined && (
        <p className={styles.text}>{texts.explain.previewed(format.day(question.upTo))}</p>
      )}
      <ul className={styles.sentences} lang="en">
        {sentences.map((sentence, at) => (
          <li key={at}>{sentence}</li>
        ))}
      </ul>
      <TraceView title={texts.explain.from} lines={from} />
      <TraceView title={texts.explain.to} lines={to} />
      <div>
        <ShowInSheet transaction={transaction} />
      </div>
    </article>
  );
}

/** Finds the row of a transaction and leads to it. */
export function ShowInSheet({ transaction }: { transaction: string }) {
  const { texts, host, goTo, tell } = usePane();
  const show = () => {
    findTransaction(host.port(), transaction).then(
      (address) => (address === undefined ? tell(texts.history.notFound(transaction)) : goTo(address)),
      () => tell(texts.history.notFound(transaction)),
    );
  };
  return (
    <ActionLink label={`${texts.explain.show}: ${transaction}`} onClick={show}>
      {texts.explain.show}
    </ActionLink>
  );
}

/** The transaction of the row that is selected in the sheet; "" for none. Follows the selection. */
function useSelectedId(): string {
  const { host } = usePane();
  const [id, setId] = useState('');
  useEffect(() => {
    let gone = false;
    const look = () => {
      host.selection().then(
        (selection) => {
          if (!gone) setId(selectedId(selection));
        },
        () => {
          if (!gone) setId('');
        },
      );
    };
    look();
    const end = host.onSelectionChanged(look);
    return () => {
      gone = true;
      end();
    };
  }, [host]);
  return id;
}
