import { Field, Select, makeStyles } from '@fluentui/react-components';
import { useEffect, useMemo, useState } from 'react';
import { filterSettled, type SettledFilter, settledRows, type SettledRows } from '../../src/runs/settled-rows';
import { usePane } from '../app/context';
import { MoreList } from '../parts/MoreList';
import { Title } from '../parts/Title';
import { Waiting } from '../parts/Waiting';
import { termOf } from '../texts';
import { useAnswer } from '../work/use-answer';
import { Filters } from './Filters';
import { SettledLine } from './SettledLine';

const useStyles = makeStyles({ select: { minWidth: 0, '& > select': { minWidth: 0 } }, text: { margin: 0 } });

/** So many rows are shown first: a list of a hundred thousand is read through its filters. */
const SHOWN = 25;

/** What a run settled and adjusted, row by row: which run is chosen on its card in History, or here. */
export function SettlementsPage({ closing }: { closing: string }) {
  const { texts } = usePane();
  const { state, ask, stop } = useAnswer<SettledRows>();
  useEffect(() => ask(settledRows), [ask]);
  return (
    <>
      <Title intro={texts.settlements.intro}>{texts.settlements.title}</Title>
      <Waiting state={state} stop={stop} title={texts.settlements.failed} />
      {state.at === 'done' && <Found found={state.value} closing={closing} />}
    </>
  );
}

function Found({ found, closing }: { found: SettledRows; closing: string }) {
  const { texts, format } = usePane();
  const styles = useStyles();
  const t = texts.settlements;
  const { closings } = found.loaded.read.book;
  const runs = useMemo(() => [...new Set(found.rows.map(({ run }) => run))].sort((a, b) => b - a), [found]);
  const asked = closings.findIndex(({ id }) => id === closing);
  const [filter, setFilter] = useState<SettledFilter>({
    run: asked >= 0 ? asked : (runs[0] ?? -1),
    text: '',
    principle: '',
    reason: '',
    least: 0,
    largestFirst: false,
  });
  const [selected, setSelected] = useState('');
  const rows = useMemo(() => filterSettled(found, filter), [found, filter]);
  const ofRun = useMemo(() => found.rows.filter(({ run }) => run === filter.run), [found, filter.run]);
  const choices = asked >= 0 && !runs.includes(asked) ? [asked, ...runs] : runs;
  if (choices.length === 0) return <p className={styles.text}>{t.none}</p>;
  return (
    <>
      <Field label={t.run}>
        <Select
          className={styles.select}
          value={String(filter.run)}
          onChange={(_, { value }) => setFilter({ ...filter, run: Number(value), principle: '', reason: '' })}
        >
          {choices.map((run) => (
            <option key={run} value={run}>
              {`${closings[run].id} ${termOf(texts.terms.runTypes, closings[run].type)} ${format.shortDay(closings[run].day)}`}
            </option>
          ))}
        </Select>
      </Field>
      {ofRun.length === 0 ? (
        <p className={styles.text}>{t.nothingInForce}</p>
      ) : (
        <>
          <Filters
            filter={filter}
            setFilter={setFilter}
            rows={ofRun}
            decimals={found.loaded.read.book.parameters.amountDecimals}
          />
          <p className={styles.text} role="status">
            {t.shown(format.count(rows.length), format.count(ofRun.length))}
          </p>
          {rows.length > 0 && (
            <MoreList key={JSON.stringify(filter)} rows={rows} step={SHOWN}>
              {(row) => (
                <SettledLine
                  row={row}
                  loaded={found.loaded}
                  open={selected === `${row.table} ${row.row}`}
                  toggle={(open) => setSelected(open ? `${row.table} ${row.row}` : '')}
                />
              )}
            </MoreList>
          )}
        </>
      )}
    </>
  );
}
