/** The inventory models, named as the workbook names them. Source: domain, A7, A8 and A15. */
export const INVENTORY_MODELS = [
  'FIFO',
  'LIFO',
  'LIFO date',
  'Weighted average',
  'Weighted average date',
  'Standard cost',
  'Moving average',
] as const;
export type InventoryModel = (typeof INVENTORY_MODELS)[number];

/** Why two sides were paired: the settling models, and the two principles that come before any model (A5, A6). */
export const PRINCIPLES = [
  'FIFO',
  'LIFO',
  'LIFO date',
  'Weighted average',
  'Weighted average date',
  'Marking',
  'Transfer',
] as const;
export type Principle = (typeof PRINCIPLES)[number];

/** Whether a close pairs and adjusts items of this model; the others it only locks (A15). */
export function settles(model: InventoryModel): boolean {
  return model !== 'Standard cost' && model !== 'Moving average';
}

/** Whether physical-only rows of this model can take part in a run (A2); averages ignore them entirely. */
export function takesPhysical(model: InventoryModel): boolean {
  return model === 'FIFO' || model === 'LIFO' || model === 'LIFO date';
}

/** Whether issues of this model are settled date by date, and not in one order over the whole run. */
export function looksAtDates(model: InventoryModel): boolean {
  return model === 'LIFO date' || model === 'Weighted average date';
}
