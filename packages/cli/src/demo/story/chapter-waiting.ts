import { actOf } from '../client.ts';
import { chairOf, gather, open } from '../hall.ts';
import { cited, type Stage } from '../stage.ts';
import type { Said } from '../voice.ts';
import type { Cast } from './chapter-founding.ts';
import { plainEvening } from './chapter-mandate.ts';
import { cardCode } from './founding.ts';

/** An open vote in which the reader can take part with either of two cards. */
export interface Waiting {
  readonly body: string;
  readonly vote: number;
  readonly members: readonly string[];
  readonly cards: readonly { readonly code: string; readonly words: Said }[];
}

const firstReader = 12;

/** A sitting that is still going on: two members were let in at the door, and a vote by phone waits for them. */
export async function chapterWaiting(stage: Stage, { junta }: Cast): Promise<Waiting> {
  stage.voice.chapter({ es: 'Su turno', en: 'Your turn' });
  const base = junta('junta-16-de-julio');
  const plan = { ...plainEvening(`${base.name}/today`, 74, 21, [], 'first'), hour: 18 };
  const chair = chairOf(base);
  const sitting = await gather(stage, chair, plan);
  await open(stage, chair, plan, sitting);
  const members = base.roll.slice(firstReader, firstReader + 2);
  const cards: { code: string; words: Said }[] = [];
  for (const member of members) {
    const issued = await base.secretary.must(base.name, 'IssueCard', { member }, `waiting/card-${member}`);
    const { words } = issued.answer.card as { words: Said };
    cards.push({ code: cardCode(issued), words });
    await base.secretary.must(base.name, 'AdmitAtDoor', { sitting, member }, `waiting/door-${member}`);
  }
  const motion = {
    sitting,
    matter: 'ordinary',
    title: '¿Abrimos la olla común también los domingos?',
    text: 'La olla común de la plaza atiende también los domingos, con turnos por manzano.',
    proposal: { kind: 'resolution' },
  };
  const tabled = await base.presidency.must(base.name, 'TableMotion', motion, 'waiting/table');
  const input = { motion: actOf(tabled, 'MotionTabled').index, method: 'devices' };
  const opened = actOf(await base.presidency.must(base.name, 'OpenVote', input, 'waiting/vote'), 'VoteOpened');
  stage.voice.step({
    es: `${base.title} está en sesión. Votación abierta por teléfono ${cited(opened)}.`,
    en: `${base.title} is sitting. A vote by phone is open ${cited(opened)}.`,
  });
  return { body: base.name, vote: opened.index, members, cards };
}
