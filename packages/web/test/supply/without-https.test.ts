// Hand-overs where the hall's laptop has no certificate: no worker, no camera, and keys that the page makes itself. What they sign is
// what a tool that somebody else wrote verifies.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { balanceAt, tableEntries, tableGet } from '@cabildo/core';
import { skipWithoutTool } from '../../../book/test/tools.ts';
import { packetIn, packetText } from '../../src/supply/hand-over/frames.ts';
import { browserMissing } from '../browser.ts';
import { inChromium } from '../chromium.ts';
import { everybody } from '../everyone.ts';
import { withPhones } from '../hall.ts';
import { picture, withCommittee } from './committee.ts';
import { enrolled, give, receive, shown, take } from './hands.ts';

const asInAHall = '--host-resolver-rules=MAP sala.example 127.0.0.1';
const { browser, client } = await inChromium(asInAHall);

const folder = mkdtempSync(join(tmpdir(), 'hand-over-'));
after(() => rmSync(folder, { recursive: true }));

/** By OpenSSL: the key as base64, the text as it was signed. */
function verified(key: string, text: string, signature: string): boolean {
  const path = (name: string): string => join(folder, name);
  // SubjectPublicKeyInfo of an Ed25519 key (RFC 8410) up to its 32 bytes.
  writeFileSync(
    path('key'),
    Buffer.concat([Buffer.from('302a300506032b6570032100', 'hex'), Buffer.from(key, 'base64')]),
  );
  writeFileSync(path('text'), text);
  writeFileSync(path('signature'), Buffer.from(signature, 'base64'));
  const files = ['-keyform', 'DER', '-inkey', path('key'), '-in', path('text'), '-sigfile', path('signature')];
  return spawnSync('openssl', ['pkeyutl', '-verify', '-pubin', '-rawin', ...files]).status === 0;
}

interface Recorded {
  readonly giver: { readonly hand: number; readonly signature: string };
  readonly receiver: { readonly hand: number; readonly signature: string };
  readonly provisional: boolean;
}

/** The text of decision 0017, written by hand: canonical JSON below a line that says what it is. */
function signedText(book: string, { giver: _g, receiver: _r, provisional: _p, ...said }: Recorded): string {
  const sorted = (value: unknown): unknown =>
    Array.isArray(value)
      ? value.map(sorted)
      : typeof value === 'object' && value !== null
        ? Object.fromEntries(
            Object.entries(value)
              .sort()
              .map(([name, one]) => [name, sorted(one)]),
          )
        : value;
  return `cabildo/hand-over/v1\n${JSON.stringify(sorted({ book, ...said }))}`;
}

describe('hand-overs without https, in Chromium', {
  skip: browserMissing || skipWithoutTool('openssl', ['version']),
}, () => {
  test('phones say what will not work, sign without a network all the same, take no signature that is not the other side’s, and OpenSSL verifies what they signed', async () => {
    await withCommittee(client.folder, async (hall) => {
      const committee = { ...hall, url: hall.url.replace('127.0.0.1', 'sala.example') };
      const { depot, clinic, lot, node, body } = committee;
      await withPhones(browser, async (another) => {
        const [giver, receiver] = [await another(), await another()];
        const { look, faults } = everybody();
        for (const [phone, place] of [
          [giver, depot],
          [receiver, clinic],
        ] as const) {
          await enrolled(phone, committee, place);
          assert.equal(await phone.page.evaluate('isSecureContext'), false);
          await phone.page.getByText('Esta página vino sin https').waitFor();
          // As on another day: nothing of the page is in memory but what it asked for when it was opened.
          const heard = phone.page.waitForResponse(/\/small-ed25519[^/]*\.js$/);
          await phone.page.reload();
          await phone.page.getByRole('heading', { name: 'Este teléfono firma por' }).waitFor();
          await (await heard).finished();
        }
        await look('hand-over: without https', giver.page);
        await picture(giver.page, 'hand-over-without-https');
        await Promise.all([giver, receiver].map(({ context }) => context.setOffline(true)));
        const offered = await give(giver.page, 'Posta del distrito 8', 10);
        const answered = await receive(receiver.page, offered);
        await receiver.page.getByText('Firmaron las dos partes').waitFor();

        // Its own signature in the other side's place.
        const packet = packetIn(answered) ?? assert.fail();
        const forged = { ...packet, receiver: { ...packet.receiver, signature: packet.giver?.signature } };
        await giver.page.getByRole('button', { name: 'Leer la respuesta' }).click();
        await take(giver.page, packetText(forged as typeof packet));
        await giver.page.getByText('Esa firma no es de la otra parte').waitFor();
        assert.equal(await giver.page.getByText('Firmaron las dos partes').count(), 0);

        // A memory that takes nothing more: it is said, and nothing is shown as if it were signed.
        await giver.page.evaluate(() => {
          const { put } = IDBObjectStore.prototype;
          IDBObjectStore.prototype.put = () => {
            IDBObjectStore.prototype.put = put;
            throw new DOMException('full', 'QuotaExceededError');
          };
        });
        await take(giver.page, answered);
        await giver.page.getByText('Este teléfono no pudo guardar').waitFor();
        assert.equal(await giver.page.getByText('Firmaron las dos partes').count(), 0);
        await look('hand-over: not kept', giver.page);
        await take(giver.page, answered);
        await giver.page.getByText('Firmaron las dos partes').waitFor();
        assert.equal(await giver.page.getByText('Este teléfono no pudo guardar').count(), 0);
        assert.equal(await shown(giver.page), answered);

        for (const { page, context } of [giver, receiver]) {
          await page.getByRole('button', { name: 'Listo' }).click();
          await context.setOffline(false);
          await page.getByText('firmada por las dos partes').waitFor();
          await page.locator('[data-sending]').first().waitFor({ state: 'detached' });
        }
        const supply = (await node.book(body.name))?.state.supply ?? assert.fail();
        assert.deepEqual(
          [depot, clinic].map((place) => balanceAt(supply, lot, place)),
          [90, 10],
        );
        const [act] = (await node.actsOf(body.origin, ['HandOverRecorded'], 2)) ?? [];
        const { data } = JSON.parse(Buffer.from(act?.entry ?? '').toString()) as { data: Recorded };
        const text = signedText(body.origin, data);
        for (const { hand, signature } of [data.giver, data.receiver]) {
          const { key } = tableGet(supply.hands, hand) ?? assert.fail();
          assert.ok(verified(key, text, signature));
          assert.ok(!verified(key, text.replace('"given":10', '"given":11'), signature));
        }
        assert.equal(tableEntries(supply.handOvers).length, 1);
        assert.deepEqual(faults, []);
      });
    });
  });
});
