// What a consultation is on paper and to the people of one base: the kit, the list of the silent, what came of it; and the fate of a motion sent up.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { base64Encode } from '@cabildo/book';
import { correspondenceHere } from '../../src/app/correspondence/correspondence-here.ts';
import { createServer } from '../../src/http/create-server.ts';
import { type Body, makeBody, type Place, withNodes } from '../exchange/fixture.ts';

const root = base64Encode(new Uint8Array(32));
const rule = { num: 1, den: 2, strict: true, of: 'bases' };
const text = { matter: 'pact', title: 'Pacto de Senkata', textHash: root };

const plain = (page: string): string => page.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');

type Read = (path: string, language?: 'es' | 'en') => Promise<{ readonly status: number; readonly body: string }>;

async function reading(place: Place, work: (read: Read) => Promise<void>): Promise<void> {
  const app = createServer({ node: place.node });
  try {
    await work(async (path, language = 'es') => {
      const url = `/b/${path}${path.includes('?') ? '&' : '?'}lang=${language}`;
      const { statusCode, body } = await app.inject({ url, headers: { accept: 'text/html' } });
      return { status: statusCode, body };
    });
  } finally {
    await app.close();
  }
}

interface Tiers {
  readonly upper: Body;
  readonly district: Body;
  /** In the district two, and one that belongs to the federation itself. */
  readonly bases: readonly [Body, Body, Body];
  readonly consultation: number;
}

async function belongs(above: Body, below: Body): Promise<number> {
  await below.write('AffiliationRequested', { to: above.origin, vote: 0 });
  return above.admit(below);
}

async function threeTiers(place: Place, deadline: string, said?: object): Promise<Tiers> {
  const upper = await makeBody(place, 'federacion', 'delegate');
  const district = await makeBody(place, 'distrito', 'delegate');
  const bases = [
    await makeBody(place, 'junta-1'),
    await makeBody(place, 'junta-2'),
    await makeBody(place, 'minas'),
  ] as const;
  const admitted = await belongs(upper, district);
  for (const base of bases.slice(0, 2)) await belongs(district, base);
  await belongs(upper, bases[2]);
  const path = [{ book: district.origin, index: admitted }];
  const asked = bases.map(({ origin }, i) => ({ base: origin, path: i < 2 ? path : [] }));
  const sitting = await upper.sitting();
  const motion = await upper.write(
    'MotionTabled',
    { sitting, ...text, proposal: { kind: 'pact', with: 'Them' } },
    { disclose: { text: 'Abrimos la planta <a las seis>.' } },
  );
  const resolution = await upper.write('ResolutionAdopted', { vote: 0, motion, ...text, status: 'suspended' });
  const list = { mediaType: 'application/json', content: JSON.stringify(asked) };
  const data = { resolution, title: text.title, textHash: root, deadline, bases: 3, rule };
  const beside = { attach: { list }, ...(said === undefined ? {} : { disclose: { arguments: said } }) };
  return { upper, district, bases, consultation: await upper.write('ConsultationIssued', data, beside) };
}

const tallies = { yes: { yes: 28, no: 2, abstain: 1 }, no: { yes: 1, no: 30, abstain: 0 } };

/** In the base's own book. */
async function answers({ upper, consultation }: Tiers, base: Body, answer: 'yes' | 'no'): Promise<number> {
  const on = { book: upper.origin, index: consultation };
  const data = { consultation: on, textHash: root, answer, ...tallies[answer], present: 31, roll: 40 };
  return base.write('ConsultationAnswered', { vote: 0, ...data, heldAt: '2005-06-10T12:00:00Z' });
}

const receives = ({ upper, consultation }: Tiers, base: Body, answer: 'yes' | 'no', index: number): Promise<number> =>
  upper.write('AnswerReceived', {
    consultation,
    below: base.origin,
    answer,
    ...tallies[answer],
    roll: 40,
    heldAt: '2005-06-10T12:00:00Z',
    from: { book: base.origin, index },
  });

