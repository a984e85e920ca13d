import { firstBook } from '../affiliation/lineage.ts';
import { authority } from '../authority.ts';
import type { InputFor } from '../catalogue/commands.ts';
import { accept } from '../decision.ts';
import { type Finding, findingFor, type NeedOf } from '../facts.ts';
import type { Handler } from '../handler.ts';
import { type Refused, refuse } from '../refusal.ts';
import type { BodyState } from '../state.ts';
import { challengeDays, statuteOf } from '../statute/quorum.ts';
import { plusDays } from '../time.ts';
import { disputeBetween, meanwhileOf, openDispute, shareMeanwhile } from './standing.ts';

type Asked = InputFor<'RecordDispute'>;

/**
 * That two claim the same is a fact, and written down as one; who is right the software does not say. Where seats depend on
 * it, each claim is a sealed act of a proven body: what four friends have founded in a kitchen empties nobody's seat.
 */
export const recordDispute: Handler<'RecordDispute'> = {
  needs: ({ state }, { claims }) => claims.map((claim) => claimNeed(state, claim)),
  decide(context, { over, claims }) {
    const { state, at, evidence } = context;
    const rules = statuteOf(state);
    if (rules === null) return refuse('body-not-founded', 'founding');
    const books = claims.map(({ book }) => book);
    const refused = claimantsRefusal(state, books);
    if (refused !== null) return refused;
    const found = claims.map((claim) => findingFor(evidence, claimNeed(state, claim)));
    const unshown = found.map((one) => claimRefusal(over, one)).find((one) => one !== null);
    if (unshown !== undefined) return unshown;
    const share = over === 'name' ? {} : { share: shareMeanwhile(state, rules, books) };
    const due = plusDays(at, rules.convening?.days ?? challengeDays(rules));
    return accept([
      {
        act: 'ClaimDisputed',
        by: authority(context, 'disputes'),
        data: { over, claimants: claims, meanwhile: meanwhileOf(rules), ...share, due },
        cites: found.flatMap(({ cites }) => cites),
      },
    ]);
  },
};

function claimantsRefusal(state: BodyState, books: readonly string[]): Refused | null {
  const different = new Set(books.map(firstBook)).size;
  if (different < 2 || different < books.length) return refuse('one-claimant', 'disputes', { present: different });
  const open = books.flatMap((book) => openDispute(state, book) ?? []).at(0) ?? disputeBetween(state, books);
  return open === null ? null : refuse('already-disputed', 'disputes', { present: open.settled?.act ?? open.act });
}

function claimRefusal(over: Asked['over'], { need, found }: Finding<'claim'>): Refused | null {
  if (found === null || (over !== 'name' && found.claims !== 'seat'))
    return refuse('no-claim-found', 'disputes', { needed: `${need.book}#${need.index}` });
  return over === 'name' || found.proven ? null : refuse('body-unproven', 'founding', { present: need.book });
}

const claimNeed = (
  { origin }: Pick<BodyState, 'origin'>,
  { book, index }: Asked['claims'][number],
): NeedOf<'claim'> => ({ fact: 'claim', book, index, on: origin });
