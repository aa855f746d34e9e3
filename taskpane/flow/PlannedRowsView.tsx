import { makeStyles, tokens } from '@fluentui/react-components';
import type { PlannedRows } from '../../src/runs/planned-rows';
import { usePane } from '../app/context';
import { Figures } from '../parts/Figures';
import { Section } from '../parts/Section';

const useStyles = makeStyles({
  text: { margin: 0, color: tokens.colorNeutralForeground2 },
  small: { color: tokens.colorNeutralForeground2 },
});

interface Props {
  readonly rows: readonly PlannedRows[];
  /** Sheets for auditors beside them. */
  readonly sheets: readonly string[];
}

/** What a run would write, sheet by sheet. */
export function PlannedRowsView({ rows: planned, sheets }: Props) {
  const { texts, format } = usePane();
  const styles = useStyles();
  return (
    <Section title={texts.preview.written}>
      <Figures
        label={texts.preview.written}
        headers={[texts.preview.sheet, texts.preview.rows]}
        figuresFrom={1}
        rows={planned.map(({ sheet, rows, isNew }) => [
          <>
            {sheet}
            {isNew && <span className={styles.small}> · {texts.preview.newSheet}</span>}
          </>,
          format.count(rows).text,
        ])}
      />
      <p className={styles.text}>
        {texts.preview.auditSheets(format.list(sheets))} {texts.preview.untouched}
      </p>
    </Section>
  );
}
