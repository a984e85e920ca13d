// The page of a consultation: tiers, silence, what is settled and why; and why a resolution stands as it does.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { base64Encode } from '@cabildo/book';
import { createServer } from '../../src/http/create-server.ts';
import { type Body, makeBody, withNodes } from '../exchange/fixture.ts';

const root = base64Encode(new Uint8Array(32));
const rule = { num: 1, den: 2, strict: true, of: 'answered' };
const district = (number: number): string => `lejos.example/distrito-${number}`;
const junta = (number: number): string => `lejos.example/junta-${String(number).padStart(3, '0')}`;

/** 250 bases in two districts, and three that belong to the federation itself. */
const asked = [
  ...Array.from({ length: 250 }, (_, i) => ({ base: junta(i), path: [{ book: district(i % 2), index: i }] })),
  ...[900, 901, 902].map((number) => ({ base: junta(number), path: [] })),
];

async function resolutionOf(upper: Body, text: object, status: string): Promise<number> {
  const sitting = await upper.sitting();
  const motion = await upper.write('MotionTabled', { sitting, ...text, proposal: { kind: 'pact', with: 'Them' } });
  return upper.write('ResolutionAdopted', { vote: 0, motion, ...text, status });
}

async function answered(
  upper: Body,
  consultation: number,
  number: number,
  answer: 'yes' | 'no',
  doubleMembers?: number,
): Promise<number> {
  const one = asked[number];
  const tally = answer === 'yes' ? { yes: 28, no: 2, abstain: 1 } : { yes: 1, no: 30, abstain: 0 };
  return upper.write('AnswerReceived', {
    consultation,
    below: one?.base,
    answer,
    ...tally,
    roll: 412,
    ...(doubleMembers === undefined ? {} : { doubleMembers }),
    heldAt: '2005-06-10T12:00:00Z',
    from: { book: one?.base, index: 9 },
    ...(one?.path.length === 0 ? {} : { path: one?.path }),
  });
}

const text = { matter: 'pact', title: 'Pacto de Senkata', textHash: root };

const plain = (page: string): string => page.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');

test('a consultation is told tier by tier and base by base, a hundred at a time, the silent bases too', async () => {
  await withNodes(['a.example'], async (place) => {
    const upper = await makeBody(place, 'federacion', 'delegate');
    const resolution = await resolutionOf(upper, text, 'suspended');
    const list = { mediaType: 'application/json', content: JSON.stringify(asked) };
    const consultation = await upper.write(
      'ConsultationIssued',
      { resolution, title: text.title, textHash: root, deadline: '2099-01-01T00:00:00Z', bases: asked.length, rule },
      { attach: { list } },
    );
    await answered(upper, consultation, 0, 'yes');
    await answered(upper, consultation, 1, 'no');
    await answered(upper, consultation, 251, 'yes');
    const app = createServer({ node: place.node });
    try {
      const get = async (query: string): Promise<string> =>
        (await app.inject({ url: `/b/federacion/consultations/${consultation}?lang=es${query}` })).body;
      const page = await get('');
      const said = plain(page);
      assert.match(said, /2 bases sí · 1 no · 250 por responder/);
      assert.match(said, /Por miembros, en las bases que respondieron: 57 sí · 34 no · 2 abstenciones\. No decide/);
      assert.match(said, /Quien calla no está de ningún lado\./);
      assert.match(said, /Quedan \d+ días/);
      assert.match(said, /Todavía puede salir una cosa u otra/);
      assert.match(said, /2 organismos bajo/);
      assert.match(said, /lejos\.example\/distrito-0 125 1 0 124 /);
      assert.match(said, /lejos\.example\/distrito-1 125 0 1 124 /);
      assert.match(said, /Bases directas 3 1 0 2 /);
      assert.match(said, /De la 1 a la 100, de 253/);
      assert.match(
        said,
        /lejos\.example\/junta-000 Por lejos\.example\/distrito-0 Sí 28 sí · 2 no · 1 abstención.*?31 .*?412/,
      );
      assert.match(said, /lejos\.example\/junta-002 Por lejos\.example\/distrito-0 Sin respuesta/);
      assert.match(page, /rel="next" href="[^"]*from=100[^"]*#bases"/);
      const last = plain(await get('&from=200'));
      assert.match(last, /De la 201 a la 253, de 253/);
      assert.match(last, /junta-901 Sí/);
      const beyond = plain(await get('&from=9999999'));
      assert.match(beyond, /De la 201 a la 253/);
      const one = plain(await get(`&below=${encodeURIComponent(district(1))}`));
      assert.match(one, /De la 1 a la 100, de 125/);
      assert.doesNotMatch(one, /junta-000/);
      const way = await app.inject({ url: `/b/federacion/resolutions/${resolution}?lang=en` });
      assert.match(way.body, new RegExp(`href="/b/federacion/consultations/${consultation}\\?lang=en"`));
      assert.match(plain(way.body), /Suspended until the bases ratify it/);
      const wall = await app.inject({ url: `/b/federacion/consultations/${consultation}/wall?lang=es` });
      assert.equal((wall.body.match(/class="meter"/g) ?? []).length, 2, 'by bases and by members');
      assert.equal((wall.body.match(/class="tick"/g) ?? []).length, 1, 'the rule is about bases');
      assert.match(plain(wall.body), /2 bases sí · 1 no · 250 por responder .*57 sí · 34 no · 2 abstenciones/);
      assert.doesNotMatch(wall.body, /<header|<footer|class="skip"/, 'the site is not on the wall');
      assert.match(page, /<header class="top">.*<footer/s);
      assert.match(wall.body, /data-follows="\/api\/bodies\/federacion\/events"/);
      assert.equal((await app.inject({ url: '/b/federacion/consultations/1/wall' })).statusCode, 404);
      const nothing = await app.inject({ url: '/b/federacion/consultations/1' });
      assert.equal(nothing.statusCode, 404);
    } finally {
      await app.close();
    }
  });
});

