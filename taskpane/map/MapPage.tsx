import { Button } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import { type Candidate, type Mappable, mappable, type Proposal, propose, saveMappings } from '../../src/runs/mapping';
import type { MappedColumn } from '../../src/workbook/mapping/mapping';
import { usePane } from '../app/context';
import { Actions } from '../parts/Actions';
import { FailureReport } from '../parts/FailureReport';
import { Title } from '../parts/Title';
import { WorkView } from '../parts/WorkView';
import type { SurveyState } from '../start/use-survey';
import type { Failure } from '../work/failure';
import { useWork } from '../work/use-work';
import { ChooseSource } from './ChooseSource';
import { MatchColumns } from './MatchColumns';
import { asMapped } from './known-columns';

/** What a person has chosen: the table of ours, and what is to stand for it. */
export interface Choice {
  readonly table: string;
  readonly candidate: Candidate;
}

interface Props {
  readonly survey: SurveyState;
  readonly readAgain: () => void;
}

/** From foreign data to tables of ours: which table or range, which column is which; then it is remembered. */
export function MapPage({ survey, readAgain }: Props) {
  const { texts, open } = usePane();
  const looking = useWork<Mappable>();
  const proposing = useWork<Proposal>();
  const saving = useWork<void>();
  const [choice, setChoice] = useState<Choice>();
  const { start: look } = looking;
  useEffect(() => look((port) => mappable(port)), [look]);
  const saved = saving.state.at === 'done';
  useEffect(() => {
    if (!saved) return;
    readAgain();
    open('start');
  }, [saved, readAgain, open]);

  const busy = [saving, proposing, looking].map(({ state }) => state).find(({ at }) => at === 'working');
  if (busy?.at === 'working' || looking.state.at === 'idle') {
    const { progress, cellEdit } = busy?.at === 'working' ? busy : { progress: undefined, cellEdit: false };
    return (
      <>
        <Title focus>{texts.map.title}</Title>
        <WorkView progress={progress} cellEdit={cellEdit} />
      </>
    );
  }
  if (looking.state.at !== 'done') {
    return looking.state.at === 'failed' ? (
      <Failed title={texts.map.notRead} failure={looking.state.failure} back={() => open('start')} />
    ) : null;
  }
  const found = looking.state.value;
  if (saving.state.at === 'failed') {
    return <Failed title={texts.map.notSaved} failure={saving.state.failure} back={saving.reset} />;
  }
  if (proposing.state.at === 'failed') {
    return <Failed title={texts.map.notRead} failure={proposing.state.failure} back={proposing.reset} />;
  }
  if (proposing.state.at === 'done' && choice) {
    const { table } = choice;
    const proposal = asMapped(
      proposing.state.value,
      found.mappings.find((one) => one.table === table),
    );
    const save = (columns: readonly MappedColumn[]) => {
      const others = found.mappings.filter((one) => one.table !== table);
      const mapping = { table, source: proposal.source, columns };
      saving.start((port, env) => saveMappings(port, [...others, mapping], env));
    };
    return <MatchColumns table={table} proposal={proposal} save={save} back={proposing.reset} />;
  }
  const go = (next: Choice) => {
    setChoice(next);
    proposing.start((port) => propose(port, next.table, next.candidate));
  };
  const tables = survey.at === 'found' ? survey.survey.tables : [];
  return <ChooseSource found={found} tables={tables} before={choice} go={go} skip={() => open('start')} />;
}

function Failed({ title, failure, back }: { title: string; failure: Failure; back: () => void }) {
  const { texts } = usePane();
  return (
    <>
      <Title focus>{texts.map.title}</Title>
      <FailureReport title={title} failure={failure} begun={texts.map.begun} />
      <Actions>
        <Button onClick={back}>{texts.common.back}</Button>
      </Actions>
    </>
  );
}
