import { Button, MessageBar, MessageBarBody } from '@fluentui/react-components';
import { usePane } from '../app/context';
import { Actions } from '../parts/Actions';
import { ProblemGroups } from '../parts/ProblemGroups';
import { Title } from '../parts/Title';
import { CostPriceList, OpenQuantityList } from './CheckLists';
import type { FlowState } from '../flow/machine';
import type { CloseOptions } from '../flow/options';
import type { Flow } from '../flow/use-flow';

interface Props {
  readonly flow: Flow;
  readonly state: Extract<FlowState, { at: 'check' }>;
  readonly options: CloseOptions;
}

/** What there is to look at before a close, errors first. */
export function CheckStep({ flow, state, options }: Props) {
  const { texts, format, host } = usePane();
  const { checked, reports } = state;
  const { book } = checked.loaded.read;
  const errors = checked.obstacles.filter(({ severity }) => severity === 'Error');
  const warnings = checked.obstacles.filter(({ severity }) => severity === 'Warning');
  const refused = errors.length > 0;
  const listed = checked.openQuantities.length + checked.costPrices.length;
  const toLookAt = warnings.length + listed;
  const verdict = refused
    ? texts.check.refused(format.count(errors.length))
    : toLookAt > 0
      ? texts.check.readyWith(format.count(toLookAt))
      : texts.check.ready;
  return (
    <>
      <Title
        focus
        intro={texts.check.read(format.count(book.transactions.inputCount), format.count(book.items.length))}
      >
        {texts.check.title(format.day(options.upTo))}
      </Title>
      <MessageBar layout="multiline" intent={refused ? 'error' : toLookAt > 0 ? 'warning' : 'success'}>
        <MessageBarBody>{verdict}</MessageBarBody>
      </MessageBar>
      <ProblemGroups title={texts.check.errors} color="danger" problems={errors} />
      <ProblemGroups title={texts.check.warnings} color="warning" problems={warnings} />
      <OpenQuantityList checked={checked} options={options} />
      <CostPriceList checked={checked} options={options} />
      {listed > 0 && !host.openedIn.readOnly && reports === 'not written' && (
        <div>
          <Button size="small" onClick={() => flow.begin('reports')}>
            {texts.check.writeReports}
          </Button>
        </div>
      )}
      {reports === 'written' && <p role="status">{texts.check.reportsWritten}</p>}
      <Actions>
        {refused ? (
          <Button appearance="primary" onClick={() => flow.begin('check')}>
            {texts.check.again}
          </Button>
        ) : (
          <Button appearance="primary" onClick={() => flow.begin('preview')}>
            {texts.check.preview}
          </Button>
        )}
        <Button onClick={() => flow.send({ type: 'back' })}>{texts.common.back}</Button>
      </Actions>
    </>
  );
}
