import { bytesOf } from '../contract-book';
import { portContract } from '../port-contract';
import { openExcel } from './support';

portContract('Excel', (book) => Promise.resolve(openExcel(bytesOf(book)).port));
portContract('Excel on the web, in German', (book) =>
  Promise.resolve(openExcel(bytesOf(book), { platform: 'OfficeOnline', locale: 'de-DE' }).port),
);
