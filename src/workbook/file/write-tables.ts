import type { Formats, Progress, TableWrite } from '../port';
import type { Archive } from './archive';

export async function writeTables(
  archive: Archive,
  writes: readonly TableWrite[],
  formats: Formats,
  progress?: Progress,
): Promise<void> {
  await progress?.('Writing', 0, writes.length);
  throw new Error(`not written yet: ${formats.currency} ${archive.file}`);
}
