import { Button, Spinner } from '@fluentui/react-components';
import {
  ArchiveRegular,
  ArrowSyncRegular,
  ArrowUndoRegular,
  BoxEditRegular,
  CalendarLockRegular,
  DataTrendingRegular,
  LinkRegular,
  ReceiptRegular,
  ShieldCheckmarkRegular,
} from '@fluentui/react-icons';
import type { ReactElement } from 'react';
import { usePane } from '../app/context';
import type { PageName } from '../app/pages';
import { Actions } from '../parts/Actions';
import { Section } from '../parts/Section';
import { Title } from '../parts/Title';
import { TaskCard } from '../start/TaskCard';
import type { SurveyState } from '../start/use-survey';
import { type OperationName, OPERATIONS } from '../flow/options';
import type { Flow } from '../flow/use-flow';

const ICONS: Readonly<Record<OperationName, ReactElement>> = {
  recalculate: <ArrowSyncRegular />,
  reverse: <ArrowUndoRegular />,
  'on-hand': <BoxEditRegular />,
  receipts: <ReceiptRegular />,
  revalue: <DataTrendingRegular />,
};

/** Pages that check or look after a workbook, in the order in which they are offered. */
const UPKEEP = ['verify', 'periods', 'archive', 'links'] as const satisfies readonly PageName[];
const UPKEEP_ICONS: Readonly<Record<(typeof UPKEEP)[number], ReactElement>> = {
  verify: <ShieldCheckmarkRegular />,
  periods: <CalendarLockRegular />,
  archive: <ArchiveRegular />,
  links: <LinkRegular />,
};

/** What can be run besides a close, one card each. What can not run yet says what it needs. */
export function OperationList({ flow, survey }: { flow: Flow; survey: SurveyState }) {
  const { texts, open } = usePane();
  const t = texts.more;
  if (survey.at === 'reading') return <Spinner size="small" label={texts.close.waiting} />;
  const contents = survey.at === 'found' ? survey.survey.contents : undefined;
  if (!contents) {
    return (
      <>
        <Title intro={t.nothing}>{t.title}</Title>
        <Actions>
          <Button appearance="primary" onClick={() => open('start')}>
            {texts.close.toStart}
          </Button>
        </Actions>
        <Upkeep />
      </>
    );
  }
  const lacks = (name: OperationName): string => {
    if (name === 'reverse') return contents.hasRuns ? '' : t.needsRun;
    if (name === 'on-hand' || name === 'revalue') return contents.lastClose ? '' : t.needsClose;
    return '';
  };
  return (
    <>
      <Title intro={t.intro}>{t.title}</Title>
      <Section title={t.runs}>
        {OPERATIONS.map((name) => (
          <TaskCard
            key={name}
            icon={ICONS[name]}
            title={t.operations[name].card}
            text={lacks(name) === '' ? t.operations[name].why : lacks(name)}
            disabled={lacks(name) !== ''}
            onClick={() => lacks(name) === '' && flow.send({ type: 'open', name })}
          />
        ))}
      </Section>
      <Upkeep />
    </>
  );
}

/** What can be done at any time, also where nothing can be run: it may tell why. */
function Upkeep() {
  const { texts, open } = usePane();
  return (
    <Section title={texts.upkeep.title}>
      {UPKEEP.map((name) => (
        <TaskCard
          key={name}
          icon={UPKEEP_ICONS[name]}
          title={texts[name].card}
          text={texts[name].why}
          onClick={() => open(name)}
        />
      ))}
    </Section>
  );
}
