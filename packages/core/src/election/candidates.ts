import { authority, holderOf } from '../authority.ts';
import { accept, type Context } from '../decision.ts';
import type { Handler } from '../handler.ts';
import { type Refused, refuse } from '../refusal.ts';
import { holderNeeds, strangers } from '../roll/strangers.ts';
import { convenedSitting, type Found } from '../sitting/find.ts';
import { rolesFor } from '../sitting/presidium.ts';
import type { BodyState } from '../state.ts';
import { statuteOf } from '../statute/quorum.ts';
import { tableGet } from '../table.ts';
import { type Contest, candidatesIn, contestsIn } from './contests.ts';
import type { Candidate } from './state.ts';

/**
 * Who stands says so, or those who preside note who was named in the hall and has accepted. Until the vote is opened:
 * then the paper is fixed.
 */
export const enterCandidature: Handler<'EnterCandidature'> = {
  needs: ({ state }, { holder, alternate }) =>
    [holder, ...(alternate === undefined ? [] : [alternate])].flatMap((one) => holderNeeds(state, one)),
  decide(context, { motion: index, contest: number, holder, key, alternate, woman, name }) {
    const found = openContest(context, index, number);
    if (!found.ok) return found;
    const people = alternate === undefined ? [holder] : [holder, alternate];
    const refused =
      forOthersRefusal(context, index, holder) ??
      incompleteRefusal(context.state, found.value, { key, alternate, woman }) ??
      twiceRefusal(context.state, index, found.value, { people, key }) ??
      strangers(context, people);
    if (refused !== null) return refused;
    const data = {
      motion: index,
      contest: number,
      number: candidatesIn(context.state, index, number).length + 1,
      holder,
      ...(key === undefined ? {} : { key }),
      ...(alternate === undefined ? {} : { alternate }),
      ...(woman === undefined ? {} : { woman }),
    };
    // The act names nobody (DESIGN 7): beside it stands the name of whoever wants to be named.
    const disclose = name === undefined ? {} : { disclose: { name } };
    return accept([{ act: 'CandidateEntered', by: authority(context, 'elections'), data, ...disclose }]);
  },
};

export const withdrawCandidature: Handler<'WithdrawCandidature'> = {
  decide(context, { motion: index, contest: number, number: candidate }) {
    const found = openContest(context, index, number);
    if (!found.ok) return found;
    const standing = candidatesIn(context.state, index, number)[candidate - 1];
    if (standing === undefined || standing.withdrawn)
      return refuse('not-a-candidate', 'elections', { present: candidate });
    const refused = forOthersRefusal(context, index, standing.holder);
    if (refused !== null) return refused;
    const data = { motion: index, contest: number, number: candidate };
    return accept([{ act: 'CandidateWithdrawn', by: authority(context, 'elections'), data }]);
  },
};

function openContest({ state }: Context, index: number, number: number): Found<Contest> {
  const motion = tableGet(state.motions, index);
  const contest = contestsIn(state, motion).find((one) => one.number === number);
  if (motion === undefined || contest === undefined)
    return refuse('not-found', 'elections', { needed: `MotionTabled ${index}, ${number}` });
  if (motion.vote !== null) return refuse('already-put-to-vote', 'elections', { present: motion.vote });
  const sitting = convenedSitting(state, motion.sitting);
  return sitting.ok ? { ok: true, value: contest } : sitting;
}

const noting = ['convener', 'presidium', 'secretary', 'former-officer'] as const;

function forOthersRefusal(context: Context, motion: number, holder: string): Refused | null {
  const roles = rolesFor(context, { motion });
  if (holderOf(context.actor) === holder || noting.some((role) => roles.has(role))) return null;
  return refuse('not-allowed', 'elections', { needed: noting.join(' | '), present: holderOf(context.actor) ?? '' });
}

interface Given {
  readonly key: string | undefined;
  readonly alternate: string | undefined;
  readonly woman: boolean | undefined;
}

/**
 * An office comes with a device key that its holder will sign with; only a seat has an alternate. Who is a woman is asked where
 * the statute has parity, and written down nowhere else.
 */
function incompleteRefusal(state: BodyState, { places }: Contest, { key, alternate, woman }: Given): Refused | null {
  const asked = statuteOf(state)?.parity !== undefined;
  if (asked === (woman === undefined))
    return refuse('candidature-incomplete', 'parity', asked ? { needed: 'woman' } : { present: 'woman' });
  const ofOffices = places.some((place) => 'office' in place);
  if (ofOffices === (key === undefined))
    return refuse('candidature-incomplete', 'elections', ofOffices ? { needed: 'key' } : { present: 'key' });
  return ofOffices && alternate !== undefined
    ? refuse('candidature-incomplete', 'elections', { present: 'alternate' })
    : null;
}

/** Nobody stands twice in one election, be it for two offices or beside somebody else: both could be elected. */
function twiceRefusal(
  state: BodyState,
  motion: number,
  { places }: Contest,
  { people, key }: { readonly people: readonly string[]; readonly key: string | undefined },
): Refused | null {
  const others = contestsIn(state, tableGet(state.motions, motion)).flatMap(({ number }) =>
    candidatesIn(state, motion, number).filter(({ withdrawn }) => !withdrawn),
  );
  const named = new Set(others.flatMap(peopleOf));
  const double = people.find((one, position) => named.has(one) || people.indexOf(one) !== position);
  if (double !== undefined) return refuse('already-a-candidate', 'elections', { present: double });
  const sameKey = key !== undefined && others.some((other) => other.key === key);
  const [place] = places;
  return sameKey
    ? refuse('holder-twice', 'seals', { present: place !== undefined && 'office' in place ? place.office : 'key' })
    : null;
}

const peopleOf = ({ holder, alternate }: Candidate): readonly string[] =>
  alternate === null ? [holder] : [holder, alternate];

/** Everybody whose standing the closing looks at once more. */
export const candidateNeeds = (state: BodyState, motion: number) =>
  contestsIn(state, tableGet(state.motions, motion))
    .flatMap(({ number }) => candidatesIn(state, motion, number))
    .flatMap(peopleOf)
    .flatMap((holder) => holderNeeds(state, holder));

/** Is there a paper to vote on? With fewer names than places some would stay empty whatever the urn says. */
export function candidatesRefusal(state: BodyState, motion: number): Refused | null {
  for (const { number, places, women } of contestsIn(state, tableGet(state.motions, motion))) {
    const standing = candidatesIn(state, motion, number).filter(({ withdrawn }) => !withdrawn);
    if (standing.length < places.length)
      return refuse('too-few-candidates', 'elections', { needed: places.length, present: standing.length });
    const there = standing.filter(({ woman }) => woman).length;
    if (there < women) return refuse('parity-not-met', 'parity', { needed: women, present: there });
  }
  return null;
}
