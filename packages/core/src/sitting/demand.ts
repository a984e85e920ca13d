import { affiliatesNow } from '../affiliation/lineage.ts';
import { isVouched } from '../affiliation/vouched.ts';
import { authority, holderOf } from '../authority.ts';
import { type Actor, accept, type Context } from '../decision.ts';
import { type DemandEntry, findingFor, type NeedOf } from '../facts.ts';
import type { Handler } from '../handler.ts';
import { isFounding } from '../officers/term.ts';
import { type Refused, refuse } from '../refusal.ts';
import { countsFrom, waitingUnder } from '../roll/waiting.ts';
import type { BodyState } from '../state.ts';
import { conveningOf } from '../statute/convening.ts';
import type { Matter, Statute } from '../statute/fields.ts';
import { matterRule, statuteOf } from '../statute/quorum.ts';
import { tableGet, tableHas } from '../table.ts';
import { plusDays, type Time } from '../time.ts';
import { frozenRoll, rollNeed } from './convene.ts';
import { type Asked, asAsked, demandName, textsRefusal } from './demand-name.ts';

/**
 * Who demands a sitting is written nowhere in the book: each supports it with an own command, which the vault keeps until
 * the share is reached; the act has the number alone (DESIGN section 7).
 */
export const demandSitting: Handler<'DemandSitting'> = {
  needs: ({ state, actor, at }, asked) => [supportNeed(state, asked), rollNeed(state, at), ...enrolledNeeds(actor)],
  decide(context, asked) {
    const { state, at, actor, evidence } = context;
    const rules = statuteOf(state);
    const holder = holderOf(actor);
    if (rules === null || holder === null) return refuse('body-not-founded', 'founding');
    const convening = conveningOf(rules);
    const share = convening.members;
    if (share === undefined) return refuse('demand-not-in-statute', 'convening', { needed: 'members' });
    const refused = mattersRefusal(rules, asked) ?? newcomerRefusal(context);
    if (refused !== null) return refused;
    const need = supportNeed(state, asked);
    const standing = (findingFor(evidence, need).found ?? []).filter((entry) => stillStands(rules, entry, at));
    if (standing.some((entry) => entry.holder === holder)) return refuse('already-demanded', 'convening');
    const supporters = new Set([...standing.map((entry) => entry.holder), holder]).size;
    const of = frozenRoll(context).size;
    const { matters: demand, since } = need;
    const record = { record: 'demand', demand, since, holder } as const;
    if (supporters * share.den < of * share.num)
      return accept([], [record], { supporters, needed: Math.ceil((of * share.num) / share.den) });
    return accept(
      [
        {
          act: 'SittingDemanded',
          by: { office: 'statute', article: 'convening' },
          data: {
            by: 'members',
            ...asAsked(asked),
            supporters,
            of,
            due: plusDays(at, convening.days),
          },
        },
      ],
      [{ record: 'demand-reached', demand, since }],
      { supporters },
    );
  },
};

function mattersRefusal(rules: Statute, { matters, texts }: Asked): Refused | null {
  if (matters.length === 0) return refuse('matter-not-in-statute', 'rules', { needed: 'ordinary' });
  const unruled = matters.find((matter) => matterRule(rules, matter) === undefined);
  return unruled === undefined
    ? textsRefusal({ matters, texts })
    : refuse('matter-not-in-statute', 'rules', { needed: unruled });
}

const enrolledNeeds = (actor: Actor): readonly NeedOf<'member'>[] =>
  actor.kind === 'member' ? [{ fact: 'member', member: actor.member }] : [];

/** The share is of those who count; whoever still waits to be counted is not among those who reach it. */
function newcomerRefusal({ state, actor, at, evidence }: Context): Refused | null {
  const [need] = enrolledNeeds(actor);
  const enrolled = need === undefined ? null : findingFor(evidence, need).found;
  if (enrolled === null || isFounding(state)) return null;
  const from = countsFrom(waitingUnder(state), enrolled.enrolledAt);
  return from > at ? refuse('waiting-time', 'roll.waitingDays', { needed: from, present: at }) : null;
}

/** Support is good for as long as the officers would have to convene. */
const stillStands = (rules: Statute, { at: given }: DemandEntry, at: Time): boolean =>
  at < plusDays(given, conveningOf(rules).days);

