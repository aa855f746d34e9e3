import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Field,
  Input,
} from '@fluentui/react-components';
import { useState } from 'react';

interface Props {
  /** "Transactions!B5". */
  readonly place: string;
  readonly onType: (text: string) => void;
  readonly onClose: () => void;
}

/** Lets somebody else type into the selected cell. */
export function CoauthorDialog({ place, onType, onClose }: Props): React.JSX.Element {
  const [text, setText] = useState('');
  const send = (): void => {
    onType(text);
    onClose();
  };
  return (
    <Dialog open onOpenChange={(_event, { open }) => !open && onClose()}>
      <DialogSurface>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            send();
          }}
        >
          <DialogBody>
            <DialogTitle>A co-author types into {place}</DialogTitle>
            <DialogContent>
              <Field label="New content of the cell">
                <Input value={text} onChange={(_event, { value }) => setText(value)} />
              </Field>
            </DialogContent>
            <DialogActions>
              <Button type="submit" appearance="primary">
                Type
              </Button>
              <Button onClick={onClose}>Cancel</Button>
            </DialogActions>
          </DialogBody>
        </form>
      </DialogSurface>
    </Dialog>
  );
}
