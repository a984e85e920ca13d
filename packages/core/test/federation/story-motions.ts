// What becomes of motions: amended, divided, put aside, withdrawn; sent up and answered; carried out.
import { convene, hallOf, open, table } from './assembly.ts';
import { asMember } from './federation.ts';
import { amend, handsOn } from './motions.ts';
import { federationOf, type World } from './upper.ts';

export function playMotions(): World {
  const world = federationOf();
  const [base] = world.bases;
  if (base === undefined) throw new Error('a federation has bases');
  const { fed } = world;
  const hall = hallOf(base);
  const sitting = convene(fed, hall);
  open(fed, hall, sitting, base.members.length);
  const motion = table(fed, hall, sitting, { matter: 'ordinary', text: 'Agua para todos. Y luz.' });
  amend(fed, hall, motion, { text: 'Agua. Y luz.', order: 2 });
  const editorial = amend(fed, hall, motion, { text: 'Agua para todas. Y luz.', order: 1, substantive: false });
  fed.must(base.origin, asMember(base.members[6] ?? ''), 'ClaimSubstantive', { motion: editorial });
  handsOn(fed, hall, editorial, { yes: 8 });
  const parts = ['Agua para todas. ', 'Y luz.'];
  const split = fed.must(base.origin, base.presidium, 'SplitMotion', { motion, parts });
  const [first = 0, second = 0] = split.acts.slice(1).map(({ index }) => index);
  fed.must(base.origin, base.secretary, 'MoveProcedure', { sitting, kind: 'refer', motion: second, to: 'Comisión' });
  fed.must(base.origin, base.presidium, 'DecideProcedure', { sitting, hands: { yes: 7, no: 1, abstain: 0 } });
  handsOn(fed, hall, first, { yes: 8 });
  const withdrawn = table(fed, hall, sitting, { matter: 'ordinary', text: 'Se retira.' });
  fed.must(base.origin, base.presidium, 'WithdrawMotion', { motion: withdrawn });
  fed.must(base.origin, base.presidium, 'CloseSitting', { sitting });
  return world;
}
