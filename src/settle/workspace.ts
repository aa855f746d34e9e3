/**
 * The columns of runs, those of their outcomes included. At a million rows they take some 110 MB, and memory that is
 * touched for the first time, and collected afterwards, costs a third as much as everything that is computed in it. Who
 * settles again and again keeps a workspace: each run then takes the columns of the one before, whose outcome is
 * overwritten. A run without a workspace makes one for itself, and its outcome stays.
 */
export class Workspace {
  private readonly kept: ArrayBuffer[] = [];
  private taken = 0;
  private busy = false;

  /** For a run from its start to its end. A second run while the first is not over gets a workspace of its own. */
  begin(): Workspace {
    if (this.busy) return new Workspace().begin();
    this.busy = true;
    this.taken = 0;
    return this;
  }

  end(): void {
    this.busy = false;
  }

  /** A column of zeros. */
  bytes(length: number): Uint8Array {
    return new Uint8Array(this.take(length), 0, length).fill(0);
  }

  /** A column with anything in it: to be written before it is read. */
  integers(length: number): Int32Array {
    return new Int32Array(this.take(4 * length), 0, length);
  }

  /** A column with anything in it: to be written before it is read. */
  figures(length: number): Float64Array {
    return new Float64Array(this.take(8 * length), 0, length);
  }

  /** The columns of a run are asked for in the same order each time, so that the one at the same place mostly fits. */
  private take(size: number): ArrayBuffer {
    const at = this.taken++;
    if (!(this.kept[at]?.byteLength >= size)) this.kept[at] = new ArrayBuffer(size);
    return this.kept[at];
  }
}
