import { execFile } from 'node:child_process';
import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { promisify } from 'node:util';
import { libreOffice, LibreOffice } from '../../bench/libreoffice';

/** LibreOffice as a foreign reader, where it is installed; tests that need it are skipped elsewhere. */
export { libreOffice, LibreOffice };

/** Opens a workbook in LibreOffice, which computes it, and saves it in another format ("xlsx", "csv:..." one sheet a file). */
export async function convertWithLibreOffice(bytes: Uint8Array, format: string): Promise<Uint8Array> {
  const files = await convertAll(bytes, format);
  return files[0].bytes;
}

/** All files of a conversion, by name. */
export async function convertAll(bytes: Uint8Array, format: string): Promise<{ name: string; bytes: Uint8Array }[]> {
  if (libreOffice === undefined) throw new Error('LibreOffice is not installed');
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'inventory-close-'));
  try {
    const input = path.join(folder, 'book.xlsx');
    const output = path.join(folder, 'out');
    fs.writeFileSync(input, bytes);
    // A profile of its own: a LibreOffice that is open elsewhere would take the work and answer too early.
    const profile = `-env:UserInstallation=file://${path.join(folder, 'profile')}`;
    await promisify(execFile)(libreOffice, [profile, '--headless', '--convert-to', format, '--outdir', output, input], {
      timeout: 110_000,
    });
    return fs.readdirSync(output).map((name) => ({ name, bytes: fs.readFileSync(path.join(output, name)) }));
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}
