import { attestedAt, knownAs, objectorsAt } from '../officers/attested.ts';
import { challengeDays, statuteOf } from '../statute/quorum.ts';
import { tableGet } from '../table.ts';
import { plusDays } from '../time.ts';
import { type Checks, holds, same } from './check.ts';

/** Officers whom others attest: whether this book knew those, who could object, and until when. */
export const recoveryChecks: Checks = {
  RecoveryClaimed(state, { data: { election, bodies, objectors, due }, at }) {
    const rules = statuteOf(state);
    const could = objectorsAt(state, at).length;
    const siblings = bodies.filter(({ known }) => known === 'sibling');
    const named = bodies.filter(({ known }) => known !== 'sibling');
    return [
      same('enrolment', election, state.enrolment?.act),
      holds(!attestedAt(state, election, at), 'enrolment', election, 'attested already'),
      same('count', objectors, could),
      same('term', due, could === 0 || rules === null ? at : plusDays(at, challengeDays(rules))),
      same(
        'authority',
        named.map(({ known }) => known),
        named.map(({ book }) => knownAs(state, book)),
      ),
      holds(new Set(bodies.map(({ book }) => book)).size >= 2 && siblings.length <= 1, 'count', bodies.length, 2),
    ];
  },

  RecoveryObjected(state, { data: { claim, office, key }, at }) {
    const recovery = tableGet(state.recoveries, claim);
    return [
      holds(
        objectorsAt(state, at, recovery?.carried).some((one) => one.office === office && one.key === key),
        'authority',
        office,
        'an officer before, in term',
      ),
      holds(recovery !== undefined && at < recovery.due && recovery.objected === null, 'order', claim, 'an open claim'),
    ];
  },
};
