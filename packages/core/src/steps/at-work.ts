import { sitsByDelegates } from '../body/standing.ts';
import type { RefusalCode } from '../refusal.ts';
import type { BodyState, Sitting } from '../state.ts';
import { statuteOf } from '../statute/quorum.ts';
import { tableEntries } from '../table.ts';
import { plusMinutes, type Time } from '../time.ts';
import { agendaOf, itemOf, nextItem } from './agenda.ts';
import { counting, tellers } from './before.ts';
import { beside, type Candidate, step } from './candidate.ts';
import { votingOrder } from './order.ts';
import { seats } from './seats.ts';
import { anyHolders, anyWords } from './stand-ins.ts';
import { deciding, handling, lots, openVotes, procedure } from './voting.ts';

/** What only words that nobody has said yet can be wrong about. */
const wording: readonly RefusalCode[] = [
  'text-differs-from-notice',
  'proposal-does-not-fit-matter',
  'not-on-roll',
  'no-such-seat',
  'offices-missing',
  'beyond-powers',
];

/** Open: the count that is owed, what is voted, what comes next, and the end. */
export function atWork(
  state: BodyState,
  index: number,
  sitting: Sitting,
  at: Time,
  questions: readonly QuestionAsked[],
): readonly Candidate[] {
  const turns = votingOrder({ state, at }, sitting);
  return [
    ...owed(state, index, sitting),
    ...procedure(state, index),
    ...openVotes(state, sitting),
    ...lots(state, sitting, at),
    ...presidium(state, index, sitting),
    ...deciding(state, turns),
    ...tabling(state, index, sitting, questions),
    ...items(state, index, sitting),
    ...minutesOfOthers(state, index),
    ...handling(state, index, turns),
    ...seats(state, index, sitting, at),
    ...course(state, index, sitting, at),
    step('CloseSitting', { sitting: index }),
  ];
}

/** Whose quorum is doubted, or who comes back from a recess, is counted before anything else. */
function owed(state: BodyState, index: number, sitting: Sitting): readonly Candidate[] {
  const due = sitting.challenged || sitting.recess !== null;
  const recess = sitting.recess === null ? [] : [step('ResumeSitting', { sitting: index })];
  const count = due || !sitsByDelegates(state) ? counting(index, sitting) : [];
  return [...tellers(state, index, sitting), ...count, ...recess];
}

/** Where the statute has each sitting elect its own. */
function presidium(
  state: BodyState,
  index: number,
  { presidium: elected, crowd, kind }: Sitting,
): readonly Candidate[] {
  const offices = statuteOf(state)?.presidium?.offices ?? [];
  const [holder = anyWords] = anyHolders(state);
  if (offices.length === 0 || crowd !== null || kind === 'founding') return [];
  if (elected.length > 0) return [];
  const proposal = { kind: 'elect-presidium' as const, holders: [{ office: offices[0] ?? anyWords, holder }] };
  const input = { sitting: index, matter: 'ordinary' as const, title: anyWords, text: anyWords, proposal };
  return [step('TableMotion', input, { missing: ['title', 'text', 'proposal.holders'], aside: wording })];
}

/** A question from above, found in a book that is here: its text is the one that the notice names, so nobody types anything. */
export interface QuestionAsked {
  readonly consultation: { readonly book: string; readonly index: number };
  readonly title: string;
  readonly text: string;
  readonly textHash: string;
}

/**
 * A motion under each item; what was announced to be decided and is not before the hall yet brings it on. A question from above is
 * put with all that it needs.
 */
function tabling(
  state: BodyState,
  index: number,
  sitting: Sitting,
  questions: readonly QuestionAsked[],
): readonly Candidate[] {
  const tabled = new Set(sitting.motions.map((motion) => itemOf(state, sitting, motion)));
  return agendaOf(state, sitting).map(({ item, matter, title, state: standing }) => {
    const awaited = standing === 'now' && matter !== 'ordinary' && !tabled.has(item);
    const put = awaited ? step<'TableMotion'> : beside<'TableMotion'>;
    const announced = sitting.notice[item]?.textHash;
    const asked = questions.find(({ textHash }) => matter === 'consultation' && textHash === announced);
    if (asked !== undefined && !tabled.has(item)) {
      const { consultation, text, textHash } = asked;
      const proposal = { kind: 'answer' as const, consultation, textHash };
      return put('TableMotion', { sitting: index, matter, title: asked.title, text, proposal }, { title });
    }
    const proposal = { kind: 'resolution' as const };
    const input = { sitting: index, matter, title: anyWords, text: anyWords, proposal };
    return put('TableMotion', input, { missing: ['title', 'text', 'proposal'], aside: wording, title });
  });
}

function items(state: BodyState, index: number, sitting: Sitting): readonly Candidate[] {
  const next = nextItem(state, sitting);
  return agendaOf(state, sitting).map(({ item, title }) =>
    item === next?.item
      ? step('TakeItem', { sitting: index, item }, { title })
      : beside('TakeItem', { sitting: index, item }, { title }),
  );
}

/** Minutes of sittings that are over, where this one is to approve them. */
function minutesOfOthers(state: BodyState, index: number): readonly Candidate[] {
  if (statuteOf(state)?.minutes.approval !== 'sitting') return [];
  return tableEntries(state.sittings).flatMap(([over, sitting]) => {
    const waits = sitting.closedAt !== null && sitting.minutes === null && !sitting.calledOff && Number(over) !== index;
    if (!waits || sitting.kind === 'founding') return [];
    const proposal = { kind: 'approve-minutes' as const, sitting: Number(over) };
    const input = { sitting: index, matter: 'ordinary' as const, title: anyWords, text: anyWords, proposal };
    return [beside('TableMotion', input, { missing: ['title', 'text'], title: sitting.place })];
  });
}

/** What a hall does beside its votes. */
function course(state: BodyState, index: number, sitting: Sitting, at: Time): readonly Candidate[] {
  const here = { sitting: index };
  const order = sitting.agenda ?? sitting.notice.map((_, item) => item);
  return [
    beside('ChallengeQuorum', here),
    beside('MoveProcedure', { ...here, kind: 'order' }),
    beside('MoveProcedure', { ...here, kind: 'adjourn' }),
    beside('RecessSitting', { ...here, until: plusMinutes(at, 15) }, { missing: ['until'] }),
    ...(order.length < 2 ? [] : [beside('ChangeAgenda', { ...here, order }, { missing: ['order'] })]),
    ...noting(state, index),
    beside(
      'RecordIrregularity',
      { ...here, what: anyWords, irregularities: ['other'] },
      { missing: ['what', 'irregularities'] },
    ),
  ];
}

/** Objections and threats are minuted beside whatever was done. */
export function noting(state: BodyState, index: number): readonly Candidate[] {
  const act = state.size - 1;
  return [
    beside(
      'RecordObjection',
      { sitting: index, act, asksForCount: false, text: anyWords },
      { missing: ['act', 'asksForCount', 'text'] },
    ),
    beside('RecordThreat', { act, text: anyWords }, { missing: ['act', 'text'] }),
  ];
}
