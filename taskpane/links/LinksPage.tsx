import { Button, makeStyles } from '@fluentui/react-components';
import type { Environment } from '../../src/runs/environment';
import { writeLostSheets } from '../../src/runs/lost-sheets';
import { type RefreshedTable, refreshLinks } from '../../src/runs/refresh-links';
import type { WorkbookPort } from '../../src/workbook/port';
import { usePane } from '../app/context';
import { Actions } from '../parts/Actions';
import { Figures } from '../parts/Figures';
import { Title } from '../parts/Title';
import { Waiting } from '../parts/Waiting';
import { useWork } from '../work/use-work';

const useStyles = makeStyles({ text: { margin: 0 } });

/** Makes the links between tables fast and right again. */
export function LinksPage() {
  const { texts, host } = usePane();
  const styles = useStyles();
  const t = texts.links;
  const { state, start, reset } = useWork<readonly RefreshedTable[]>();
  const { readOnly } = host.openedIn;
  if (state.at === 'done') return <Refreshed tables={state.value} />;
  return (
    <>
      <Title key={state.at} focus={state.at !== 'idle'} intro={state.at === 'working' ? t.writes : t.intro}>
        {state.at === 'working' ? t.doing : t.title}
      </Title>
      <Waiting state={state} stop={reset} title={t.failed} begun={t.begun} />
      {state.at !== 'working' && (
        <>
          <p className={styles.text}>{readOnly ? texts.common.readOnly : t.writes}</p>
          <Actions>
            <Button appearance="primary" disabledFocusable={readOnly} onClick={() => !readOnly && start(refresh)}>
              {t.start}
            </Button>
          </Actions>
        </>
      )}
    </>
  );
}

/** Links, and sheets that a run had not come to when the power went. */
async function refresh(port: WorkbookPort, env: Environment): Promise<readonly RefreshedTable[]> {
  const tables = await refreshLinks(port, env);
  await writeLostSheets(port, env);
  return tables;
}

function Refreshed({ tables }: { tables: readonly RefreshedTable[] }) {
  const { texts, format, open } = usePane();
  const styles = useStyles();
  const t = texts.links;
  const sum = (figure: 'links' | 'moved' | 'lost') =>
    format.count(tables.reduce((total, table) => total + table[figure], 0));
  return (
    <>
      <Title focus intro={tables.length === 0 ? t.none : t.doneIntro(sum('links'), sum('moved'))}>
        {tables.length === 0 ? t.title : t.done}
      </Title>
      {tables.length > 0 && (
        <Figures
          label={t.title}
          headers={[t.table, t.links, t.moved, t.lost]}
          figuresFrom={1}
          rows={tables.map(({ table, links, moved, lost }) => [
            table,
            ...[links, moved, lost].map((figure) => format.count(figure).text),
          ])}
        />
      )}
      {sum('lost').value > 0 && (
        <>
          <p className={styles.text}>{t.lostHint}</p>
          <Actions>
            <Button onClick={() => open('verify')}>{t.toVerify}</Button>
          </Actions>
        </>
      )}
    </>
  );
}
