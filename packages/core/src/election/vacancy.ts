import { authority } from '../authority.ts';
import { accept, type Context, type Draft } from '../decision.ts';
import { seatKey } from '../delegation/seat-key.ts';
import { findingFor } from '../facts.ts';
import type { Handler } from '../handler.ts';
import { proposalRefusal, proposalRule } from '../motion/check.ts';
import type { Proposal, ProposalOf } from '../motion/proposal.ts';
import { isByTurn } from '../officers/term.ts';
import { type Refused, refuse } from '../refusal.ts';
import { strangers } from '../roll/strangers.ts';
import { boxOf } from '../secret/sums.ts';
import type { Found } from '../sitting/find.ts';
import type { BodyState, Vote } from '../state.ts';
import { statuteOf } from '../statute/quorum.ts';
import { tableEntries, tableGet } from '../table.ts';
import { electionNeeds } from './close.ts';
import { candidatesIn, countedIn, heldElection, isElection } from './contests.ts';
import { optionsOf } from './count.ts';
import { filesNeed, typedPapers } from './entries.ts';
import { countOf, filledBy } from './papers.ts';
import { anew, type CountedContest } from './state.ts';

/**
 * A place of an election falls empty, and the rule that was fixed before it says who follows: the papers are counted once more,
 * with no new vote. Nobody decides anything here, so whoever presides or writes can have it done.
 */
export const fillVacancy: Handler<'FillVacancy'> = {
  needs({ state }, { vote: index }) {
    const vote = tableGet(state.votes, index);
    return vote === undefined || !isElection(state, vote) ? [] : electionNeeds(state, vote, index);
  },
  decide(context, input) {
    const found = emptyPlace(context, input);
    if (!found.ok) return found;
    const empty = found.value;
    const counted = recounted(context, empty);
    if (!counted.ok) return counted;
    const { winner, act } = counted.value;
    const slate = slateWith(context, empty, winner);
    const { state } = context;
    const motion = tableGet(state.motions, empty.vote.motion);
    const rules = statuteOf(state);
    if (motion === undefined || rules === null) return refuse('not-found', 'elections');
    const refused = proposalRefusal(context, rules, motion.matter, slate);
    if (refused !== null) return refused;
    const by = { office: 'statute', article: 'elections' };
    const carried = { context, motion, tabled: empty.vote.motion, vote: empty.index, resolution: state.size + 1, by };
    return accept([act, ...(proposalRule(slate).effects?.(carried, slate) ?? [])], [], { winner });
  },
};

interface EmptyPlace {
  readonly vote: Vote;
  readonly index: number;
  readonly contest: number;
  readonly counted: CountedContest;
  /** The candidate who left it. */
  readonly left: number;
  readonly held: ProposalOf<'hold-election'>;
  readonly place: string;
}

interface Asked {
  readonly vote: number;
  readonly contest: number;
  readonly left: number;
}

function emptyPlace({ state, at }: Context, { vote: index, contest, left }: Asked): Found<EmptyPlace> {
  const vote = tableGet(state.votes, index);
  const motion = vote === undefined ? undefined : tableGet(state.motions, vote.motion);
  const held = motion === undefined ? null : heldElection(motion);
  const counted = countedIn(state, index, contest);
  if (vote === undefined || held === null || counted === undefined)
    return refuse('not-found', 'elections', { needed: `ElectionCounted ${index}, ${contest}` });
  const place = counted.places?.[counted.elected.findIndex(({ number }) => number === left)];
  if (place === undefined) return refuse('not-a-candidate', 'elections', { present: left });
  if (counted.vacancy === 'election') return refuse('vacancy-by-election', 'elections', { needed: 'hold-election' });
  const holder = candidatesIn(state, vote.motion, contest)[left - 1]?.holder ?? '';
  const empty = held.to === undefined ? officeIsEmpty(state, index, place) : seatIsEmpty(state, held.to, place, holder);
  if (!empty || at >= held.until) return refuse('place-not-empty', 'elections', { present: place });
  return { ok: true, value: { vote, index, contest, counted, left, held, place } };
}

/** Nobody holds the office, and no later election was of all officers. */
function officeIsEmpty(state: BodyState, index: number, office: string): boolean {
  if (tableGet(state.officers, office) !== undefined) return false;
  return !tableEntries(state.votes).some(([key, { closed, motion }]) => {
    const proposal = tableGet(state.motions, motion)?.proposal;
    const ofOfficers =
      proposal?.kind === 'elect-officers' || (proposal?.kind === 'hold-election' && proposal.to === undefined);
    return Number(key) > index && closed?.outcome === 'carried' && ofOfficers;
  });
}

/** Whoever was elected to the seat last is out, and there is no alternate. */
function seatIsEmpty(state: BodyState, to: string, number: string, holder: string): boolean {
  const elections = tableGet(state.seatsAbove, seatKey(to, Number(number))) ?? [];
  const seat = tableGet(state.elections, elections.at(-1) ?? -1)?.seats.find((one) => one.seat === Number(number));
  if (seat === undefined || seat.holder !== holder || seat.recalled === null) return false;
  return seat.alternate === null || seat.alternateRecalled !== null;
}

