import {
  Accordion,
  AccordionHeader,
  AccordionItem,
  AccordionPanel,
  Button,
  Field,
  Input,
  makeStyles,
  MessageBar,
  MessageBarBody,
  tokens,
} from '@fluentui/react-components';
import { type FormEvent, useState } from 'react';
import { usePane } from '../app/context';
import { Actions } from '../parts/Actions';
import { Title } from '../parts/Title';
import type { SurveyState } from '../start/use-survey';
import { CheckFields, CloseFields } from './OptionFields';
import { type TypedOptions, typedOptions, typedToOptions } from './typed-options';
import type { Task } from '../flow/machine';
import type { CloseOptions } from '../flow/options';
import type { Flow } from '../flow/use-flow';

const useStyles = makeStyles({
  form: { display: 'contents' },
  fields: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalM,
    paddingBottom: tokens.spacingVerticalM,
  },
  accordion: {
    marginLeft: `calc(-1 * ${tokens.spacingHorizontalM})`,
    marginRight: `calc(-1 * ${tokens.spacingHorizontalM})`,
  },
});

interface Props {
  readonly flow: Flow;
  readonly options: CloseOptions;
  /** The work was just cancelled. */
  readonly stopped: boolean;
  readonly survey: SurveyState;
}

/** The date of a close and its options. What is typed becomes options when it is used; wrong fields say what they need. */
export function ChooseStep({ flow, options, stopped, survey }: Props) {
  const { texts, format } = usePane();
  const styles = useStyles();
  const [typed, setTyped] = useState<TypedOptions>(() => typedOptions(options));
  const [wrong, setWrong] = useState<readonly (keyof TypedOptions)[]>([]);
  const last = survey.at === 'found' ? survey.survey.contents?.lastClose : undefined;
  const change = (part: Partial<TypedOptions>) => setTyped({ ...typed, ...part });

  const start = (task: Task) => {
    const found = typedToOptions(typed, options);
    if ('wrong' in found) setWrong(found.wrong);
    else flow.begin(task, found.options);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    start('check');
  };
  const says = (field: keyof TypedOptions, text: string) => (wrong.includes(field) ? { validationMessage: text } : {});

  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <Title focus intro={texts.choose.intro}>
        {texts.choose.title}
      </Title>
      {stopped && (
        <MessageBar intent="info">
          <MessageBarBody>{texts.choose.stopped}</MessageBarBody>
        </MessageBar>
      )}
      <Field
        label={texts.choose.date}
        hint={last ? texts.choose.dateHint(format.day(last.day)) : texts.choose.dateHintFirst}
        {...says('upTo', texts.choose.dateWrong)}
        required
      >
        <Input type="date" value={typed.upTo} onChange={(_, { value }) => change({ upTo: value })} />
      </Field>
      <Accordion collapsible multiple className={styles.accordion}>
        <AccordionItem value="options">
          <AccordionHeader as="h2">{texts.choose.options}</AccordionHeader>
          <AccordionPanel className={styles.fields}>
            <CloseFields typed={typed} change={change} says={says} />
          </AccordionPanel>
        </AccordionItem>
        <AccordionItem value="check">
          <AccordionHeader as="h2">{texts.choose.checkOptions}</AccordionHeader>
          <AccordionPanel className={styles.fields}>
            <CheckFields typed={typed} change={change} says={says} />
          </AccordionPanel>
        </AccordionItem>
      </Accordion>
      <Actions>
        <Button appearance="primary" type="submit">
          {texts.choose.check}
        </Button>
        <Button onClick={() => start('preview')}>{texts.choose.skipToPreview}</Button>
      </Actions>
    </form>
  );
}
