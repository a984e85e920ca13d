// `node packages/web/test/booth/pictures.ts [NAME …]`: pictures of the ballot's own pages at three sizes, light and dark, into `screens/`.
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { fingerprint } from '@cabildo/ballot';
import { nodeMachine } from '@cabildo/ballot/node';
import type { Browser, Page } from 'playwright-core';
import { openBrowser } from '../browser.ts';
import { buildClient } from '../client.ts';
import { motion, preparedElection, uuid } from './fake-election.ts';
import { type FakeNode, fakeNode } from './fake-node.ts';
import { codeOf } from './fake-trustees.ts';

export interface Sight {
  readonly node: FakeNode;
  readonly page: Page;
  shoot(name: string): Promise<void>;
}

const press = (page: Page, name: string): Promise<void> => page.getByRole('button', { name, exact: true }).click();

const scenes: Record<string, (sight: Sight) => Promise<void>> = {
  async voter({ node, page, shoot }) {
    await page.goto(node.halfAddress(1, 1));
    await page.getByText('sobre 1').waitFor();
    await shoot('halves');
    await press(page, 'Escribir los caracteres');
    await page.getByLabel('Los quince caracteres').fill('abc');
    await press(page, 'Usar esta mitad');
    await shoot('halves-typed');
    await page.goto(node.halfAddress(2, 1));
    await page.getByRole('heading', { name: motion.question }).waitFor();
    await shoot('question');
    await press(page, 'Sí');
    await page.getByText('Su voto está cifrado').waitFor();
    await shoot('review');
    node.troubles.push(...Array.from({ length: 200 }, () => 'before' as const));
    await press(page, 'Depositar en la urna');
    await page.getByText('La urna no ha respondido').waitFor();
    await shoot('unsent');
    // It tries by itself too: once the box answers, the button may be gone before it is pressed.
    await press(page, 'Intentar ahora');
    node.troubles.length = 0;
    await page.getByRole('heading', { name: 'Su voto está en la urna' }).waitFor();
    await page.locator('.tracker-words:not(:empty)').waitFor();
    await shoot('done');
    await press(page, 'Terminar y olvidar el sobre');
    await shoot('ended');
  },
  async check({ node, page, shoot }) {
    const tracker = fingerprint('one', nodeMachine);
    const address = `${node.url}/ballot/c/${uuid}`;
    await page.goto(address);
    await page.getByRole('button', { name: 'Buscar' }).waitFor();
    await shoot('check');
    node.board.push(tracker);
    await page.goto(`${address}#${tracker}`);
    await page.getByText('Está en la urna').waitFor();
    await shoot('check-found');
    node.board.length = 0;
    node.stage = 'closed';
    await page.goto('about:blank');
    await page.goto(`${address}#${tracker}`);
    await page.getByText('No está en la urna').waitFor();
    await shoot('check-missing');
  },
};

Object.assign(scenes, {
  async candidates({ node, page, shoot }: Sight) {
    node.names = [['Rosa Quispe', null, 'Elías Choque', 'Saturnina Mamani de Apaza']];
    for (const teller of [1, 2] as const) {
      await page.goto(node.halfAddress(teller, 1));
      if (teller === 1) await page.getByText('sobre 1').waitFor();
    }
    await page.getByLabel('3 · Elías Choque').check();
    await shoot('candidates');
    await press(page, 'Seguir');
    await page.getByText('Su voto está cifrado').waitFor();
    await shoot('candidates-review');
  },
  async trustee({ node, page, shoot }: Sight) {
    node.stage = 'keys';
    node.trustees = { sizes: { size: 3, threshold: 3 }, messages: [], trial: null, archive: null };
    await page.goto(`${node.url}/ballot/t/${uuid}`);
    await shoot('trustee-link');
    await page.goto(`${node.url}/ballot/t/${uuid}#2-${codeOf(2)}`);
    await page.getByText('Haga su clave').waitFor();
    await shoot('trustee-make');
    await press(page, 'Hacer mi clave');
    await shoot('trustee-keep');
    await page.emulateMedia({ media: 'print' });
    await shoot('trustee-paper');
    await page.emulateMedia({ media: 'screen' });
    const secret = await page.locator('.code-text.large').innerText();
    await press(page, 'Ya la guardé');
    await press(page, 'Escribir los caracteres');
    await shoot('trustee-back');
    await page.getByLabel('Los veinticuatro caracteres').fill(secret);
    await press(page, 'Usar esta clave');
    await page.locator('.tracker-words:not(:empty)').waitFor();
    await shoot('trustee-wait');
    node.stage = 'closed';
    await page
      .getByText('La urna está cerrada')
      .waitFor()
      .catch(() => undefined);
    await shoot('trustee-share');
    node.stage = 'opened';
    node.result = { yes: 61, no: 14, abstain: 3 };
    await page.getByText('El resultado está abierto').waitFor();
    await shoot('trustee-opened');
  },
  async slips({ node, page, shoot }: Sight) {
    node.stage = 'credentials';
    await page.goto(`${node.url}/ballot/h/${uuid}#1-${codeOf(1)}`);
    await page.getByLabel('¿Cuántos sobres?').waitFor();
    await shoot('slips-make');
    await page.getByLabel('¿Cuántos sobres?').fill('7');
    await press(page, 'Hacer las mitades');
    await page.getByText('sólo en esta página').first().waitFor();
    await shoot('slips-print');
    await page.emulateMedia({ media: 'print' });
    await shoot('slips-paper');
    await page.emulateMedia({ media: 'screen' });
    await press(page, 'Ya las imprimí: entregar las mitades públicas');
    await page.getByText('Mitades públicas entregadas').waitFor();
    node.halves.set(2, node.halves.get(1) ?? '');
    await press(page, 'Olvidar lo secreto y seguir');
    await page.goto('about:blank');
    await page.goto(`${node.url}/ballot/h/${uuid}#1-${codeOf(1)}`);
    await page.getByLabel('Números', { exact: true }).waitFor();
    await shoot('slips-left');
  },
});

const board = { answers: ['1', '2', '3', '5'], blank: true, min: 1, max: 2, question: 'Directiva · actas, vocalía' };

const sizes = [
  { width: 360, height: 740, scheme: 'light' },
  { width: 360, height: 740, scheme: 'dark' },
  { width: 768, height: 1024, scheme: 'light' },
  { width: 1440, height: 900, scheme: 'light' },
] as const;

async function take(browser: Browser, booth: ReadonlyMap<string, Buffer>, out: string, named: readonly string[]) {
  for (const { width, height, scheme } of sizes) {
    for (const [name, scene] of Object.entries(scenes)) {
      if (named.length > 0 && !named.includes(name)) continue;
      const node = await fakeNode(booth, await preparedElection(name === 'candidates' ? { questions: [board] } : {}));
      const context = await browser.newContext({ viewport: { width, height }, locale: 'es-BO', colorScheme: scheme });
      const page = await context.newPage();
      page.on('dialog', (dialog) => void dialog.accept());
      const shoot = async (what: string): Promise<void> => {
        await page.screenshot({ path: join(out, `booth-${what}-${width}-${scheme}.png`), fullPage: true });
      };
      await scene({ node, page, shoot });
      await context.close();
      await node.close();
    }
  }
}

const out = fileURLToPath(new URL('../../../../screens/', import.meta.url));
await mkdir(out, { recursive: true });
const [client, browser] = await Promise.all([buildClient(), openBrowser()]);
try {
  await take(browser, client.booth, out, process.argv.slice(2));
} finally {
  await browser.close();
  await client.remove();
}
