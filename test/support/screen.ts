import { readFileSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import type { Locator, Page, Request } from 'playwright-core';

export const DESK = { width: 1440, height: 900 } as const;
const PHONE = { width: 360, height: 740 } as const;
// Of a thousand rows, the twentieth says no more than those before it, and takes axe as long; so does
// the hundredth stall of a map. Hidden, they cost axe nearly as much as seen, so what is in them is
// kept from it; a table looks for its cells itself.
const ALIKE = `[...document.querySelectorAll(
  'tr:nth-child(n + 20), li:nth-child(n + 60), a:nth-child(n + 100)')]`;
const HIDE_ALIKE = `for (const row of ${ALIKE}) {
  row.style.display = 'none';
  if (!row.closest('table'))
    Object.defineProperty(row, 'childNodes', { value: [], configurable: true });
}`;
const SHOW_ALIKE = `for (const row of ${ALIKE}) {
  row.style.display = '';
  delete row.childNodes;
}`;
// What a job of the program does is seen after a look or two.
const LOOK_MS = 250;
// A slow machine is not a failing test.
const PATIENCE_MS = 90_000;
// The fonts are there and what was asked for is painted.
const SETTLED = `document.fonts.ready.then(() => new Promise((painted) =>
  requestAnimationFrame(() => requestAnimationFrame(() => painted()))))`;
// The pages have no frames and load nothing for axe. Only what is wrong crosses over from them.
const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const VIOLATIONS = `axe.run(document, { reporter: 'no-passes', preload: false }).then((found) =>
  found.violations.map(({ id, nodes }) => id + ' at ' + nodes[0].html.slice(0, 120)))`;

const TYPING_TRIES = 3;
// A dialog that opens takes the focus in the next turns of its page.
const FOCUS_KEPT_MS = 15;
const FOCUS_TRIES = 20;
const isTyped = (shown: string, text: string) => lettersOf(shown) === lettersOf(text);
// Fields write sums, days and codes their own way.
const lettersOf = (text: string) => text.replace(/[^\p{L}\p{N}]/gu, '').toLowerCase();

/** A page of somebody who is signed in, used as they use it. */
export class Screen {
  readonly errors: string[] = [];
  /** What the page has asked for and is not answered yet. */
  private readonly asked = new Set<Request>();

  constructor(
    readonly page: Page,
    private readonly base: string,
  ) {
    page.on('pageerror', (error) => this.errors.push(error.message));
    page.on('request', (request) => this.asked.add(request));
    page.on('requestfinished', (request) => this.asked.delete(request));
    page.on('requestfailed', (request) => this.asked.delete(request));
  }

  async open(path: string): Promise<void> {
    await this.page.goto(`${this.base}${path}`);
    await this.page.getByRole('heading', { level: 1 }).waitFor();
  }

  /**
   * Waits until all that the page has asked for is answered and painted. What a page says after a
   * write may be from before it: the toast comes first, and what it shows is read again.
   */
  async rest(): Promise<void> {
    const until = performance.now() + PATIENCE_MS;
    for (let isAtRest = false; !isAtRest; ) {
      const wasAtRest = this.asked.size === 0;
      await this.page.evaluate(SETTLED);
      isAtRest = wasAtRest && this.asked.size === 0;
      if (performance.now() > until)
        throw new Error(`not answered yet: ${[...this.asked].map((one) => one.url()).join(' ')}`);
    }
  }

  /** Presses a key on a control, once it keeps the focus. */
  async use(control: Locator, key: 'Enter' | 'Space' | 'ArrowDown' = 'Enter'): Promise<void> {
    await takeFocus(control);
    await control.press(key);
  }

  async press(name: string | RegExp): Promise<void> {
    await this.use(this.page.getByRole('button', { name, disabled: false }).first());
  }

  async follow(name: string): Promise<void> {
    await this.use(this.page.getByRole('link', { name, exact: true }).first());
  }

  /** Forms stand in a drawer beside their list, questions in a dialog above it. */
  get form(): Locator {
    return this.page.getByRole('dialog');
  }

  async type(label: string, text: string): Promise<void> {
    const field = this.form.getByRole('textbox', { name: label });
    await takeFocus(field);
    for (let tries = 0; tries < TYPING_TRIES; tries += 1) {
      await field.press('Control+A');
      await field.pressSequentially(text);
      if (isTyped(await field.inputValue(), text)) return;
    }
    throw new Error(`${label}: ${text} was typed and did not stay`);
  }

  /** Types what is looked for and takes the first that is offered; points at it in a short list. */
  async choose(label: string, text: string): Promise<void> {
    const field = this.form.getByRole('combobox', { name: label });
    const isSearched = await field.isEditable();
    await takeFocus(field);
    if (isSearched) {
      await field.press('Control+A');
      await field.pressSequentially(text);
    } else await field.click();
    // The list behind the form may hold the same word in a filter that is closed.
    const offered = this.page.getByRole('option', { name: text }).filter({ visible: true });
    await offered.first().waitFor();
    if (!isSearched) return offered.first().click();
    await field.press('ArrowDown');
    await field.press('Enter');
  }

  /** Presses the button of the form or the question that is open. */
  async confirm(name: string | RegExp): Promise<void> {
    await this.use(this.form.getByRole('button', { name, disabled: false }));
  }

  /** Saves the form that is open: it says so and is gone. A refused one would stay. */
  async save(said: string, button: string | RegExp = 'Lưu'): Promise<void> {
    await this.confirm(button);
    await this.sees(said);
    await this.form.waitFor({ state: 'detached' });
  }

  async sees(text: string | RegExp): Promise<void> {
    await this.page.getByText(text).filter({ visible: true }).first().waitFor();
  }

  /** Looks again until it is there, as one does who waits for the bank. */
  async comesToSee(text: string | RegExp): Promise<void> {
    const wanted = this.page.getByText(text).filter({ visible: true }).first();
    const until = performance.now() + PATIENCE_MS;
    for (;;) {
      await this.rest();
      if (await wanted.isVisible()) return;
      if (performance.now() > until) throw new Error(`not seen in ${PATIENCE_MS} ms: ${text}`);
      await setTimeout(LOOK_MS);
      await this.page.reload();
    }
  }

  /** A row of a table, title by title. */
  async row(name: string | RegExp): Promise<Record<string, string>> {
    const cells = this.page.getByRole('row', { name }).first().getByRole('cell');
    await cells.first().waitFor();
    await this.rest();
    const read = (await cells.all()).map(async (cell) => [
      (await cell.getAttribute('data-label')) ?? '',
      ((await cell.textContent()) ?? '').replace(/\s+/g, ' ').trim(),
    ]);
    return Object.fromEntries(await Promise.all(read));
  }

  /** A figure and what is written under it. */
  async tile(label: string): Promise<string> {
    await this.rest();
    const tile = this.page.getByText(label, { exact: true }).locator('..').first();
    const words = await tile.locator('> *').allTextContents();
    return words.slice(1).join(' ').replace(/\s+/g, ' ');
  }

  /** What axe finds, and whether the page is wider than the screen, on a desk and on a phone. */
  async faults(): Promise<string[]> {
    const found: string[] = [];
    await this.rest();
    await this.page.evaluate(HIDE_ALIKE);
    for (const size of [DESK, PHONE]) {
      await this.page.setViewportSize(size);
      await this.page.evaluate(SETTLED);
      for (const violation of await this.violations()) found.push(`${size.width}: ${violation}`);
      const surplus = await this.page.evaluate<number>(
        'document.documentElement.scrollWidth - innerWidth',
      );
      if (surplus > 0) found.push(`${size.width}: ${surplus} px too wide`);
    }
    await this.page.setViewportSize(DESK);
    await this.page.evaluate(SHOW_ALIKE);
    return found;
  }

  private async violations(): Promise<string[]> {
    // Half a megabyte that the page holds already, until it is loaded anew.
    if (!(await this.page.evaluate<boolean>('"axe" in window'))) await this.page.evaluate(AXE);
    return this.page.evaluate<string[]>(VIOLATIONS);
  }
}

/**
 * Waits until a control keeps the focus: a dialog or a menu that opens moves it a moment later, to its first
 * control, which would then get the key. Of 250 answers at once, 6 were given to the wrong button.
 */
async function takeFocus(control: Locator): Promise<void> {
  for (let tries = 0; tries < FOCUS_TRIES; tries += 1)
    if (await control.evaluate(keepsFocus, FOCUS_KEPT_MS)) return;
}

interface Focusable {
  focus(): void;
  closest(selector: string): unknown;
  matches(selector: string): boolean;
}

// Runs on the page, by whose clock dialogs move the focus.
function keepsFocus(node: Focusable, ms: number): Promise<boolean> {
  node.focus();
  const isAsked = node.closest('[role=dialog], [role=menu]') !== null;
  return new Promise((told) => {
    globalThis.setTimeout(() => told(node.matches(':focus')), isAsked ? ms : 0);
  });
}
