import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { chromium, type Browser, type BrowserContext } from 'playwright-core';
import { DESK, Screen } from './screen';
import { lateness } from './slow-line';
import type { Person, TestApi } from './test-api';

const CHROMIUM = process.env['CHROMIUM_BIN'] ?? ['/usr/bin/chromium'].find(existsSync);
const OFFICE = join(__dirname, '../../dist/office/index.html');

/** `describe` where a browser and the built office are to be had; `npm test` sees to both. */
export const describeInBrowser = CHROMIUM && existsSync(OFFICE) ? describe : describe.skip;

// Less than a test has (jest.config.mjs), so that what is missing is named.
const PATIENCE_MS = 90_000;
// Nothing fades in a test: axe would measure the colours of a dialog that is half there.
const CALM = { locale: 'vi-VN', reducedMotion: 'reduce' } as const;
const STILL = `{
  const still = new CSSStyleSheet();
  still.replaceSync('*, ::before, ::after { transition: none !important; animation: none !important }');
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, still];
}`;

/** The office in a real browser, on the api of a test. */
export class OfficeBrowser {
  private constructor(
    private readonly browser: Browser,
    private readonly url: string,
    private readonly now: Date | undefined,
  ) {}

  /** Its screens show the day of the api's clock. */
  static async on(api: TestApi): Promise<OfficeBrowser> {
    await api.app.listen(0, '127.0.0.1');
    return OfficeBrowser.at(await api.app.getUrl(), api.clock.now());
  }

  /** On a program that answers at a url. */
  static async at(url: string, now?: Date): Promise<OfficeBrowser> {
    const browser = await chromium.launch({
      executablePath: CHROMIUM,
      args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
      timeout: PATIENCE_MS,
    });
    return new OfficeBrowser(browser, url, now);
  }

  /** The sign-in page, as whoever comes to it. */
  async visit(): Promise<Screen> {
    const page = await (await this.calmContext()).newPage();
    await page.goto(`${this.url}/sign-in`);
    return new Screen(page, `${this.url}/app`);
  }

  /** Signs somebody in as they do it: on the sign-in page, with the keyboard. */
  async signIn(username: string, password: string): Promise<Screen> {
    const screen = await this.visit();
    const { page } = screen;
    await page.locator('[name=username]').pressSequentially(username);
    await page.locator('[name=password]').pressSequentially(password);
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/app(\/|$)/);
    await page.getByRole('heading', { level: 1 }).waitFor();
    return screen;
  }

  /** Somebody's screen; a market chosen in the top bar beforehand where one is given. */
  async screenOf(person: Person, marketId = ''): Promise<Screen> {
    const context = await this.calmContext();
    const [name = '', value = ''] = person.cookie.split('=');
    await context.addCookies([{ name, value, url: this.url }]);
    if (marketId)
      await context.addInitScript(`localStorage.setItem('cho40.market', '${marketId}')`);
    return new Screen(await context.newPage(), `${this.url}/app`);
  }

  async close(): Promise<void> {
    await this.browser.close();
  }

  private async calmContext(): Promise<BrowserContext> {
    const context = await this.browser.newContext({ viewport: DESK, ...CALM });
    context.setDefaultTimeout(PATIENCE_MS);
    await context.addInitScript(STILL);
    if (this.now) await context.clock.setFixedTime(this.now);
    if (process.env['SLOW_LINE'] === 'true')
      await context.route('**/api/**', async (route) => {
        await setTimeout(lateness(0.2, 1_500));
        await route.fallback().catch(() => undefined);
      });
    return context;
  }
}
