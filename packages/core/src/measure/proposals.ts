import { canonicalText } from '../canonical.ts';
import { actKey } from '../delegation/seat-key.ts';
import { findingFor } from '../facts.ts';
import type { ProposalRules } from '../motion/proposal-rule.ts';
import { refuse } from '../refusal.ts';
import { conditionActs, conditionRefusal } from '../resolution/conditions.ts';
import { tableGet } from '../table.ts';
import { type ExemptionLimits, essentialServices, isEssential } from './essential.ts';
import { placeBeside } from './place.ts';
import { measureAt, servicesExempt } from './standing.ts';

export const measureProposals: ProposalRules<'measure' | 'lift' | 'join-measure' | 'exempt-service'> = {
  measure: {
    matters: ['measure'],
    carries: 'as-resolution',
    checkedAgain: false,
    refuses: conditionRefusal,
    records: conditionActs,
    effects(carried, { what, place, area, from, exempt }) {
      const { vote, resolution, by } = carried;
      const data = {
        vote,
        resolution,
        what,
        ...(place === undefined ? {} : { place }),
        ...(area === undefined ? {} : { area }),
        ...placeBeside(carried),
        from,
        ...(exempt === undefined ? {} : { exempt }),
      };
      return [{ act: 'MeasureDeclared', by, data }];
    },
  },

  lift: {
    matters: ['lifting'],
    carries: 'as-resolution',
    checkedAgain: true,
    refuses({ state, at }, _rules, { measure: index }) {
      const measure = tableGet(state.measures, index);
      if (measure === undefined) return refuse('not-found', 'rules.measure', { needed: `MeasureDeclared ${index}` });
      return measureAt(state, measure, at) === 'over'
        ? refuse('measure-not-in-force', 'rules.measure', { present: measure.lifted?.act ?? measure.resolution })
        : null;
    },
    effects(carried, { measure, how, to, area }) {
      const { resolution, by } = carried;
      const data = {
        measure,
        resolution,
        how,
        ...(to === undefined ? {} : { to }),
        ...(area === undefined ? {} : { area }),
        ...placeBeside(carried),
      };
      return [{ act: 'MeasureLifted', by, data }];
    },
  },

  /**
   * A body’s own people join and withdraw by its own ordinary majority and at once: only the general call waits for the
   * bases. Who withdraws need not hold the book above, which may be out of reach just then.
   */
  'join-measure': {
    matters: ['ordinary', 'measure'],
    carries: 'at-once',
    checkedAgain: false,
    needs: (_ask, { measure }) => [{ fact: 'measure', ...measure }],
    refuses({ state, evidence }, _rules, { measure, how }) {
      const key = actKey(measure.book, measure.index);
      const now = tableGet(state.measuresJoined, key);
      if (now?.how === how) return refuse('already-so', 'rules.measure', { present: now.act });
      if (how === 'withdrawn') return null;
      const { found } = findingFor(evidence, { fact: 'measure', ...measure });
      if (found === null) return refuse('evidence-missing', 'rules.measure', { needed: key });
      return found.over ? refuse('measure-not-in-force', 'rules.measure', { present: key }) : null;
    },
    effects: ({ context, vote, by }, { measure, how }) => [
      {
        act: 'MeasureJoined',
        by,
        data: { vote, measure, how },
        cites: findingFor(context.evidence, { fact: 'measure', ...measure }).cites,
      },
    ],
  },

  'exempt-service': {
    matters: ['ordinary', 'measure'],
    carries: 'as-resolution',
    // Never waits: who needs oxygen cannot wait for the bases. A base that calls it lifting challenges it.
    waits: () => false,
    checkedAgain: true,
    refuses({ state, at }, _rules, { measure: index, service, limits = null }) {
      const measure = tableGet(state.measures, index);
      if (measure === undefined) return refuse('not-found', 'rules.measure', { needed: `MeasureDeclared ${index}` });
      if (measureAt(state, measure, at) === 'over')
        return refuse('measure-not-in-force', 'rules.measure', { present: index });
      if (!isEssential(service))
        return refuse('wider-than-essential', 'essential', { needed: essentialServices.join(' | '), present: service });
      if (limits?.until !== undefined && limits.until <= at)
        return refuse('exemption-over', 'essential', { needed: at, present: limits.until });
      const passes = servicesExempt(state, measure, at).some(
        (one) => one.service === service && (one.limits === null || sameLimits(one.limits, limits)),
      );
      return passes ? refuse('already-so', 'essential', { present: service }) : null;
    },
    effects: ({ vote, resolution, by }, { measure, service, limits }) => [
      {
        act: 'EssentialServiceExempted',
        by,
        data: { vote, measure, resolution, service, ...(limits === undefined ? {} : { limits }) },
      },
    ],
  },
};

const sameLimits = (one: ExemptionLimits, other: ExemptionLimits | null): boolean =>
  other !== null && canonicalText(one) === canonicalText(other);
