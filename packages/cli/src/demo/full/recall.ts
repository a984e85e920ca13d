import { actOf } from '../client.ts';
import { dataOf, firstAct } from '../read.ts';
import { anyoneAt, cited, type Stage } from '../stage.ts';
import { closeAbove, type Open, sitAbove } from './assembly.ts';
import { type Base, conveneBase, type Meeting, rollOf, sealBase, sitOn } from './base.ts';
import { callOut, openRoll, tableAbove } from './council.ts';
import type { District } from './federation.ts';

/** A base takes its delegate back while the district is voting: that vote drops, and the alternate takes the seat. */
export async function recallDuringVote(stage: Stage, { council, juntas }: District, day: number): Promise<void> {
  const { voice } = stage;
  voice.chapter({ es: 'Una junta revoca a su delegado', en: 'A junta recalls its delegate' });
  const base = juntas[3 % juntas.length] as Base;
  const meeting: Meeting = {
    id: 'revocatoria',
    day,
    call: 'first',
    present: Math.ceil(rollOf(base) * 0.8),
    matters: ['recall'],
  };
  const sitting = await conveneBase(stage, base, meeting);
  const session = { id: 'feria', kind: 'ordinary', convenedOn: day - 3, day, matters: ['ordinary'] } as const;
  const open: Open = await sitAbove(stage, council, session);
  const proposal = { kind: 'resolution' };
  const fair = { matter: 'ordinary', title: 'La feria', text: 'La feria cede una cuadra a la empresa.', proposal };
  const motion = await tableAbove(council, open.chair, open.sitting, 'feria', fair);
  const vote = await openRoll(council, open.chair, motion, 'feria');
  for (const [place, seat] of open.here.entries())
    await callOut(
      council,
      open.chair,
      vote,
      'feria',
      seat,
      place % 3 === 0 || seat.body.name === base.name ? 'yes' : 'no',
    );

  const { index: election } = await firstAct(stage, base.name, 'DelegatesElected');
  const done = await sitOn(stage, base, meeting, sitting, {
    matter: 'recall',
    title: 'Revocatoria',
    text: 'Votó lo que la junta no quiere. Asume el suplente.',
    proposal: { kind: 'recall-delegate', election, seat: 1 },
    hands: { yes: meeting.present - 1, no: 1, abstain: 0 },
  });
  const recall = actOf(done, 'DelegateRecalled');
  await sealBase(stage, base, recall);
  const seat = { below: base.origin, seat: 1 };
  const presented = await anyoneAt(stage, council.name).must(council.name, 'PresentRecall', seat, 'present-recall');
  const closed = actOf(await open.chair.must(council.name, 'CloseVote', { vote }, 'feria/close'), 'VoteClosed');
  const { dropped } = await dataOf<{ readonly dropped: number }>(stage, council.name, closed.index);
  if (dropped !== 1) throw new Error(`${dropped} votes dropped in vote ${vote} of ${council.name}`);
  await closeAbove(council, open, session.id);
  voice.step({
    es: `${base.title} revoca con la votación abierta ${cited(recall)}; cualquiera la presenta con su prueba ${cited(actOf(presented, 'RecallPresented'))}: ese voto se cae ${cited(closed)}, y el asiento es del suplente.`,
    en: `${base.title} recalls while the vote is open ${cited(recall)}; anyone presents it with its proof ${cited(actOf(presented, 'RecallPresented'))}: that vote drops ${cited(closed)}, and the seat is the alternate’s.`,
  });
}
