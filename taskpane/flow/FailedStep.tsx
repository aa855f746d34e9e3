import { Button } from '@fluentui/react-components';
import { usePane } from '../app/context';
import { Actions } from '../parts/Actions';
import { FailureReport } from '../parts/FailureReport';
import { Title } from '../parts/Title';
import { type FlowState, nameOf } from './machine';
import type { Flow } from './use-flow';
import { wordsOf } from './words';

/** Why a piece of work came to nothing. Where it had begun to write, Start knows the ways out. */
export function FailedStep({ flow, state }: { flow: Flow; state: Extract<FlowState, { at: 'failed' }> }) {
  const { texts, open } = usePane();
  const { failure, task } = state;
  const { title, failed } = wordsOf(nameOf(state.before) ?? 'close', texts);
  const begun = task === 'reports' ? { begun: texts.failure.reportsBegun } : {};
  return (
    <>
      <Title focus>{title}</Title>
      <FailureReport title={failed[task]} failure={failure} {...begun} />
      <Actions>
        {failure.changed === 'nothing' || task === 'reports' ? (
          <>
            <Button appearance="primary" onClick={() => flow.begin(task)}>
              {texts.common.tryAgain}
            </Button>
            <Button onClick={() => flow.send({ type: 'back' })}>{texts.common.back}</Button>
          </>
        ) : (
          <Button appearance="primary" onClick={() => open('start')}>
            {texts.close.toStart}
          </Button>
        )}
      </Actions>
    </>
  );
}
