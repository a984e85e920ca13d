// What is done at a table: founding to a proven body, the statute, what waits for a person, and papers of it.
import { done, withNode } from '../../../server/test/app/node-fixture.ts';
import { makeBody } from '../../../server/test/exchange/fixture.ts';
import { inOffice, withHall, withServer } from '../hall.ts';
import { baseBelow, votesAbove } from '../office/base-below.ts';
import { choose } from '../office/choosing.ts';
import { foundAssembly, withAssembly } from '../sitting/assembly.ts';
import { press, type Scene, says, withPage } from './studio.ts';

const NAMES = ['Juana Ñáñez', 'Teófilo Condori', 'Nicolasa Ticona', 'Pedro Apaza', 'Martina Yujra', 'Félix Huanca'];

const file = (text: string) => ({ name: 'padron.csv', mimeType: 'text/csv', buffer: Buffer.from(text) });

export const founding: Scene = ({ browser, client, camera }) =>
  withNode(({ node }) =>
    withServer(node, client.folder, (url) =>
      withPage({ browser }, async ({ page, on }) => {
        const take = (name: string, english = false): Promise<void> => camera.take(`office ${name}`, page, { english });
        await page.goto(`${url}/office`);
        await page.getByRole('heading', { name: 'Entrar con su tarjeta' }).waitFor();
        await take('home', true);
        await page.goto(`${url}/office/founding`);
        await page.getByLabel('Invitación').waitFor();
        await take('founding invitation', true);
        await page.goto(`${url}/office/founding#invitation=${node.invite().code}`);
        await says(page, /Invitación del nodo/);
        await page.getByLabel('Nombre', { exact: true }).fill('Junta Villa Ingenio');
        await take('founding name', true);
        await press(page, 'Elegir el estatuto');
        await says(page, 'Falta su nombre.');
        await take('founding name missing');
        await page.getByLabel('Su nombre').fill('Felipa Quispe');
        await press(page, 'Elegir el estatuto');
        await page.getByRole('radio').first().check();
        await take('founding statute');
        await page.getByText(/^Leer: /).click();
        await says(page, /Estas son las reglas/);
        await take('founding statute read');
        await press(page, /^Fundar Junta/);
        await on('first-steps');
        await says(page, 'Fundación sin probar');
        await take('first steps', true);
        const roll = page.getByLabel('Archivo del padrón');
        await roll.setInputFiles(file('nombre;hogar\nJuana Ñáñez;1\n;2\n=1+1;3\n'));
        await says(page, 'línea 3, columna 1: falta el nombre');
        await take('roll with flaws');
        await roll.setInputFiles(
          file(`nombre;hogar\r\n${NAMES.map((name, i) => `${name};${i % 3}`).join('\r\n')}\r\n`),
        );
        await says(page, /¿Están bien los nombres\?/);
        await take('roll read');
        await press(page, /^Anotar a 6/);
        await says(page, 'Tarjetas para imprimir: 6');
        await take('cards');
        await camera.print('paper-cards', page);
        await press(page, 'Ya están impresas');
        await says(page, 'Primera convocatoria');
        await page.getByText('En el padrón: 7').click();
        await take('roll on the node');
        await page.getByLabel('Lugar').fill('Sede social');
        await page.getByLabel('Otros puntos').fill('Agua\nLuz');
        await take('convocation');
        await press(page, 'Convocar');
        await says(page, 'La sesión está convocada.');
        await take('convened');
      }),
    ),
  );

export const proof: Scene = ({ browser, client, camera }) =>
  withHall(client.folder, async (hall) => {
    const { node, body, url, neighbours } = hall;
    const president = neighbours[0] ?? '';
    const card = await hall.newCard(president);
    const other = await makeBody({ node }, 'ballivian');
    await inOffice(hall, 'president', president);
    await withPage({ browser }, async ({ page }) => {
      await page.goto(`${url}/office/first-steps/${body.name}#body=${body.name}&card=${card.code}`);
      await says(page, 'Falta aprobar el acta de fundación');
      await camera.take('office proof', page);
      await choose(page, 'Asamblea vecina', other.name.slice(0, 6));
      await press(page, 'Dar fe de su fundación');
      await says(page, 'falta firmar');
      await camera.take('office proof witnessed', page, { english: false });
    });
  });

