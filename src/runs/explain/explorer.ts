import { lastClose, LEG, NONE } from '../../book/book';
import type { Day } from '../../book/days';
import { plain, short } from '../../book/decimals';
import type { Principle } from '../../book/models';
import type { Outcome, Reason } from '../../book/outcome';
import type { Problem, Refusal } from '../../book/problem';
import type { TransactionType } from '../../book/transaction-types';
import type { WorkbookPort } from '../../workbook/port';
import { idKey } from '../../workbook/read/ids';
import type { Environment } from '../environment';
import { load, type Loaded } from '../load';
import { preview } from '../preview';
import type { Direction } from './cost-part';
import { type CostNode, CostTree } from './cost-tree';
import { Evidence } from './evidence';
import { Names } from './names';
import { PREVIEW } from './pair-rows';
import { Sentences } from './sentences';
import { ENGLISH_SPEECH, type Speech } from './speech';
import { unsolvedCircles } from './unsolved';

/** A node of a tree of costs as people and scripts see it. */
export interface NodeView {
  readonly kind: CostNode['kind'];
  /** Id of the transaction that it leads to or is about; "" for none. */
  readonly transaction: string;
  readonly item: string;
  /** "Closing transfer" for its legs. */
  readonly type: TransactionType | 'Closing transfer' | '';
  readonly reference: string;
  readonly day: Day;
  /** Exact decimal texts. */
  readonly quantity: string;
  readonly amount: string;
  readonly principle: Principle | undefined;
  readonly reason: Reason | undefined;
  /** Id of the run that made it; "" for the preview, and where no run did. */
  readonly run: string;
  readonly previewed: boolean;
  /** False for a pair that only adjusts (A9). */
  readonly settles: boolean;
  readonly opens: boolean;
  /** The ids of the transactions of a circle that closes here, the one that comes again first. */
  readonly circle: readonly string[];
}

/** How many nodes of a tree are looked at for a circle: those near to its root. */
const LOOKED_AT = 300;

/**
 * A workbook that was read once, to ask for the costs of any of its transactions: from its results, or with a date from
 * what a close up to then would give. What is asked costs no further reading; nothing is written.
 */
export class Explorer {
  readonly evidence: Evidence;
  readonly names: Names;
  private spoken: { readonly speech: Speech; readonly sentences: Sentences };
  private readonly tree: CostTree;
  private unsolved: readonly number[] | undefined;

  constructor(
    readonly loaded: Loaded,
    readonly outcome: Outcome | undefined,
    /** The date of the preview. */
    readonly upTo: Day | undefined,
  ) {
    const { read } = loaded;
    this.evidence = new Evidence(
      read.book,
      read.earlier.adjustments,
      outcome,
      upTo ?? lastClose(read.book.closings)?.day,
    );
    this.names = new Names(read, this.evidence);
    this.spoken = { speech: ENGLISH_SPEECH, sentences: new Sentences(read, this.evidence, this.names) };
    this.tree = new CostTree(this.evidence);
  }

  /** What explains in a language; kept for the next transaction, for it looks up much that all of them need. */
  sentencesIn(speech: Speech): Sentences {
    if (this.spoken.speech !== speech) {
      const { read } = this.loaded;
      const names = new Names(read, this.evidence, speech);
      this.spoken = { speech, sentences: new Sentences(read, this.evidence, names, speech) };
    }
    return this.spoken.sentences;
  }

  /** Position of an id, upper and lower case and surrounding space ignored; undefined for none. */
  find(id: string): number | undefined {
    return this.loaded.read.positions.get(idKey(id.trim()));
  }

  /** The tree of a transaction's cost, to be opened node by node. */
  root(position: number, direction: Direction): CostNode {
    return this.tree.root(position, direction);
  }

  below(node: CostNode): CostNode[] {
    return this.tree.below(node);
  }

  /** The circle that a transaction's own cost is part of, the nearest one, the transaction first; empty where there is none. */
  circleOf(position: number): readonly number[] {
    const waiting = [this.root(position, 'from')];
    for (let at = 0; at < waiting.length && at < LOOKED_AT; at++) {
      const { circle } = waiting[at];
      if (circle[0] === position) return circle;
      waiting.push(...this.below(waiting[at]));
    }
    return [];
  }

  /** Whether a transaction of a circle is in one that has no single solution (A14), so that its receipts got nothing. */
  isUnsolved(position: number): boolean {
    this.unsolved ??= unsolvedCircles(this.loaded, this.outcome);
    return this.unsolved.some(
      (named) => named === position || (this.costsOf(position, named) && this.costsOf(named, position)),
    );
  }

  /** Whether another transaction is among those that the cost of one comes from. */
  private costsOf(position: number, other: number): boolean {
    const waiting = [this.root(position, 'from')];
    for (let at = 0; at < waiting.length && at < LOOKED_AT; at++) {
      if (at > 0 && waiting[at].position === other) return true;
      waiting.push(...this.below(waiting[at]));
    }
    return false;
  }

  view(node: CostNode): NodeView {
    const { names, evidence } = this;
    const { amountDecimals, quantityDecimals } = this.loaded.read.book.parameters;
    const { kind, position, principle, reason, run, settles, opens } = node;
    const isRow = position !== NONE;
    const isLeg = isRow && evidence.legOf(position) !== LEG.none;
    return {
      kind,
      transaction: names.id(position),
      item: isRow ? names.item(position) : '',
      type: isLeg ? 'Closing transfer' : isRow ? (names.type(position) ?? '') : '',
      reference: isRow ? names.reference(position) : '',
      day: isRow ? names.day(position) : 0,
      quantity: short(node.quantity, quantityDecimals),
      amount: plain(node.amount, amountDecimals),
      principle,
      reason,
      run: names.run(run),
      previewed: run === PREVIEW,
      settles,
      opens,
      circle: node.circle.map((member) => names.id(member)),
    };
  }
}

/** Reads a workbook for its costs to be asked for. With a date it computes a close up to then, and refuses where that would. */
export async function openExplorer(
  port: WorkbookPort,
  upTo: Day | undefined,
  env: Environment,
): Promise<{ readonly ok: true; readonly explorer: Explorer } | Refusal> {
  if (upTo === undefined) {
    const found = await load(port, env);
    return found.ok ? { ok: true, explorer: new Explorer(found.value, undefined, undefined) } : found;
  }
  const found = await preview(port, { upTo }, env);
  return found.ok ? { ok: true, explorer: new Explorer(found.loaded, found.outcome, upTo) } : found;
}

/** What is said of an id that no transaction has. */
export function unknownId(id: string): Problem {
  return {
    code: 'UNKNOWN_ID',
    severity: 'Error',
    cell: '',
    content: id,
    message: `There is no transaction "${id}" in the tables Transactions and ClosingTransfers.`,
    remedy: 'Check the id. Upper and lower case do not count.',
  };
}
