import type { Area } from './address';
import type { Sheet } from './sheet';
import type { Table } from './table';

/** Who changes the workbook: the add-in by a request, the person at the grid, or somebody else in the same workbook. */
export type Actor = 'addin' | 'user' | 'coauthor';

export type ChangeType =
  'RangeEdited' | 'RowInserted' | 'RowDeleted' | 'ColumnInserted' | 'ColumnDeleted' | 'CellInserted' | 'CellDeleted';

export interface CellState {
  readonly value: string | number | boolean;
  /** Excel.RangeValueType. */
  readonly type: string;
}

export type Happening =
  | {
      readonly kind: 'cells';
      readonly sheet: Sheet;
      readonly area: Area;
      readonly changeType: ChangeType;
      /** What a single cell held, and holds now. */
      readonly before?: CellState;
      readonly after?: CellState;
    }
  | { readonly kind: 'formats'; readonly sheet: Sheet; readonly area: Area }
  | { readonly kind: 'selection'; readonly sheet: Sheet; readonly area: Area }
  | { readonly kind: 'sheet added' | 'sheet deleted' | 'sheet activated' | 'sheet deactivated'; readonly sheet: Sheet }
  | { readonly kind: 'sheet renamed' | 'sheet settings' | 'calculated'; readonly sheet: Sheet }
  | { readonly kind: 'table added' | 'table deleted' | 'table changed'; readonly sheet: Sheet; readonly table: Table };

export type Change = Happening & { readonly actor: Actor };
export type ChangeListener = (change: Change) => void;

/** Tells everybody who asked what changed in the workbook, and by whom. */
export class Changes {
  private readonly listeners = new Set<ChangeListener>();
  private current: Actor = 'addin';

  get actor(): Actor {
    return this.current;
  }

  subscribe(listener: ChangeListener): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  report(happening: Happening): void {
    const change = { ...happening, actor: this.current };
    for (const listener of this.listeners) listener(change);
  }

  /** Everything that the work changes is reported as the actor's doing. */
  as<T>(actor: Actor, work: () => T): T {
    const before = this.current;
    this.current = actor;
    try {
      return work();
    } finally {
      this.current = before;
    }
  }
}
