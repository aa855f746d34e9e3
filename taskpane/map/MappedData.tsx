import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { mappable, saveMappings } from '../../src/runs/mapping';
import type { FoundTable } from '../../src/runs/survey';
import { usePane } from '../app/context';
import { FailureReport } from '../parts/FailureReport';
import { Section } from '../parts/Section';
import { useWork } from '../work/use-work';

const useStyles = makeStyles({
  text: { margin: 0, overflowWrap: 'anywhere' },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

/** Which tables are read from foreign data, and the way to change or forget that. Nothing where none is. */
export function MappedData({ tables, readAgain }: { tables: readonly FoundTable[]; readAgain: () => void }) {
  const { texts, open, host, tell } = usePane();
  const styles = useStyles();
  const removing = useWork<void>();
  const mapped = tables.flatMap(({ name, mapped: source }) => (source === undefined ? [] : [{ name, source }]));
  if (mapped.length === 0) return null;
  const remove = () =>
    removing.start(async (port, env) => {
      const { mappings } = await mappable(port);
      const names = mapped.map(({ name }) => name);
      await saveMappings(
        port,
        mappings.filter(({ table }) => !names.includes(table)),
        env,
      );
      tell(texts.map.removed);
      readAgain();
    });
  const busy = removing.state.at === 'working' || host.openedIn.readOnly;
  return (
    <Section title={texts.map.mapped}>
      {mapped.map(({ name, source }) => (
        <p key={name} className={styles.text}>
          {texts.map.mappedFrom(name, source)}
        </p>
      ))}
      {removing.state.at === 'failed' && (
        <FailureReport title={texts.map.notSaved} failure={removing.state.failure} begun={texts.map.begun} />
      )}
      <div className={styles.buttons}>
        <Button size="small" disabledFocusable={busy} onClick={() => open('map')}>
          {texts.map.change}
        </Button>
        <Button size="small" disabledFocusable={busy} onClick={remove}>
          {texts.map.remove}
        </Button>
      </div>
    </Section>
  );
}
