import {
  Button,
  Menu,
  MenuDivider,
  MenuGroup,
  MenuGroupHeader,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  Spinner,
} from '@fluentui/react-components';
import { FolderOpenRegular, SaveRegular, TableSimpleRegular } from '@fluentui/react-icons';
import { useRef } from 'react';
import { OWN_KEYS } from './own-keys';
import { SAMPLES, type SampleFile } from './files';

interface Props {
  readonly name: string;
  readonly busy: boolean;
  readonly onSample: (name: SampleFile) => void;
  readonly onFile: (file: File) => void;
  readonly onSave: () => void;
  /** The menus for demonstrations. */
  readonly children: React.ReactNode;
}

/** The bar on top: what is open, what can be opened, and the menus for demonstrations. */
export function Bar({ name, busy, onSample, onFile, onSave, children }: Props): React.JSX.Element {
  const picker = useRef<HTMLInputElement>(null);
  return (
    <header className="bar" {...OWN_KEYS}>
      <strong className="mark">Workbench</strong>
      <span className="book-name">{name}</span>
      {busy && <Spinner size="tiny" label="Opening" />}
      <span className="gap" />
      <Menu>
        <MenuTrigger disableButtonEnhancement>
          <Button appearance="subtle" icon={<TableSimpleRegular />}>
            Samples
          </Button>
        </MenuTrigger>
        <MenuPopover>
          <MenuList>
            <MenuGroup>
              <MenuGroupHeader>Open in place of this workbook</MenuGroupHeader>
              {SAMPLES.map((sample) => (
                <MenuItem key={sample.name} onClick={() => onSample(sample.name)}>
                  {sample.title}
                </MenuItem>
              ))}
            </MenuGroup>
            <MenuDivider />
            <MenuItem onClick={() => picker.current?.click()}>A file of yours (.xlsx), or drop it on the grid</MenuItem>
          </MenuList>
        </MenuPopover>
      </Menu>
      <Button appearance="subtle" icon={<FolderOpenRegular />} onClick={() => picker.current?.click()}>
        Open
      </Button>
      <input
        ref={picker}
        hidden
        type="file"
        accept=".xlsx"
        aria-label="Workbook to open"
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          event.target.value = '';
          if (file) onFile(file);
        }}
      />
      <Button appearance="subtle" icon={<SaveRegular />} onClick={onSave}>
        Save
      </Button>
      {children}
    </header>
  );
}
