import { actOf } from '../client.ts';
import { assemble, chairOf, convene, type Evening, open } from '../hall.ts';
import { type Assembly, type Person, type Stage, signIn } from '../stage.ts';
import type { Said } from '../voice.ts';
import { matterFor } from './agenda.ts';
import type { Cast } from './chapter-founding.ts';
import { plainEvening } from './chapter-mandate.ts';
import { cardCode } from './founding.ts';

/** Sittings that are still going on when the story ends; each waits for a reader with a card. */
export interface Waiting {
  readonly halls: readonly WaitingHall[];
}

export interface WaitingHall {
  readonly body: string;
  readonly title: string;
  readonly sitting: number;
  /** Which matter of the agenda this hall began with. */
  readonly firstMatter: number;
  /** Members to whom a card may be given, one reader after the other. */
  readonly members: readonly string[];
  /** Whom a card was given to so far; the newest last. */
  readonly readers: readonly Reader[];
}

export interface Reader {
  readonly member: string;
  readonly code: string;
  readonly words: Said;
}

/** Where on the roll: neighbours who vote by phone beside the reader, and after them the readers. */
const places = { neighbours: [6, 12], readers: [12, 24] } as const;

/** Half for, half against: the reader's vote decides. */
export const neighbours = [
  { name: 'neighbour-1', choice: 'yes' },
  { name: 'neighbour-2', choice: 'no' },
  { name: 'neighbour-3', choice: 'yes' },
  { name: 'neighbour-4', choice: 'no' },
  { name: 'neighbour-5', choice: 'no' },
  { name: 'neighbour-6', choice: 'yes' },
] as const;

const halls = [
  { junta: 'junta-16-de-julio', present: 21, hour: 18, firstMatter: 0 },
  { junta: 'junta-los-andes', present: 17, hour: 19, firstMatter: 1 },
] as const;

export async function chapterWaiting(stage: Stage, { junta }: Cast): Promise<Waiting> {
  stage.voice.chapter({ es: 'Su turno', en: 'Your turn' });
  const called: Called[] = [];
  for (const { junta: name, present, hour, firstMatter } of halls) {
    const base = junta(name);
    const plan = { ...plainEvening(`${name}/today`, 81, present, [], 'first'), hour };
    called.push({ base, plan, firstMatter, sitting: await convene(stage, chairOf(base), plan) });
  }
  const waiting: WaitingHall[] = [];
  for (const one of called) waiting.push(await openHall(stage, one));
  return { halls: waiting };
}

interface Called {
  readonly base: Assembly;
  readonly plan: Evening;
  readonly firstMatter: number;
  readonly sitting: number;
}

/** Quorum is counted, six neighbours have checked in with their phones, the motion is tabled; its vote is not open yet. */
async function openHall(stage: Stage, { base, plan, firstMatter, sitting }: Called): Promise<WaitingHall> {
  const chair = chairOf(base);
  await assemble(stage, chair, plan, sitting);
  await open(stage, chair, plan, sitting);
  for (const [number, { name }] of neighbours.entries()) {
    const member = base.roll[places.neighbours[0] + number] ?? '';
    const card = await base.secretary.must(base.name, 'IssueCard', { member }, `waiting/card-${member}`);
    const neighbour = await signIn(stage, base.name, name, member, cardCode(card));
    await neighbour.must(base.name, 'CheckIn', { sitting }, `waiting/here-${member}`);
  }
  const members = base.roll.slice(...places.readers);
  const hall = { body: base.name, title: base.title, sitting, firstMatter, members, readers: [] };
  await tableNext(base.presidency, hall, 0);
  const { title } = matterFor(firstMatter);
  stage.voice.step({
    es: `${base.title} está en sesión: ${plan.present} presentes, «${title}» presentada. Falta quien lee esto.`,
    en: `${base.title} is sitting: ${plan.present} present, “${title}” is tabled. Whoever reads this is missing.`,
  });
  return giveCard(hall, base.secretary);
}

/** The next matter of the agenda becomes a motion, to be voted on by phone; how many there were before is told. */
export async function tableNext(
  presidency: Pick<Person, 'must'>,
  { body, sitting, firstMatter }: Pick<WaitingHall, 'body' | 'sitting' | 'firstMatter'>,
  before: number,
): Promise<number> {
  const { title, text } = matterFor(firstMatter + before);
  const motion = { sitting, matter: 'ordinary', title, text, proposal: { kind: 'resolution' } };
  return actOf(await presidency.must(body, 'TableMotion', motion, `waiting/table-${before}`), 'MotionTabled').index;
}

/** The next member's card goes to a new reader; the same hall where everybody has one. */
export async function giveCard(hall: WaitingHall, secretary: Pick<Person, 'must'>): Promise<WaitingHall> {
  const member = hall.members[hall.readers.length];
  if (member === undefined) return hall;
  const issued = await secretary.must(hall.body, 'IssueCard', { member }, `waiting/card-${member}`);
  const { words } = issued.answer.card as { words: Said };
  return { ...hall, readers: [...hall.readers, { member, code: cardCode(issued), words }] };
}
