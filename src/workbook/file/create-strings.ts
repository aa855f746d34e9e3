import { escapeText } from './xml';

/** The texts of a new workbook: each stands once, and cells name it by its number, as Excel itself writes them. */
export class SharedStrings {
  readonly #numbers = new Map<string, number>();
  #uses = 0;

  /** The number of a text. */
  of(text: string): number {
    this.#uses += 1;
    const known = this.#numbers.get(text);
    if (known !== undefined) return known;
    const number = this.#numbers.size;
    this.#numbers.set(text, number);
    return number;
  }

  /** The part xl/sharedStrings.xml. */
  xml(): string {
    const texts = [...this.#numbers.keys()].map((text) => `<si>${plainText(text)}</si>`);
    return (
      '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
      '<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" ' +
      `count="${this.#uses}" uniqueCount="${this.#numbers.size}">${texts.join('')}</sst>`
    );
  }
}

/** A text element; space at its ends and line ends are kept. */
export function plainText(text: string): string {
  const space = /^\s|\s$|[\n\t]| {2}/.test(text) ? ' xml:space="preserve"' : '';
  return `<t${space}>${escapeText(text)}</t>`;
}