test('what no base can change any more is said to be settled, with the reason, and that it has no effect yet', async () => {
  await withNodes(['a.example'], async (place) => {
    const upper = await makeBody(place, 'federacion', 'delegate');
    const few = asked.slice(250);
    const ask = async (of: 'bases' | 'answered', silence: string) => {
      const resolution = await resolutionOf(upper, { ...text, title: `Pacto ${of} ${silence}` }, 'suspended');
      const list = { mediaType: 'application/json', content: JSON.stringify(few) };
      const data = {
        resolution,
        title: text.title,
        textHash: root,
        deadline: '2099-01-01T00:00:00Z',
        bases: few.length,
      };
      return upper.write('ConsultationIssued', { ...data, rule: { ...rule, of, silence } }, { attach: { list } });
    };
    const [ofBases, silentNo] = [await ask('bases', 'neither'), await ask('answered', 'no')];
    for (const number of [250, 251]) await answered(upper, ofBases, number, 'yes');
    await answered(upper, silentNo, 250, 'no');
    const app = createServer({ node: place.node });
    try {
      const get = async (index: number, lang: string): Promise<string> =>
        plain((await app.inject({ url: `/b/federacion/consultations/${index}?lang=${lang}` })).body);
      const spanish = await get(ofBases, 'es');
      assert.match(spanish, /Ya está decidido: se ratifica/);
      assert.match(spanish, /Aunque la base que falta dijera que no, o nada, el resultado sería el mismo\./);
      assert.match(spanish, /vale al cierre \(.*?2099\), y hasta entonces cada base puede corregir/);
      assert.match(spanish, /cuenta en el número que hace falta/);
      const english = await get(silentNo, 'en');
      assert.match(english, /The statute counts silence as no/);
      assert.match(english, /It may still go either way/);
    } finally {
      await app.close();
    }
  });
});

