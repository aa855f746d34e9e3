import { makeStyles, tokens } from '@fluentui/react-components';
import type { FoundTable } from '../../src/runs/survey';
import { usePane } from '../app/context';
import { Figures } from '../parts/Figures';
import { GoTo } from '../parts/GoTo';
import { Section } from '../parts/Section';

const useStyles = makeStyles({ empty: { color: tokens.colorNeutralForeground2 } });

/** The tables that the product knows, with links to them. */
export function FoundTables({ tables }: { tables: readonly FoundTable[] }) {
  const { texts } = usePane();
  return (
    <>
      <Group title={texts.start.inputTables} tables={tables.filter(({ kind }) => kind === 'input')} />
      <Group title={texts.start.resultTables} tables={tables.filter(({ kind }) => kind === 'result')} />
    </>
  );
}

function Group({ title, tables }: { title: string; tables: readonly FoundTable[] }) {
  const { texts, format } = usePane();
  const styles = useStyles();
  if (tables.length === 0) return null;
  return (
    <Section title={title}>
      <Figures
        label={title}
        headers={[texts.start.table, texts.preview.rows]}
        figuresFrom={1}
        rows={tables.map(({ name, address, rows }) => [
          <GoTo key={name} address={address}>
            {name}
          </GoTo>,
          <span key="rows" className={rows === 0 ? styles.empty : undefined}>
            {format.count(rows).text}
          </span>,
        ])}
      />
    </Section>
  );
}
