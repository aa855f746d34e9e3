import { Button, Checkbox, Field, Input, makeStyles, Switch, tokens } from '@fluentui/react-components';
import { type FormEvent, useState } from 'react';
import { isoDay, parseIsoDay } from '../../src/book/days';
import type { Contents } from '../../src/runs/survey';
import { usePane } from '../app/context';
import type { Question } from './use-explorer';

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalM },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  wide: { overflowWrap: 'anywhere' },
});

interface Props {
  readonly asked: Question | undefined;
  /** The transaction of the selected row, "" for none. */
  readonly selected: string;
  readonly contents: Contents | undefined;
  readonly busy: boolean;
  readonly ask: (question: Question) => void;
  /** Whether the page shows what is selected in the sheet, as soon as it was selected. */
  readonly follows: boolean;
  readonly setFollows: (follows: boolean) => void;
}

/** Which transaction, and whether from what was written or from a preview: before the first close only that. */
export function AskForm({ asked, selected, contents, busy, ask, follows, setFollows }: Props) {
  const { texts } = usePane();
  const styles = useStyles();
  const t = texts.explain;
  const neverClosed = contents !== undefined && contents.lastClose === undefined;
  const [id, setId] = useState(asked?.id ?? '');
  const [preview, setPreview] = useState<boolean | undefined>(asked && asked.upTo !== undefined);
  const [upTo, setUpTo] = useState(asked?.upTo === undefined ? undefined : isoDay(asked.upTo));
  const [wrong, setWrong] = useState<'id' | 'upTo' | undefined>(undefined);
  const previews = preview ?? neverClosed;
  const day = upTo ?? (contents && contents.proposed !== 0 ? isoDay(contents.proposed) : '');

  const start = (transaction: string) => {
    const until = previews ? parseIsoDay(day) : undefined;
    if (transaction.trim() === '') setWrong('id');
    else if (previews && until === undefined) setWrong('upTo');
    else ask({ id: transaction.trim(), upTo: until });
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    start(id);
  };
  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <Field
        label={t.id}
        hint={selected === '' ? t.noSelection : t.idHint}
        {...(wrong === 'id' ? { validationMessage: t.idMissing } : {})}
      >
        <Input value={id} onChange={(_, { value }) => setId(value)} />
      </Field>
      <Checkbox label={t.preview} checked={previews} onChange={(_, { checked }) => setPreview(checked === true)} />
      {previews && (
        <Field
          label={t.upTo}
          hint={t.previewHint}
          {...(wrong === 'upTo' ? { validationMessage: texts.choose.dateWrong } : {})}
        >
          <Input type="date" value={day} onChange={(_, { value }) => setUpTo(value)} />
        </Field>
      )}
      <Switch label={t.follow} checked={follows} onChange={(_, { checked }) => setFollows(checked)} />
      <div className={styles.buttons}>
        <Button appearance="primary" type="submit" disabledFocusable={busy}>
          {t.explain}
        </Button>
        {selected !== '' && (
          <Button className={styles.wide} disabledFocusable={busy} onClick={() => start(selected)}>
            {t.fromSelection(selected)}
          </Button>
        )}
      </div>
    </form>
  );
}
