import { Checkbox, Field, Input, makeStyles, Select, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { SettledFilter, SettledRow } from '../../src/runs/settled-rows';
import { usePane } from '../app/context';
import { termOf } from '../texts';

const useStyles = makeStyles({
  filters: { display: 'grid', gridTemplateColumns: '1fr 1fr', gap: tokens.spacingHorizontalS, alignItems: 'start' },
  filter: { minWidth: 0 },
  wide: { gridColumn: '1 / -1' },
  select: { minWidth: 0, '& > select': { minWidth: 0 } },
  input: { minWidth: 0, '& > input': { minWidth: 0 } },
  // Beside the field, not its label.
  check: { minWidth: 0, marginTop: tokens.lineHeightBase300 },
});

interface Props {
  readonly filter: SettledFilter;
  readonly setFilter: (filter: SettledFilter) => void;
  /** The rows of the run: only what they have can be chosen. */
  readonly rows: readonly SettledRow[];
  readonly decimals: number;
}

/** By item or transaction, by rule, by reason, by size. */
export function Filters({ filter, setFilter, rows, decimals }: Props) {
  const { texts } = usePane();
  const styles = useStyles();
  const t = texts.settlements;
  const [least, setLeast] = useState('');
  const amount = amountIn(least, decimals);
  const principles = [...new Set(rows.flatMap(({ principle }) => principle ?? []))];
  const reasons = [...new Set(rows.map(({ reason }) => reason))];
  const choose = (
    label: string,
    all: string,
    names: readonly string[],
    terms: Readonly<Record<string, string>>,
    key: 'principle' | 'reason',
  ) => (
    <Field label={label} className={styles.filter}>
      <Select
        className={styles.select}
        value={filter[key]}
        onChange={(_, { value }) => setFilter({ ...filter, [key]: value })}
      >
        <option value="">{all}</option>
        {names.map((name) => (
          <option key={name} value={name}>
            {termOf(terms, name)}
          </option>
        ))}
      </Select>
    </Field>
  );
  return (
    <div className={styles.filters}>
      <Field label={t.search} hint={t.searchHint} className={styles.wide}>
        <Input type="search" value={filter.text} onChange={(_, { value }) => setFilter({ ...filter, text: value })} />
      </Field>
      {choose(t.principle, t.allPrinciples, principles, texts.terms.principles, 'principle')}
      {choose(t.reason, t.allReasons, reasons, texts.terms.reasons, 'reason')}
      <Field
        label={t.least}
        className={styles.filter}
        {...(amount === undefined ? { validationMessage: t.leastWrong } : {})}
      >
        <Input
          className={styles.input}
          inputMode="decimal"
          value={least}
          onChange={(_, { value }) => {
            setLeast(value);
            setFilter({ ...filter, least: amountIn(value, decimals) ?? 0 });
          }}
        />
      </Field>
      <Checkbox
        className={styles.check}
        label={t.largestFirst}
        checked={filter.largestFirst}
        onChange={(_, { checked }) => setFilter({ ...filter, largestFirst: checked === true })}
      />
    </div>
  );
}

/** An amount as people type it, with a point or a comma; blank is zero. Undefined where it is none. */
function amountIn(text: string, decimals: number): number | undefined {
  const plain = text.trim().replace(',', '.');
  if (plain === '') return 0;
  return /^\d+(\.\d*)?$/.test(plain) ? Number(plain) * 10 ** decimals : undefined;
}
