import { many } from './amounts.ts';
import { actOf, type Caller, callerAt } from './client.ts';
import { bodyState, dataOf } from './read.ts';
import { cited, type Stage } from './stage.ts';
import { neighbours, tableNext, type WaitingHall } from './story/chapter-waiting.ts';

/** What a node says of a member, as far as a presidency looks at it. */
export interface Seen {
  readonly sittings: readonly { readonly sitting: number; readonly checkedIn: boolean }[];
  readonly openVotes: readonly OpenVote[];
  readonly votes: readonly unknown[];
}

interface OpenVote {
  readonly vote: number;
  readonly sitting: number;
  readonly openedAt: string;
  readonly voted: boolean;
  readonly mayVote: boolean;
}

/** Who has left long ago is looked for no more. */
const watched = 4;

/** How long a vote waits for those who do not press, while somebody else waits for its end. */
const patience = 30_000;

/**
 * One look around the hall, which does what is due: opens the vote once a reader has checked in, closes it once the
 * readers on its list have voted. All that it goes by lies in the node, so it goes on after a kill where it was.
 */
export async function lookAround(
  stage: Stage,
  hall: WaitingHall,
  see: (body: string, member: string) => Promise<Seen | null>,
): Promise<'opened' | 'closed' | 'nothing'> {
  const readers = await Promise.all(hall.readers.slice(-watched).map(({ member }) => see(hall.body, member)));
  const here = readers.filter((reader) => reader !== null).filter((reader) => isHere(reader, hall));
  const open = here.flatMap(({ openVotes }) => openVotes).find(({ sitting }) => sitting === hall.sitting);
  if (open === undefined) {
    if (!here.some(({ votes }) => votes.length === 0)) return 'nothing';
    await openVote(stage, hall);
    return 'opened';
  }
  if (!isDue(here, open)) return 'nothing';
  await closeVote(stage, hall, open.vote);
  return 'closed';
}

const isHere = ({ sittings }: Seen, hall: WaitingHall): boolean =>
  sittings.some(({ sitting, checkedIn }) => sitting === hall.sitting && checkedIn);

function isDue(here: readonly Seen[], { vote, openedAt }: OpenVote): boolean {
  const mine = here.flatMap(({ openVotes }) => openVotes.filter((one) => one.vote === vote));
  const missing = mine.filter(({ mayVote, voted }) => mayVote && !voted);
  if (missing.length === 0) return true;
  // Somebody has voted and waits for the result, or came in later and waits for the next vote.
  return missing.length < mine.length && Date.now() - Date.parse(openedAt) > patience;
}

async function openVote(stage: Stage, hall: WaitingHall): Promise<void> {
  const { body, title } = hall;
  const presidency = personOf(stage, body, 'presidency');
  const motion = await motionToVoteOn(stage, hall, presidency);
  const opened = await presidency.must(body, 'OpenVote', { motion, method: 'devices' }, `waiting/vote-${motion}`);
  const act = actOf(opened, 'VoteOpened');
  stage.voice.step({
    es: `${title}: alguien marcó «Estoy aquí». La presidencia abre la votación ${cited(act)}.`,
    en: `${title}: somebody pressed “I am here”. The presidency opens the vote ${cited(act)}.`,
  });
}

/** The motion that is tabled and not voted on; where there is none, the next matter of the agenda. */
async function motionToVoteOn(stage: Stage, hall: WaitingHall, presidency: Caller): Promise<number> {
  const { motions } = await bodyState(stage, hall.body);
  const mine = Object.entries(motions).filter(([, { sitting }]) => sitting === hall.sitting);
  const tabled = mine.find(([, { vote }]) => vote === null);
  return tabled === undefined ? tableNext(presidency, hall, mine.length) : Number(tabled[0]);
}

/** The neighbours' phones vote as well; nobody sees a count before the close. */
async function closeVote(stage: Stage, { body, title }: WaitingHall, vote: number): Promise<void> {
  for (const { name, choice } of neighbours)
    await personOf(stage, body, name).ask(body, 'CastVote', { vote, choice }, `waiting/${vote}/${name}`);
  const presidency = personOf(stage, body, 'presidency');
  const closed = await presidency.must(body, 'CloseVote', { vote }, `waiting/close-${vote}`);
  const act = actOf(closed, 'VoteClosed');
  const { tallies } = await dataOf<{ tallies: readonly Tally[] }>(stage, body, act.index);
  const { yes = 0, no = 0, abstain = 0 } = tallies[0] ?? {};
  stage.voice.step({
    es: `${title}: la presidencia cierra la votación ${cited(act)}: ${yes} sí, ${no} no, ${many(abstain, 'abstención', 'abstenciones')}. El teléfono muestra el resultado y la prueba.`,
    en: `${title}: the presidency closes the vote ${cited(act)}: ${yes} yes, ${no} no, ${many(abstain, 'abstention', 'abstentions')}. The phone shows the result and the proof.`,
  });
}

interface Tally {
  readonly yes: number;
  readonly no: number;
  readonly abstain: number;
}

/** Somebody of the story, by the token that their phone was given. */
export const personOf = (stage: Stage, body: string, name: string): Caller =>
  callerAt(stage.nodeOf(body).base, stage.people.tokenOf(`${body}/${name}`));
