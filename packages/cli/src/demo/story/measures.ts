import { actOf } from '../client.ts';
import type { Announced } from '../hall.ts';
import { cited, type Person, type Stage } from '../stage.ts';
import { castAll, openDeviceVote, type Popular } from './assembly.ts';

/** Everybody reads which road; the corner is for members. */
const measures = [
  {
    what: 'Bloqueo de la avenida 6 de Marzo',
    place: 'Cruce con la avenida Litoral',
    text: 'Se cierra la avenida 6 de Marzo hasta que la planta entregue gas a las juntas. Pasan enfermos, ambulancias, oxígeno, medicinas, agua y lo de las ollas comunes.',
  },
  {
    what: 'Bloqueo de la avenida Juan Pablo II',
    place: 'Ex tranca de Río Seco',
    text: 'Se cierra la avenida Juan Pablo II en las mismas condiciones y por el mismo tiempo.',
  },
] as const;

export const measureItems: readonly Announced[] = measures.map(({ what, text }) => ({
  matter: 'measure',
  title: what,
  text,
}));

/** Answers with the acts that closed the roads: a safe-conduct names them. */
export async function callMeasures(
  stage: Stage,
  popular: Popular,
  chair: Person,
  sitting: number,
): Promise<readonly number[]> {
  const declared = [];
  for (const [number, { what, place, text }] of measures.entries()) {
    const id = `measure-${number + 1}`;
    const proposal = { kind: 'measure', what, place, from: stage.calendar.time(76, 6) };
    const motion = { sitting, matter: 'measure', title: what, text, proposal };
    const { vote } = await openDeviceVote(popular, chair, id, motion);
    await castAll(popular, vote, () => 'yes');
    const closed = await chair.must(popular.name, 'CloseVote', { vote }, `${id}/close`);
    declared.push(actOf(closed, 'MeasureDeclared'));
  }
  const acts = declared.map(cited).join(' ');
  stage.voice.step({
    es: `Dos avenidas se cierran desde el día 76 ${acts}: levantarlas es cosa de las bases. Enfermos, ambulancias, oxígeno y medicinas pasan siempre; agua y ollas comunes, porque lo dice el estatuto.`,
    en: `Two avenues are closed from day 76 on ${acts}: only the bases can lift that. Patients, ambulances, oxygen and medicine always pass; water and common kitchens because the statute says so.`,
  });
  return declared.map(({ index }) => index);
}
