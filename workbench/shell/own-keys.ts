import type { SyntheticEvent } from 'react';

const keep = (event: SyntheticEvent): void => event.stopPropagation();

/**
 * For everything around the grid: the grid listens to the keys of the whole page while a cell is selected, and would
 * type into the cell what is meant for a field.
 */
export const OWN_KEYS = { onKeyDown: keep, onKeyUp: keep, onCopy: keep, onCut: keep, onPaste: keep } as const;
