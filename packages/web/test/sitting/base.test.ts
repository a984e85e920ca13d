// A whole sitting of a base: the presidium, two tellers, three members with phones, one of them without a network for a while,
// and whoever reads along.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Browser } from 'playwright-core';
import { browserMissing, openBrowser } from '../browser.ts';
import { type BuiltClient, buildClient } from '../client.ts';
import { type PhoneInHand, withHall, withPhone } from '../hall.ts';
import { Someone } from './someone.ts';

describe('a whole sitting of a base', { skip: browserMissing }, () => {
  let browser: Browser;
  let client: BuiltClient;

  before(async () => {
    [browser, client] = await Promise.all([openBrowser(), buildClient()]);
  });

  after(async () => {
    await browser?.close();
    await client?.remove();
  });

  test('called, counted, voted by phone and by hand, counted again where the tellers differ, closed', async () => {
    await withHall(client.folder, async (hall) => {
      const { url, body, sitting } = hall;
      const presidium = await Someone.withCard(url, body.name, body.founded.card.code);
      const cards = [await hall.card(), await hall.card(), await hall.card(), await hall.card()];
      const [first, second, third, fourth] = await Promise.all(
        cards.map(({ code }) => Someone.withCard(url, body.name, code)),
      );
      const members = cards.map(({ member }) => member);
      await presidium.does('AppointTellers', { sitting, tellers: members.slice(0, 2) });
      const early = await presidium.isRefused('OpenSitting', { sitting, call: 'first' });
      assert.equal(early.code, 'not-counted');
      await first!.does('CountPresence', { sitting, round: 1, present: 7 });
      await second!.does('CountPresence', { sitting, round: 1, present: 6 });
      assert.equal((await presidium.isRefused('OpenSitting', { sitting, call: 'first' })).code, 'counts-differ');
      await presidium.does('AppointTellers', { sitting, tellers: members.slice(2, 4) });
      for (const teller of [third, fourth]) await teller!.does('CountPresence', { sitting, round: 2, present: 7 });
      await presidium.does('OpenSitting', { sitting, call: 'first' });

      await threePhones(browser, async (phones) => {
        for (const { page } of phones) {
          await page.goto(hall.addressOf(await hall.card()));
          await page.getByRole('button', { name: 'Estoy aquí' }).click();
          await page.getByText('Usted está en la sala').waitFor();
        }
        const motion = { sitting, matter: 'ordinary', title: 'Agua', text: 'Arreglar el tanque.' };
        const tabled = await presidium.does('TableMotion', { ...motion, proposal: { kind: 'resolution' } });
        const opened = await presidium.does('OpenVote', { motion: tabled.acts[0]!.index, method: 'devices' });
        const vote = opened.acts[0]!.index;
        const [one, two, away] = phones as [PhoneInHand, PhoneInHand, PhoneInHand];
        await away.on('vote');
        await away.context.setOffline(true);
        for (const [{ page }, choice] of [
          [one, 'Sí'],
          [two, 'No'],
        ] as const) {
          await page.getByRole('button', { name: choice, exact: true }).click();
          await page.getByText('Su voto está contado').waitFor();
        }
        await away.page.getByRole('button', { name: 'Sí' }).click();
        await away.page.getByRole('heading', { name: 'NO CONTADO todavía: levante su tarjeta' }).waitFor();
        await away.context.setOffline(false);
        await away.page.getByText('Su voto está contado').waitFor();
        await presidium.does('CloseVote', { vote });
        for (const { page } of phones) await page.getByText('Aprobada').waitFor();
        assert.deepEqual(await hall.tally(vote), { yes: 2, no: 1, abstain: 0 });
      });
      const motion = { sitting, matter: 'ordinary', title: 'Luz', text: 'Luz en la cancha.' };
      const tabled = await presidium.does('TableMotion', { ...motion, proposal: { kind: 'resolution' } });
      const opened = await presidium.does('OpenVote', { motion: tabled.acts[0]!.index, method: 'hands' });
      const vote = opened.acts[0]!.index;
      const counted = { vote, block: 'Toda la sala', round: 1, no: 2, abstain: 0 };
      await third!.does('CountBlock', { ...counted, yes: 5 });
      // One number is nobody's to know, the presidium's no more than anybody's.
      assert.doesNotMatch(JSON.stringify(await presidium.sees(`/sittings/${sitting}/live`)), /"yes":5/);
      await fourth!.does('CountBlock', { ...counted, yes: 4 });
      assert.equal((await presidium.isRefused('CloseVote', { vote })).code, 'counts-differ');
      await presidium.does('AppointTellers', { sitting, tellers: members.slice(0, 2) });
      for (const teller of [first, second]) await teller!.does('CountBlock', { ...counted, round: 2, yes: 5 });
      await presidium.does('CloseVote', { vote });
      assert.deepEqual(await hall.tally(vote), { yes: 5, no: 2, abstain: 0 });
      await presidium.does('CloseSitting', { sitting });
    });
  });
});

/** Three phones side by side, each with nothing of the others. */
const threePhones = (browser: Browser, work: (phones: readonly PhoneInHand[]) => Promise<void>): Promise<void> =>
  withPhone(browser, (one) => withPhone(browser, (two) => withPhone(browser, (three) => work([one, two, three]))));
