import { openXlsx } from '../../../src/workbook/file';
import { bytesOf } from '../contract-book';
import { portContract } from '../port-contract';

portContract('a file', (book) => Promise.resolve(openXlsx(bytesOf(book), 'book.xlsx')));
portContract('a file with inline strings and a prefix before all names', (book) =>
  Promise.resolve(openXlsx(bytesOf(book, { strings: 'inline', prefix: 'x' }), 'book.xlsx')),
);
