import { SHORTEST_PART } from './content';

interface Entry<Item> {
  readonly item: Item;
  /** The longest other entry whose content this one's begins with. */
  readonly beginning: Entry<Item> | undefined;
}

/**
 * Finds, of items with different contents, those whose content is part of another, in time by the
 * other's length: payments share amount and day by the ten thousand, so none is compared with each.
 */
export class PartIndex<Item extends { readonly content: string }> {
  /** By the letters they begin with, each list in the order of its contents. */
  private readonly entriesOf = new Map<string, Entry<Item>[]>();

  constructor(items: Iterable<Item>) {
    const long = [...items].filter(({ content }) => content.length >= SHORTEST_PART);
    for (const item of long.sort(byContent)) {
      const head = headOf(item.content, 0);
      const entries = this.entriesOf.get(head);
      const entry = { item, beginning: longestBeginning(entries?.at(-1), item.content) };
      if (entries) entries.push(entry);
      else this.entriesOf.set(head, [entry]);
    }
  }

  /** The items whose content is part of `whole` and not all of it, each once. */
  partsOf(whole: string): Set<Item> {
    const parts = new Set<Item>();
    for (let at = 0; at <= whole.length - SHORTEST_PART; at += 1) {
      const entries = this.entriesOf.get(headOf(whole, at));
      if (!entries) continue;
      const rest = whole.slice(at);
      let found = longestBeginning(lastUpTo(entries, rest), rest);
      for (; found; found = found.beginning)
        if (found.item.content !== whole) parts.add(found.item);
    }
    return parts;
  }
}

const headOf = (text: string, at: number) => text.slice(at, at + SHORTEST_PART);

const byContent = <Item extends { readonly content: string }>(one: Item, other: Item) =>
  one.content < other.content ? -1 : Number(one.content > other.content);

/** Of an entry and those it begins with, the longest that `text` begins with. */
function longestBeginning<Item extends { readonly content: string }>(
  entry: Entry<Item> | undefined,
  text: string,
): Entry<Item> | undefined {
  let found = entry;
  while (found && !text.startsWith(found.item.content)) found = found.beginning;
  return found;
}

/** What a text begins with stands before it, and whatever stands between them begins with it too. */
function lastUpTo<Item extends { readonly content: string }>(
  entries: readonly Entry<Item>[],
  text: string,
): Entry<Item> | undefined {
  let [low, high] = [0, entries.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    const entry = entries[middle];
    if (entry && entry.item.content <= text) low = middle + 1;
    else high = middle;
  }
  return entries[low - 1];
}
