import { NONE } from '../../src/book/book';
import type { RunRequest } from '../../src/book/outcome';
import { inOrderOfDependence } from './components';
import { Fraction } from './fraction';
import { fixedPoint } from './linear';
import type { ProvisionalRow, Settlement, Transaction } from './objects';
import type { Pairing } from './pairing';
import { costFlows, keepsItsCost, shouldHaveGot, type CostFlow } from './sources';
import { Values, type Rounding, type Standing } from './values';

/** What a run brings to a receipt, and what counts as got but goes to an account (A11, A13, A14, A15). */
export interface Arrival {
  readonly flow: CostFlow;
  readonly brought: Fraction;
  readonly expensed: Fraction;
  readonly expensedAs: 'Expensed' | 'Variance';
}

type Round = (amount: Fraction) => Fraction;
const rounded: Round = (amount) => amount.rounded();
const exactly: Round = (amount) => amount;

/** The second step of a run: values run along what depends on what, circles as a whole (A11 to A15). */
export class Flows {
  readonly arrivals = new Map<Transaction, Arrival>();
  readonly values: Values;
  /** Circles without a unique solution: their receipts get nothing (A14). */
  readonly unsolved: (readonly Transaction[])[] = [];
  private readonly brought = new Map<Transaction, Fraction>();
  private readonly flowOf: ReadonlyMap<Transaction, CostFlow>;
  private readonly inCircle: ReadonlySet<Transaction>;

  constructor(
    private readonly pairing: Pairing,
    private readonly request: RunRequest,
    private readonly earlier: readonly Settlement[],
    private readonly provisional: readonly ProvisionalRow[],
  ) {
    const flows = costFlows(pairing.transactions, request.day);
    this.flowOf = new Map(flows.map((flow) => [flow.receipt, flow]));
    const legs = pairing.transfers.flatMap(({ issueLeg, receiptLeg }) => [issueLeg, receiptLeg]);
    const groups = inOrderOfDependence([...pairing.transactions, ...legs], (row) => this.dependsOn(row));
    this.inCircle = new Set(groups.filter((group) => group.length > 1).flat());
    this.values = this.valuesWith(this.brought);
    for (const group of groups) {
      if (group.length > 1) this.bringAround(group);
      else this.flowsInto(group).forEach((flow) => this.bring(flow));
    }
  }

  /** An issue on what it took from; a leg on its other leg; a receipt on the issues whose cost it takes. */
  private dependsOn(row: Transaction): Transaction[] {
    const { pairs, transfers } = this.pairing;
    if (row.kind === 'issue') {
      const now = pairs.filter((pair) => pair.issue === row).map((pair) => pair.receipt);
      const before = this.earlier.filter((settlement) => settlement.issue === row);
      return [...now, ...before.map((settlement) => settlement.receipt)];
    }
    const transfer = transfers.find(({ receiptLeg }) => receiptLeg === row);
    if (transfer) return [transfer.issueLeg];
    if (row.isLeg) return row.costSource ? [row.costSource] : [];
    return [...(this.flowOf.get(row)?.issues ?? [])];
  }

  /** A receipt outside of circles: what is owed to it comes, or is expensed (A13), or is a variance (A15). */
  private bring(flow: CostFlow): void {
    const amount = this.owed(this.values, flow, rounded);
    const minimum = Fraction.of(this.request.minimumThroughputAdjustment);
    const isSmall = amount.abs().isLessThan(minimum);
    if (isSmall && this.request.type === 'Recalculation') return;
    if (keepsItsCost(flow.receipt)) this.arrive(flow, Fraction.ZERO, amount, 'Variance');
    else if (isSmall) this.arrive(flow, Fraction.ZERO, amount, 'Expensed');
    else this.arrive(flow, amount, Fraction.ZERO, 'Expensed');
  }

  /**
   * A14: nothing changes where nobody is owed anything; else the exact solution, rounded once for each receipt, and
   * what the rounding leaves is expensed.
   */
  private bringAround(circle: readonly Transaction[]): void {
    const flows = this.flowsInto(circle);
    const owedWith = (amounts: readonly Fraction[], round: Round): Fraction[] => {
      const brought = new Map(this.brought);
      flows.forEach((flow, at) => brought.set(flow.receipt, amounts[at]));
      const values = this.valuesWith(brought, (amount, of) => (circle.includes(of) ? round(amount) : rounded(amount)));
      return flows.map((flow) => this.owed(values, flow, round));
    };
    const nothing = flows.map(() => Fraction.ZERO);
    if (owedWith(nothing, rounded).every((amount) => amount.isZero())) return;
    const solution = fixedPoint(flows.length, (amounts) => owedWith(amounts, exactly));
    if (solution === undefined) {
      this.unsolved.push(circle);
      return;
    }
    const amounts = solution.map(rounded);
    const owed = owedWith(amounts, rounded);
    flows.forEach((flow, at) => this.arrive(flow, amounts[at], owed[at].minus(amounts[at]), 'Expensed'));
  }

  /** What a receipt should have got by now less what it has got. */
  private owed(values: Values, flow: CostFlow, round: Round): Fraction {
    const changeOf = (issue: Transaction): Fraction => issue.adjusted.plus(values.changeOfIssue(issue));
    const should = shouldHaveGot(flow, this.request.day, changeOf, round);
    return should.minus(flow.receipt.got);
  }

  private arrive(flow: CostFlow, brought: Fraction, expensed: Fraction, expensedAs: Arrival['expensedAs']): void {
    this.brought.set(flow.receipt, brought);
    this.arrivals.set(flow.receipt, { flow, brought, expensed, expensedAs });
  }

  private flowsInto(rows: readonly Transaction[]): CostFlow[] {
    return rows.flatMap((row) => this.flowOf.get(row) ?? []);
  }

  private valuesWith(brought: ReadonlyMap<Transaction, Fraction>, round?: Rounding): Values {
    return new Values(
      this.pairing,
      this.earlier,
      brought,
      (change, of, standing) => this.isMade(change, of, standing),
      round,
    );
  }

  /** In a recalculation no adjustment smaller than the minimum is made, but in a circle and on legs (A13, A14). */
  isMade(change: Fraction, of: Transaction, standing?: Standing): boolean {
    if (this.request.type === 'Close' || of.isLeg || this.inCircle.has(of)) return true;
    if (standing && this.standsAlready(change, of, standing)) return true;
    return !change.abs().isLessThan(Fraction.of(this.request.minimumThroughputAdjustment));
  }

  /** What of slips and uncovered quantities comes out as an earlier run has it stays, however small. */
  private standsAlready(change: Fraction, issue: Transaction, { reason, source }: Standing): boolean {
    return this.provisional.some(
      (row) =>
        row.transaction === issue.position &&
        row.reason === reason &&
        row.source === (source?.position ?? NONE) &&
        row.amount.equals(change.negated()),
    );
  }
}
