import { principleCode, type SliceBuffer } from '../slices';
import type { KeySides } from './model';

const AVERAGE = principleCode('Weighted average');
const AVERAGE_DATE = principleCode('Weighted average date');

/** Weighted average (A8): once, over all of the run, with a closing transfer dated at the run date. */
export function weightedAverage(on: KeySides, slices: SliceBuffer): void {
  const pool = new Pool(on, slices, AVERAGE);
  for (let side = on.start; side < on.end; side++) pool.open(side);
  pool.settle(on.runDay);
}

/** Weighted average date (A8): the same for each date on which an issue is open. */
export function weightedAverageDate(on: KeySides, slices: SliceBuffer): void {
  const pool = new Pool(on, slices, AVERAGE_DATE);
  const day = on.sides.day!;
  for (let side = on.start; side < on.end;) {
    const date = day[side];
    while (side < on.end && day[side] === date) pool.open(side++);
    pool.settle(date);
  }
}

/** The open receipts and issues so far, in order. The receipt leg of a transfer takes its place among the receipts. */
class Pool {
  private readonly receipts: number[] = [];
  /** What is free of each of the receipts; legs have no place in the columns of the sides. */
  private readonly left: number[] = [];
  private readonly issues: number[] = [];
  private nextIssue = 0;

  constructor(
    private readonly on: KeySides,
    private readonly slices: SliceBuffer,
    private readonly principle: number,
  ) {}

  open(side: number): void {
    const free = this.on.free[side];
    if (free === 0) return;
    if (this.on.sides.open[side] < 0) this.issues.push(side);
    else {
      this.receipts.push(side);
      this.left.push(free);
    }
  }

  /** With one open receipt the issues are settled directly; two or more are gathered into a closing transfer first. */
  settle(day: number): void {
    if (this.receipts.length === 0 || this.nextIssue === this.issues.length) return;
    if (this.receipts.length > 1) this.gather(day);
    const receipt = this.receipts[0];
    let left = this.left[0];
    const { free } = this.on;
    while (left > 0 && this.nextIssue < this.issues.length) {
      const issue = this.issues[this.nextIssue];
      const quantity = free[issue] < left ? free[issue] : left;
      this.slices.add(issue, receipt, quantity, this.principle);
      free[issue] -= quantity;
      left -= quantity;
      if (free[issue] === 0) this.nextIssue++;
    }
    this.left[0] = left;
    if (receipt < this.on.sides.count) free[receipt] = left;
    if (left === 0) this.receipts.length = this.left.length = 0;
  }

  private gather(day: number): void {
    let total = 0;
    for (const left of this.left) total += left;
    const leg = this.on.transfers.add(this.on.key, day, total);
    for (let i = 0; i < this.receipts.length; i++) {
      const receipt = this.receipts[i];
      this.slices.add(leg, receipt, this.left[i], this.principle);
      if (receipt < this.on.sides.count) this.on.free[receipt] = 0;
    }
    this.receipts.length = this.left.length = 0;
    this.receipts.push(leg + 1);
    this.left.push(total);
  }
}
