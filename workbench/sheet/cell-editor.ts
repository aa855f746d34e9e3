import type { ColumnDataSchemaModel, EditCell, EditorBase, EditorCtrConstructible } from '@revolist/revogrid';

type Save = (value: unknown, preventFocus?: boolean) => void;
type Create = Parameters<EditorBase['render']>[0];

/** The field in which a cell is typed, told apart from the grid's own so that Excel knows when somebody is typing. */
export function cellEditor(onTyping: (typing: boolean) => void): EditorCtrConstructible {
  return class CellEditor implements EditorBase {
    element: Element | null = null;
    editCell?: EditCell;
    private field: HTMLInputElement | null = null;
    private readonly data: ColumnDataSchemaModel;
    private readonly save: Save;

    constructor(data: ColumnDataSchemaModel, save: Save) {
      this.data = data;
      this.save = save;
      onTyping(true);
    }

    componentDidRender(): void {
      window.setTimeout(() => this.field?.focus(), 0);
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
      onTyping(false);
    }

    render(create: Create): ReturnType<EditorBase['render']> {
      return create('input', {
        type: 'text',
        'aria-label': 'Cell content',
        spellcheck: false,
        value: this.editCell?.val ?? this.data.model[this.data.prop] ?? '',
        ref: (field: HTMLInputElement | null) => (this.field = field),
        onKeyDown: (event: KeyboardEvent) => this.onKey(event),
      });
    }

    private onKey(event: KeyboardEvent): void {
      if (event.isComposing || (event.key !== 'Enter' && event.key !== 'Tab')) return;
      const text = this.getValue();
      this.beforeDisconnect();
      this.save(text, event.key === 'Tab');
    }
  };
}
