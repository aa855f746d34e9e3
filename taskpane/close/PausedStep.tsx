import { Button } from '@fluentui/react-components';
import { usePane } from '../app/context';
import { Actions } from '../parts/Actions';
import { Title } from '../parts/Title';
import type { SurveyState } from '../start/use-survey';
import { defaultOptions } from './default-options';
import type { CloseState } from './machine';
import type { CloseFlow } from './use-close';

interface Props {
  readonly flow: CloseFlow;
  readonly state: Extract<CloseState, { at: 'paused' }>;
  readonly survey: SurveyState;
}

/** A close that was paused. It goes on from Start, here or on another machine; once it is gone the next one can begin. */
export function PausedStep({ flow, state, survey }: Props) {
  const { texts, format, open } = usePane();
  const contents = survey.at === 'found' ? survey.survey.contents : undefined;
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
        {contents && !contents.unfinished && (
          <Button onClick={() => flow.send({ type: 'again', options: defaultOptions(contents) })}>
            {texts.done.next}
          </Button>
        )}
      </Actions>
    </>
  );
}
