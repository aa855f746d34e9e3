import type { ColumnDataSchemaModel, EditCell, EditorBase, EditorCtrCallable } from '@revolist/revogrid';

type Save = (value: unknown, preventFocus?: boolean) => void;
type Create = Parameters<EditorBase['render']>[0];

/** Where the selection goes from a cell that was typed. */
export interface Step {
  readonly x: -1 | 0 | 1;
  readonly y: -1 | 0 | 1;
}

/** The step that a key means while a cell is typed: Enter goes down, Tab to the right, with Shift back; else null. */
export function stepOf({ key, shiftKey, isComposing }: KeyboardEvent): Step | null {
  if (isComposing) return null;
  const by = shiftKey ? -1 : 1;
  return key === 'Enter' ? { x: 0, y: by } : key === 'Tab' ? { x: by, y: 0 } : null;
}

/**
 * The typing of cells. It makes the fields in which cells are typed, in place of the grid's own, so that Excel knows when
 * somebody is typing, and so that the cell is written and the selection moved before the next key comes.
 */
export class CellTyping {
  /** With this the grid makes its field. */
  readonly editor: EditorCtrCallable = (data, save) => new CellEditor(data, save, this);
  /** The field that there is now. */
  current: CellEditor | null = null;
  /** The step of a key that came while the field was made. */
  early: Step | null = null;

  constructor(
    /** Hears when somebody begins and ends to type. */
    readonly onTyping: (typing: boolean) => void,
    /** Moves the selection after a cell was written. */
    readonly onStep: (step: Step) => void,
  ) {}

  /** Ends typing by a key that did not come to the field. */
  finish(step: Step): void {
    if (this.current) this.current.finish(step);
    else this.early = step;
  }
}

class CellEditor implements EditorBase {
  element: Element | null = null;
  editCell?: EditCell;
  private field: HTMLInputElement | null = null;
  private typing = true;

  constructor(
    private readonly data: ColumnDataSchemaModel,
    private readonly save: Save,
    private readonly all: CellTyping,
  ) {
    all.onTyping(true);
  }

  componentDidRender(): void {
    window.setTimeout(() => {
      const { early } = this.all;
      this.all.early = null;
      if (early) this.finish(early);
      else this.field?.focus();
    }, 0);
  }

  /** Keys that came while the field was made. */
  appendPendingInput(value: string): boolean {
    if (!this.field) return false;
    this.field.value += value;
    this.field.focus();
    return true;
  }

  getValue(): string {
    return this.field?.value ?? '';
  }

  beforeDisconnect(): void {
    this.field?.blur();
  }

  disconnectedCallback(): void {
    if (this.all.current === this) this.all.current = null;
    this.end();
  }

  render(create: Create): ReturnType<EditorBase['render']> {
    return create('input', {
      type: 'text',
      'aria-label': 'Cell content',
      spellcheck: false,
      // Drawn again, because something in the sheet changed, the field keeps what was typed so far.
      value: this.field?.value ?? this.editCell?.val ?? this.data.model[this.data.prop] ?? '',
      ref: (field: HTMLInputElement | null) => {
        this.field = field;
        if (field && this.typing) this.all.current = this;
      },
      onKeyDown: (event: KeyboardEvent) => {
        const step = stepOf(event);
        if (!step) return;
        event.preventDefault();
        event.stopPropagation();
        this.finish(step);
      },
    });
  }

  /** Writes the cell, then ends the edit mode: a request that waited for it finds the cell as it was typed. */
  finish(step: Step): void {
    if (!this.typing) return;
    const text = this.getValue();
    // A field that has the focus when it goes would scroll the page.
    this.beforeDisconnect();
    this.save(text, true);
    this.end();
    this.all.onStep(step);
  }

  private end(): void {
    if (!this.typing) return;
    this.typing = false;
    this.all.onTyping(false);
  }
}
