import { isAffiliated, lineage, succeededIn } from '../affiliation/lineage.ts';
import { authority } from '../authority.ts';
import { canonicalText } from '../canonical.ts';
import { accept, type Context, type Decision, type DraftAct } from '../decision.ts';
import { type Finding, findingFor, type NeedOf } from '../facts.ts';
import type { Handler } from '../handler.ts';
import { type Refused, refuse } from '../refusal.ts';
import { matterRule, statuteOf } from '../statute/quorum.ts';
import { nextReport } from './proposals.ts';

type Formation = Finding<'committee-formed'>;

/**
 * Anyone may show that all who are named as parents have voted the same text, each in its own book. With this the committee
 * is complete: each parent has its seats, and sends delegates to them as to any assembly.
 */
export const showFormation: Handler<'ShowFormation'> = {
  needs: ({ state }, { parents }) => [...new Set(parents)].map((book) => formedNeed(state.origin, book)),
  decide(context, { parents }) {
    const { state, evidence } = context;
    const rules = statuteOf(state);
    if (state.body?.kind !== 'committee' || rules === null)
      return refuse('not-allowed', 'committees', { needed: 'committee' });
    if (matterRule(rules, 'accounts') === undefined)
      return refuse('matter-not-in-statute', 'rules', { needed: 'accounts' });
    const found = [...new Set(parents)].map((book) => findingFor(evidence, formedNeed(state.origin, book)));
    if (state.body.charter !== undefined) return goOn(context, found);
    return formationRefusal(found) ?? formed(context, found);
  },
};

const formedNeed = (committee: string, book: string): NeedOf<'committee-formed'> => ({
  fact: 'committee-formed',
  book,
  committee,
});

/** Every parent that the text names has voted it, and nobody has voted another one. */
function formationRefusal(shown: readonly Formation[]): Refused | null {
  const first = shown.find(({ found }) => found !== null)?.found ?? null;
  const named = first?.parents.map(({ body }) => body) ?? shown.map(({ need }) => need.book);
  const missing = named.filter((body) => !shown.some(({ need, found }) => need.book === body && found !== null));
  if (first === null || missing.length > 0)
    return refuse('formation-incomplete', 'committees', { needed: missing.join(', ') });
  const other = shown.find(({ found }) => found === null || termsOf(found) !== termsOf(first));
  return other === undefined ? null : refuse('formation-differs', 'committees', { present: other.need.book });
}

/** All that the parents must have said alike; the last day is the earliest that one of them has set. */
const termsOf = ({ parents, matters, powers, reportDays, textHash }: NonNullable<Formation['found']>): string =>
  canonicalText({ parents, matters, powers, reportDays, textHash });

function formed(context: Context, shown: readonly Formation[]): Decision {
  const { state, at } = context;
  const all = shown.flatMap(({ found }) => found ?? []);
  const until = all.map((one) => one.until).reduce((a, b) => (a < b ? a : b));
  if (until <= at) return refuse('committee-over', 'committees', { needed: until, present: at });
  const { parents, matters, powers, reportDays, textHash } = all[0] as (typeof all)[number];
  const from = shown.map(({ need, found }) => ({ book: need.book, index: found?.index ?? 0 }));
  const given = { committee: state.origin, parents, matters, powers, reportDays, until, textHash };
  return accept([
    {
      act: 'CommitteeFormed',
      by: authority(context, 'committees'),
      data: { ...given, ...nextReport({ reportDays, until }, at), from },
      cites: shown.flatMap(({ cites }) => cites),
    },
    ...shown.map((one) => admission(context, one, one.need.book)),
  ]);
}

/** A parent whose book goes on in another one keeps its seats. */
function goOn(context: Context, shown: readonly Formation[]): Decision {
  const { state } = context;
  const parents = state.body?.charter?.parents ?? [];
  const next = shown.filter(
    ({ need, found }) =>
      found !== null &&
      !isAffiliated(state, need.book) &&
      succeededIn(state, need.book) !== undefined &&
      lineage(need.book).some((book) => parents.some(({ body }) => body === book)),
  );
  if (next.length === 0) return refuse('already-so', 'committees', { present: state.body?.charter?.act ?? 0 });
  return accept(
    next.map((one) => {
      const body = parents.find((parent) => lineage(one.need.book).includes(parent.body))?.body ?? '';
      return admission(context, one, body);
    }),
  );
}

function admission(context: Context, { need, found, cites, bookKey }: Formation, named: string): DraftAct {
  const seats = found?.parents.find(({ body }) => body === named)?.seats ?? 1;
  return {
    act: 'AffiliationAdmitted',
    by: authority(context, 'committees'),
    data: { below: need.book, key: bookKey ?? '', title: found?.title ?? need.book, entitlement: seats },
    cites,
  };
}
