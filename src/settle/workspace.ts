/**
 * Working columns of runs. At a million rows a run needs some 40 MB of them, and memory that is touched for the first
 * time costs more than what is computed in it: who settles more than once, a preview and then the close, keeps a
 * workspace, and every run takes the columns of the one before. What a run returns is never in a workspace.
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

  /** The columns of a run are asked for in the same order each time, so that the one at the same place fits. */
  private take(size: number): ArrayBuffer {
    const at = this.taken++;
    if (!(this.kept[at]?.byteLength >= size)) this.kept[at] = new ArrayBuffer(size);
    return this.kept[at];
  }
}
