// What somebody does who has a keyboard and nothing else.
import type { Locator, Page } from 'playwright-core';

/** Nobody goes on pressing Tab for longer. */
const MOST_TABS = 200;

export class Keyboard {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  /** Goes on by Tab until that has the focus; it fails where Tab never comes there. */
  async to(target: Locator): Promise<void> {
    await target.waitFor();
    for (let tabs = 0; tabs < MOST_TABS; tabs++) {
      if (await target.evaluate((element) => element === document.activeElement)) return;
      await this.#page.keyboard.press('Tab');
    }
    throw new Error(`Tab does not reach ${target}`);
  }

  async press(target: Locator): Promise<void> {
    await this.to(target);
    await this.#page.keyboard.press('Enter');
  }

  /** Instead of what stands there. */
  async type(target: Locator, text: string): Promise<void> {
    await this.to(target);
    await this.#page.keyboard.press('Control+A');
    await this.#page.keyboard.type(text);
  }
}
