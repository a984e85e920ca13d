import type { Locator, Page } from 'playwright-core';

/** By a part of its name, with the keys alone. */
export async function choose(page: Page, label: string, part: string): Promise<void> {
  const field = page.getByRole('combobox', { name: label, exact: true });
  await field.fill(part);
  const listed = page.getByRole('listbox', { name: label });
  await listed.getByRole('option').filter({ hasText: part }).first().waitFor();
  // What is found for the last letters may come after the first answer, and then another is marked, or nothing is chosen yet.
  for (let tries = 0; tries < 10; tries++) {
    await field.press('ArrowDown');
    const marked = listed.locator('[aria-selected="true"]').filter({ hasText: part });
    if (!(await shownSoon(marked, 'visible'))) continue;
    await field.press('Enter');
    if (await shownSoon(listed, 'hidden')) return;
  }
  throw new Error(`“${part}” cannot be chosen as ${label}`);
}

const shownSoon = (what: Locator, state: 'visible' | 'hidden'): Promise<boolean> =>
  what.waitFor({ state, timeout: 5_000 }).then(
    () => true,
    () => false,
  );
