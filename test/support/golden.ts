import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const FOLDER = join(__dirname, '..', 'golden');

/** Compares a text with test/golden/NAME, a file that people read. UPDATE_GOLDEN=1 writes the file instead: read the difference. */
export function expectGolden(name: string, text: string): void {
  const file = join(FOLDER, name);
  if (process.env['UPDATE_GOLDEN'] === '1') {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  if (!existsSync(file)) throw new Error(`There is no ${file}. Make it with UPDATE_GOLDEN=1 and read it.`);
  expect(text).toBe(readFileSync(file, 'utf8'));
}
