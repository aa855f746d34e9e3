import { SaxesParser } from 'saxes';
import type { Archive } from './archive';
import { damaged } from './refusals';
import { unescapeXstring } from './xml';

/**
 * The texts that cells share, by their number. The runs of rich text are joined; phonetic text is left out. Strings
 * are flat copies: a piece of the parser's buffer would keep the whole buffer alive.
 */
export function readSharedStrings(archive: Archive, part: string | undefined): string[] {
  const strings: string[] = [];
  if (part === undefined || !archive.has(part)) return strings;
  const parser = new SaxesParser({ position: false });
  let prefix = '';
  let started = false;
  let item = '';
  let text = '';
  let inText = false;
  let phonetic = 0;
  parser.on('opentag', ({ name }) => {
    if (!started) {
      started = true;
      prefix = name.slice(0, name.indexOf(':') + 1);
    }
    const local = name.slice(prefix.length);
    if (local === 't') {
      inText = phonetic === 0;
      text = '';
    } else if (local === 'si') item = '';
    else if (local === 'rPh') phonetic++;
  });
  const add = (chunk: string): void => {
    if (inText) text += chunk;
  };
  parser.on('text', add);
  parser.on('cdata', add);
  parser.on('closetag', ({ name }) => {
    const local = name.slice(prefix.length);
    if (local === 't') {
      if (inText) item += text;
      inText = false;
    } else if (local === 'rPh') phonetic--;
    else if (local === 'si') strings.push(unescapeXstring(item));
  });
  try {
    for (const piece of archive.textPieces(part)) parser.write(piece);
    parser.close();
  } catch (error) {
    throw error instanceof Error && error.name === 'WorkbookRefusal'
      ? error
      : damaged(archive.file, `the part ${part} can not be read (${String(error)})`);
  }
  return strings;
}
