/** Excel on the web takes 5 MB a request: a fifth of it leaves room for what is said around the values. */
const START = 1_000_000;
const LEAST = 2_000;

/** How many bytes of values go into one request or answer. Shrinks where Excel refuses, and stays so. */
export class ChunkSize {
  private size: number;

  constructor(bytes: number | undefined) {
    this.size = bytes ?? START;
  }

  get bytes(): number {
    return this.size;
  }

  /** As many rows of so many bytes each as fit, at least one. */
  rows(bytesEach: number): number {
    return Math.max(1, Math.floor(this.size / bytesEach));
  }

  /** After a refusal of so many rows: half of them next time. False where there is nothing left to halve. */
  halve(rows: number): boolean {
    this.size = Math.max(LEAST, this.size / 2);
    return rows > 1;
  }
}

/** Bytes that values have on the wire, about: a fraction of the rows is looked at. */
export function bytesOfRow(rows: readonly (readonly unknown[])[]): number {
  const step = Math.max(1, Math.floor(rows.length / 20));
  let bytes = 0;
  let looked = 0;
  for (let row = 0; row < rows.length; row += step) {
    bytes += JSON.stringify(rows[row]).length;
    looked++;
  }
  return Math.ceil(bytes / Math.max(1, looked)) + 1;
}
