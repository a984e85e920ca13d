import { authority, holdsOffice, inTerm } from '../authority.ts';
import { accept } from '../decision.ts';
import type { Handler } from '../handler.ts';
import { measureAt } from '../measure/standing.ts';
import { refuse } from '../refusal.ts';
import type { BodyState, Condition } from '../state.ts';
import { tableGet, tableValues } from '../table.ts';
import type { Time } from '../time.ts';
import { conditionAt } from './conditions.ts';

export const certifyCondition: Handler<'CertifyCondition'> = {
  decide(context, { condition: index, happened, evidence }) {
    const { state, actor, at } = context;
    const condition = tableGet(state.conditions, index);
    if (condition === undefined) return refuse('not-found', 'certifiers', { needed: `ConditionSet ${index}` });
    const officer = tableGet(state.officers, condition.certifier);
    if (officer === undefined || !holdsOffice(officer, actor) || !inTerm(officer, at))
      return refuse('not-allowed', 'certifiers', { needed: condition.certifier });
    if (condition.certified !== null)
      return refuse('already-certified', 'certifiers', { present: condition.certified.act });
    // Until its day it may still happen; that it has happened can be found at once.
    if (happened === 'no' && at < condition.by)
      return refuse('too-early', 'certifiers', { needed: condition.by, present: at });
    if (conditionAt({ ...condition, certified: { act: state.size, at, happened } }, at) === 'lapsed')
      if (isCalledBy(state, condition, at))
        return refuse('bases-must-ratify', 'ratification', { needed: 'lifting', present: condition.resolution });
    return accept([
      {
        act: 'ConditionCertified',
        by: { ...authority(context, 'certifiers'), office: condition.certifier },
        data: { condition: index, happened, evidence },
      },
    ]);
  },
};

/** A measure that has begun because nobody had found anything by its day: one office does not end it, whatever it finds. */
const isCalledBy = (state: BodyState, { resolution }: Condition, at: Time): boolean =>
  tableValues(state.measures).some(
    (measure) => measure.resolution === resolution && measureAt(state, measure, at) === 'called',
  );
