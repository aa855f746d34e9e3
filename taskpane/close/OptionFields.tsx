import { Checkbox, Field, Input, Select } from '@fluentui/react-components';
import { SPECIFICATIONS, type Specification } from '../../src/book/parameters';
import { COST_BASES, type CostBase } from '../../src/book/reports';
import { usePane } from '../app/context';
import { RunByField } from '../flow/RunByField';
import type { TypedOptions } from './typed-options';

interface Props {
  readonly typed: TypedOptions;
  readonly change: (part: Partial<TypedOptions>) => void;
  /** The message of a field that is wrong, as a property of Field. */
  readonly says: (field: keyof TypedOptions, text: string) => { validationMessage?: string };
}

/** How the close itself is done. */
export function CloseFields({ typed, change, says }: Props) {
  const { texts } = usePane();
  const t = texts.choose;
  return (
    <>
      <p>{t.optionsHint}</p>
      <Field label={t.specification} hint={t.specificationHint}>
        <Select
          value={typed.specification}
          onChange={(_, { value }) => change({ specification: value as Specification })}
        >
          {SPECIFICATIONS.map((one) => (
            <option key={one} value={one}>
              {texts.terms.specifications[one]}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={t.minimum} hint={t.minimumHint} {...says('minimum', t.minimumWrong)}>
        <Input inputMode="decimal" value={typed.minimum} onChange={(_, { value }) => change({ minimum: value })} />
      </Field>
      <Field label={t.note} hint={t.noteHint}>
        <Input value={typed.note} maxLength={250} onChange={(_, { value }) => change({ note: value })} />
      </Field>
      <RunByField />
    </>
  );
}

/** What the check looks for. */
export function CheckFields({ typed, change, says }: Props) {
  const { texts } = usePane();
  const t = texts.choose;
  return (
    <>
      <Field label={t.base}>
        <Select value={typed.base} onChange={(_, { value }) => change({ base: value as CostBase })}>
          {COST_BASES.map((one) => (
            <option key={one} value={one}>
              {texts.terms.bases[one]}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={t.maximumDeviation} {...says('maximumDeviation', t.maximumDeviationWrong)}>
        <Input
          inputMode="decimal"
          value={typed.maximumDeviation}
          onChange={(_, { value }) => change({ maximumDeviation: value })}
        />
      </Field>
      <Field label={t.minimumDeviation} {...says('minimumDeviation', t.minimumWrong)}>
        <Input
          inputMode="decimal"
          value={typed.minimumDeviation}
          onChange={(_, { value }) => change({ minimumDeviation: value })}
        />
      </Field>
      <Checkbox
        label={t.ignoreProduction}
        checked={typed.ignoreProduction}
        onChange={(_, { checked }) => change({ ignoreProduction: checked === true })}
      />
      <Checkbox
        label={t.showReceipts}
        checked={typed.showReceipts}
        onChange={(_, { checked }) => change({ showReceipts: checked === true })}
      />
    </>
  );
}
