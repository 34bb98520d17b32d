import { appoint } from './acts/people';
import type { OfficeBrowser } from './office-browser';
import type { Screen } from './screen';

const PASSWORD = 'mot-hai-ba-bon-5';

/** The people of a story, each at a screen of their own. */
export class BoardPeople {
  private readonly screens = new Map<string, Screen>();

  constructor(private readonly office: OfficeBrowser) {}

  async signIn(username: string, password = PASSWORD): Promise<void> {
    this.screens.set(username, await this.office.signIn(username, password));
  }

  /** Is appointed by somebody who is here, and comes: `Bà collector`. */
  async appoint(by: string, username: string, role: string): Promise<void> {
    const person = { name: `Bà ${username}`, username, role, password: PASSWORD };
    await appoint(this.at(by), person);
    await this.signIn(username);
  }

  at(username: string): Screen {
    const screen = this.screens.get(username);
    if (!screen) throw new Error(`${username} is not signed in`);
    return screen;
  }

  /** What went wrong on anybody's screen. */
  get errors(): string[] {
    return [...this.screens.values()].flatMap(({ errors }) => errors);
  }
}
