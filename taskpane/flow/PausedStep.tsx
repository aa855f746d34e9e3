import { Button } from '@fluentui/react-components';
import { usePane } from '../app/context';
import { Actions } from '../parts/Actions';
import { Title } from '../parts/Title';
import type { SurveyState } from '../start/use-survey';
import type { FlowState } from './machine';
import { NextRun } from './NextRun';
import type { Flow } from './use-flow';

interface Props {
  readonly flow: Flow;
  readonly state: Extract<FlowState, { at: 'paused' }>;
  readonly survey: SurveyState;
}

/** A run that was paused. It goes on from Start, here or on another machine; once it is gone the next one can begin. */
export function PausedStep({ flow, state, survey }: Props) {
  const { texts, format, open } = usePane();
  const { closing, share } = state.paused;
  return (
    <>
      <Title focus intro={texts.close.pausedHow}>
        {texts.close.paused(closing, format.percent(Math.floor(share * 100)))}
      </Title>
      <Actions>
        <Button appearance="primary" onClick={() => open('start')}>
          {texts.close.toStart}
        </Button>
        <NextRun flow={flow} name={state.options.name} survey={survey} />
      </Actions>
    </>
  );
}
