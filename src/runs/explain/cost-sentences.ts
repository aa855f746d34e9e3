import { LEG } from '../../book/book';
import type { OtherAdjustment, PairedWith } from './evidence';
import { PREVIEW } from './pair-rows';
import { type Teller, TOLD } from './teller';

/** What an issue costs, of which receipts and by which rule, and what it was posted at. */
export function issueSentences(teller: Teller, position: number): string[] {
  const { phrases, names, evidence } = teller;
  const would = teller.would(position);
  const pairs = evidence.pairsOfIssue(position).filter(({ quantity }) => quantity > 0);
  const late = evidence.pairsOfIssue(position).filter(({ quantity }) => quantity === 0);
  const others = evidence.othersOf(position);
  const cost = 0 - evidence.costOf(position);
  const [amount, rule] = [names.amount(cost), (pair: PairedWith) => phrases.principles[pair.principle]];
  const whole = pairs.length === 1 && pairs[0].quantity === -evidence.quantityOf(position) && late.length === 0;
  const sentences: string[] = [];
  if (whole && pairs[0].settles && cost === pairs[0].amount) {
    const [pair] = pairs;
    sentences.push(phrases.because(would, amount, rule(pair), teller.name(pair.receipt), teller.choices.why(pair)));
  } else if (pairs.length === 0) {
    if (others.length === 0 && evidence.adjustedOf(position) === 0) {
      return [phrases.estimated(would, amount, teller.estimates.of(position))];
    }
    sentences.push(phrases.costsOnly(would, amount));
  } else {
    const open = -evidence.quantityOf(position) - pairs.reduce((sum, { quantity }) => sum + quantity, 0);
    const paired = [...pairs, ...late].reduce((sum, pair) => sum + pair.amount, 0);
    sentences.push(
      open === 0
        ? phrases.costs(would, amount, new Set(pairs.map(({ receipt }) => receipt)).size)
        : phrases.costsPartly(would, amount, names.amount(paired), names.quantity(open), names.amount(cost - paired)),
    );
    for (const pair of pairs.slice(0, TOLD)) {
      const all = pair.quantity === -evidence.quantityOf(position);
      const [quantity, took] = [all ? phrases.all : names.quantity(pair.quantity), names.amount(pair.amount)];
      const told = phrases.pair(
        pair.run === PREVIEW,
        rule(pair),
        quantity,
        teller.name(pair.receipt),
        teller.choices.why(pair),
        took,
      );
      sentences.push(pair.settles ? told : `${told} ${phrases.compared(pair.run === PREVIEW)}`);
    }
    if (pairs.length > TOLD) sentences.push(`… ${phrases.more(pairs.length - TOLD)}.`);
  }
  const changes = [...late.map((pair) => lateChange(teller, pair)), ...others.map((other) => teller.change(other))];
  if (evidence.legOf(position) !== LEG.none) return sentences;
  return [...sentences, ...changes, posted(teller, position, [...pairs, ...late], others)];
}

/** What it was posted at, and what each run adjusts it by: together they are its cost. */
function posted(
  teller: Teller,
  position: number,
  pairs: readonly PairedWith[],
  others: readonly OtherAdjustment[],
): string {
  const sums = new Map<number, number>();
  const add = (run: number, amount: number) => sums.set(run, (sums.get(run) ?? 0) + amount);
  pairs.forEach(({ run, adjustment }) => add(run, adjustment));
  others.forEach(({ run, amount }) => add(run, amount));
  const runs = [...sums]
    .filter(([, amount]) => amount !== 0)
    .map(([run, amount]) => teller.phrases.adjusts(run === PREVIEW, teller.run(run), teller.names.signed(amount)));
  const amount = teller.names.amount(0 - teller.evidence.postedOf(position));
  const all = runs.length > 0 && others.length > 0 && pairs.length + others.length > 1 ? teller.phrases.inAll : '';
  return teller.phrases.posted(
    teller.would(position),
    amount,
    teller.estimates.of(position),
    teller.listText(runs) + all,
  );
}

function lateChange(teller: Teller, { run, receipt, adjustment }: PairedWith): string {
  const change = teller.phrases.changed(run === PREVIEW, teller.run(run), teller.names.signed(adjustment));
  return teller.phrases.changes['Late cost'](change, teller.name(receipt));
}

/** What a receipt costs, what runs have changed of that, and which issues took of it. */
export function receiptSentences(teller: Teller, position: number): string[] {
  const { phrases, names, evidence } = teller;
  const would = teller.would(position);
  const cost = names.amount(evidence.costOf(position));
  const others = evidence.othersOf(position).filter(({ amount, expensed }) => amount !== 0 || expensed !== 0);
  const isLeg = evidence.legOf(position) !== LEG.none;
  const [posted, adjusted] = [names.amount(evidence.postedOf(position)), names.signed(evidence.adjustedOf(position))];
  const costs = others.every(({ amount }) => amount === 0)
    ? phrases.estimated(would, cost, '')
    : phrases.receiptCosts(would, cost, posted, adjusted);
  const pairs = evidence.pairsOfReceipt(position);
  const used = pairs.filter(({ quantity }) => quantity > 0);
  const uses = used.slice(0, TOLD).map((pair) => {
    const gathered = evidence.legOf(pair.issue) === LEG.issue;
    const issue = gathered ? phrases.gathering(names.id(evidence.otherLeg(pair.issue))) : teller.name(pair.issue);
    const rule = phrases.principles[pair.principle];
    return phrases.use(names.quantity(pair.quantity), issue, names.amount(pair.amount), rule);
  });
  if (used.length > TOLD) uses.push(phrases.more(used.length - TOLD));
  return [
    isLeg ? '' : costs,
    ...others.map((other) => teller.change(other)),
    used.length === 0
      ? ''
      : phrases.gave(
          used.some(({ run }) => run === PREVIEW),
          teller.listText(uses),
        ),
    used.some((pair) => !pair.settles) ? phrases.compared(would) : '',
    ...pairs.filter(({ quantity }) => quantity === 0).map((pair) => lateUse(teller, pair)),
  ];
}

function lateUse(teller: Teller, { run, issue, amount }: PairedWith): string {
  return teller.phrases.late(run === PREVIEW, teller.run(run), teller.names.signed(amount), teller.name(issue));
}