test('given a consultation with arguments, the kit of a base has letter, text, both sides, poster and form, with its name on it', async () => {
  await withNodes(['a.example'], async (place) => {
    const said = { for: 'Sin planta no hay gas.', against: 'No hay garantías.' };
    const { bases, consultation } = await threeTiers(place, '2099-01-01T00:00:00Z', said);
    await reading(place, async (read) => {
      const { status, body } = await read(`federacion/consultations/${consultation}/kit?for=${bases[0].name}`);
      assert.equal(status, 200);
      const kit = plain(body);
      assert.match(kit, /Base: junta-1/);
      assert.match(kit, /federacion pregunta a cada base si ratifica esto: Pacto de Senkata Hay tiempo hasta/);
      assert.match(
        kit,
        /Se pregunta a 3 bases\. .*más de la mitad de todas las bases.*cuenta en el número que hace falta/,
      );
      assert.match(kit, new RegExp(`a\\.example/federacion , acto ${consultation}`));
      assert.match(kit, /Abrimos la planta &lt;a las seis&gt;\./);
      assert.match(kit, /A favor Sin planta no hay gas\. En contra No hay garantías\./);
      assert.match(kit, /¿Ratificamos\?.*SÍ Que entre en vigor\. NO .* ABSTENCIÓN/);
      assert.match(kit, /Resultado de la base .*Presentes .*La base dice SÍ NO .*Firman/);
      assert.equal(body.match(/<article class="sheet/g)?.length, 4);
      const english = plain((await read(`federacion/consultations/${consultation}/kit`, 'en')).body);
      assert.match(english, /For Sin planta no hay gas\. Against/);
      assert.match(english, /Do we ratify\?.*YES.*NO.*ABSTENTION/);
      assert.equal((await read('federacion/consultations/1/kit')).status, 404);
      assert.equal(
        (await read(`federacion/consultations/${consultation}/kit?for=${encodeURIComponent('<b>')}`)).status,
        404,
      );
    });
  });
});

test('given no arguments were written, the kit says so and leaves room for those of the assembly', async () => {
  await withNodes(['a.example'], async (place) => {
    const { consultation } = await threeTiers(place, '2099-01-01T00:00:00Z');
    await reading(place, async (read) => {
      const { body } = await read(`federacion/consultations/${consultation}/kit`);
      assert.match(plain(body), /no escribió argumentos/);
      assert.equal(body.match(/class="to-fill"/g)?.length, 2);
    });
  });
});

test('the list for whoever goes on foot has the silent bases by their bodies, and loses each that answers', async () => {
  await withNodes(['a.example'], async (place) => {
    const tiers = await threeTiers(place, '2099-01-01T00:00:00Z');
    const { bases, consultation } = tiers;
    await receives(tiers, bases[0], 'yes', await answers(tiers, bases[0], 'yes'));
    await reading(place, async (read) => {
      const path = `federacion/consultations/${consultation}/silent`;
      const first = plain((await read(path)).body);
      assert.match(first, /2 de 3 no han respondido\. De la 1 a la 2/);
      assert.match(first, /distrito Base Visitada el Qué dijeron Papeles junta-2/);
      assert.match(first, /Bases directas Base .* minas/);
      assert.doesNotMatch(first, /junta-1/);
      const district = plain((await read(`${path}?below=${encodeURIComponent(tiers.district.origin)}`)).body);
      assert.match(district, /1 de 2 no han respondido/);
      assert.doesNotMatch(district, /minas/);
      for (const base of bases.slice(1)) await receives(tiers, base, 'no', await answers(tiers, base, 'no'));
      assert.match(plain((await read(path)).body), /Han respondido todas las bases\./);
    });
  });
});

test('the people of a base are told what they are asked through two tiers, how far their answer has come, and what the bases decided and why', async () => {
  await withNodes(['a.example'], async (place) => {
    const tiers = await threeTiers(place, '2099-01-01T00:00:00Z');
    const { upper, bases, consultation } = tiers;
    await reading(place, async (read) => {
      const page = async (body: Body, language?: 'en'): Promise<string> =>
        plain((await read(`${body.name}/correspondence`, language)).body);
      assert.match(await page(bases[0]), /Pacto de Senkata Falta responder Pregunta de federacion Hay tiempo hasta el/);
      const act = await answers(tiers, bases[0], 'yes');
      assert.match(await page(bases[0]), /Respondió.*28 sí.*Falta sellarla: sin sello no cuenta arriba/);
      await bases[0].seal(act);
      assert.match(await page(bases[0]), /Todavía no está en el libro de quien preguntó/);
      await receives(tiers, bases[0], 'yes', act);
      assert.match(await page(bases[0]), /Llegó arriba/);
      await receives(tiers, bases[1], 'no', await answers(tiers, bases[1], 'no'));
      const result = { yes: 1, no: 1, silent: 1, members: { yes: 29, no: 32, abstain: 1 }, outcome: 'rejected' };
      await upper.write('ConsultationClosed', { consultation, ...result });
      assert.match(
        await page(bases[0]),
        /Esta base dijo que sí; las bases decidieron que no, porque hacía falta más de la mitad de todas las bases, y de 3 dijeron que sí 1 y que no 1; callaron 1\./,
      );
      assert.match(await page(bases[2], 'en'), /This base did not answer; the bases decided no, because it needed/);
      assert.match(await page(tiers.district), /Ninguna asamblea de arriba le ha preguntado nada/);
      assert.match(
        plain((await read(`federacion/consultations/${consultation}/kit`)).body),
        /La consulta está cerrada: este material es sólo para leer/,
      );
    });
  });
});

test('a base sees its motion on the way, on the list above with its day, tabled there, and answered with reasons', async () => {
  await withNodes(['a.example'], async (place) => {
    const upper = await makeBody(place, 'federacion', 'delegate');
    const base = await makeBody(place, 'junta-1');
    await belongs(upper, base);
    const sent = { title: 'Agua para todos', textHash: root };
    const forwarded = await base.write('MotionForwarded', { vote: 0, motion: 0, to: upper.origin, ...sent });
    await reading(place, async (read) => {
      const page = async (): Promise<string> => plain((await read('junta-1/correspondence')).body);
      assert.match(await page(), /Agua para todos En camino A federacion Todavía no está en la lista de federacion/);
      const from = { book: base.origin, index: forwarded };
      const received = await upper.write('MotionReceived', { from, ...sent });
      assert.match(await page(), /En su lista A federacion En la lista desde el/);
      const above = plain((await read('federacion/correspondence')).body);
      assert.match(above, /Lo que llegó de abajo Agua para todos .*De junta-1.*Falta responder a la base/);
      const sitting = await upper.sitting();
      const tabled = { sitting, matter: 'ordinary', ...sent, proposal: { kind: 'resolution' }, from: received };
      await upper.write('MotionTabled', tabled, { disclose: { text: 'Agua.' } });
      assert.match(await page(), /Presentada en/);
      const reasons = 'No alcanzó la plata. Minoría: El Alto pide que se trate otra vez.';
      const told = { received, from, fate: 'rejected' };
      const answered = await upper.write('MotionAnswered', told, { disclose: { reasons } });
      assert.match(
        await page(),
        /no aprobada .*Respuesta: no aprobada .*Razones y posiciones de minoría No alcanzó la plata\. Minoría: El Alto .*todavía no consta en el libro de esta asamblea/,
      );
      const answer = { book: upper.origin, index: answered };
      await base.write('MotionAnswerReceived', { forwarded, answer, fate: 'rejected' });
      assert.match(await page(), /La respuesta consta en el libro de esta asamblea: no aprobada/);
      const more = async ({ origin }: Body): Promise<object> =>
        (await correspondenceHere(place.node, (await place.node.book(origin))!)).more;
      const nothing = { questions: 0, waiting: 0, received: 0, sent: 0 };
      assert.deepEqual(await more(base), nothing);
      for (let i = 0; i < 51; i++) {
        const title = `Agua ${i}`;
        const again = { vote: 0, motion: 0, to: upper.origin, title, textHash: root };
        const index = await base.write('MotionForwarded', again);
        await upper.write('MotionReceived', { from: { book: base.origin, index }, title, textHash: root });
      }
      assert.deepEqual(await more(base), { ...nothing, sent: 2 });
      assert.deepEqual(await more(upper), { ...nothing, received: 2 });
    });
  });
});
