import { many } from '../amounts.ts';
import type { Stage } from '../stage.ts';
import { type Base, rollOf } from './base.ts';
import { forEachOf } from './crowd.ts';

/** Sittings that were held by candle-light and are entered days afterwards, with their own date. */
export async function enterFromPaper(stage: Stage, bases: readonly Base[], heldOn: number): Promise<void> {
  const late = bases.filter(({ plan }) => plan.late);
  stage.calendar.goTo(heldOn + 2, 10);
  await forEachOf(late, (base) => {
    const present = Math.ceil(rollOf(base) * 0.75);
    const turns = {
      matter: 'ordinary',
      title: 'Turnos de la olla común',
      text: 'Cada manzano cocina un día, en orden.',
      yes: present - 1,
      no: 1,
      abstain: 0,
    };
    const heldAt = stage.calendar.time(heldOn, 17);
    const input = { heldAt, place: 'Cancha', call: 'first', present, notice: [], decisions: [turns] };
    return base.secretary.must(base.name, 'EnterLateSitting', input, 'from-paper');
  });
  stage.voice.step({
    es: `${many(late.length, 'junta sesionó', 'juntas sesionaron')} en papel; el acta se asienta después, con su propia fecha.`,
    en: `${many(late.length, 'council', 'councils')} sat on paper; the minutes are entered afterwards, with their own date.`,
  });
}
