import { holderOf } from '../authority.ts';
import type { ActData } from '../catalogue/acts.ts';
import { type Actor, accept, type Context, type VaultRecord } from '../decision.ts';
import { findingFor, type NeedOf } from '../facts.ts';
import type { Handler } from '../handler.ts';
import { isFounding } from '../officers/term.ts';
import { type Refused, refuse } from '../refusal.ts';
import { countsFrom, noWaiting, waitingUnder } from '../roll/waiting.ts';
import type { BodyState, Petition } from '../state.ts';
import { statuteOf } from '../statute/quorum.ts';
import { tableEntries, tableGet } from '../table.ts';
import type { Time } from '../time.ts';
import { dueOfPetition, isGathering } from './standing.ts';

/** Under which name the vault keeps who has signed, as it keeps who demands a sitting: no matter is called so. */
const SIGNED = 'petition';

/** Who has signed on a phone; in the vault alone. */
export const phonesNeed = (petition: number): NeedOf<'demand-support'> => ({
  fact: 'demand-support',
  matters: SIGNED,
  since: petition,
});

/** Who signed is wanted by nobody any more. */
export const signersForgotten = (petition: number): VaultRecord => ({
  record: 'demand-reached',
  demand: SIGNED,
  since: petition,
});

/** The signers of every petition that has run out are deleted with the next one that is opened or signed. */
export const expiredSigners = ({ petitions }: BodyState, at: Time): readonly VaultRecord[] =>
  tableEntries(petitions).flatMap(([index, petition]) =>
    at >= petition.until && petition.counted?.reached !== true ? [signersForgotten(Number(index))] : [],
  );

/**
 * Each signs for themselves, once, and the number stands there for everybody to see; the signature with which there are
 * enough writes so itself, so that no officer can leave it uncounted.
 */
export const signPetition: Handler<'SignPetition'> = {
  needs: ({ actor }, { petition }) => [phonesNeed(petition), ...enrolledNeeds(actor)],
  decide(context, { petition: index }) {
    const { state, at, actor, evidence } = context;
    const petition = tableGet(state.petitions, index);
    const holder = holderOf(actor);
    if (petition === undefined || holder === null)
      return refuse('not-found', 'recall', { needed: `PetitionOpened ${index}` });
    if (!isGathering(petition, at))
      return refuse('petition-over', 'recall.days', { needed: petition.until, present: petition.counted?.act ?? at });
    const refused = newcomerRefusal(context, petition);
    if (refused !== null) return refused;
    const signed = (findingFor(evidence, phonesNeed(index)).found ?? []).map((entry) => entry.holder);
    if (signed.includes(holder)) return refuse('already-signed', 'recall.petition', { present: index });
    const phones = signed.length + 1;
    const paper = petition.counted?.signatures ?? 0;
    const standing = { phones, paper, needed: petition.needed };
    if (phones + paper < petition.needed)
      return accept(
        [],
        [{ record: 'demand', demand: SIGNED, since: index, holder }, ...expiredSigners(state, at)],
        standing,
      );
    const data = { petition: index, phones, paper, ...dueIfEnough(state, petition, at) };
    return accept(
      [{ act: 'PetitionReached', by: { office: 'statute', article: 'recall.petition' }, data }],
      [signersForgotten(index)],
      { ...standing, reached: true },
    );
  },
};

/** By when this body must sit; of a public office that is not for it to say. */
export function dueIfEnough(
  state: BodyState,
  { against }: Pick<Petition, 'against'>,
  at: Time,
): Pick<ActData<'PetitionReached'>, 'due'> {
  const rules = statuteOf(state);
  return rules === null || against === 'public-office' ? {} : { due: dueOfPetition(rules, at) };
}

const enrolledNeeds = (actor: Actor): readonly NeedOf<'member'>[] =>
  actor.kind === 'member' ? [{ fact: 'member', member: actor.member }] : [];

/** The share is of those who counted when it was opened: nobody is enrolled for the sake of signing. */
function newcomerRefusal({ state, actor, evidence }: Context, { openedAt }: Petition): Refused | null {
  const [need] = enrolledNeeds(actor);
  if (need === undefined) return null;
  const enrolled = findingFor(evidence, need).found;
  if (enrolled === null) return refuse('not-on-roll', 'roll', { needed: openedAt });
  const from = countsFrom(isFounding(state) ? noWaiting : waitingUnder(state), enrolled.enrolledAt);
  return from > openedAt ? refuse('waiting-time', 'roll.waitingDays', { needed: from, present: openedAt }) : null;
}
