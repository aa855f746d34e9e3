/** A cell of the grid: by position in its part, and by its name in the sheet. */
export interface GridPlace {
  readonly x: number;
  readonly y: number;
  readonly side: 'rgCol' | 'colPinStart';
  readonly part: 'rgRow' | 'rowPinStart';
  /** "A900". */
  readonly name: string;
}

/** In so many frames a grid that has something to draw has drawn it; a second is more than the slowest needs. */
export const STEADY_FRAMES = 3;
export const MOST_FRAMES = 60;

/** Waits until so many frames were drawn. */
export async function frames(count: number): Promise<void> {
  for (let frame = 0; frame < count; frame++) await new Promise((drawn) => window.requestAnimationFrame(drawn));
}

/**
 * Scrolls until the cell can be seen, and not at all where it can be seen already. The grid takes new rows and columns
 * while it draws, so this looks at what is drawn and goes on until the cell stays in view; `wanted` ends it when
 * something else has become more important.
 */
export async function reveal(grid: HTMLRevoGridElement, place: GridPlace, wanted: () => boolean): Promise<void> {
  let seen = 0;
  for (let frame = 0; frame < MOST_FRAMES && seen < STEADY_FRAMES && wanted(); frame++) {
    const { across, down } = inView(grid, place);
    seen = across && down ? seen + 1 : 0;
    if (seen === 0 && frame % STEADY_FRAMES === 0) await scrollTo(grid, place, { across, down });
    await frames(1);
  }
}

/** Whether the cell is drawn where it can be seen, in both directions. */
function inView(grid: HTMLRevoGridElement, { name, part, side }: GridPlace): { across: boolean; down: boolean } {
  const cell = grid.querySelector(`[data-cell="${name}"]`)?.getBoundingClientRect();
  const area = grid.querySelector('revogr-viewport-scroll.rgCol');
  const room = area?.getBoundingClientRect();
  const lines = area?.querySelector('.vertical-inner')?.getBoundingClientRect();
  if (!cell || !room || !lines) return { across: side !== 'rgCol', down: part !== 'rgRow' };
  return {
    across: side !== 'rgCol' || (cell.left >= room.left - 1 && Math.min(cell.right, cell.left + 80) <= room.right + 1),
    down: part !== 'rgRow' || (cell.top >= lines.top - 1 && cell.bottom <= lines.bottom + 1),
  };
}

/** Puts the cell a third into the window, so that what stands around it can be seen too. */
async function scrollTo(
  grid: HTMLRevoGridElement,
  { x, y, side, part }: GridPlace,
  seen: { readonly across: boolean; readonly down: boolean },
): Promise<void> {
  const providers = await grid.getProviders();
  if (!providers) return;
  const start = (dimension: 'rgRow' | 'rgCol', coordinate: number): number => {
    const room = providers.viewport.stores[dimension].store.get('clientSize');
    return Math.max(0, providers.dimension.getViewPortPos({ dimension, coordinate }) - room / 3);
  };
  await grid.scrollToCoordinate({
    ...(side === 'rgCol' && !seen.across ? { x: start('rgCol', x) } : {}),
    ...(part === 'rgRow' && !seen.down ? { y: start('rgRow', y) } : {}),
  });
}