export const joining: Scene = ({ browser, client, camera }) =>
  withAssembly(client.folder, async ({ node, body, url, card }) => {
    const base = await makeBody({ node }, 'senkata');
    await withPage({ browser }, async ({ page }) => {
      await page.goto(`${url}/office/first-steps/${body.name}#body=${body.name}&card=${card}`);
      await says(page, 'Ninguna espera respuesta.');
      await camera.take('office joining none', page, { english: false });
      const toKey = (await node.book(body.origin))?.vkey ?? '';
      await base.seal(await base.write('AffiliationRequested', { vote: 0, to: body.origin, toKey }));
      await page.reload();
      await page.getByRole('button', { name: 'Admitir' }).waitFor();
      await camera.take('office joining asked', page);
      await press(page, 'Admitir');
      await says(page, 'senkata: 1 puesto');
      await camera.take('office joining', page);
    });
  });

export const statute: Scene = ({ browser, client, camera }) =>
  withNode(({ node }) =>
    withServer(node, client.folder, (url) =>
      withPage({ browser }, async ({ page }) => {
        const take = (name: string, english = false): Promise<void> =>
          camera.take(`office statute ${name}`, page, { english });
        await page.goto(`${url}/office/new-statute`);
        await says(page, 'No se contradice.');
        await take('new', true);
        const calls = page.locator('#article-calls');
        await calls.getByText('Cambiar: Quórum').click();
        await page.locator('#f-calls-second-num').fill('2');
        await page.locator('#f-calls-second-den').fill('3');
        await says(page, /Hay 1 contradicción/);
        await take('contradicts');
        await calls.scrollIntoViewIfNeeded();
        await camera.take('office statute contradicts where', page, { english: false, whole: false });
        await page.locator('#f-calls-second-num').fill('1');
        await says(page, 'No se contradice.');
        await page.getByLabel('En el padrón').fill('90');
        await page.getByLabel('Presentes').fill('20');
        await page.getByLabel('Por sí', { exact: true }).fill('15');
        await page.getByLabel('Por no', { exact: true }).fill('5');
        await press(page, 'Probar');
        await page.locator('.tried').waitFor();
        await take('tried');
        await camera.print('paper-statute-draft', page);
      }),
    ),
  );

/** What a base sees of the seat that it fills above, and of what waits. */
export const waiting: Scene = ({ browser, client, camera }) =>
  withNode(async ({ node }) => {
    const above = await foundAssembly(node);
    const base = await baseBelow(node, 'alto-lima', above, 11);
    const { sitting, vote } = await votesAbove(node, above, base);
    await done(node, above, 'CloseVote', { vote });
    await done(node, above, 'CloseSitting', { sitting });
    const about = { against: 'delegate', target: `${above.origin}#1` };
    await done(node, base.body, 'OpenPetition', about, { kind: 'member', member: base.members[5] ?? '' });
    await withServer(node, client.folder, (url) =>
      withPage({ browser }, async ({ page }) => {
        const card = await base.cardOf(base.delegate);
        await page.goto(`${url}/office/waiting/${base.body.name}#body=${base.body.name}&card=${card}`);
        await page.getByRole('link', { name: 'Informar a la base' }).waitFor();
        await camera.take('office waiting', page);
        await page.goto(`${url}/office`);
        await page.getByRole('link', { name: 'Nuestras delegaciones' }).waitFor();
        await camera.take('office home of a member', page);
        await page.goto(`${url}/office/delegations/${base.body.name}`);
        await page.getByText('Es su puesto').waitFor();
        await camera.take('office delegations', page);
        await page.getByText('Informar a la base').click();
        await page.getByLabel('Agua, aprobada').waitFor();
        await page
          .getByLabel('Qué pasó, cómo votó y por qué')
          .fill('Se votó el agua. Voté que sí, como mandó la base.');
        await camera.take('office report', page, { english: false });
        await page.goto(`${url}/b/${base.body.name}/week`);
        await page.getByRole('heading', { name: 'Lo que nos espera', level: 1 }).waitFor();
        await camera.take('page week', page, { english: false });
        await camera.print('paper-week', page);
      }),
    );
  });
