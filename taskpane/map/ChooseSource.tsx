import {
  Button,
  Field,
  makeStyles,
  MessageBar,
  MessageBarBody,
  Radio,
  RadioGroup,
  Select,
} from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import type { Candidate, Mappable } from '../../src/runs/mapping';
import type { FoundTable } from '../../src/runs/survey';
import { areaAddress, splitAddress } from '../../src/workbook/area';
import { MAPPABLE } from '../../src/workbook/mapping/mapping';
import { usePane } from '../app/context';
import { Actions } from '../parts/Actions';
import { Title } from '../parts/Title';
import type { Choice } from './MapPage';

const useStyles = makeStyles({ option: { overflowWrap: 'anywhere', minWidth: 0 } });

interface Props {
  readonly found: Mappable;
  readonly tables: readonly FoundTable[];
  /** What was chosen before, for who comes back. */
  readonly before: Choice | undefined;
  readonly go: (choice: Choice) => void;
  readonly skip: () => void;
}

/** Which table or range stands for which table of ours. */
export function ChooseSource({ found, tables, before, go, skip }: Props) {
  const { texts } = usePane();
  const styles = useStyles();
  const t = texts.map;
  const free = MAPPABLE.map(({ name }) => name).filter(
    (name) => !tables.some((one) => one.name === name && one.mapped === undefined),
  );
  const selection = useSelectedCells();
  const options = [...(selection ? [selection] : []), ...found.candidates];
  const [table, setTable] = useState(before?.table ?? free[0] ?? '');
  const [picked, setPicked] = useState<string | undefined>(before && keyOf(before.candidate));
  const mapped = found.mappings.find((one) => one.table === table);
  const known = options.find((one) => keyOf(one) === picked) ?? options.find((one) => isSource(one, mapped?.source));
  const chosen = known ?? options.at(0);
  if (table === '' || !chosen) {
    return (
      <>
        <Title focus intro={table === '' ? t.allThere : t.nothingToMap}>
          {t.title}
        </Title>
        <Actions>
          <Button onClick={skip}>{texts.common.back}</Button>
        </Actions>
      </>
    );
  }
  return (
    <>
      <Title focus intro={t.intro}>
        {t.title}
      </Title>
      {free.length > 1 && (
        <Field label={t.table} hint={t.tableHint}>
          <Select value={table} onChange={(_, { value }) => setTable(value)}>
            {free.map((name) => (
              <option key={name} value={name}>
                {t.tables[name as keyof typeof t.tables]}
              </option>
            ))}
          </Select>
        </Field>
      )}
      <Field label={t.which} hint={t.whichHint}>
        <RadioGroup value={keyOf(chosen)} onChange={(_, { value }) => setPicked(value)}>
          {options.map((one) => (
            <Radio
              key={keyOf(one)}
              value={keyOf(one)}
              label={
                <span className={styles.option}>
                  {t.candidates[one.kind](one.name, areaAddress(one.sheet, one.area))}
                </span>
              }
            />
          ))}
        </RadioGroup>
      </Field>
      <MessageBar layout="multiline" intent="info">
        <MessageBarBody>{t.inPlace}</MessageBarBody>
      </MessageBar>
      <Actions>
        <Button appearance="primary" onClick={() => go({ table, candidate: chosen })}>
          {t.next}
        </Button>
        <Button onClick={skip}>{t.skip}</Button>
      </Actions>
    </>
  );
}

const keyOf = ({ kind, name }: Candidate): string => (kind === 'selection' ? kind : `${kind} ${name}`);

function isSource({ kind, name, sheet }: Candidate, source: string | undefined): boolean {
  if (source === undefined) return false;
  return kind === 'table' ? name === source : kind === 'sheet' && splitAddress(source).sheet === sheet;
}

/** The cells that are selected in the sheet, where they could be a header with rows. */
function useSelectedCells(): Candidate | undefined {
  const { host } = usePane();
  const [candidate, setCandidate] = useState<Candidate>();
  useEffect(() => {
    let gone = false;
    const ask = () =>
      void host.selectedArea().then(
        (place) => {
          if (gone) return;
          const isRange = place && place.area.bottom > place.area.top && place.area.right > place.area.left;
          setCandidate(
            isRange ? { kind: 'selection', name: areaAddress(place.sheet, place.area), ...place } : undefined,
          );
        },
        // Without a selection there are still the lists.
        () => setCandidate(undefined),
      );
    ask();
    const end = host.onSelectionChanged(ask);
    return () => {
      gone = true;
      end();
    };
  }, [host]);
  return candidate;
}
