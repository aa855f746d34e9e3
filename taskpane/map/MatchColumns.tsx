import {
  Accordion,
  AccordionHeader,
  AccordionItem,
  AccordionPanel,
  Button,
  Field,
  makeStyles,
  MessageBar,
  MessageBarBody,
  Select,
  tokens,
} from '@fluentui/react-components';
import { type FormEvent, useState } from 'react';
import type { Proposal } from '../../src/runs/mapping';
import type { MappedColumn } from '../../src/workbook/mapping/mapping';
import { usePane } from '../app/context';
import { Actions } from '../parts/Actions';
import { Title } from '../parts/Title';
import { termOf } from '../texts';
import { FirstRowsTable } from './FirstRowsTable';
import { choosable, type ColumnFault, mappingOf } from './known-columns';
import { shownCell } from './shown-cell';

const useStyles = makeStyles({
  form: { display: 'contents' },
  fields: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalM },
  accordion: { marginLeft: `calc(-1 * ${tokens.spacingHorizontalM})` },
  select: { minWidth: 0, '& > select': { minWidth: 0 } },
});

interface Props {
  readonly table: string;
  readonly proposal: Proposal;
  readonly save: (columns: readonly MappedColumn[]) => void;
  readonly back: () => void;
}

/** Which foreign column is which of ours: recognised by header, corrected by hand. */
export function MatchColumns({ table, proposal, save, back }: Props) {
  const { texts, format, host } = usePane();
  const styles = useStyles();
  const t = texts.map;
  const [chosen, setChosen] = useState<ReadonlyMap<string, string>>(
    () => new Map(proposal.columns.map(({ column, header }) => [column, header])),
  );
  const [faults, setFaults] = useState<ReadonlyMap<string, ColumnFault>>(new Map());
  const headers = choosable(proposal.headers);
  const recognised = proposal.columns.filter(({ header }) => header !== '').length;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const found = mappingOf(table, chosen);
    if ('faults' in found) setFaults(found.faults);
    else save(found.columns);
  };
  const samples = (header: string, column: string): string => {
    const at = proposal.headers.indexOf(header);
    const shownBy = { date1904: proposal.date1904, format };
    const shown = proposal.rows.slice(0, 3).map((row) => shownCell(row[at] ?? null, column, shownBy));
    return shown.filter((text) => text !== '').join(' · ');
  };
  const field = ({ column, required }: Proposal['columns'][number]) => {
    const header = chosen.get(column) ?? '';
    const fault = faults.get(column);
    const about = termOf(t.columns, column);
    const values = header === '' ? '' : samples(header, column);
    return (
      <Field
        key={column}
        label={column}
        required={required}
        hint={[about === column ? t.dimension : about, values === '' ? '' : t.values(values)].join(' ').trim()}
        {...(fault ? { validationMessage: t.faults[fault] } : {})}
      >
        <Select
          className={styles.select}
          value={header}
          onChange={(_, { value }) => setChosen(new Map([...chosen, [column, value]]))}
        >
          <option value="">{t.noColumn}</option>
          {headers.map((text) => (
            <option key={text} value={text}>
              {text}
            </option>
          ))}
        </Select>
      </Field>
    );
  };
  const others = proposal.columns.filter(({ required }) => !required);
  const open = others.some(({ column }) => (chosen.get(column) ?? '') !== '') ? ['others'] : [];
  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <Title focus intro={t.matchIntro(proposal.address, format.count(proposal.rowCount))}>
        {t.match}
      </Title>
      <p role="status">{t.recognised(format.count(recognised))}</p>
      <FirstRowsTable proposal={proposal} chosen={chosen} />
      {headers.length < proposal.headers.filter((text) => text !== '').length && <p>{t.doubles}</p>}
      <div className={styles.fields}>{proposal.columns.filter(({ required }) => required).map(field)}</div>
      {others.length > 0 && (
        <Accordion collapsible className={styles.accordion} defaultOpenItems={open}>
          <AccordionItem value="others">
            <AccordionHeader as="h2">{t.others}</AccordionHeader>
            <AccordionPanel className={styles.fields}>{others.map(field)}</AccordionPanel>
          </AccordionItem>
        </Accordion>
      )}
      <p>{t.remembered}</p>
      {faults.size > 0 && (
        <MessageBar layout="multiline" intent="error" politeness="assertive">
          <MessageBarBody>{t.faulty(format.count(faults.size))}</MessageBarBody>
        </MessageBar>
      )}
      <Actions>
        <Button appearance="primary" type="submit" disabledFocusable={host.openedIn.readOnly}>
          {t.save}
        </Button>
        <Button onClick={back}>{texts.common.back}</Button>
      </Actions>
    </form>
  );
}
