// A language that nobody here has ever heard of, from its name to what everybody reads, in a browser and without the node
// being started again.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { withServer } from '../../server/test/http/http-fixture.ts';
import { browserMissing, openBrowser } from './browser.ts';
import { faultsOn, sidewaysOn, targetsBelow, withTextTwiceAsLarge } from './everyone.ts';

/** Each in a browser of their own, as people have. */
async function enter(browser: Browser, base: string, code: string, named: string): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: 360, height: 740 },
    locale: 'en-GB',
    serviceWorkers: 'block',
    permissions: ['microphone'],
  });
  const page = await context.newPage();
  await page.goto(`${base}/office/translate#invitation=${code}`);
  await page.getByLabel('How you want to be named').fill(named);
  await page.getByRole('button', { name: 'Enter' }).click();
  assert.equal(new URL(page.url()).hash, '', 'the invitation is left in no history');
  return page;
}

const found = async (page: Page, text: string) => {
  await page.getByLabel('Search').fill(text);
  return page.locator('#texts > li').filter({ has: page.getByText(text, { exact: true }) });
};

test('an invented language is named, translated, spoken, tried, reviewed and read by everybody, and the node never stopped', {
  skip: browserMissing,
  timeout: 300_000,
}, async () => {
  const browser = await openBrowser('--use-fake-ui-for-media-stream', '--use-fake-device-for-media-stream');
  try {
    await withServer(async (server) => {
      const { base, node } = server;
      const invited = async (may: 'translate' | 'review'): Promise<string> =>
        (await server.post('/api/languages/qaa/invitations', { may }, { token: node.operatorToken })).json.code;

      const ana = await enter(browser, base, await invited('translate'), 'Ana');
      await ana.getByLabel('Name of the language').fill('Zirgal');
      await ana.getByLabel('How that name is known').fill('invented for this test');
      await ana.getByRole('button', { name: 'Save' }).click();
      await ana.getByRole('heading', { name: 'Zirgal' }).waitFor();

      const assemblies = await found(ana, 'Asambleas');
      await assemblies.getByLabel('Translation').fill('Zirgos');
      await assemblies.getByRole('button', { name: 'Save' }).click();
      await assemblies.getByText('Saved. Another person has to review it.').waitFor();

      await assemblies.getByRole('button', { name: 'Record the voice' }).click();
      await assemblies.getByRole('button', { name: 'Finish the recording' }).click();
      await assemblies.getByText('Voice kept.').waitFor();
      await assemblies.getByRole('button', { name: 'Listen' }).click();
      await assemblies.locator('[data-heard]').waitFor();

      const ofNode = await found(ana, 'Nodo {name}');
      await ofNode.getByLabel('Translation').fill('Zir');
      await ofNode.getByRole('button', { name: 'Save' }).click();
      await ofNode.getByText('It must have exactly this in braces: {name}').waitFor();
      await ofNode.getByLabel('Translation').fill('Zir {name} <b>nu</b>');
      await ofNode.getByRole('button', { name: 'Save' }).click();
      await ofNode.getByText('Saved.').waitFor();
      assert.deepEqual(await faultsOn(ana), []);
      // The way past the menu shows only while it is tabbed to.
      const small = (await targetsBelow(ana, 48)).filter((target) => !target.includes('Skip to content'));
      assert.deepEqual(small, []);
      await withTextTwiceAsLarge(ana, async () => assert.equal(await sidewaysOn(ana), 0));
      for (const [width, height] of [
        [768, 1024],
        [1440, 900],
      ] as const) {
        await ana.setViewportSize({ width, height });
        assert.equal(await sidewaysOn(ana), 0);
      }

      const [download] = await Promise.all([
        ana.waitForEvent('download'),
        ana
          .getByText('As a file')
          .click()
          .then(() => ana.getByRole('button', { name: 'Download the file' }).click()),
      ]);
      const file = JSON.parse(await readFile(await download.path(), 'utf8'));
      assert.deepEqual(
        file.strings.map(({ source, reviewedBy }: { source: string; reviewedBy: null }) => [source, reviewedBy]),
        [
          ['Asambleas', null],
          ['Nodo {name}', null],
        ],
      );
      const bad = JSON.stringify(
        { ...file, strings: [file.strings[0], { ...file.strings[1], said: 'Zir\u202e' }] },
        null,
        1,
      );
      await ana
        .getByLabel('Upload a file')
        .setInputFiles({ name: 'qaa.json', mimeType: 'application/json', buffer: Buffer.from(bad) });
      const line = bad.split('\n').findIndex((text) => text.includes('Nodo {name}'));
      await ana.getByText(`Line ${line}: There are characters that are not seen`).waitFor();
      const good = { ...file, strings: [{ source: 'Ir al contenido', said: 'Zu', from: 'Ana' }] };
      await ana
        .getByLabel('Upload a file')
        .setInputFiles({ name: 'qaa.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(good)) });
      await ana.getByText('The file changes 1 texts.').waitFor();
      await ana.getByRole('button', { name: 'Save what is in the file' }).click();
      await ana.getByText('0 reviewed and 3 to review').waitFor();

      await ana.getByRole('link', { name: 'Try the language in this browser' }).click();
      await ana.getByRole('heading', { name: 'Zirgos' }).waitFor();
      assert.equal(await ana.locator('html').getAttribute('lang'), 'qaa');

      const reader = await (await browser.newContext({ locale: 'qaa', serviceWorkers: 'block' })).newPage();
      await reader.goto(base);
      await reader.getByRole('heading', { name: 'Asambleas' }).waitFor();

      const beto = await enter(browser, base, await invited('review'), 'Beto');
      await beto.getByLabel('Show').selectOption('review');
      for (const text of ['Asambleas', 'Nodo {name}']) {
        const waiting = await found(beto, text);
        await waiting.getByRole('button', { name: 'It is right: publish' }).click();
        await waiting.getByText('Reviewed: everybody sees it now.').waitFor();
      }

      await reader.reload();
      await reader.getByRole('heading', { name: 'Zirgos' }).waitFor();
      await reader.getByText('Zir el-alto.example <b>nu</b>').waitFor();
      assert.equal(await reader.locator('html').getAttribute('lang'), 'qaa');
      assert.equal(
        await reader.getByText('Ir al contenido').getAttribute('lang'),
        'es',
        'what nobody has reviewed is Spanish, and says so',
      );
      assert.deepEqual(await faultsOn(reader), []);
      await reader.getByRole('link', { name: 'English' }).click();
      await reader.getByRole('heading', { name: 'Assemblies' }).waitFor();
      await reader.getByRole('link', { name: 'Zirgal' }).click();
      await reader.getByRole('heading', { name: 'Zirgos' }).waitFor();
    });
  } finally {
    await browser.close();
  }
});
