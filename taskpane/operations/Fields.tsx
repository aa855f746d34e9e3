import { Button, Field, Input, makeStyles, Select, tokens } from '@fluentui/react-components';
import type { Texts } from '../texts';
import { usePane } from '../app/context';
import { METHODS, type Method, type Typed, type TypedFault } from './typed';

const useStyles = makeStyles({
  pair: { display: 'grid', gridTemplateColumns: '1fr 1fr', gap: tokens.spacingHorizontalS, alignItems: 'start' },
  input: { minWidth: 0, '& > input': { minWidth: 0 } },
  start: { alignSelf: 'flex-start', maxWidth: '100%', overflowWrap: 'anywhere' },
});

/** What every field of an operation is given. */
export interface FieldProps {
  readonly typed: Typed;
  readonly change: (part: Partial<Typed>) => void;
  readonly faults: ReadonlySet<TypedFault>;
}

/** The message of a field that is wrong, as a property of Field. */
const says = (wrong: boolean, validationMessage: string) => (wrong ? { validationMessage } : {});

/** Which stock: items, item groups, and where dimensions count these. */
export function SelectionFields({ typed, change, faults, all }: FieldProps & { readonly all: boolean }) {
  const { texts } = usePane();
  const t = texts.more;
  const none = faults.has('selection');
  return (
    <>
      <Field
        label={t.items}
        hint={all ? `${t.itemsHint} ${t.allHint}` : t.itemsHint}
        {...says(faults.has('items') || none, none ? t.chooseSome : t.listWrong)}
      >
        <Input value={typed.items} onChange={(_, { value }) => change({ items: value })} />
      </Field>
      <Field label={t.itemGroups} hint={t.itemGroupsHint} {...says(faults.has('itemGroups'), t.listWrong)}>
        <Input value={typed.itemGroups} onChange={(_, { value }) => change({ itemGroups: value })} />
      </Field>
      {!all && (
        <Field label={t.where} hint={t.whereHint} {...says(faults.has('where'), t.whereWrong)}>
          <Input value={typed.where} onChange={(_, { value }) => change({ where: value })} />
        </Field>
      )}
    </>
  );
}

/** What stock is to be worth. */
export function FillFields({ typed, change, faults }: FieldProps) {
  const { texts } = usePane();
  const t = texts.more;
  return (
    <>
      <Field label={t.method}>
        <Select value={typed.method} onChange={(_, { value }) => change({ method: value as Method })}>
          {METHODS.map((method) => (
            <option key={method} value={method}>
              {t.methods[method]}
            </option>
          ))}
        </Select>
      </Field>
      {typed.method !== 'Item cost price' && (
        <AmountField label={t.amounts[typed.method]} {...{ typed, change, faults }} />
      )}
    </>
  );
}

export function AmountField({ label, typed, change, faults }: FieldProps & { readonly label: string }) {
  const { texts } = usePane();
  return (
    <Field label={label} required {...says(faults.has('amount'), texts.more.numberWrong)}>
      <Input inputMode="decimal" value={typed.amount} onChange={(_, { value }) => change({ amount: value })} />
    </Field>
  );
}

/** Receipts and their new values, one below the other; the selected row of the sheet can be taken. */
export function ReceiptFields({ typed, change, faults, selected }: FieldProps & { readonly selected: string }) {
  const { texts, format } = usePane();
  const styles = useStyles();
  const t = texts.more;
  const { receipts } = typed;
  const set = (at: number, part: Partial<Typed['receipts'][number]>) =>
    change({ receipts: receipts.map((one, place) => (place === at ? { ...one, ...part } : one)) });
  const take = () => {
    const free = receipts.findIndex(({ transaction }) => transaction.trim() === '');
    if (free >= 0) set(free, { transaction: selected });
    else change({ receipts: [...receipts, { transaction: selected, value: '' }] });
  };
  return (
    <>
      {receipts.map(({ transaction, value }, at) => (
        <div key={at} className={styles.pair}>
          <Field
            label={t.receipt(format.count(at + 1))}
            {...(at === 0 ? { hint: t.receiptHint } : {})}
            {...says(faults.has(`receipt ${at}`), t.receiptMissing)}
          >
            <Input
              className={styles.input}
              value={transaction}
              onChange={(_, { value: next }) => set(at, { transaction: next })}
            />
          </Field>
          <Field label={t.newValue(format.count(at + 1))} {...says(faults.has(`value ${at}`), t.numberWrong)}>
            <Input
              className={styles.input}
              inputMode="decimal"
              value={value}
              onChange={(_, { value: next }) => set(at, { value: next })}
            />
          </Field>
        </div>
      ))}
      {selected !== '' && (
        <Button className={styles.start} size="small" onClick={take}>
          {t.takeSelected(selected)}
        </Button>
      )}
      <Button
        className={styles.start}
        size="small"
        onClick={() => change({ receipts: [...receipts, { transaction: '', value: '' }] })}
      >
        {t.addReceipt}
      </Button>
    </>
  );
}

export function NoteField({ typed, change, words }: Pick<FieldProps, 'typed' | 'change'> & { words: Texts['choose'] }) {
  return (
    <Field label={words.note} hint={words.noteHint}>
      <Input value={typed.note} maxLength={250} onChange={(_, { value }) => change({ note: value })} />
    </Field>
  );
}
