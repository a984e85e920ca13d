import { authority, holderOf } from '../authority.ts';
import { accept } from '../decision.ts';
import { takesWalkIns } from '../door/slips.ts';
import { findingFor, type NeedOf } from '../facts.ts';
import type { Handler } from '../handler.ts';
import { refuse } from '../refusal.ts';
import { liveSeats, quorumNow } from './course.ts';
import { convenedSitting } from './find.ts';
import { inRound, roundsOf, stands } from './rounds.ts';

/**
 * Two tellers count who is in the hall; neither number is shown before both exist (DESIGN section 6, Tellers). In an assembly of
 * delegates accreditation is the count, until somebody doubts that they are still there.
 */
export const countPresence: Handler<'CountPresence'> = {
  needs: (_ask, { sitting }) => [countsNeed(sitting)],
  decide(context, { sitting: index, round, present }) {
    const { state, actor, evidence, at } = context;
    const found = convenedSitting(state, index);
    if (!found.ok) return found;
    const sitting = found.value;
    const teller = holderOf(actor);
    const seats = liveSeats(state, index, at);
    if (seats !== null && !sitting.challenged && sitting.counted === null)
      return refuse('not-allowed', 'delegates', { needed: 'AccreditSeat' });
    if (teller === null || !sitting.tellers.includes(teller))
      return refuse('not-allowed', 'tellers', { needed: 'teller' });
    const due = (sitting.counted?.round ?? 0) + 1;
    if (round !== due) return refuse('wrong-round', 'tellers', { needed: due, present: round });
    // Where people on no roll are let in the hall may hold more than the roll.
    const most = seats ?? (takesWalkIns(state, sitting) ? Number.POSITIVE_INFINITY : sitting.roll);
    if (present > most) return refuse('more-hands-than-people', 'tellers', { needed: most, present });
    const entries = findingFor(evidence, countsNeed(index)).found ?? [];
    // The rounds just before that differed: this one is their recount. After an agreed count it is a new count.
    const disputed = sitting.counted?.disputed ?? 0;
    if (
      roundsOf(entries)
        .slice(round - 1 - disputed, round - 1)
        .flat()
        .some((entry) => entry.teller === teller)
    )
      return refuse('recount-by-others', 'tellers', { present: round });
    const [other] = inRound(entries, round);
    if (other?.teller === teller) return refuse('already-counted', 'tellers', { present: round });
    const record = { record: 'presence-count', sitting: index, round, teller, present } as const;
    if (other === undefined) return accept([], [record], { waiting: 'the other teller' });
    const counts = inRound([...entries, record], round).map((entry) => entry.present);
    const agreed = present === other.present;
    // Where both numbers stand the smaller one is safe to rely on.
    const counted = stands(state, disputed + 1, agreed) ? { present: Math.min(...counts) } : {};
    const answer =
      sitting.challenged && counted.present !== undefined ? { quorum: quorumNow(state, sitting, counted.present) } : {};
    return accept(
      [
        {
          act: 'PresenceCounted',
          by: authority(context, 'tellers'),
          data: {
            sitting: index,
            round,
            counts,
            agreed,
            ...counted,
            ...answer,
          },
        },
      ],
      [record],
      { agreed },
    );
  },
};

const countsNeed = (sitting: number): NeedOf<'presence-counts'> => ({ fact: 'presence-counts', sitting });
