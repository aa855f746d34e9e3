import { Field, Input } from '@fluentui/react-components';
import { useState } from 'react';
import { usePane } from '../app/context';
import { rememberRunBy, runBy } from '../work/run-by';

/** Who runs: kept with the run where a name is given. */
export function RunByField() {
  const { texts } = usePane();
  const [name, setName] = useState(runBy);
  return (
    <Field label={texts.choose.by} hint={texts.choose.byHint}>
      <Input
        value={name}
        maxLength={250}
        autoComplete="name"
        onChange={(_, { value }) => {
          setName(value);
          rememberRunBy(value);
        }}
      />
    </Field>
  );
}
