import { Button, Field, Input, MessageBar, MessageBarBody, Select, Spinner } from '@fluentui/react-components';
import { type FormEvent, useEffect, useState } from 'react';
import { history, type PastRun } from '../../src/runs/history';
import { usePane } from '../app/context';
import { useSelectedId } from '../explain/use-selected-id';
import { Actions } from '../parts/Actions';
import { Title } from '../parts/Title';
import { termOf } from '../texts';
import { useWork } from '../work/use-work';
import { AmountField, type FieldProps, FillFields, NoteField, ReceiptFields, SelectionFields } from './Fields';
import type { FlowState } from '../flow/machine';
import type { OperationName } from '../flow/options';
import type { Flow } from '../flow/use-flow';
import { optionsFrom, type Typed, type TypedFault, typedOf } from './typed';

interface Props {
  readonly flow: Flow;
  readonly state: Extract<FlowState, { at: 'choose' }>;
  /** The date that the next close is proposed for; 0 where there is none. */
  readonly proposed: number;
}

/** What an operation needs to know. What is typed becomes options when it is used; wrong fields say what they need. */
export function ChooseOperation({ flow, state, proposed }: Props) {
  const { texts } = usePane();
  const name = state.name === 'close' ? 'recalculate' : state.name;
  const t = texts.more.operations[name];
  const [typed, setTyped] = useState<Typed>(() => typedOf(state.options, proposed));
  const [faults, setFaults] = useState<ReadonlySet<TypedFault>>(new Set());
  const change = (part: Partial<Typed>) => setTyped((before) => ({ ...before, ...part }));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const found = optionsFrom(name, typed);
    if ('faults' in found) setFaults(found.faults);
    else flow.begin('preview', found.options);
  };
  return (
    <form style={{ display: 'contents' }} onSubmit={submit} noValidate>
      <Title focus intro={t.why}>
        {t.title}
      </Title>
      {state.stopped && (
        <MessageBar intent="info">
          <MessageBarBody>{texts.choose.stopped}</MessageBarBody>
        </MessageBar>
      )}
      <OwnFields name={name} typed={typed} change={change} faults={faults} />
      <NoteField typed={typed} change={change} words={texts.choose} />
      <Actions>
        <Button appearance="primary" type="submit">
          {texts.more.preview}
        </Button>
        <Button onClick={() => flow.send({ type: 'back' })}>{texts.common.back}</Button>
      </Actions>
    </form>
  );
}

/** The fields that one operation has and others have not. */
function OwnFields({ name, ...props }: FieldProps & { readonly name: OperationName }) {
  const { texts } = usePane();
  const selected = useSelectedId();
  const { typed, change, faults } = props;
  switch (name) {
    case 'recalculate':
      return (
        <>
          <Field
            label={texts.more.upTo}
            hint={texts.more.upToHint}
            required
            {...(faults.has('upTo') ? { validationMessage: texts.choose.dateWrong } : {})}
          >
            <Input type="date" value={typed.upTo} onChange={(_, { value }) => change({ upTo: value })} />
          </Field>
          <SelectionFields {...props} all />
        </>
      );
    case 'reverse':
      return <RunField {...props} />;
    case 'on-hand':
      return (
        <>
          <SelectionFields {...props} all={false} />
          <FillFields {...props} />
        </>
      );
    case 'revalue':
      return (
        <>
          <SelectionFields {...props} all={false} />
          <AmountField {...props} label={texts.more.newUnitCost} />
        </>
      );
    case 'receipts':
      return <ReceiptFields {...props} selected={selected} />;
  }
}

/** The runs that are in force, newest first. */
function RunField({ typed, change, faults }: FieldProps) {
  const { texts, format } = usePane();
  const t = texts.more;
  const { state, start } = useWork<readonly PastRun[]>();
  useEffect(() => start(async (port) => (await history(port)).runs.filter(isInForce)), [start]);
  const runs = state.at === 'done' ? state.value : [];
  const newest = runs.at(0)?.closing ?? '';
  useEffect(() => {
    if (typed.closing === '' && newest !== '') change({ closing: newest });
  });
  if (state.at === 'failed' || (state.at === 'done' && runs.length === 0)) return <p>{t.noRuns}</p>;
  if (state.at !== 'done') return <Spinner size="small" label={texts.common.loading} />;
  return (
    <Field label={t.run} hint={t.runHint} {...(faults.has('closing') ? { validationMessage: t.noRuns } : {})}>
      <Select value={typed.closing} onChange={(_, { value }) => change({ closing: value })}>
        {runs.map(({ closing, type, day }) => (
          <option key={closing} value={closing}>
            {t.runOf(closing, termOf(texts.terms.runTypes, type), format.day(day))}
          </option>
        ))}
      </Select>
    </Field>
  );
}

/** Whether a run can be reversed: it ended, and is neither reversed nor a reversal. */
export const isInForce = ({ type, status }: PastRun): boolean => status === 'Completed' && type !== 'Reversal';
