// The presidium at its desk, with a keyboard and nothing else.
import type { Locator, Page } from 'playwright-core';
import { Keyboard } from '../keyboard.ts';

export class DeskByKeyboard {
  readonly #keys: Keyboard;
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
    this.#keys = new Keyboard(page);
  }

  /** A button that can be pressed now, in that part of the desk. */
  async press(name: string | RegExp, within = '.desk'): Promise<void> {
    const exact = typeof name === 'string' ? { exact: true } : {};
    const button = this.page.locator(within).getByRole('button', { name, disabled: false, ...exact });
    await this.#keys.press(button.first());
  }

  async unfold(title: string, within: Locator = this.page.locator('.desk')): Promise<void> {
    const summary = within.locator('summary', { hasText: title }).first();
    await summary.waitFor();
    if (await summary.evaluate(({ parentElement }) => parentElement?.hasAttribute('open') === true)) return;
    await this.#keys.press(summary);
  }

  async type(field: Locator, text: string): Promise<void> {
    await this.#keys.type(field, text);
  }

  async follow(link: Locator): Promise<void> {
    await this.#keys.press(link);
  }

  /** The next sitting, of the form below a sitting that is over; its number. */
  async convene(items: readonly string[]): Promise<number> {
    await this.unfold('Convocar la próxima sesión');
    const form = this.page.locator('.convene form');
    for (const [place, item] of items.entries()) {
      if (place > 0) await this.press('Añadir un punto', '.convene');
      await this.type(form.getByRole('textbox', { name: `Punto ${place + 1}` }), item);
    }
    await this.press('Convocar', '.convene');
    await this.follow(this.page.getByRole('link', { name: 'Abrir su mesa' }));
    await this.page.locator('.before').waitFor();
    return Number(new URL(this.page.url()).pathname.split('/').at(-1));
  }

  /** Two people, found by a part of their names. */
  async appointTellers(names: readonly [string, string], within: string): Promise<void> {
    await this.press('Nombrar a dos escrutadores', within);
    const form = this.page.locator(`${within} form`);
    for (const [place, name] of names.entries()) {
      await this.type(form.getByRole('textbox', { name: `Persona ${place + 1}` }), name.split(' ')[0] ?? name);
      await this.press(name, `${within} form`);
    }
    await this.press('Nombrar a dos escrutadores', `${within} form`);
    await form.waitFor({ state: 'detached' });
  }

  async table(title: string, text: string): Promise<void> {
    await this.press('Presentar una moción', '.tabling');
    const form = this.page.locator('.tabling form');
    await this.type(form.getByRole('textbox', { name: 'Título' }), title);
    await this.type(form.getByRole('textbox', { name: 'Texto' }), text);
    await this.press('Presentar una moción', '.tabling form');
    await this.page.getByRole('heading', { name: title, exact: true }).waitFor();
  }

  async amend(motion: string, title: string, text: string): Promise<void> {
    const card = this.page.locator('article', { has: this.page.getByRole('heading', { name: motion, exact: true }) });
    await this.unfold('Más sobre esta moción', card);
    await this.#keys.press(card.getByRole('button', { name: 'Presentar una enmienda' }).first());
    await this.type(card.getByRole('textbox', { name: 'Título' }), title);
    await this.type(card.getByRole('textbox', { name: 'Texto' }), text);
    await this.#keys.press(card.locator('form button[type="submit"]'));
    await this.page.getByRole('heading', { name: `Enmienda: ${title}` }).waitFor();
  }

  async closeVote(): Promise<void> {
    await this.press('Cerrar votación', '.open-vote-card');
    await this.page.locator('.open-vote-card').waitFor({ state: 'detached' });
  }
}