/** Since the last demand of the same matters was reached: support for that one is used up. */
const supportNeed = (state: BodyState, { matters, texts }: Asked): NeedOf<'demand-support'> => {
  const demand = demandName(matters, texts);
  return { fact: 'demand-support', matters: demand, since: tableGet(state.demands, demand) ?? 0 };
};

/** Enough of the bodies below ask for it, each by its own sealed act: anyone may show it, against the officers too. */
export const showBasesDemand: Handler<'ShowBasesDemand'> = {
  needs: ({ state }, asked) => basesNeeds(state, asked),
  decide(context, demanded) {
    const { state, at, evidence } = context;
    const rules = statuteOf(state);
    if (rules === null) return refuse('body-not-founded', 'founding');
    const { ratification } = rules;
    const convening = conveningOf(rules);
    const share = convening.affiliates;
    if (share === undefined) return refuse('demand-not-in-statute', 'convening', { needed: 'affiliates' });
    const refused = mattersRefusal(rules, demanded);
    if (refused !== null) return refused;
    const found = basesNeeds(state, demanded)
      .map((need) => findingFor(evidence, need))
      // What a base asked for counts as long as it would have to answer a question of this body.
      .filter((finding) => finding.found !== null && at < plusDays(finding.found.at, ratification.days))
      // As its answers do: those whom this assembly knows by their own papers alone bring no sitting about.
      .filter(({ need }) => isVouched(state, need.book));
    const of = affiliatesNow(state).length;
    if (found.length === 0 || found.length * share.den < of * share.num)
      return refuse('too-few-demand', 'convening', {
        needed: Math.ceil((of * share.num) / share.den),
        present: found.length,
      });
    const bases = found.map(({ need, found: asked }) => ({ book: need.book, index: asked?.index ?? 0 }));
    return accept([
      {
        act: 'SittingDemandShown',
        by: authority(context, 'convening'),
        data: {
          by: 'affiliates',
          ...asAsked(demanded),
          supporters: found.length,
          of,
          due: plusDays(at, convening.days),
          // A leaf has room for so many; the others count all the same.
          asked: bases.slice(0, 12),
        },
        cites: found.slice(0, 6).flatMap(({ cites }) => cites),
      },
    ]);
  },
};

const basesNeeds = (state: BodyState, asked: Asked): readonly NeedOf<'sitting-asked'>[] =>
  affiliatesNow(state).map(([book]) => askedNeed(state, book, asked));

/** What that body has asked of this one, unless it has been counted already. */
const askedNeed = (state: BodyState, book: string, { matters, texts }: Asked): NeedOf<'sitting-asked'> => ({
  fact: 'sitting-asked',
  book,
  of: state.origin,
  matters: demandName(matters, texts),
  after: tableGet(state.asksCounted, book) ?? -1,
});

/**
 * The body above asks. Only an election is an obligation by that alone; for everything else the body itself consents, by
 * convening or by deciding in a sitting that it will sit.
 */
export const showDemandFromAbove: Handler<'ShowDemandFromAbove'> = {
  needs: ({ state }, { above, matters }) => [askedNeed(state, above, { matters })],
  decide(context, { above, matters }) {
    const { state, at, evidence } = context;
    const rules = statuteOf(state);
    if (rules === null) return refuse('body-not-founded', 'founding');
    const convening = conveningOf(rules);
    if (convening.above !== true) return refuse('demand-not-in-statute', 'convening', { needed: 'above' });
    if (!tableHas(state.requests, above)) return refuse('not-affiliated', 'rules.affiliation', { needed: above });
    const refused = mattersRefusal(rules, { matters }) ?? consentRefusal(matters);
    if (refused !== null) return refused;
    const finding = findingFor(evidence, askedNeed(state, above, { matters }));
    if (finding.found === null) return refuse('evidence-missing', 'convening', { needed: above });
    return accept([
      {
        act: 'SittingDemandShown',
        by: authority(context, 'convening'),
        data: {
          by: 'above',
          matters: [...new Set(matters)],
          supporters: 1,
          of: 1,
          due: plusDays(at, convening.days),
          asked: [{ book: above, index: finding.found.index }],
        },
        cites: finding.cites,
      },
    ]);
  },
};

function consentRefusal(matters: readonly Matter[]): Refused | null {
  const other = matters.find((matter) => matter !== 'election');
  return other === undefined ? null : refuse('consent-needed', 'convening', { needed: 'election', present: other });
}
