import { Host } from '../../host/host';
import { protectSheet, unprotectSheet } from '../../host/model/protect';
import { serve, type Port } from '../../host/transport/channel';
import { serveHost } from '../../host/transport/remote';
import { readXlsx } from '../../host/xlsx/read';
import type { Opening, Ports } from './control';

/**
 * The Excel of the workbench lives here, away from the page: what the page measures of itself is the pane and the grid.
 * A worker opens one workbook; the next one gets a worker of its own.
 */
self.addEventListener('message', ({ data }: MessageEvent<Ports>) => {
  const { host: hostPort, control } = data;
  let opened: Host | null = null;

  const open = ({ name, bytes, locale, platform, readOnly }: Opening): Host['sets'] => {
    const workbook = readXlsx(bytes, name, { locale });
    workbook.readOnly = readOnly;
    opened = new Host({ workbook, platform });
    serveHost(opened, asPort(hostPort));
    return opened.sets;
  };

  /** Turns the protection of a sheet on or off, as a person does with Review, Protect sheet. */
  const protect = (sheetId: string, on: boolean): void => {
    const sheet = opened?.workbook.findSheet(sheetId);
    if (!sheet) throw new Error('There is no such sheet.');
    if (on) protectSheet(sheet, {}, '');
    else unprotectSheet(sheet, '');
  };

  serve(asPort(control), { open, protect });
});

/** The channel hands over less than a DOM port does, and needs less. */
const asPort = (port: MessagePort): Port => port as unknown as Port;
