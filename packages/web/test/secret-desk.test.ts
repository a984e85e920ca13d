// A whole secret vote in a sitting, in Chromium against a node, everybody on the own page: from the desk's first step to a result
// that other people's program verifies.
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import type { Page } from 'playwright-core';
import { belenios, scratch, skipWithoutBelenios } from '../../ballot/test/tool.ts';
import { ballotMaker, castBallot, download, statusOf, verified } from '../../server/test/http/secret-vote.ts';
import { browserMissing } from './browser.ts';
import { inChromium } from './chromium.ts';
import { openDesk } from './desk-evening.ts';
import { type Hall, type PhoneInHand, withHall, withPhones } from './hall.ts';
import {
  asking,
  electionIn,
  type HeldKey,
  heading,
  LISTS,
  leaveOver,
  linksOn,
  makeKeys,
  openBox,
  openHall,
  press,
  printHalves,
  secretArticles,
  secretIn,
} from './secret-evening.ts';

const VOTERS = 12;
const LEFT = [4, 9];
const SLIPS = VOTERS + LEFT.length;

const projector = { viewport: { width: 1440, height: 900 } };

interface Evening {
  readonly hall: Hall;
  readonly desk: Page;
  readonly election: string;
  readonly another: (options?: typeof projector) => Promise<PhoneInHand>;
}

/** What is in the two halves of that slip. */
type Slips = (slip: number) => readonly [string, string];

/** The trustees' keys, named at the desk before the trial is over, and the trial. */
async function nameTrustees(desk: Page, keys: readonly HeldKey[]): Promise<void> {
  await press(desk, 'Nombrar a los custodios');
  const form = desk.locator('.next-card form');
  await form.getByRole('textbox').nth(2).waitFor();
  assert.equal(await form.getByRole('textbox').count(), 3, 'a list for each, and no hash to type');
  await form.getByRole('button', { name: 'Nombrar a los custodios' }).click();
  await desk.getByText('Cada custodio abre la prueba').first().waitFor();
  for (const { letTry } of keys) letTry();
  for (const { page } of keys) await heading(page, 'Guarde su clave hasta el cierre');
  await press(desk, 'Anotar la prueba de llaves');
}

/** The teller's own link, found on the teller's own phone; then the halves on their page, and their hash into the book. */
async function halvesBy({ hall, another }: Evening, number: 1 | 2) {
  const { page } = await another();
  await page.goto(hall.addressOf(await hall.newCard(hall.tellers[number - 1] ?? '')));
  await page.waitForSelector('main[data-screen="hall"], main[data-screen="vote"]');
  await page.goto(`${hall.url}/phone/teller/${hall.body.name}/${hall.sitting}`);
  const [path = ''] = await linksOn(page, /Sobres, mitad/);
  assert.ok(path.includes(`#${number}-`), 'each teller is handed the own half alone');
  const { page: halves } = await another();
  const texts = await printHalves(halves, new URL(path, hall.url).href, SLIPS);
  assert.equal(texts.length, SLIPS);
  await press(page, 'Entregar mis mitades');
  await page.getByLabel('De qué lista es usted').fill(LISTS[number - 1] ?? '');
  await page.locator('form').getByRole('button', { name: 'Entregar mis mitades' }).click();
  await page.locator('form').waitFor({ state: 'detached' });
  return { texts, halves };
}

async function prepareSlips(evening: Evening): Promise<Slips> {
  const one = await halvesBy(evening, 1);
  const other = await halvesBy(evening, 2);
  await leaveOver(other.halves, LEFT);
  await press(evening.desk, 'Fijar los sobres que votan');
  return (slip) => [one.texts[slip - 1] ?? '', other.texts[slip - 1] ?? ''];
}

const cast = async (page: Page, answer: string): Promise<string> => {
  await page.getByRole('button', { name: answer, exact: true }).click();
  await press(page, 'Depositar en la urna');
  await heading(page, 'Su voto está en la urna');
  return page.locator('.code-text').innerText();
};

