import type { Workload } from './workload';

/**
 * The floor: the least that settling FIFO exactly can cost in this language. A counting sort by item, a gather into
 * that order, and one pass that pairs each issue with the oldest open receipts and writes the slices to columns, with
 * safe integers and no log, no adjustment, no order inside a date, no dimension. Returns the number of slices.
 */
export function makeFloor(load: Workload): () => number {
  const { count, items, item, quantity, amount } = load;
  const next = new Int32Array(items + 1);
  const sortedItem = new Int32Array(count);
  const sortedRow = new Int32Array(count);
  const open = new Float64Array(count);
  const worth = new Float64Array(count);
  const queue = new Int32Array(count);
  const sliceIssue = new Int32Array(2 * count);
  const sliceReceipt = new Int32Array(2 * count);
  const sliceQuantity = new Float64Array(2 * count);
  const sliceAmount = new Float64Array(2 * count);
  return () => {
    next.fill(0);
    for (let i = 0; i < count; i++) next[item[i] + 1]++;
    for (let k = 0; k < items; k++) next[k + 1] += next[k];
    for (let i = 0; i < count; i++) {
      const place = next[item[i]]++;
      sortedItem[place] = item[i];
      sortedRow[place] = i;
      open[place] = quantity[i];
      worth[place] = amount[i];
    }
    let slices = 0;
    let head = 0;
    let tail = 0;
    let current = -1;
    for (let i = 0; i < count; i++) {
      if (sortedItem[i] !== current) {
        current = sortedItem[i];
        head = tail;
      }
      if (open[i] > 0) {
        queue[tail++] = i;
        continue;
      }
      let wanted = -open[i];
      while (wanted > 0 && head < tail) {
        const receipt = queue[head];
        const has = open[receipt];
        let q = wanted;
        let taken: number;
        if (has <= wanted) {
          q = has;
          taken = worth[receipt];
          head++;
        } else {
          const product = worth[receipt] * wanted;
          if (product > Number.MAX_SAFE_INTEGER) throw new Error('The workload is made to stay below 2^53');
          taken = Math.floor(product / has);
          const rest = product - taken * has;
          if (rest < 0) taken -= 2 * (rest + has) >= has ? 0 : 1;
          else if (2 * rest >= has) taken += 1;
          worth[receipt] -= taken;
          open[receipt] = has - wanted;
        }
        sliceIssue[slices] = sortedRow[i];
        sliceReceipt[slices] = sortedRow[receipt];
        sliceQuantity[slices] = q;
        sliceAmount[slices++] = taken;
        wanted -= q;
      }
    }
    return slices;
  };
}
