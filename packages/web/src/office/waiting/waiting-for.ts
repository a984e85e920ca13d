import type { Me, OpenVote, Sitting, WaitingSeal } from '../../answers.ts';
import type { Accounts, CommitteeAccounts } from '../accounts/accounts-answer.ts';
import type { Correspondence, QuestionAbove } from '../consultations/correspondence-answer.ts';
import type { Delegations, SeatAbove } from '../delegations/delegations-answer.ts';
import type { Petition, Petitions } from '../petitions/petitions-answer.ts';

/** What the node has answered; null where it could not be asked. */
export interface Asked {
  readonly me: Me | null;
  readonly delegations: Delegations | null;
  readonly petitions: Petitions | null;
  readonly correspondence: Correspondence | null;
  readonly accounts: Pick<Accounts, 'committees'> | null;
}

export type Waiting =
  | { readonly kind: 'vote'; readonly vote: OpenVote }
  | { readonly kind: 'seal'; readonly seal: WaitingSeal }
  | { readonly kind: 'sitting'; readonly sitting: Sitting }
  | { readonly kind: 'minutes'; readonly sitting: Pick<Sitting, 'sitting' | 'place' | 'startsAt'> }
  | { readonly kind: 'report'; readonly seat: SeatAbove; readonly due: string; readonly late: boolean }
  | { readonly kind: 'mandate'; readonly motion: string; readonly body: string; readonly title: string }
  | { readonly kind: 'approve'; readonly seat: SeatAbove; readonly act: number; readonly at: string }
  | { readonly kind: 'accounts'; readonly committee: CommitteeAccounts }
  | { readonly kind: 'question'; readonly question: QuestionAbove }
  | { readonly kind: 'count'; readonly petition: Petition }
  | { readonly kind: 'petition'; readonly petition: Petition };

/** Everything that one person in one body can do something about now, the most urgent first. */
export function waitingFor(
  { me, delegations, petitions, correspondence, accounts }: Asked,
  now: number,
): readonly Waiting[] {
  const votes = (me?.openVotes ?? []).filter(({ mayVote, voted }) => mayVote && !voted);
  const seals = (me?.toSeal ?? []).filter(({ signed }) => !signed);
  const sittings = (me?.sittings ?? []).toSorted(bySoonest);
  const gathering = (petitions?.petitions ?? []).filter((petition) => petition.gathering);
  return [
    ...votes.map((vote) => ({ kind: 'vote', vote }) as const),
    ...seals.map((seal) => ({ kind: 'seal', seal }) as const),
    ...sittings.map((sitting) => ({ kind: 'sitting', sitting }) as const),
    ...(me?.minutesDue ?? []).map((sitting) => ({ kind: 'minutes', sitting }) as const),
    ...reportsOf(delegations, now),
    ...questionsOf(correspondence, now),
    ...mandatesOf(delegations),
    ...toApprove(delegations),
    ...(accounts?.committees ?? [])
      .filter(({ said, outcome }) => said === null && outcome === null)
      .map((committee) => ({ kind: 'accounts', committee }) as const),
    ...gathering.flatMap((petition) =>
      petition.mine?.counts?.entered === false ? [{ kind: 'count', petition } as const] : [],
    ),
    ...gathering.flatMap((petition) =>
      petition.mine?.signed === false ? [{ kind: 'petition', petition } as const] : [],
    ),
  ];
}

const bySoonest = (a: Sitting, b: Sitting): number =>
  Number(b.opened) - Number(a.opened) || Date.parse(a.startsAt) - Date.parse(b.startsAt);

/** Of the seat in which this person sits: the holder, or once that one is recalled the alternate. */
function reportsOf(delegations: Delegations | null, now: number): readonly Waiting[] {
  return (delegations?.seats ?? []).flatMap((seat) => {
    const sits = seat.mine === (seat.recalled === null ? 'holder' : 'alternate');
    if (!sits || seat.due === null) return [];
    return [{ kind: 'report', seat, due: seat.due, late: Date.parse(seat.due) <= now } as const];
  });
}

/** A mandate is the assembly's, whichever of its seats is told: each motion above stands once. */
function mandatesOf(delegations: Delegations | null): readonly Waiting[] {
  const found = new Map<string, Waiting>();
  for (const { above, title: body, mandates } of delegations?.seats ?? [])
    for (const { motion, title, instruction } of mandates)
      if (instruction === null)
        found.set(`${above}#${motion}`, { kind: 'mandate', motion: `${above}#${motion}`, body, title });
  return [...found.values()];
}

/** What the assembly is asked from above and has not answered, while it still can. */
const questionsOf = (correspondence: Correspondence | null, now: number): readonly Waiting[] =>
  (correspondence?.questions ?? [])
    .filter(({ answer, outcome, deadline }) => answer === null && outcome === null && Date.parse(deadline) >= now)
    .map((question) => ({ kind: 'question', question }) as const);

/** Reports of which the assembly has said nothing yet. */
const toApprove = (delegations: Delegations | null): readonly Waiting[] =>
  (delegations?.seats ?? []).flatMap((seat) =>
    seat.reports.flatMap(({ act, at, judged }) =>
      judged === null ? [{ kind: 'approve', seat, act, at } as const] : [],
    ),
  );
