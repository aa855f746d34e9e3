import { spawn } from 'node:child_process';
import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import * as swc from '@swc/core';
import { checkWritable, leftoversOf, readWorkbookFile, saveWorkbookFile } from '../../../src/workbook/file';

let folder: string;
let book: string;
beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'inventory-close-'));
  book = path.join(folder, 'book.xlsx');
  fs.writeFileSync(book, 'old');
});
afterEach(() => {
  fs.chmodSync(folder, 0o755);
  fs.rmSync(folder, { recursive: true });
});

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const content = (file = book): string => fs.readFileSync(file, 'utf8');
const refused = (code: string) => expect.objectContaining({ problems: [expect.objectContaining({ code })] });

test('a saved file has the new bytes, the old mode, and nothing beside it', () => {
  fs.chmodSync(book, 0o640);
  saveWorkbookFile(book, bytes('new'), readWorkbookFile(book).seen);
  expect(content()).toBe('new');
  expect(fs.statSync(book).mode & 0o777).toBe(0o640);
  expect(fs.readdirSync(folder)).toEqual(['book.xlsx']);
});

test('what an interrupted save has left is found, and gone after the next one; other files stay', () => {
  const names = [
    '.book.xlsx.0123456789ab.tmp',
    '.book.xlsx.0123456789ab.tmp.old',
    '.other.xlsx.0123456789ab.tmp',
    '.x.tmp',
  ];
  for (const name of names) fs.writeFileSync(path.join(folder, name), 'half');
  expect(leftoversOf(book)).toEqual([path.join(folder, names[0])]);
  saveWorkbookFile(book, bytes('new'), readWorkbookFile(book).seen);
  expect(fs.readdirSync(folder).sort()).toEqual([...names.slice(1), 'book.xlsx'].sort());
  expect(leftoversOf(path.join(folder, 'nobody', 'book.xlsx'))).toEqual([]);
});

test('a file that is not there yet is made', () => {
  const other = path.join(folder, 'result.xlsx');
  checkWritable(other);
  saveWorkbookFile(other, bytes('new'));
  expect(content(other)).toBe('new');
});

test('a symbolic link stays one, and what it leads to is saved', () => {
  const link = path.join(folder, 'link.xlsx');
  fs.symlinkSync(book, link);
  saveWorkbookFile(link, bytes('new'));
  expect(fs.lstatSync(link).isSymbolicLink()).toBe(true);
  expect(content()).toBe('new');
});

describe('refused before any work', () => {
  test.each<[string, () => void, string]>([
    ['a read-only file', () => fs.chmodSync(book, 0o444), 'READ_ONLY'],
    ['a read-only folder', () => fs.chmodSync(folder, 0o555), 'READ_ONLY_FOLDER'],
    ['open in Excel', () => fs.writeFileSync(path.join(folder, '~$book.xlsx'), '\u0003Ann'), 'FILE_OPEN'],
    ['open in LibreOffice', () => fs.writeFileSync(path.join(folder, '.~lock.book.xlsx#'), ',ann,host,;'), 'FILE_OPEN'],
  ])('%s', (_, arrange, code) => {
    arrange();
    expect(() => checkWritable(book)).toThrow(refused(code));
    expect(() => saveWorkbookFile(book, bytes('new'))).toThrow(refused(code));
    expect(content()).toBe('old');
  });

  test('the message says who has the file open, and which file to delete if nobody has', () => {
    fs.writeFileSync(path.join(folder, '~$book.xlsx'), '\u0003Ann     ');
    expect(() => checkWritable(book)).toThrow('by Ann');
    try {
      checkWritable(book);
    } catch (error) {
      expect(error).toMatchObject({ problems: [{ remedy: expect.stringContaining('~$book.xlsx') }] });
    }
  });

  test('a folder that is not there', () => {
    expect(() => checkWritable(path.join(folder, 'none', 'book.xlsx'))).toThrow(refused('NO_FOLDER'));
  });

  test('no file, or a folder, to read', () => {
    expect(() => readWorkbookFile(path.join(folder, 'none.xlsx'))).toThrow(refused('NO_FILE'));
    expect(() => readWorkbookFile(folder)).toThrow(refused('IS_FOLDER'));
    expect(() => checkWritable(folder)).toThrow(refused('IS_FOLDER'));
  });
});

describe('a change between reading and saving', () => {
  test('refuses, and leaves what the others wrote', () => {
    const { seen } = readWorkbookFile(book);
    fs.writeFileSync(book, 'theirs');
    expect(() => saveWorkbookFile(book, bytes('new'), seen)).toThrow(refused('FILE_CHANGED'));
    expect(content()).toBe('theirs');
    expect(fs.readdirSync(folder)).toEqual(['book.xlsx']);
  });

  test('of the time alone is none', () => {
    const { seen } = readWorkbookFile(book);
    fs.utimesSync(book, 1, 1);
    saveWorkbookFile(book, bytes('new'), seen);
    expect(content()).toBe('new');
  });

  test('that deleted the file refuses', () => {
    const { seen } = readWorkbookFile(book);
    fs.rmSync(book);
    expect(() => saveWorkbookFile(book, bytes('new'), seen)).toThrow(refused('FILE_CHANGED'));
  });
});

test('killed while it saves again and again, the file is the old or the new one as a whole', async () => {
  // The compiled code is not there in a test: a small process does what saving does, through the same functions.
  const script = path.join(folder, 'save.js');
  for (const name of ['disk', 'disk-refusals', '../refusal']) {
    const { code } = swc.transformFileSync(path.join(__dirname, '../../../src/workbook/file', `${name}.ts`), {
      jsc: { target: 'es2022', parser: { syntax: 'typescript' } },
      module: { type: 'commonjs' },
    });
    fs.writeFileSync(path.join(folder, `${path.basename(name)}.js`), code.replace('../refusal', './refusal'));
  }
  const size = 1 << 20;
  fs.writeFileSync(
    script,
    `const { saveWorkbookFile } = require('./disk.js');
     for (let turn = 0; ; turn++) { saveWorkbookFile(process.argv[2], new Uint8Array(${size}).fill(65 + (turn % 2))); if (turn === 3) process.stdout.write('going'); }`,
  );
  fs.writeFileSync(book, new Uint8Array(size).fill(65));
  for (const delay of [0, 3, 7]) {
    const child = spawn(process.execPath, [script, book]);
    await new Promise((going) => child.stdout.once('data', going));
    await new Promise((later) => setTimeout(later, delay));
    child.kill('SIGKILL');
    await new Promise((gone) => child.once('exit', gone));
    const bytesNow = fs.readFileSync(book);
    expect(bytesNow).toHaveLength(size);
    expect([65, 66]).toContain(bytesNow[0]);
    expect(bytesNow.equals(Buffer.alloc(size, bytesNow[0]))).toBe(true);
  }
});
