import type { Page } from 'playwright-core';

/** By a part of its name, with the keys alone. */
export async function choose(page: Page, label: string, part: string): Promise<void> {
  const field = page.getByRole('combobox', { name: label, exact: true });
  await field.fill(part);
  const listed = page.getByRole('listbox', { name: label });
  await listed.getByRole('option').filter({ hasText: part }).first().waitFor();
  // What is found for the last letters may come after the first answer, and then nothing is chosen yet.
  for (let tries = 0; tries < 5; tries++) {
    await field.press('ArrowDown');
    await listed.locator('[aria-selected="true"]').filter({ hasText: part }).waitFor();
    await field.press('Enter');
    const isChosen = await listed.waitFor({ state: 'hidden', timeout: 5_000 }).then(
      () => true,
      () => false,
    );
    if (isChosen) return;
  }
  throw new Error(`“${part}” cannot be chosen as ${label}`);
}
