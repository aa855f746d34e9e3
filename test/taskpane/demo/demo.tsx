/** The pane on a workbook in memory: to look at it without Excel. `?book=empty`, `?lang=de`, `?page=history`. */
import { sampleWorkbook } from '../../../samples';
import { settleInWorker } from '../../../src/worker/settle-in-worker';
import { MemoryHost } from '../memory-host';
import { mount } from '../../../taskpane/mount';
import { startEngine } from '../../../taskpane/start-engine';

const wanted = new URLSearchParams(window.location.search);
const workbook = wanted.get('book') === 'empty' ? undefined : sampleWorkbook('trading-company', new Date());
const host = new MemoryHost(workbook, wanted.get('lang') ?? 'en-US');
host.select({ address: 'Transactions!A9', text: 'S0001', row: { Transaction: 'S0001' }, column: 'Transaction' });
void mount(host, { now: () => Date.now(), version: 'demo', settle: settleInWorker(startEngine) });
