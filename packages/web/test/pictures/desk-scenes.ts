// The presidium's desk through an evening, the list of speakers, and the desk of whoever has no task at it.
import { done } from '../../../server/test/app/node-fixture.ts';
import { withCalledHall } from '../called-hall.ts';
import { openDesk, playEvening } from '../desk-evening.ts';
import { withHall } from '../hall.ts';
import { withAssembly } from '../sitting/assembly.ts';
import { inOffice, press, type Scene, says, withPage } from './studio.ts';

export const desk: Scene = async ({ browser, client, camera }) => {
  await withHall(client.folder, async (hall) => {
    await withPage({ browser }, async ({ page }) => {
      await openDesk(hall, page);
      const open = new Set(['convening']);
      await playEvening(hall, {
        page,
        at: (moment) => camera.take(`desk ${moment}`, page, { english: !open.has(moment) }),
      });
    });
  });
};

export const credentials: Scene = async ({ browser, client, camera }) => {
  await withAssembly(
    client.folder,
    async ({ body, sitting, url, card }) => {
      await withPage({ browser }, async ({ page }) => {
        await page.goto(`${url}/phone/desk/${body.name}/${sitting}#body=${body.name}&card=${card}`);
        await page.locator('.now').getByRole('button', { name: 'Acreditar un puesto' }).click();
        await says(page, 'Por acreditar: 3');
        await camera.take('desk credentials', page, { english: false });
        await says(page, 'Curso de la sesión');
        await page.getByText('Curso de la sesión').click();
        await press(page, 'Presentar una revocatoria');
        await says(page, /El libro de su base lo prueba/);
        await camera.take('desk recall', page, { english: false });
      });
    },
    { seated: false },
  );
};

export const measure: Scene = async ({ browser, client, camera }) => {
  const publicity = { votes: 'totals', sensitive: 'coarsened', hoursLate: 72 } as const;
  await withCalledHall(client.folder, publicity, async ({ hall, sitting, card, declare }) => {
    const { node, body, url } = hall;
    await withPage({ browser }, async ({ page }) => {
      await openDesk(hall, page);
      await page.goto(`${url}/phone/desk/${body.name}/${sitting}`);
      await press(page, /Bloqueo/);
      await page.locator('.tabling > .step > .action').first().click();
      const form = page.locator('.tabling form');
      await form.getByRole('combobox', { name: 'Qué hace si se aprueba' }).selectOption('measure');
      await form.getByRole('textbox', { name: 'Qué', exact: true }).fill('Bloqueo');
      await camera.take('desk measure', page);
    });
    const place = 'Río Seco, surtidor';
    const proposal = { kind: 'measure', what: 'Bloqueo', place, area: 'Distrito 8', publish: true, from: node.now() };
    await declare(proposal);
    await withPage({ browser }, async ({ page, on }) => {
      await page.goto(hall.addressOf(card));
      await on('result');
      await press(page, 'Seguir');
      await says(page, place);
      await camera.take('member measure', page, { english: false });
    });
  });
};

export const speakers: Scene = async ({ browser, client, camera }) => {
  await withHall(client.folder, async (hall) => {
    const { node, body, sitting, url } = hall;
    const [neighbour, president] = [await hall.card(), await hall.card()];
    await hall.openSitting();
    await withPage({ browser }, async ({ page }) => {
      await openDesk(hall, page);
      await camera.take('desk open', page);
      await press(page, /Agua/);
      await page.locator('.tabling > .step > .action').first().click();
      await page.locator('.tabling form').waitFor();
      await camera.take('desk tabling', page, { english: false });
      for (const label of ['Fila 3, chaleco azul', 'Zona norte', 'Doña Elena, comedor'])
        await done(node, body, 'AskForFloor', { sitting, kind: 'speech', label });
      await done(node, body, 'GiveFloor', { sitting, number: 1 });
      await done(node, body, 'AskForFloor', { sitting, kind: 'order', label: 'Fila 1' });
      await page.reload();
      await says(page, 'Fila 1');
      await camera.take('desk speakers', page);
      await page.goto(`${url}/phone/speakers/${body.name}/${sitting}`);
      await page.locator('.speakers').waitFor();
      await camera.take('speakers list', page);
      await page.goto(`${url}/phone/desk/${body.name}/${sitting}`);
      for (const { member } of [neighbour, president])
        await done(node, body, 'CheckIn', { sitting }, { kind: 'member', member });
      await hall.openVote('Arreglar el tanque');
      await page.locator('.open-vote-card').waitFor();
      await camera.take('desk phones', page);
      const vote = (await node.acts(body.name, 0, 500)).find(({ act }) => act === 'VoteOpened')!.index;
      await done(node, body, 'AnnulVote', { vote, reason: 'otra vez' });
      const until = new Date(Date.parse(node.now()) + 3_600_000).toISOString().replace(/\.\d+/, '');
      const { member } = president;
      await inOffice(hall, member);
      await done(node, body, 'RecessSitting', { sitting, until }, { kind: 'member', member });
      await says(page, /cuarto intermedio/i);
      await camera.take('desk recess', page);
    });
    await withPage({ browser }, async ({ page }) => {
      await page.route('**/live', () => undefined);
      await page.goto(`${url}/phone/desk/${body.name}/${sitting}#body=${body.name}&card=${neighbour.code}`);
      await says(page, 'Un momento');
      await camera.take('desk loading', page);
      await page.unroute('**/live');
      await page.reload();
      await page.locator('.desk').waitFor();
      await camera.take('desk of a member', page);
      await page.goto(`${url}/phone/teller/${body.name}/${sitting}`);
      await says(page, 'Usted no cuenta en esta sesión');
      await camera.take('teller of a member', page);
    });
  });
};
