import { Button } from '@fluentui/react-components';
import { usePane } from '../app/context';
import { Actions } from '../parts/Actions';
import { Title } from '../parts/Title';
import { WorkView } from '../parts/WorkView';
import { nameOf, type Working } from './machine';
import type { RunName } from './options';
import type { Flow } from './use-flow';
import { wordsOf } from './words';

/** Runs that compute for long: they can be paused, and go on later on any machine (A18). */
const PAUSABLE: readonly RunName[] = ['close', 'recalculate'];

/** Work that goes on. It can be cancelled until cells are written; some runs can be paused at any time. */
export function WorkStep({ flow, state }: { flow: Flow; state: Working }) {
  const { texts } = usePane();
  const { task, progress, stopping, pausing, writing, cellEdit } = state;
  const name = nameOf(state.before) ?? 'close';
  const pausable = task === 'run' && PAUSABLE.includes(name);
  return (
    <>
      <Title focus intro={writing ? texts.work.writing : texts.work.notWritten}>
        {wordsOf(name, texts).working[task]}
      </Title>
      <WorkView progress={progress} cellEdit={cellEdit} />
      {task === 'run' && <p>{texts.work.working}</p>}
      {(pausable || !writing) && (
        <Actions>
          {pausable && (
            <Button onClick={flow.pause} disabledFocusable={pausing || stopping}>
              {pausing ? texts.work.pausing : texts.work.pause}
            </Button>
          )}
          {!writing && (
            <Button onClick={flow.stop} disabledFocusable={stopping}>
              {stopping ? texts.work.stopping : texts.common.cancel}
            </Button>
          )}
        </Actions>
      )}
    </>
  );
}