test('how far the bases overlap is shown as numbers, and of whom nobody has said it', async () => {
  await withNodes(['a.example'], async (place) => {
    const upper = await makeBody(place, 'federacion', 'delegate');
    const few = asked.slice(250);
    const resolution = await resolutionOf(upper, text, 'suspended');
    const list = { mediaType: 'application/json', content: JSON.stringify(few) };
    const data = { resolution, title: text.title, textHash: root, deadline: '2099-01-01T00:00:00Z', bases: few.length };
    const consultation = await upper.write('ConsultationIssued', { ...data, rule }, { attach: { list } });
    const app = createServer({ node: place.node });
    try {
      const get = async (lang: string): Promise<string> =>
        plain((await app.inject({ url: `/b/federacion/consultations/${consultation}?lang=${lang}` })).body);
      assert.doesNotMatch(await get('en'), /Double membership/, 'nobody has answered');
      await answered(upper, consultation, 250, 'yes');
      assert.match(await get('en'), /No base that answered has said how many.*is not known/);
      await answered(upper, consultation, 251, 'no', 12);
      const spanish = await get('es');
      assert.match(spanish, /Doble pertenencia De 2 bases que respondieron, una ha dicho .*: 12 en total\./);
      assert.match(spanish, /De una que respondió no se sabe\. Se cuentan bases, cada una una vez/);
      assert.match(spanish, /31 .*?412 · 12 están también en otra base/);
      await answered(upper, consultation, 250, 'yes', 0);
      const english = await get('en');
      assert.match(english, /Of 2 bases that answered, 2 have said .*: 12 in all\./);
      assert.doesNotMatch(english, /not known/);
      const said = { yes: 1, no: 1, silent: 1, members: { yes: 29, no: 32, abstain: 1 }, outcome: 'rejected' };
      const closed = { consultation, ...said, doubleMembers: { bases: 2, members: 12 } };
      const act = await upper.write('ConsultationClosed', closed);
      const { entry } = (await app.inject({ url: `/api/bodies/federacion/acts/${act}` })).json();
      assert.deepEqual(entry.data.doubleMembers, closed.doubleMembers);
      const sentence = await app.inject({ url: `/api/bodies/federacion/acts/${act}/sentence` });
      assert.match(sentence.body, /In 2 of those that answered, 12 members are known to be in another base too/);
      const { state } = (await app.inject({ url: '/api/bodies/federacion' })).json();
      assert.match(JSON.stringify(state.consultations), /"doubleMembers":12/);
    } finally {
      await app.close();
    }
  });
});

test('an answer that was opened again is shown with its day, and so is what a resolution waits for', async () => {
  await withNodes(['a.example'], async (place) => {
    const upper = await makeBody(place, 'federacion', 'delegate');
    const resolution = await resolutionOf(upper, text, 'suspended');
    const few = asked.slice(250);
    const list = { mediaType: 'application/json', content: JSON.stringify(few) };
    const data = { resolution, title: text.title, textHash: root, deadline: '2005-07-01T00:00:00Z', bases: few.length };
    const consultation = await upper.write('ConsultationIssued', { ...data, rule }, { attach: { list } });
    await answered(upper, consultation, 250, 'yes');
    const result = { yes: 1, no: 0, silent: 2, members: { yes: 28, no: 2, abstain: 1 }, outcome: 'ratified' };
    await upper.write('ConsultationClosed', { consultation, ...result });
    await upper.write('ResolutionRatified', { resolution, consultation });
    const below = few[0]?.base ?? '';
    const until = '2099-01-05T00:00:00Z';
    await upper.write('ConsultationChallenged', { consultation, below, reason: 'Sin convocatoria', until });

    const sitting = await upper.sitting();
    const words = { matter: 'ordinary', title: 'Tregua', textHash: root };
    const condition = {
      event: 'Firman el decreto',
      by: '2099-02-01T00:00:00Z',
      holdsIf: 'not-happened',
      certifier: 'actas',
      otherwise: 'in-force',
    };
    const motion = await upper.write('MotionTabled', {
      sitting,
      ...words,
      proposal: { kind: 'resolution', condition },
    });
    const truce = await upper.write('ResolutionAdopted', { vote: 0, motion, ...words, status: 'conditional' });
    await upper.write('ConditionSet', { resolution: truce, ...condition });
    await upper.write('ClassificationChallenged', { resolution: truce, claimedMatter: 'lifting', below: junta(7) });
    const app = createServer({ node: place.node });
    try {
      const get = async (url: string): Promise<string> =>
        plain((await app.inject({ url: `/b/federacion/${url}` })).body);
      const page = await get(`consultations/${consultation}?lang=es`);
      assert.match(
        page,
        /lejos\.example\/junta-900 puede responder otra vez hasta el 5 de enero de 2099|hasta el 4 de enero de 2099/,
      );
      assert.match(page, /Se le pregunta de nuevo/);
      assert.match(
        await get(`resolutions/${resolution}?lang=en`),
        /Suspended: bases whose answer was challenged are asked once more/,
      );
      const way = await get(`resolutions/${truce}?lang=es`);
      assert.match(way, /En suspenso porque alguien dice que es levantamiento de medida: deciden las bases/);
      assert.match(way, /Vale si no se da esto: Firman el decreto/);
      assert.match(way, /desde ese día entra en vigor/);
      assert.match(way, /todavía nadie lo ha constatado/);
      assert.match(way, /lejos\.example\/junta-007 dice que esto es levantamiento de medida/);
    } finally {
      await app.close();
    }
  });
});
