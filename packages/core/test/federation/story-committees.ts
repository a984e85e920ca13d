// A committee of two juntas: formed, at work, reporting, ended by one of them.
import { type Base, seal } from './assembly.ts';
import { playCommitteeAccounts } from './committee-accounts.ts';
import { committeeOf, endCommittee } from './committees.ts';
import { anyone, indexOf } from './federation.ts';
import { decideByRollCall, federationOf, sitUpper, type World } from './upper.ts';

export function playCommittees(): World {
  const world = federationOf();
  const parents = world.bases.slice(0, 2) as [Base, Base];
  const committee = committeeOf(world, parents);
  const { fed, upper } = committee;
  const report = { matter: 'accounts', proposal: { kind: 'report' }, text: 'Cuarenta cisternas.' } as const;
  const sitting = sitUpper(committee, report);
  decideByRollCall(committee, sitting, { matter: 'ordinary', text: 'Dos cisternas por manzano.' });
  const done = decideByRollCall(committee, sitting, report);
  seal(fed, upper, indexOf(done, 'CommitteeReported'));
  fed.must(upper.origin, upper.presidium, 'CloseSitting', { sitting });
  playCommitteeAccounts(committee, parents);
  endCommittee(world, parents[1], upper.origin);
  fed.must(upper.origin, anyone, 'PresentEnd', { other: parents[1].origin });
  return world;
}
