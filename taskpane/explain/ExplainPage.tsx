import { Button, makeStyles, MessageBar, MessageBarBody, tokens } from '@fluentui/react-components';
import { useEffect, useMemo, useRef, useState } from 'react';
import { explainIn } from '../../src/runs/explain/explain';
import { type Explorer, unknownId } from '../../src/runs/explain/explorer';
import { usePane } from '../app/context';
import { ActionLink } from '../parts/ActionLink';
import { FailureReport } from '../parts/FailureReport';
import { ShowInSheet } from '../parts/ShowInSheet';
import { Title } from '../parts/Title';
import { WorkView } from '../parts/WorkView';
import type { SurveyState } from '../start/use-survey';
import { refused } from '../work/failure';
import { AskForm } from './AskForm';
import { CostTreeView } from './CostTreeView';
import type { ExplorerFlow, Question } from './use-explorer';
import { useSelectedId } from './use-selected-id';

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
  links: { display: 'flex', flexWrap: 'wrap', columnGap: tokens.spacingHorizontalM },
});

interface Props {
  readonly flow: ExplorerFlow;
  readonly survey: SurveyState;
}

/** Why a transaction has its cost: asked by its id or by its row in the sheet, answered in sentences and as trees. */
export function ExplainPage({ flow, survey }: Props) {
  const { texts, open } = usePane();
  const styles = useStyles();
  const { state } = flow;
  const selected = useSelectedId();
  const [follows, setFollows] = useState(true);
  const jumped = useFollowing(flow, selected, follows);
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
        follows={follows}
        setFollows={setFollows}
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
      {state.at === 'open' && (
        <Answer
          explorer={state.explorer}
          question={state.question}
          ask={flow.ask}
          readAgain={flow.readAgain}
          onGo={jumped}
        />
      )}
      <div className={styles.links}>
        <ActionLink label={texts.compare.open} onClick={() => open('compare')}>
          {texts.compare.open}
        </ActionLink>
        <ActionLink label={texts.averages.open} onClick={() => open('averages')}>
          {texts.averages.open}
        </ActionLink>
      </div>
    </>
  );
}

/**
 * Asks for what is selected in the sheet, once a workbook was read. Returns what a part of the page calls that moves the
 * selection itself: the page does not follow that.
 */
function useFollowing({ state, ask }: ExplorerFlow, selected: string, follows: boolean): (id: string) => void {
  const own = useRef('');
  const last = useRef(selected);
  useEffect(() => {
    if (selected === last.current) return;
    last.current = selected;
    const isOwn = selected === own.current;
    own.current = '';
    if (!follows || isOwn || selected === '' || state.at !== 'open') return;
    const { question, explorer } = state;
    if (question.id !== selected && explorer.find(selected) !== undefined) ask({ ...question, id: selected });
  }, [selected, follows, state, ask]);
  return (id: string) => {
    own.current = id;
  };
}

interface AnswerProps {
  readonly explorer: Explorer;
  readonly question: Question;
  readonly ask: (question: Question) => void;
  readonly readAgain: () => void;
  readonly onGo: (id: string) => void;
}

function Answer({ explorer, question, ask, readAgain, onGo }: AnswerProps) {
  const { texts, format, speech } = usePane();
  const styles = useStyles();
  const position = explorer.find(question.id);
  const explanation = useMemo(
    () => (position === undefined ? undefined : explainIn(explorer, position, speech)),
    [explorer, position, speech],
  );
  if (position === undefined || !explanation) {
    return <FailureReport title={texts.failure.titles.explain} failure={refused([unknownId(question.id)])} />;
  }
  const { transaction, sentences } = explanation;
  const explain = (id: string) => ask({ ...question, id });
  return (
    <article className={styles.answer}>
      <h2 className={styles.heading}>{texts.explain.result(transaction)}</h2>
      {question.upTo !== undefined && (
        <MessageBar layout="multiline">
          <MessageBarBody>{texts.explain.previewed(format.day(question.upTo))}</MessageBarBody>
        </MessageBar>
      )}
      <ul className={styles.sentences} aria-live="polite">
        {sentences.map((sentence, at) => (
          <li key={at}>{sentence}</li>
        ))}
      </ul>
      {(['from', 'to'] as const).map((direction) => (
        <CostTreeView
          key={`${direction} ${position}`}
          title={texts.explain[direction]}
          explorer={explorer}
          position={position}
          direction={direction}
          explain={explain}
          onGo={onGo}
        />
      ))}
      <div className={styles.links}>
        <ShowInSheet transaction={transaction} onGo={() => onGo(transaction)} />
        <ActionLink label={texts.explain.readAgain} onClick={readAgain}>
          {texts.explain.readAgain}
        </ActionLink>
      </div>
    </article>
  );
}
