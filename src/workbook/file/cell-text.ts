import type { CellValue } from '../cells';
import { damaged } from './refusals';
import { unescapeXstring } from './xml';

/** Gathers what stands inside one <c> element and makes a value of it. One instance serves all cells of a sheet. */
export class CellText {
  private type: string | undefined;
  private valueText = '';
  private formulaText = '';
  private inlineText = '';
  private hasValue = false;
  private hasFormula = false;
  private target: 'none' | 'value' | 'formula' | 'inline' = 'none';
  private phonetic = 0;

  constructor(
    private readonly file: string,
    private readonly part: string,
    private readonly strings: () => readonly string[],
  ) {}

  start(type: string | undefined): void {
    this.type = type;
    this.valueText = this.formulaText = this.inlineText = '';
    this.hasValue = this.hasFormula = false;
    this.target = 'none';
    this.phonetic = 0;
  }

  startValue(): void {
    this.hasValue = true;
    this.target = 'value';
  }

  startFormula(): void {
    this.hasFormula = true;
    this.target = 'formula';
  }

  /** Text of an inline string, or of one of its runs. */
  startText(): void {
    this.target = this.phonetic === 0 ? 'inline' : 'none';
  }

  startPhonetic(): void {
    this.phonetic++;
  }

  endPhonetic(): void {
    this.phonetic--;
  }

  add(text: string): void {
    if (this.target === 'value') this.valueText += text;
    else if (this.target === 'inline') this.inlineText += text;
    else if (this.target === 'formula') this.formulaText += text;
  }

  end(): void {
    this.target = 'none';
  }

  value(): CellValue {
    if (this.type === 'inlineStr') return unescapeXstring(this.inlineText);
    // A formula may well result in an empty text; any other cell without content is blank.
    if (!this.hasValue || (this.valueText === '' && this.type !== 'str')) {
      return this.hasFormula && !(this.type === 'str' && this.hasValue)
        ? { fault: 'not calculated', text: unescapeXstring(this.formulaText) }
        : null;
    }
    switch (this.type) {
      case 's':
        return this.sharedString();
      case 'str':
        return unescapeXstring(this.valueText);
      case 'b':
        return this.valueText.trim() === '1' || this.valueText.trim() === 'true';
      case 'e':
        return { fault: 'error', text: this.valueText };
      case 'd':
        return this.valueText;
      default:
        return this.number();
    }
  }

  private number(): CellValue {
    const number = Number(this.valueText);
    if (!Number.isFinite(number)) return { fault: 'error', text: this.valueText };
    return this.valueText.trim() === '' ? null : number;
  }

  private sharedString(): string {
    const text = this.strings()[Number(this.valueText)];
    if (text === undefined)
      throw damaged(this.file, `a cell of ${this.part} names the shared text ${this.valueText}, which is missing`);
    return text;
  }
}
