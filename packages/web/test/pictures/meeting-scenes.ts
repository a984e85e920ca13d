// A meeting now, on one phone without an account, down to its sheet of paper.
import { withHall } from '../hall.ts';
import { press, type Scene, says, withPage } from './studio.ts';

export const meeting: Scene = async ({ browser, client, camera }) => {
  await withHall(client.folder, ({ url }) =>
    withPage({ browser }, async ({ page }) => {
      const take = (name: string, english = false): Promise<void> => camera.take(`meeting ${name}`, page, { english });
      const shown = (view: string): Promise<unknown> => page.waitForSelector(`[data-meeting="${view}"]`);
      await page.goto(`${url}/phone/meeting`);
      await says(page, 'Empezar una reunión');
      await take('none', true);
      await press(page, 'Empezar una reunión');
      await press(page, /^Empezar a las/);
      await says(page, 'Falta el nombre de la asamblea.');
      await take('begin');
      await page.getByLabel('Nombre de la asamblea').fill('Junta Río Seco');
      await page.getByLabel('Lugar').fill('la cancha');
      await page.getByLabel('Orden del día').fill('Agua\nLuz\nCuentas del año');
      await press(page, /^Empezar a las/);
      await shown('hall');
      await take('hall begun', true);
      await press(page, 'Contar');
      await page.getByText('Contaron dos').click();
      await page.getByLabel('La primera contó').fill('84');
      await page.getByLabel('La segunda contó').fill('81');
      await says(page, 'No coinciden: cuenten otra vez, o queda el menor.');
      await take('count');
      await press(page, 'Listo');
      await page.getByLabel('Lo que se dijo').fill('El tanque pierde agua.');
      await press(page, 'Anotar una decisión');
      await page
        .getByLabel('Texto, como se leyó en voz alta')
        .fill('Arreglar el tanque con una cuota de diez bolivianos por familia.');
      await page.getByLabel('Sí', { exact: true }).fill('60');
      await page.getByLabel('No', { exact: true }).fill('9');
      await take('decision');
      await press(page, 'Listo');
      await press(page, 'Pasar a «Luz»');
      await press(page, 'Anotar una decisión');
      await page.getByLabel('Texto, como se leyó en voz alta').fill('Pedir un foco para la cancha.');
      await page.getByText('Por aclamación').click();
      await press(page, 'Lo pregunté');
      await take('acclamation');
      await press(page, 'Lo pregunté otra vez (1 de 3)');
      await press(page, 'Lo pregunté otra vez (2 de 3)');
      await press(page, 'Listo');
      await shown('hall');
      await take('hall', true);
      for (const [name, view] of [
        ['Objeción', 'objection'],
        ['Tarea', 'task'],
      ] as const) {
        await press(page, name);
        await shown(view);
        await press(page, 'Listo');
        await take(view);
        await page.goBack();
      }
      await press(page, 'Nombre, lugar, mesa y horas');
      await shown('details');
      await take('details');
      await press(page, 'Listo');
      await press(page, 'Terminar la reunión');
      await take('ending');
      await press(page, 'Sí');
      await shown('paper');
      await take('paper', true);
      await camera.print('paper-meeting', page);
      const another = await page.context().newPage();
      await another.goto(`${url}/phone/meeting`);
      await another.getByRole('button', { name: /Junta Río Seco/ }).waitFor();
      await camera.take('meeting list', another);
    }),
  );
};
