import { actOf, type Done, type RefusedReply, type Reply } from '../client.ts';
import { type Person, type Stage, signIn } from '../stage.ts';
import { cardCode } from '../story/founding.ts';
import type { Said } from '../voice.ts';
import type { Base } from './base.ts';

/** What the rules must refuse; told with the sentence of the rule that says no. */
export function stopped(stage: Stage, what: Said, code: string, reply: Reply): RefusedReply {
  if (reply.ok) throw new Error(`${what.en}: nothing stopped it (${code} was expected)`);
  if (reply.code !== code) throw new Error(`${what.en}: ${code} was expected, not ${JSON.stringify(reply)}`);
  stage.voice.refused(what, reply.sentences);
  return reply;
}

/** Someone of the roll who holds no office, with a card that the secretary has just made. */
export async function neighbourOf(stage: Stage, base: Base, place: number): Promise<Person> {
  const member = base.roll[place] ?? '';
  const key = `scene-card-${place}`;
  const card = await base.secretary.must(base.name, 'IssueCard', { member }, key);
  return signIn(stage, base.name, `neighbour-${place}`, member, cardCode(card));
}

export const indexOf = (done: Done, act: string): number => actOf(done, act).index;

export const tableIn = async (base: Base, by: Person, id: string, motion: object): Promise<number> =>
  indexOf(await by.must(base.name, 'TableMotion', motion, `${id}/table`), 'MotionTabled');
