import { PRINCIPLES, type Principle } from '../book/models';
import { Workspace } from './workspace';

const CODES = new Map<Principle, number>(PRINCIPLES.map((principle, code) => [principle, code]));

export function principleCode(principle: Principle): number {
  return CODES.get(principle)!;
}

/**
 * Pairs found by pairing, in their order, as growing columns. Sides are numbered as in Sides: the rows that take part
 * first, then the legs of the run's closing transfers, issue leg and receipt leg in turn.
 */
export class SliceBuffer {
  count = 0;
  issue: Int32Array;
  receipt: Int32Array;
  /** Positive, scaled. */
  quantity: Float64Array;
  principle: Uint8Array;

  constructor(
    capacity: number,
    private readonly workspace = new Workspace(),
  ) {
    this.issue = workspace.integers(capacity);
    this.receipt = workspace.integers(capacity);
    this.quantity = workspace.figures(capacity);
    this.principle = workspace.bytes(capacity);
  }

  add(issue: number, receipt: number, quantity: number, principle: number): void {
    const at = this.count;
    if (at === this.issue.length) this.grow();
    this.issue[at] = issue;
    this.receipt[at] = receipt;
    this.quantity[at] = quantity;
    this.principle[at] = principle;
    this.count = at + 1;
  }

  private grow(): void {
    const { workspace } = this;
    const capacity = this.issue.length + (this.issue.length >> 1) + 16;
    this.issue = copyInto(workspace.integers(capacity), this.issue);
    this.receipt = copyInto(workspace.integers(capacity), this.receipt);
    this.quantity = copyInto(workspace.figures(capacity), this.quantity);
    this.principle = copyInto(workspace.bytes(capacity), this.principle);
  }
}

/** Copies the old column to the start of a longer one. */
export function copyInto<T extends Int32Array | Float64Array | Uint8Array>(longer: T, column: T): T {
  longer.set(column);
  return longer;
}
