import { Button, Field, Input, makeStyles, tokens } from '@fluentui/react-components';
import { type FormEvent, useState } from 'react';
import { isoDay, parseIsoDay } from '../../src/book/days';
import { compare, type Compared } from '../../src/runs/compare';
import type { Contents } from '../../src/runs/survey';
import { usePane } from '../app/context';
import { Title } from '../parts/Title';
import { Waiting } from '../parts/Waiting';
import type { SurveyState } from '../start/use-survey';
import { useAnswer } from '../work/use-answer';
import { ComparedView } from './ComparedView';
import { WriteSheet } from './WriteSheet';

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalM },
  dates: { display: 'grid', gridTemplateColumns: '1fr 1fr', gap: tokens.spacingHorizontalS },
  field: { minWidth: 0 },
  input: { minWidth: 0, '& > input': { minWidth: 0 } },
  button: { alignSelf: 'flex-start' },
});

/** What a period would have cost under each inventory model. */
export function ComparePage({ survey }: { survey: SurveyState }) {
  const { texts } = usePane();
  const { state, ask, stop } = useAnswer<Compared>();
  const contents = survey.at === 'found' ? survey.survey.contents : undefined;
  return (
    <>
      <Title intro={texts.compare.intro}>{texts.compare.title}</Title>
      <Form
        key={contents === undefined ? 'unknown' : 'known'}
        contents={contents}
        busy={state.at === 'working'}
        start={(from, upTo, items) => ask((port, env) => compare(port, { from, upTo, items }, env))}
      />
      <Waiting state={state} stop={stop} title={texts.compare.failed} />
      {state.at === 'done' && (
        <>
          <ComparedView found={state.value} />
          <WriteSheet found={state.value} />
        </>
      )}
    </>
  );
}

interface FormProps {
  readonly contents: Contents | undefined;
  readonly busy: boolean;
  readonly start: (from: number, upTo: number, items: readonly string[]) => void;
}

/** The period that the next close would close, and all items, where nothing else is said. */
function Form({ contents, busy, start }: FormProps) {
  const { texts } = usePane();
  const styles = useStyles();
  const t = texts.compare;
  const proposed = contents?.proposed ?? 0;
  const [from, setFrom] = useState(firstDay(contents));
  const [upTo, setUpTo] = useState(proposed === 0 ? '' : isoDay(proposed));
  const [items, setItems] = useState('');
  const [wrong, setWrong] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const [first, last] = [parseIsoDay(from), parseIsoDay(upTo)];
    const isPeriod = first !== undefined && last !== undefined && first <= last;
    setWrong(!isPeriod);
    if (isPeriod)
      start(
        first,
        last,
        items
          .split(',')
          .map((item) => item.trim())
          .filter((item) => item !== ''),
      );
  };
  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <div className={styles.dates}>
        <Field label={t.from} className={styles.field}>
          <Input className={styles.input} type="date" value={from} onChange={(_, { value }) => setFrom(value)} />
        </Field>
        <Field label={t.upTo} className={styles.field} {...(wrong ? { validationMessage: t.periodWrong } : {})}>
          <Input className={styles.input} type="date" value={upTo} onChange={(_, { value }) => setUpTo(value)} />
        </Field>
      </div>
      <Field label={t.items} hint={t.itemsHint}>
        <Input value={items} onChange={(_, { value }) => setItems(value)} />
      </Field>
      <Button className={styles.button} appearance="primary" type="submit" disabledFocusable={busy}>
        {t.compare}
      </Button>
    </form>
  );
}

/** The day after the last close; before the first the first of the month that it would close. */
function firstDay(contents: Contents | undefined): string {
  if (!contents || contents.proposed === 0) return '';
  if (contents.lastClose) return isoDay(contents.lastClose.day + 1);
  return `${isoDay(contents.proposed).slice(0, 8)}01`;
}
