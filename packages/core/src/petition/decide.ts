import { authority, holderOf, rolesOf } from '../authority.ts';
import { accept, type Context } from '../decision.ts';
import { findingFor, type NeedOf } from '../facts.ts';
import type { Handler } from '../handler.ts';
import { type Refused, refuse } from '../refusal.ts';
import { frozenRoll, rollNeed } from '../sitting/convene.ts';
import { inRound, isComplete, roundsOf, stands } from '../sitting/rounds.ts';
import type { Petition } from '../state.ts';
import type { Statute } from '../statute/fields.ts';
import { statuteOf } from '../statute/quorum.ts';
import { tableEntries, tableGet } from '../table.ts';
import { plusDays } from '../time.ts';
import { dueIfEnough, expiredSigners, phonesNeed, signersForgotten } from './sign.ts';
import { isGathering, isInSeat, openPetition, petitionDays, signaturesNeeded, targetRefusal } from './standing.ts';
import type { PetitionEntry } from './state.ts';

/** Any member may open one, and is not named. It is signed on phones and on paper; the book never learns by whom (DESIGN section 7). */
export const openRecallPetition: Handler<'OpenPetition'> = {
  needs: ({ state, at }) => [rollNeed(state, at)],
  decide(context, input) {
    const { state, at } = context;
    const rules = statuteOf(state);
    if (rules === null) return refuse('body-not-founded', 'founding');
    const { against } = input;
    const target = against === 'presidium' ? 'presidium' : input.target;
    const of = frozenRoll(context).size;
    const needed = numberNeeded(rules, input, of);
    if (typeof needed !== 'number') return needed;
    const refused = targetRefusal(state, rules, { against, target }, at);
    if (refused !== null) return refused;
    const open = openPetition(state, { against, target }, at);
    if (open !== null) return refuse('petition-open-already', 'recall.petition', { present: open });
    return accept(
      [
        {
          act: 'PetitionOpened',
          by: authority(context, 'recall.petition'),
          data: { against, target, needed, of, until: plusDays(at, petitionDays(rules)) },
        },
      ],
      expiredSigners(state, at),
    );
  },
};

/** Against offices of this body the statute says how many; against a public one its own law does, so it is told here. */
function numberNeeded(
  { recall: { petition } }: Statute,
  { against, needed }: { readonly against: Petition['against']; readonly needed?: number },
  of: number,
): number | Refused {
  if (against === 'public-office') return needed ?? 1;
  if (petition === undefined) return refuse('petition-not-in-statute', 'recall.petition', { needed: 'recall' });
  const byStatute = signaturesNeeded(petition, of);
  return needed === undefined || needed === byStatute
    ? byStatute
    : refuse('petition-number-by-statute', 'recall.petition', { needed: byStatute, present: needed });
}

/**
 * Two tellers count the lists signed on paper, without those who have signed on their phones, neither seeing the other's number. Who counts: tellers of a sitting that is convened, or
 * officers whom the statute has as tellers, never those whom the petition is about.
 */
export const countPetition: Handler<'CountPetition'> = {
  needs: (_ask, { petition }) => [countsNeed(petition), phonesNeed(petition)],
  decide(context, { petition: index, round, signatures }) {
    const { state, at, evidence } = context;
    const rules = statuteOf(state);
    const petition = tableGet(state.petitions, index);
    if (rules === null || petition === undefined)
      return refuse('not-found', 'recall', { needed: `PetitionOpened ${index}` });
    if (!isGathering(petition, at))
      return refuse('petition-over', 'recall.days', { needed: petition.until, present: petition.counted?.act ?? at });
    const teller = tellerOf(context, rules, petition);
    if (teller === null) return refuse('not-allowed', 'tellers', { needed: 'teller' });
    const phones = findingFor(evidence, phonesNeed(index)).found?.length ?? 0;
    if (petition.against !== 'public-office' && signatures + phones > petition.of)
      return refuse('more-than-the-roll', 'recall.petition', { needed: petition.of, present: signatures + phones });
    const entries = findingFor(evidence, countsNeed(index)).found ?? [];
    const turn = turnRefusal(entries, petition, teller, round);
    if (turn !== null) return turn;
    const record = { record: 'petition-count', petition: index, round, teller, signatures } as const;
    const [other] = inRound(entries, round);
    if (other === undefined) return accept([], [record], { waiting: 'the other teller' });
    const agreed = other.signatures === signatures;
    if (!stands(state, round - (petition.counted?.round ?? 0), agreed))
      return accept([], [record], { agreed, round: round + 1 });
    const counts = inRound([...entries, record], round).map((entry) => entry.signatures);
    // Where both numbers stand the smaller one is safe to rely on.
    const reached = Math.min(...counts) + phones >= petition.needed;
    const due = reached ? dueIfEnough(state, petition, at) : {};
    const onPhones = phones === 0 ? {} : { phones };
    return accept(
      [
        {
          act: 'PetitionCounted',
          by: authority(context, 'recall.petition'),
          data: { petition: index, round, counts, reached, ...onPhones, ...due },
        },
      ],
      reached ? [record, signersForgotten(index)] : [record],
      { agreed, reached },
    );
  },
};

/** As whom somebody counts the lists of a petition; null for whoever does not. */
export function tellerOf(
  { state, actor, at }: Pick<Context, 'state' | 'actor' | 'at'>,
  rules: Statute,
  { against, target }: Petition,
): string | null {
  const holder = holderOf(actor);
  if (holder === null) return null;
  const held = tableEntries(state.officers).filter(([, officer]) => officer.holder === holder);
  const roleOf = (name: string) => rules.offices.find(({ office }) => office === name)?.role;
  const isAbout =
    held.some(
      ([office]) =>
        (against === 'officer' && office === target) || (against === 'presidium' && roleOf(office) === 'presidium'),
    ) ||
    (against === 'delegate' && isInSeat(state, target, holder, at));
  if (isAbout) return null;
  const byOffice = held.some(([office]) => roleOf(office) === 'teller');
  const roles = rolesOf(state, actor, at);
  return roles.has('teller') || (byOffice && roles.has('officer')) ? holder : null;
}

export const nextRound = (entries: readonly PetitionEntry[]): number => roundsOf(entries).filter(isComplete).length + 1;

/** Rounds go on after a count that fell short: more lists may come in until its day. */
function turnRefusal(
  entries: readonly PetitionEntry[],
  { counted }: Petition,
  teller: string,
  round: number,
): Refused | null {
  const due = nextRound(entries);
  if (round !== due) return refuse('wrong-round', 'tellers', { needed: due, present: round });
  const sinceLast = entries.filter((entry) => entry.round > (counted?.round ?? 0));
  if (sinceLast.some((entry) => entry.teller === teller && entry.round < round))
    return refuse('recount-by-others', 'tellers', { present: round });
  return inRound(entries, round).some((entry) => entry.teller === teller)
    ? refuse('already-counted', 'tellers', { present: round })
    : null;
}

const countsNeed = (petition: number): NeedOf<'petition-counts'> => ({ fact: 'petition-counts', petition });
