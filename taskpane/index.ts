import { settleInWorker } from '../src/worker/settle-in-worker';
import { mount, mountOutside } from './mount';
import { officeHost } from './office/office-host';
import { startEngine } from './start-engine';

/** Version of the program, put in by the build. */
declare const VERSION: string;

/** The pane in Excel. A page that was opened in a browser by itself says where it belongs. */
void Office.onReady().then(({ host }) => {
  if (host !== Office.HostType.Excel) return mountOutside(navigator.language);
  return mount(officeHost(), { now: () => Date.now(), version: VERSION, settle: settleInWorker(startEngine) });
});
