/** What was opened, to be closed in the opposite order, whatever ends the program and whenever. */
export class Closing {
  private readonly opened: (() => Promise<unknown>)[] = [];
  private closed: Promise<void> | undefined;

  constructor(
    /** Ends the program, which lost something that it cannot do without. */
    readonly fail: (error: unknown) => void,
  ) {}

  /** While the program is being closed, a late opener is closed at once. */
  add(close: () => Promise<unknown>): void {
    if (this.closed) void close().catch(() => undefined);
    else this.opened.push(close);
  }

  close(): Promise<void> {
    this.closed ??= this.closeAll();
    return this.closed;
  }

  /** One that cannot be closed does not keep the others open. */
  private async closeAll(): Promise<void> {
    for (const close of this.opened.splice(0).reverse()) await close().catch(() => undefined);
  }
}
