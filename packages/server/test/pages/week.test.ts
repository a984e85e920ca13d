// The week's sheet of a body: what waits for it, by offices and seats, and what does not stand on it.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { base64Encode } from '@cabildo/book';
import { createServer } from '../../src/http/create-server.ts';
import { speaks } from '../app/added-language.ts';
import { type Body, makeBody, memberName, type Place, withNodes } from '../exchange/fixture.ts';

const root = base64Encode(new Uint8Array(32));
const rule = { num: 1, den: 2, strict: true, of: 'answered' };

const plain = (page: string): string => page.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');

async function reading(place: Place, work: (get: (url: string) => Promise<string>) => Promise<void>): Promise<void> {
  const app = createServer({ node: place.node });
  try {
    await work(async (url) => {
      const { statusCode, body } = await app.inject({ url, headers: { accept: 'text/html', 'accept-language': 'en' } });
      assert.equal(statusCode, 200, url);
      return body;
    });
  } finally {
    await app.close();
  }
}

/** A question of that body to these bases; its act. */
async function asks(upper: Body, title: string, bases: readonly Body[], deadline: string): Promise<number> {
  const text = { matter: 'pact', title, textHash: root };
  const sitting = await upper.sitting();
  const motion = await upper.write('MotionTabled', { sitting, ...text, proposal: { kind: 'pact', with: 'Them' } });
  const resolution = await upper.write('ResolutionAdopted', { vote: 0, motion, ...text, status: 'suspended' });
  const list = {
    mediaType: 'application/json',
    content: JSON.stringify(bases.map(({ origin }) => ({ base: origin, path: [] }))),
  };
  const asked = { resolution, title, textHash: root, deadline, bases: bases.length, rule };
  return upper.write('ConsultationIssued', asked, { attach: { list } });
}

test('the week’s sheet has sittings, questions, mandates, petitions and minutes of a body, and names nobody', async () => {
  await withNodes(['a.example'], async (place) => {
    const [upper, base] = [await makeBody(place, 'asamblea', 'delegate'), await makeBody(place, 'junta')];
    await reading(place, async (get) => {
      assert.match(plain(await get('/b/junta/week')), /No sitting is convened\. Nothing is pending now\./);
      assert.match(await get('/b/junta'), /href="\/b\/junta\/week"/);
    });

    await base.write('AffiliationRequested', { vote: 0, to: upper.origin, toKey: await upper.key() });
    await upper.admit(base, 1);
    await base.electOfficers();
    await base.elect(upper.origin, [memberName(7)]);
    const held = await base.sitting();
    await base.write('SittingClosed', { sitting: held });
    const ahead = await base.sitting();
    await asks(upper, 'Pact of Senkata', [base], '2099-01-01T00:00:00Z');
    await asks(upper, 'An old question', [base], '2005-02-01T00:00:00Z');
    const elsewhere = await makeBody(place, 'otra');
    await asks(upper, 'Not for us', [elsewhere], '2099-01-01T00:00:00Z');
    const above = await upper.sitting();
    const motion = { sitting: above, matter: 'ordinary', title: 'Water', textHash: root };
    const water = await upper.write('MotionTabled', { ...motion, proposal: { kind: 'resolution' } });
    const petition = { against: 'delegate', target: `${upper.origin}#1`, needed: 6, of: 16 };
    await base.write('PetitionOpened', { ...petition, until: '2099-01-01T00:00:00Z' });

    await reading(place, async (get) => {
      const page = await get('/b/junta/week');
      const said = plain(page);
      assert.match(page, new RegExp(`href="/b/junta/sittings/${ahead}"`));
      assert.match(said, /must answer.*Pact of Senkata.*asamblea asks.*by 1 January 2099/);
      const questions = said.slice(said.indexOf('must answer'), said.indexOf('Mandates to give'));
      assert.doesNotMatch(questions, /An old question|Not for us/);
      assert.match(said, /Mandates to give to delegates.*Water · asamblea/);
      assert.match(
        said,
        /Delegation to asamblea, seat 1 0 of 6 signatures, of 16 people\. To be signed until 1 January 2099/,
      );
      assert.match(page, new RegExp(`<h2>Minutes</h2>.*href="/b/junta/sittings/${held}".*Still to be approved`, 's'));
      assert.doesNotMatch(page, /m-[0-9a-z]{16}/, 'nobody is named');
      assert.doesNotMatch(page, /<script|\sstyle=/, 'it needs no script');
      assert.match(plain(await get('/b/junta/week?lang=es')), /Lo que nos espera.*Mandatos por dar/);

      const minutes = await base.write('MinutesApproved', { sitting: held, firstAct: 0, lastAct: held, text: root });
      assert.match(plain(await get('/b/junta/week')), /Approved\. \d of these offices must sign: [a-z]/);
      const offices =
        /estos cargos: (.+?)\. /.exec(plain(await get('/b/junta/week?lang=es')))?.[1]?.split(/, | y /) ?? [];
      assert.ok(offices.length >= 2, offices.join());
      const [first = '', second = ''] = offices;
      await speaks(place.node, {
        'Lo que nos espera': 'Zo nos',
        'Aprobada. Deben firmarla {needed} de estos cargos: {offices}.': '{offices}: {needed}!',
        [first]: 'zirga <i>',
      });
      const added = await get('/b/junta/week?lang=qaa');
      assert.match(added, /<html lang="qaa"[^>]*>.*<h1>Zo nos<\/h1>/s);
      assert.match(
        added,
        new RegExp(`zirga &lt;i&gt;.*<span lang="es">${second}</span>.*: \\d!`),
        'one is said, one not yet',
      );
      await base.seal(minutes);
      assert.doesNotMatch(await get('/b/junta/week'), /<h2>Minutes/);
      const mandate = await base.write('MandateGiven', {
        vote: 0,
        on: { book: upper.origin, index: water },
        instruction: 'yes',
        textHash: root,
      });
      await base.seal(mandate);
      assert.doesNotMatch(plain(await get('/b/junta/week')), /Water/);
    });
  });
});

test('a name that is no body has no sheet', async () => {
  await withNodes(['a.example'], async (place) => {
    const app = createServer({ node: place.node });
    const { statusCode } = await app.inject({ url: '/b/nowhere/week', headers: { accept: 'text/html' } });
    assert.equal(statusCode, 404);
    await app.close();
  });
});
