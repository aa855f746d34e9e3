/// <reference types="office-js" />
import { refuse } from '../refusal';
import { telling } from './failures';
import type { ExcelPortOptions } from './options';
import { Session } from './session';
import { takeSnapshot } from './snapshot';

const UNCHANGED = 'Nothing was changed.';

/**
 * Adds the sheets of a workbook (.xlsx bytes) to the open one, behind the others. Excel gives a table another name where the
 * name is taken, and a table of ours would not be found under it: so the caller looks before (refuseInsertion), and here
 * it is made sure of afterwards.
 */
export async function insertWorkbook(workbook: Uint8Array, options: ExcelPortOptions = {}): Promise<void> {
  const session = new Session(options);
  await telling(
    () => UNCHANGED,
    async () => {
      const { structureLocked } = await takeSnapshot(session);
      if (structureLocked) throw locked();
      const base64 = base64Of(workbook);
      await session.run(async (context) => {
        context.workbook.insertWorksheetsFromBase64(base64, { positionType: 'End' });
        await context.sync();
      });
    },
  );
}

const locked = () =>
  refuse(
    'STRUCTURE_PROTECTED',
    `The structure of the workbook is protected: sheets can not be added. ${UNCHANGED}`,
    'Turn the protection off (Review > Protect Workbook), and on again afterwards.',
  );

/** In pieces: a call takes only so many arguments. */
function base64Of(bytes: Uint8Array): string {
  const PIECE = 0x8000;
  let text = '';
  for (let at = 0; at < bytes.length; at += PIECE) text += String.fromCharCode(...bytes.subarray(at, at + PIECE));
  return btoa(text);
}
