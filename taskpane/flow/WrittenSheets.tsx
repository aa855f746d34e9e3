import { quoteSheet } from '../../src/workbook/cells';
import { usePane } from '../app/context';
import { Figures } from '../parts/Figures';
import { GoTo } from '../parts/GoTo';
import { Section } from '../parts/Section';
import type { SurveyState } from '../start/use-survey';
import type { FlowResult } from './results';

/** The sheets that a run has written, the ones that tell of it first; each name leads there. */
export function WrittenSheets({ result, survey }: { result: FlowResult; survey: SurveyState }) {
  const { texts, format } = usePane();
  const tables = survey.at === 'found' ? survey.survey.tables : [];
  const pages = [...(result.written?.sheets ?? [])].reverse();
  const rows = result.kind === 'run' ? result.rows.filter((one) => one.rows > 0) : [];
  if (pages.length + rows.length === 0) return null;
  return (
    <Section title={texts.done.sheets}>
      <Figures
        label={texts.done.sheets}
        headers={[texts.preview.sheet, texts.preview.rows]}
        figuresFrom={1}
        rows={[
          ...pages.map((sheet) => [
            <GoTo key={sheet} address={`${quoteSheet(sheet)}!A1`}>
              {sheet}
            </GoTo>,
            '',
          ]),
          ...rows.map(({ table, sheet, rows: count }) => {
            // Where it stands is known once the workbook was read again.
            const place = tables.find(({ name }) => name === table);
            return [place ? <GoTo address={place.address}>{sheet}</GoTo> : sheet, format.count(count).text];
          }),
        ]}
      />
    </Section>
  );
}