/** On the voter's page, some of them twice; the tracker of the slip that is `no` in the end. */
async function voteOnPages({ hall, election, another }: Evening, slips: Slips, drawn: readonly number[]) {
  const [yes = 0, no = 0, blank = 0, ...rest] = drawn;
  const { page } = await another();
  const address = `${hall.url}/ballot/v/${election}`;
  const open = async (slip: number): Promise<void> => {
    const [one, other] = slips(slip);
    await page.goto('about:blank');
    await page.goto(`${address}#1-${slip}-${one}`);
    await page.getByText(`sobre ${slip}`).waitFor();
    await page.goto(`${address}#2-${slip}-${other}`);
  };
  await open(yes);
  await cast(page, 'No');
  await open(no);
  const replaced = await cast(page, 'Sí');
  await press(page, 'Votar de nuevo: reemplaza este voto');
  const tracker = await cast(page, 'No');
  assert.notEqual(tracker, replaced);
  await open(blank);
  await cast(page, 'Voto en blanco');
  // Somebody who comes again with the slip, as to a booth.
  await open(yes);
  await cast(page, 'Sí');
  const server = asking(hall);
  const ballot = await ballotMaker(server, election);
  for (const slip of rest) {
    const secret = await secretIn(election, slips(slip));
    assert.equal((await castBallot(server, election, ballot(secret, 'yes'))).status, 202);
  }
  await hall.node.ballots.settled();
  return tracker;
}

const { browser, client } = await inChromium();

const inHall = (work: (hall: Hall) => Promise<void>) => withHall(client.folder, work, secretArticles, VOTERS - 3);

describe('a secret vote in a sitting in Chromium', { skip: browserMissing || skipWithoutBelenios() }, () => {
  test('two tellers, three trustees of whom two open it, and twelve voters, of whom two vote again', async () => {
    await inHall((hall) =>
      withPhones(browser, async (another) => {
        await openHall(hall, VOTERS);
        const { page: desk } = await another(projector);
        await openDesk(hall, desk);
        await press(desk, 'Preparar el voto secreto');
        const paths = await linksOn(desk, /^Custodio/);
        assert.equal(paths.length, 3);
        await desk.getByText('Faltan: 1, 2 y 3').first().waitFor();
        const evening: Evening = { hall, desk, election: electionIn(paths[0] ?? ''), another };
        const links = paths.map((path) => new URL(path, hall.url).href);
        await makeKeys(links, another, async (keys) => {
          await nameTrustees(desk, keys);
          await voteAndOpen(evening, await prepareSlips(evening), keys);
        });
        await verifiedByOthers(evening);
      }),
    );
  });
});

async function voteAndOpen(evening: Evening, slips: Slips, keys: readonly HeldKey[]): Promise<void> {
  const { hall, desk, election, another } = evening;
  await press(desk, /^Votar: en secreto/);
  await desk.getByRole('cell', { name: '0 votos en la urna' }).waitFor();
  const { page: wall } = await another(projector);
  await wall.goto(`${hall.url}/phone/screen/${hall.body.name}/${hall.sitting}`);
  await wall.locator('.wall-turnout', { hasText: '0 votos en la urna' }).waitFor();
  await wall.locator('.wall-door', { hasText: 'Votar con su sobre' }).waitFor();

  const drawn = Array.from({ length: SLIPS }, (_, at) => at + 1).filter((slip) => !LEFT.includes(slip));
  const tracker = await voteOnPages(evening, slips, drawn);
  // Once ten have voted; two of them have twice.
  await wall.locator('.wall-turnout', { hasText: /1[1-4] votos en la urna/ }).waitFor();
  assert.doesNotMatch(await wall.locator('.wall').innerText(), /\d+ (sí|no)\b/i, 'no running tally');

  await press(desk, 'Cerrar la urna');
  await press(desk, 'Sí, cerrar');
  await desk.getByText('cada cual con su llave: 0 de 2').first().waitFor();
  await hall.node.ballots.settled();
  const { page: anybody } = await another();
  await anybody.goto(`${hall.url}/ballot/c/${election}#${tracker}`);
  await anybody.getByText('Está en la urna').waitFor();

  for (const key of keys.slice(1)) await openBox(key);
  await hall.node.ballots.settled();
  await heading((keys.at(-1) as HeldKey).page, 'El resultado está abierto');
  await press(desk, 'Cerrar votación');
  await desk.locator('.result').getByText('10 sí · 1 no · 1 abstenciones').waitFor();
  await wall.locator('.wall-door', { hasText: 'Comprobar que mi voto está' }).waitFor();
}

async function verifiedByOthers({ hall, election }: Evening): Promise<void> {
  const server = asking(hall);
  assert.deepEqual((await statusOf(server, election)).result, { yes: 10, no: 1, abstain: 1 });
  const archive = await download(server, election);
  assert.deepEqual((await verified(archive)).findings, []);
  const folder = scratch();
  writeFileSync(join(folder, `${election}.bel`), archive);
  assert.match(belenios(folder, ['election', 'verify']).said, /all checks passed/);
  const minutes = await fetch(`${hall.url}/api/bodies/${hall.body.name}/sittings/${hall.sitting}/minutes`);
  assert.match(await minutes.text(), /10 sí, 1 no, 1 en blanco/);
}
