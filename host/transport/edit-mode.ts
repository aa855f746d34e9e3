/** Whether somebody is typing into a cell: Excel then refuses requests, or lets those wait that said they would. */
export class EditMode {
  private editing = false;
  private waiting: (() => void)[] = [];

  get isOn(): boolean {
    return this.editing;
  }

  begin(): void {
    this.editing = true;
  }

  end(): void {
    this.editing = false;
    const ready = this.waiting;
    this.waiting = [];
    for (const go of ready) go();
  }

  /** Settles when nobody is typing. */
  over(): Promise<void> {
    if (!this.editing) return Promise.resolve();
    return new Promise((resolve) => this.waiting.push(resolve));
  }
}
