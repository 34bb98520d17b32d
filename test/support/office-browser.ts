import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { chromium, type Browser, type Page } from 'playwright-core';
import type { Person, TestApi } from './test-api';

const CHROMIUM = process.env['CHROMIUM_BIN'] ?? ['/usr/bin/chromium'].find(existsSync);
const OFFICE = join(__dirname, '../../dist/office/index.html');

/** `describe` where a browser and the built office are to be had; `npm test` sees to both. */
export const describeInBrowser = CHROMIUM && existsSync(OFFICE) ? describe : describe.skip;

const PATIENCE_MS = 20_000;
// Nothing fades in a test: axe would measure the colours of a dialog that is half there.
const CALM = { locale: 'vi-VN', reducedMotion: 'reduce' } as const;
const SETTLED = `Promise.all(document.getAnimations()
  .filter((each) => each.effect.getComputedTiming().endTime !== Infinity)
  .map((each) => each.finished.catch(() => undefined))).then(() => undefined)`;
const SIZES = [
  { width: 1440, height: 900 },
  { width: 360, height: 740 },
] as const;

/** The office in a real browser, on the api of a test. */
export class OfficeBrowser {
  private constructor(
    private readonly browser: Browser,
    private readonly url: string,
  ) {}

  static async on(api: TestApi): Promise<OfficeBrowser> {
    await api.app.listen(0, '127.0.0.1');
    return OfficeBrowser.at(await api.app.getUrl());
  }

  /** On a program that answers at a url. */
  static async at(url: string): Promise<OfficeBrowser> {
    const browser = await chromium.launch({
      executablePath: CHROMIUM,
      args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
    });
    return new OfficeBrowser(browser, url);
  }

  /** Signs somebody in as they do it: on the sign-in page, with the keyboard. */
  async signIn(username: string, password: string): Promise<Screen> {
    const context = await this.browser.newContext({ viewport: SIZES[0], ...CALM });
    context.setDefaultTimeout(PATIENCE_MS);
    const page = await context.newPage();
    await page.goto(`${this.url}/sign-in`);
    await page.locator('[name=username]').pressSequentially(username);
    await page.locator('[name=password]').pressSequentially(password);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1 }).waitFor();
    return new Screen(page, `${this.url}/app`);
  }

  /** Somebody's screen; a market chosen in the top bar beforehand where one is given. */
  async screenOf(person: Person, marketId = ''): Promise<Screen> {
    const context = await this.browser.newContext({ viewport: SIZES[0], ...CALM });
    const [name = '', value = ''] = person.cookie.split('=');
    await context.addCookies([{ name, value, url: this.url }]);
    context.setDefaultTimeout(PATIENCE_MS);
    if (marketId)
      await context.addInitScript(`localStorage.setItem('cho40.market', '${marketId}')`);
    return new Screen(await context.newPage(), `${this.url}/app`);
  }

  async close(): Promise<void> {
    await this.browser.close();
  }
}

/** A page used with the keyboard alone. */
export class Screen {
  readonly errors: string[] = [];

  constructor(
    readonly page: Page,
    private readonly base: string,
  ) {
    page.on('pageerror', (error) => this.errors.push(error.message));
  }

  async open(path: string): Promise<void> {
    await this.page.goto(`${this.base}${path}`);
    await this.page.getByRole('heading', { level: 1 }).waitFor();
  }

  async press(name: string | RegExp): Promise<void> {
    await this.page.getByRole('button', { name }).first().press('Enter');
  }

  async follow(name: string): Promise<void> {
    await this.page.getByRole('link', { name, exact: true }).first().press('Enter');
  }

  /** Forms stand in a drawer beside their list. */
  private get form() {
    return this.page.getByRole('dialog');
  }

  async type(label: string, text: string): Promise<void> {
    const field = this.form.getByRole('textbox', { name: label });
    await field.press('Control+A');
    await field.pressSequentially(text);
  }

  /** Types what is looked for and takes the first that is offered. */
  async choose(label: string, text: string): Promise<void> {
    const field = this.form.getByRole('combobox', { name: label });
    if (await field.isEditable()) {
      await field.press('Control+A');
      await field.pressSequentially(text);
    } else await field.press('ArrowDown');
    // The list behind the form may hold the same word in a filter that is closed.
    const offered = this.page.getByRole('option', { name: text }).filter({ visible: true });
    await offered.first().waitFor();
    await field.press('ArrowDown');
    await field.press('Enter');
  }

  async sees(text: string | RegExp): Promise<void> {
    await this.page.getByText(text).first().waitFor();
  }

  /** What axe finds, and whether the page is wider than the screen, at both sizes. */
  async faults(): Promise<string[]> {
    const found: string[] = [];
    await this.page.waitForLoadState('networkidle');
    for (const size of SIZES) {
      await this.page.setViewportSize(size);
      await this.page.evaluate(SETTLED);
      const { violations } = await new AxeBuilder({ page: this.page }).analyze();
      for (const { id, nodes } of violations)
        found.push(`${size.width}: ${id} at ${nodes[0]?.html.slice(0, 120)}`);
      const surplus = await this.page.evaluate<number>(
        'document.documentElement.scrollWidth - innerWidth',
      );
      if (surplus > 0) found.push(`${size.width}: ${surplus} px too wide`);
    }
    await this.page.setViewportSize(SIZES[0]);
    return found;
  }
}
