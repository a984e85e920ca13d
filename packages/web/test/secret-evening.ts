// A secret vote in a sitting, played by everybody on their own pages: the desk, tellers, trustees and voters.
import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { joinSecrets, secretOf } from '@cabildo/ballot';
import { nodeDerive } from '@cabildo/ballot/node';
import type { Actor, Statute } from '@cabildo/core';
import type { Page } from 'playwright-core';
import { done, lightStatute } from '../../server/test/app/node-fixture.ts';
import { askingAt } from '../../server/test/http/http-fixture.ts';
import { group } from '../../server/test/http/secret-vote.ts';
import type { Hall, PhoneInHand } from './hall.ts';

export const LISTS = ['azul', 'roja', 'verde'] as const;

/** Ordinary business is voted in secret, two of three trustees open it, and who has no slip drops a paper. */
export const secretArticles: Partial<Statute> = {
  checkIn: 'anywhere',
  rules: lightStatute().rules.map((rule) =>
    rule.matter === 'ordinary' ? { ...rule, methods: ['secret', 'urn'] as const } : rule,
  ),
  secret: { trustees: 3, threshold: 2, minimum: 10, lists: LISTS },
};

export const asking = ({ url }: Hall) => ({ base: url, ...askingAt(url) });

export const press = async (page: Page, name: string | RegExp): Promise<void> => {
  await page.getByRole('button', { name, disabled: false }).first().click();
};

export const heading = (page: Page, name: string): Promise<void> =>
  page.getByRole('heading', { name, exact: true }).waitFor();

const teller = (member: string): Actor => ({ kind: 'member', member });

/** Open, with so many in it, and a motion on the table. */
export async function openHall({ node, body, sitting, tellers }: Hall, present: number): Promise<void> {
  await done(node, body, 'AppointTellers', { sitting, tellers });
  for (const member of tellers) await done(node, body, 'CountPresence', { sitting, round: 1, present }, teller(member));
  await done(node, body, 'OpenSitting', { sitting, call: 'first' });
  const motion = { sitting, matter: 'ordinary', title: 'El tanque', text: 'Que se arregle el tanque.' };
  await done(node, body, 'TableMotion', { ...motion, proposal: { kind: 'resolution' } });
}

/** What is behind the links of that kind on the page, each opened as somebody opens it to hand it on. */
export async function linksOn(page: Page, title: RegExp): Promise<readonly string[]> {
  const summaries = page.locator('summary').filter({ hasText: title });
  await summaries.first().waitFor();
  const found: string[] = [];
  for (const summary of await summaries.all()) {
    if (!(await summary.isVisible())) continue;
    await summary.click();
    const link = summary.locator('..').locator('a.address');
    await link.waitFor();
    found.push((await link.getAttribute('href')) ?? '');
    await summary.click();
  }
  return [...new Set(found)];
}

export const electionIn = (path: string): string => /\/ballot\/[vcth]\/([^#]+)/.exec(path)?.[1] ?? assert.fail(path);

export interface HeldKey {
  readonly page: Page;
  /** Where the key was downloaded to. */
  readonly file: string;
  readonly link: string;
  /** The trial waits for this: whoever calls it lets the trustee's page have it. */
  readonly letTry: () => void;
}

/** Each trustee in a browser of its own, with a key that was downloaded and read back. */
export async function makeKeys(
  links: readonly string[],
  another: () => Promise<PhoneInHand>,
  work: (keys: readonly HeldKey[]) => Promise<void>,
): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'cabildo-keys-'));
  try {
    const keys: HeldKey[] = [];
    for (const link of links) keys.push(await makeKey(await another(), link, join(folder, `${keys.length}.json`)));
    await work(keys);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function makeKey({ page }: PhoneInHand, link: string, file: string): Promise<HeldKey> {
  const { promise, resolve } = Promise.withResolvers<void>();
  await page.route('**/trial.bel', async (route) => {
    await promise;
    await route.continue();
  });
  await page.goto(link);
  await press(page, 'Hacer mi clave');
  const downloading = page.waitForEvent('download');
  await press(page, 'Bajar el archivo');
  await (await downloading).saveAs(file);
  await press(page, 'Ya la guardé');
  await page.getByLabel('Abrir el archivo de la clave').setInputFiles(file);
  return { page, file, link, letTry: resolve };
}

/** As somebody who comes back after the close, with the file. */
export async function openBox({ page, file, link }: HeldKey): Promise<void> {
  await page.goto('about:blank');
  await page.goto(link);
  await page.getByLabel('Abrir el archivo de la clave').setInputFiles(file);
  await press(page, 'Es lo anunciado: enviar mi parte');
  await page.locator('main[data-screen="wait"], main[data-screen="opened"]').waitFor();
}

/** A teller's halves on the teller's own page; what is inside each half-slip, as it is on paper. */
export async function printHalves(page: Page, link: string, slips: number): Promise<readonly string[]> {
  await page.goto(link);
  await page.getByLabel('¿Cuántos sobres?').fill(String(slips));
  await press(page, 'Hacer las mitades');
  await press(page, 'Ya las imprimí: entregar las mitades públicas');
  await heading(page, 'Mitades públicas entregadas');
  return page.locator('.strip-inside .code-text').allTextContents();
}

/** On the same page, once both tellers have handed theirs in. */
export async function leaveOver(page: Page, left: readonly number[]): Promise<void> {
  await press(page, 'Olvidar lo secreto y seguir');
  await page.getByLabel('Números', { exact: true }).fill(left.join(', '));
  await press(page, 'Entregar la lista');
  await page.getByText('Lista entregada').waitFor();
}

/** The secret that the two halves of a slip make. */
export async function secretIn(election: string, halves: readonly [string, string]): Promise<bigint> {
  const [one, other] = await Promise.all(halves.map((text) => secretOf(text, election, group, nodeDerive)));
  return joinSecrets(group, one ?? 0n, other ?? 0n);
}
