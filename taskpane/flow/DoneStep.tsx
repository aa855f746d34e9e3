import { Button, makeStyles, MessageBar, MessageBarBody } from '@fluentui/react-components';
import { usePane } from '../app/context';
import { Actions } from '../parts/Actions';
import { Title } from '../parts/Title';
import type { SurveyState } from '../start/use-survey';
import type { FlowState } from './machine';
import { NextRun } from './NextRun';
import { ResultView } from './ResultView';
import type { FlowResult } from './results';
import type { Flow } from './use-flow';
import { wordsFor } from './words';
import { WrittenSheets } from './WrittenSheets';

const useStyles = makeStyles({ text: { margin: 0 } });

interface Props {
  readonly flow: Flow;
  readonly state: Extract<FlowState, { at: 'done' }>;
  readonly survey: SurveyState;
}

/** What a run has written, with links into the sheets. */
export function DoneStep({ flow, state, survey }: Props) {
  const { texts, format, open } = usePane();
  const styles = useStyles();
  const { options, finished } = state;
  return (
    <>
      <Title focus intro={<Ids result={finished} />}>
        {wordsFor(options, finished, texts, format).done}
      </Title>
      <Verdict result={finished} />
      <ResultView result={finished} options={options} />
      <WrittenSheets result={finished} survey={survey} />
      <p className={styles.text}>{texts.done.save}</p>
      <Actions>
        <Button appearance="primary" onClick={() => open('history')}>
          {texts.done.history}
        </Button>
        <NextRun flow={flow} name={options.name} survey={survey} />
      </Actions>
    </>
  );
}

/** The numbers under which the run is found. */
function Ids({ result }: { result: FlowResult }) {
  const { texts, format } = usePane();
  const { closing = '', voucher = '' } = result.written ?? {};
  if (result.kind === 'reversal') return texts.more.doneReversal(format.count(result.runs.length));
  return voucher === '' ? texts.done.run(closing) : texts.done.subtitle(closing, voucher);
}

/** Whether there is something in the log to look at. */
function Verdict({ result }: { result: FlowResult }) {
  const { texts, format } = usePane();
  if (result.kind !== 'run') return null;
  const warnings = result.summary.log.filter(({ severity }) => severity === 'Warning').length;
  return (
    <MessageBar layout="multiline" intent={warnings > 0 ? 'warning' : 'success'}>
      <MessageBarBody>
        {warnings > 0 ? texts.done.warnings(format.count(warnings)) : texts.done.noWarnings}
      </MessageBarBody>
    </MessageBar>
  );
}
