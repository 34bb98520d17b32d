/** What became of one item of a group: null when it was taken, else why it was refused. */
export type Refusal = Error | null;

interface Waiting<Item> {
  readonly item: Item;
  readonly taken: () => void;
  readonly refused: (error: unknown) => void;
}

// While one group waits for its commit, another is under way; more would only make smaller groups.
const LANES = 2;
const LARGEST = 256;

/**
 * Lets what arrives while others are being committed share the next transaction. Each item is
 * answered after the commit that holds it, never before; alone it waits for nobody.
 */
export class GroupCommit<Item> {
  private readonly waiting: Waiting<Item>[] = [];
  private lanes = 0;

  /** @param commit takes the items in one transaction; gives what became of each, in their order */
  constructor(private readonly commit: (items: readonly Item[]) => Promise<readonly Refusal[]>) {}

  take(item: Item): Promise<void> {
    return new Promise((taken, refused) => {
      this.waiting.push({ item, taken, refused });
      if (this.lanes < LANES) void this.run();
    });
  }

  private async run(): Promise<void> {
    this.lanes += 1;
    while (this.waiting.length > 0) await this.settle(this.waiting.splice(0, LARGEST));
    this.lanes -= 1;
  }

  private async settle(group: readonly Waiting<Item>[]): Promise<void> {
    try {
      const refusals = await this.commit(group.map(({ item }) => item));
      group.forEach(({ taken, refused }, at) => {
        const refusal = refusals[at];
        if (refusal) refused(refusal);
        else taken();
      });
    } catch (error) {
      // Nothing of the group stands. What made it fail may be one of them: each is tried alone.
      if (group.length === 1) group[0]?.refused(error);
      else for (const one of group) await this.settle([one]);
    }
  }
}
