import { Button, makeStyles, MessageBar, MessageBarBody } from '@fluentui/react-components';
import { usePane } from '../app/context';
import { Actions } from '../parts/Actions';
import { Figures } from '../parts/Figures';
import { GoTo } from '../parts/GoTo';
import { Section } from '../parts/Section';
import { Title } from '../parts/Title';
import type { SurveyState } from '../start/use-survey';
import { defaultOptions } from './default-options';
import type { CloseState } from './machine';
import { Totals, Voucher } from './SummaryView';
import type { CloseFlow } from './use-close';

const useStyles = makeStyles({ text: { margin: 0 } });

interface Props {
  readonly flow: CloseFlow;
  readonly state: Extract<CloseState, { at: 'done' }>;
  readonly survey: SurveyState;
}

/** What a close has written, with links into the sheets. */
export function DoneStep({ flow, state, survey }: Props) {
  const { texts, format, open } = usePane();
  const styles = useStyles();
  const { closed, summary } = state.finished;
  const warnings = summary.log.filter(({ severity }) => severity === 'Warning').length;
  const contents = survey.at === 'found' ? survey.survey.contents : undefined;
  return (
    <>
      <Title focus intro={texts.done.subtitle(closed.ids.closing, closed.ids.voucher)}>
        {texts.done.title(format.day(state.options.upTo))}
      </Title>
      <MessageBar layout="multiline" intent={warnings > 0 ? 'warning' : 'success'}>
        <MessageBarBody>
          {warnings > 0 ? texts.done.warnings(format.count(warnings)) : texts.done.noWarnings}
        </MessageBarBody>
      </MessageBar>
      <Totals summary={summary} />
      <WrittenSheets rows={closed.rows} survey={survey} />
      <Voucher summary={summary} />
      <p className={styles.text}>{texts.done.save}</p>
      <Actions>
        <Button appearance="primary" onClick={() => open('history')}>
          {texts.done.history}
        </Button>
        {contents && (
          <Button onClick={() => flow.send({ type: 'again', options: defaultOptions(contents) })}>
            {texts.done.next}
          </Button>
        )}
      </Actions>
    </>
  );
}

/** The sheets that got rows; each name leads there once the workbook was read again. */
function WrittenSheets({ rows, survey }: { rows: Readonly<Record<string, number>>; survey: SurveyState }) {
  const { texts, format } = usePane();
  const tables = survey.at === 'found' ? survey.survey.tables : [];
  const written = Object.entries({ Closings: 1, ...rows }).filter(([, count]) => count > 0);
  return (
    <Section title={texts.done.sheets}>
      <Figures
        label={texts.done.sheets}
        headers={[texts.preview.sheet, texts.preview.rows]}
        figuresFrom={1}
        rows={written.map(([name, count]) => {
          const table = tables.find((one) => one.name === name);
          return [table ? <GoTo address={table.address}>{table.sheet}</GoTo> : name, format.count(count).text];
        })}
      />
    </Section>
  );
}
