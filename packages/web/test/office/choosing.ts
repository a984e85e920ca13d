import type { Page } from 'playwright-core';

/** By a part of its name, with the keys alone. */
export async function choose(page: Page, label: string, part: string): Promise<void> {
  const field = page.getByRole('combobox', { name: label, exact: true });
  await field.fill(part);
  const listed = page.getByRole('listbox', { name: label });
  await listed.getByRole('option').filter({ hasText: part }).first().waitFor();
  await field.press('ArrowDown');
  await listed.locator('[aria-selected="true"]').waitFor();
  await field.press('Enter');
  await listed.waitFor({ state: 'hidden' });
}
