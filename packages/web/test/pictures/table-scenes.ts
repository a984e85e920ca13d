// At the table of a federation: credentials at the door of an assembly, the bases asked, a petition filling up.
import { done, withNode } from '../../../server/test/app/node-fixture.ts';
import { withServer } from '../hall.ts';
import { baseBelow, votesAbove } from '../office/base-below.ts';
import { choose } from '../office/choosing.ts';
import { answers, suspended, threeTiers } from '../office/three-tiers.ts';
import { foundAssembly, withAssembly } from '../sitting/assembly.ts';
import { press, type Scene, says, withPage } from './studio.ts';

export const accreditation: Scene = ({ browser, client, camera }) =>
  withAssembly(
    client.folder,
    async ({ url, body, sitting, card, bases, recall }) => {
      const [lima, ballivian, seco] = bases;
      await withPage({ browser }, async ({ page }) => {
        const take = (name: string, english = false): Promise<void> => camera.take(`office ${name}`, page, { english });
        const fileOf = async (name = ''): Promise<Buffer> =>
          Buffer.from(await (await fetch(`${url}/api/bodies/${name}/credentials/${body.name}/1`)).arrayBuffer());
        const [good, recalled] = [await fileOf(lima?.name), await fileOf(seco?.name)];
        const open = (buffer: Buffer): Promise<void> =>
          page
            .getByLabel('O abra el archivo de la credencial')
            .setInputFiles({ name: 'credencial.json', mimeType: 'application/json', buffer });
        if (seco !== undefined) await recall(seco);
        await page.goto(`${url}/office/accreditation/${body.name}/${sitting}#body=${body.name}&card=${card}`);
        await says(page, /Libros de 3 de 3 puestos/);
        await take('accreditation', true);
        await open(good);
        await page.locator('[data-verdict="good"]').waitFor();
        await take('accreditation good', true);
        await press(page, 'Acreditar');
        await says(page, '1 de 3 acreditados');
        await press(page, 'Otra credencial');
        await open(recalled);
        await page.locator('[data-verdict="recalled"]').waitFor();
        await take('accreditation refused', true);
        await page.goto(`${url}/b/${ballivian?.name}/credentials/${body.name}`);
        await page.locator('.credential').first().waitFor();
        await camera.take('office credential card', page, { english: false });
        await camera.print('paper-credential', page);
      });
    },
    { seated: false },
  );

export const consultations: Scene = ({ browser, client, camera }) =>
  withNode(async ({ node }) => {
    const tiers = await threeTiers(node);
    const { above, bases } = tiers;
    await suspended(above);
    await withServer(node, client.folder, (url) =>
      withPage({ browser }, async ({ page }) => {
        const { name } = above;
        await page.goto(`${url}/office/consultations/${name}#body=${name}&card=${above.founded.card.code}`);
        await page.getByLabel('Qué se dijo a favor').fill('Sin planta no hay gas.');
        await camera.take('office consultation asking', page, { english: false });
        await page.getByLabel('Qué se dijo en contra').fill('No hay garantías.');
        await press(page, 'Preguntar a las bases');
        await says(page, '0 de 4 respondieron.');
        await answers(tiers, bases[0], 'yes');
        await choose(page, 'Llegó la respuesta de', 'alto-lima');
        await press(page, 'Contarla');
        await says(page, '1 de 4 respondieron.');
        await camera.take('office consultation open', page);
        await page.getByRole('link', { name: 'Material para cada base' }).click();
        await page.getByText('Sin planta no hay gas.').waitFor();
        await camera.take('page kit', page, { english: false });
        await camera.print('paper-kit', page);
        await page.goto(`${url}/b/${name}/correspondence`);
        await camera.take('page correspondence', page, { english: false });
      }),
    );
  });

export const petitions: Scene = ({ browser, client, camera }) =>
  withNode(async ({ node }) => {
    const above = await foundAssembly(node);
    const base = await baseBelow(node, 'alto-lima', above, 11);
    await votesAbove(node, above, base);
    await withServer(node, client.folder, (url) =>
      withPage({ browser }, async ({ page }) => {
        const to = `${url}/office/petitions/${base.body.name}#body=${base.body.name}&card=`;
        await page.goto(to + (await base.cardOf(base.members[5] ?? '')));
        await page.getByLabel('Sobre quién').waitFor();
        await camera.take('office petitions', page);
        const about = { against: 'delegate', target: `${above.origin}#1` };
        await done(node, base.body, 'OpenPetition', about, { kind: 'member', member: base.members[6] ?? '' });
        await page.reload();
        await says(page, /0 de 6 firmas/);
        await press(page, 'Firmar');
        await camera.take('office petition asked', page, { english: false });
        await press(page, 'Sí, firmo');
        await says(page, /1 de 6 firmas/);
        await camera.take('office petition', page);
      }),
    );
  });
