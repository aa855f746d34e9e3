import { makeStyles, tokens } from '@fluentui/react-components';
import type { Archivable } from '../../src/runs/archive/archivable';
import { addressOfTransaction } from '../../src/runs/find-rows';
import { NO_DAY } from '../../src/book/days';
import { usePane } from '../app/context';
import { Figures } from '../parts/Figures';
import { GoTo } from '../parts/GoTo';
import { Section } from '../parts/Section';

const useStyles = makeStyles({
  text: { margin: 0 },
  list: { margin: 0, paddingLeft: tokens.spacingHorizontalL },
});

/** So many rows are listed; the others are counted. */
const SHOWN = 100;

/** What can be archived, by item and row by row, and why the other rows stay. */
export function ArchivableRows({ found }: { found: Archivable }) {
  const { texts, format } = usePane();
  const styles = useStyles();
  const t = texts.archive;
  const { upTo, rows, items, staying, archived, loaded } = found;
  const { transactions } = loaded.read.book;
  if (upTo === NO_DAY) return <p className={styles.text}>{t.neverClosed}</p>;
  const more = format.count(rows.length - SHOWN);
  return (
    <>
      <p className={styles.text}>{t.count(format.count(rows.length), format.day(upTo))}</p>
      {rows.length > 0 && (
        <>
          <Figures
            label={t.byItem}
            headers={[t.item, t.dates, t.rows]}
            figuresFrom={2}
            rows={items.map((one) => [
              one.item,
              one.firstDay === one.lastDay
                ? format.shortDay(one.firstDay)
                : t.range(format.shortDay(one.firstDay), format.shortDay(one.lastDay)),
              format.count(one.rows).text,
            ])}
          />
          <Section title={t.list}>
            <ul className={styles.list}>
              {rows.slice(0, SHOWN).map((row) => (
                <li key={row}>
                  <GoTo address={addressOfTransaction(loaded.read, row)}>{transactions.id[row]}</GoTo>
                </li>
              ))}
            </ul>
            {more.value > 0 && <p className={styles.text}>{t.more(more)}</p>}
          </Section>
        </>
      )}
      {(staying.length > 0 || archived.rows > 0) && (
        <Section title={t.others}>
          <ul className={styles.list}>
            {staying.map(({ why, rows: count }) => (
              <li key={why}>{t.staying[why](format.count(count))}</li>
            ))}
            {archived.rows > 0 && (
              <li>{t.before(format.count(archived.rows), format.count(archived.onSheet.length))}</li>
            )}
          </ul>
        </Section>
      )}
    </>
  );
}