/** Who has left the roll, or holds another office, cannot follow. */
function unavailable(context: Context, { vote, contest, counted, held }: EmptyPlace): readonly number[] {
  const { state } = context;
  const sitting = new Set(counted.elected.map(({ number }) => number));
  const inOffice = new Set(tableEntries(state.officers).map(([, { holder }]) => holder));
  return candidatesIn(state, vote.motion, contest).flatMap(({ holder, withdrawn }, at) => {
    const gone = strangers(context, [holder]) !== null || (held.to === undefined && inOffice.has(holder));
    return gone && !withdrawn && !sitting.has(at + 1) ? [at + 1] : [];
  });
}

function recounted(
  context: Context,
  empty: EmptyPlace,
): Found<{ readonly winner: number; readonly act: Draft<'ElectionCounted'> }> {
  const { state, evidence } = context;
  const { index, vote, contest, counted, left } = empty;
  const places = (counted.places ?? []).map((office) => ({ office }));
  const typed = typedPapers(
    state,
    vote,
    { number: contest, places },
    findingFor(evidence, filesNeed(index)).found ?? [],
  );
  if (!typed.ok) return typed;
  const { method, seats, lots } = counted;
  const vacated = [...(counted.vacated ?? []), left];
  const absent = unavailable(context, empty).filter((number) => !vacated.includes(number));
  const fixed = counted.options.filter(({ option }) => !anew.includes(option));
  const options = {
    ...Object.fromEntries(fixed.map(({ option, value }) => [option, value])),
    vacated: vacated.join(),
    ...(absent.length === 0 ? {} : { unavailable: absent.join() }),
    ...(lots.length === 0 ? {} : { 'original-lots': lots.join() }),
  };
  const box = boxOf(state, vote, vote.secret?.sums, contest);
  const results = typed.value.entries.map(({ file }) => countOf(file, { method, options, seats, lots: [], box }));
  const [first, second] = results;
  if (first === undefined) return refuse('not-found', 'elections');
  if (!first.ok) return first;
  const winner = filledBy(first.value, left);
  const other = second?.ok === true ? filledBy(second.value, left) : winner;
  if (first.value.lotsRequired !== null || winner === null || other !== winner) return nobodyFollows(empty);
  const holder = candidatesIn(state, vote.motion, contest)[winner - 1]?.holder ?? '';
  const { act: _act, answers: _answered, ...before } = counted;
  const followed = { number: winner, holder, stage: first.value.stages.length };
  const elected = before.elected.map((one) => (one.number === left ? followed : one));
  const answers = dutiesFor(state, empty);
  const data = {
    ...before,
    vote: index,
    contest,
    options: optionsOf(first.value),
    elected,
    vacated,
    ...(answers.length === 0 ? {} : { answers }),
  };
  const act: Draft<'ElectionCounted'> = {
    act: 'ElectionCounted',
    by: authority(context, 'elections'),
    data,
    attach: { result: { mediaType: 'application/json', content: JSON.stringify(first.value) } },
  };
  return { ok: true, value: { winner, act } };
}

/** To elect somebody to that office. */
const dutiesFor = ({ obligations }: BodyState, { held, place }: EmptyPlace): readonly number[] =>
  held.to !== undefined
    ? []
    : tableEntries(obligations).flatMap(([act, { office, sitting }]) =>
        office === place && sitting === null ? [Number(act)] : [],
      );

/** The papers name nobody else, or two alike: then the assembly elects. */
const nobodyFollows = ({ place }: EmptyPlace): Refused =>
  refuse('nobody-follows', 'elections', { needed: 'hold-election', present: place });

/** Those who stay, and whoever follows, up to the day to which all of them were elected. */
function slateWith(context: Context, { vote, contest, held, place }: EmptyPlace, winner: number): Proposal {
  const { state, at } = context;
  const candidate = candidatesIn(state, vote.motion, contest)[winner - 1];
  const holder = candidate?.holder ?? '';
  const { to, from, until } = held;
  if (to !== undefined) {
    const alternate = candidate?.alternate ?? null;
    const seat = { seat: Number(place), holder, ...(alternate === null ? {} : { alternate }) };
    return { kind: 'elect-delegates', to, from: at, until, seats: [seat] };
  }
  const staying = tableEntries(state.officers)
    .filter(([office]) => !isByTurn(state, office))
    .map(([office, officer]) => ({ office, holder: officer.holder, key: officer.key }));
  const officers = [...staying, { office: place, holder, key: candidate?.key ?? '' }];
  const women = statuteOf(state)?.parity === undefined ? {} : { women: womenIn(state, vote, officers) };
  return { kind: 'elect-officers', officers, from, until, ...women };
}

function womenIn(state: BodyState, { motion }: Vote, officers: readonly { readonly holder: string }[]): number {
  const women = tableEntries(state.candidates)
    .filter(([key]) => key.startsWith(`${motion}.`))
    .flatMap(([, candidates]) => candidates.flatMap(({ woman, holder }) => (woman ? [holder] : [])));
  return officers.filter(({ holder }) => women.includes(holder)).length;
}
