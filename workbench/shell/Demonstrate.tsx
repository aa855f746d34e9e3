import {
  Button,
  Menu,
  MenuDivider,
  MenuItem,
  MenuItemCheckbox,
  MenuItemRadio,
  MenuList,
  MenuPopover,
  MenuTrigger,
} from '@fluentui/react-components';
import { BeakerRegular } from '@fluentui/react-icons';
import type { Fault } from '../../host/transport/faults';
import { FAULT_AT, FAULTS, LOCALES, WIDTHS } from './scenes';

interface Props {
  readonly state: {
    readonly editing: boolean;
    readonly isProtected: boolean;
    readonly readOnly: boolean;
    readonly web: boolean;
    readonly locale: string;
    readonly width: number;
  };
  readonly onEdit: (on: boolean) => void;
  readonly onCoauthor: () => void;
  readonly onFault: (fault: Fault | null) => void;
  readonly onProtect: (on: boolean) => void;
  /** Opens the workbook again, as it is, in another Excel. */
  readonly onExcel: (change: { readOnly?: boolean; locale?: string; platform?: 'PC' | 'OfficeOnline' }) => void;
  readonly onReload: () => void;
  readonly onWidth: (width: number) => void;
}

/** What happens around an add-in in real life, to be made to happen. */
export function Demonstrate(props: Props): React.JSX.Element {
  const { state, onEdit, onCoauthor, onFault, onProtect, onExcel, onReload, onWidth } = props;
  const on = Object.entries({ edit: state.editing, protect: state.isProtected, read: state.readOnly, web: state.web });
  const checkedValues = {
    scenes: on.filter(([, is]) => is).map(([name]) => name),
    locale: [state.locale],
    width: [String(state.width)],
  };
  return (
    <Menu checkedValues={checkedValues}>
      <MenuTrigger disableButtonEnhancement>
        <Button appearance="subtle" icon={<BeakerRegular />}>
          Demonstrate
        </Button>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          <MenuItemCheckbox persistOnClick={false} name="scenes" value="edit" onClick={() => onEdit(!state.editing)}>
            Somebody is typing into a cell
          </MenuItemCheckbox>
          <MenuItem onClick={onCoauthor}>A co-author types into the selected cell…</MenuItem>
          <Menu>
            <MenuTrigger disableButtonEnhancement>
              <MenuItem>Excel fails</MenuItem>
            </MenuTrigger>
            <MenuPopover>
              <MenuList>
                {FAULTS.map(({ title, fault }) => (
                  <Menu key={title}>
                    <MenuTrigger disableButtonEnhancement>
                      <MenuItem>{title}</MenuItem>
                    </MenuTrigger>
                    <MenuPopover>
                      <MenuList>
                        {FAULT_AT.map((sync) => (
                          <MenuItem key={sync} onClick={() => onFault({ ...fault, sync })}>
                            {sync === 1 ? 'at the next request' : `at request ${sync} from now`}
                          </MenuItem>
                        ))}
                      </MenuList>
                    </MenuPopover>
                  </Menu>
                ))}
                <MenuDivider />
                <MenuItem onClick={() => onFault(null)}>Nothing fails any more</MenuItem>
              </MenuList>
            </MenuPopover>
          </Menu>
          <MenuDivider />
          <MenuItemCheckbox
            persistOnClick={false}
            name="scenes"
            value="protect"
            onClick={() => onProtect(!state.isProtected)}
          >
            This sheet is protected
          </MenuItemCheckbox>
          <MenuItemCheckbox
            persistOnClick={false}
            name="scenes"
            value="read"
            onClick={() => onExcel({ readOnly: !state.readOnly })}
          >
            Workbook opened for reading only
          </MenuItemCheckbox>
          <MenuItemCheckbox
            persistOnClick={false}
            name="scenes"
            value="web"
            onClick={() => onExcel({ platform: state.web ? 'PC' : 'OfficeOnline' })}
          >
            Limits of Excel on the web (5 MB a request)
          </MenuItemCheckbox>
          <Menu checkedValues={checkedValues}>
            <MenuTrigger disableButtonEnhancement>
              <MenuItem>Language of Excel</MenuItem>
            </MenuTrigger>
            <MenuPopover>
              <MenuList>
                {LOCALES.map(({ locale, title }) => (
                  <MenuItemRadio
                    persistOnClick={false}
                    key={locale}
                    name="locale"
                    value={locale}
                    onClick={() => onExcel({ locale })}
                  >
                    {title}
                  </MenuItemRadio>
                ))}
              </MenuList>
            </MenuPopover>
          </Menu>
          <MenuDivider />
          <MenuItem onClick={onReload}>Close the pane and open it again</MenuItem>
          <Menu checkedValues={checkedValues}>
            <MenuTrigger disableButtonEnhancement>
              <MenuItem>Width of the pane</MenuItem>
            </MenuTrigger>
            <MenuPopover>
              <MenuList>
                {WIDTHS.map((width) => (
                  <MenuItemRadio
                    persistOnClick={false}
                    key={width}
                    name="width"
                    value={String(width)}
                    onClick={() => onWidth(width)}
                  >
                    {width} pixels
                  </MenuItemRadio>
                ))}
              </MenuList>
            </MenuPopover>
          </Menu>
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
