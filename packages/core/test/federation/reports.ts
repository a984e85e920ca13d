// A delegate who reports to the base, and one who does not.
import { tableEntries } from '../../src/index.ts';
import { type Base, evening, indexOf, openVote, statuteWith, table } from './assembly.ts';
import { asMember, type Done } from './federation.ts';
import { callOut, federationOf, sitUpper, type World } from './upper.ts';

/** Bases whose delegates report within ten days. */
export const reportingFederation = (): World =>
  federationOf({ statute: statuteWith({ mandates: { binding: 'flag', report: 10 } }) });

/** A vote above, and the sitting closed. */
export function voteAbove(world: World): { readonly sitting: number; readonly vote: number } {
  const { fed, upper } = world;
  const sitting = sitUpper(world);
  const chair = { origin: upper.origin, chair: upper.presidium };
  const vote = openVote(fed, chair, table(fed, chair, sitting, { matter: 'ordinary' }), 'roll-call');
  for (const [key] of tableEntries(fed.book(upper.origin).state.seats))
    callOut(fed, upper.origin, upper.presidium, vote, key, 'yes');
  fed.must(upper.origin, upper.presidium, 'CloseVote', { vote });
  fed.must(upper.origin, upper.presidium, 'CloseSitting', { sitting });
  return { sitting, vote };
}

export function report({ fed, upper }: World, base: Base, vote: number): Done {
  const input = { to: upper.origin, votes: [vote], report: 'Se votó el agua; votamos que sí, como nos mandaron.' };
  return fed.must(base.origin, asMember(base.members[4] ?? ''), 'ReportToBase', input);
}

/** The base says what it holds of a report. */
export function judge({ fed }: World, base: Base, made: number, outcome: 'approved' | 'rejected' | 'tied'): Done {
  const proposal = { kind: 'judge-report', report: made } as const;
  const hands = { approved: { yes: 7, no: 1 }, rejected: { yes: 1, no: 7 }, tied: { yes: 4, no: 4 } }[outcome];
  const [done] = evening(fed, base, [{ matter: 'ordinary', text: 'El informe', proposal, ...hands }]);
  if (done === undefined) throw new Error('nothing was decided');
  return done;
}

export function playReports(): World {
  const world = reportingFederation();
  const { fed, upper, bases } = world;
  const { vote } = voteAbove(world);
  const told = bases[0] as Base;
  judge(world, told, indexOf(report(world, told, vote), 'DelegateReported'), 'rejected');
  fed.pass({ days: 10 });
  const silent = bases[1] as Base;
  const missed = { to: upper.origin, seat: 1 };
  fed.must(silent.origin, asMember(silent.members[7] ?? ''), 'ShowMissedReport', missed);
  return world;
}
