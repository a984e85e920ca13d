import { firstBook } from '../affiliation/lineage.ts';
import { authority } from '../authority.ts';
import type { InputFor } from '../catalogue/commands.ts';
import { accept, type Context } from '../decision.ts';
import { actKey } from '../delegation/seat-key.ts';
import { type Finding, findingFor, type NeedOf } from '../facts.ts';
import type { Ask, Handler } from '../handler.ts';
import { type Refused, refuse } from '../refusal.ts';
import type { BodyState, Sitting } from '../state.ts';
import { challengeDays, quorumForMatter, statuteOf } from '../statute/quorum.ts';
import { tableEntries, tableGet } from '../table.ts';
import { plusDays, type Time } from '../time.ts';
import { attestedAt, type Known, knownAs, objectorsAt } from './attested.ts';

/** As few as that: one body alone, whichever it is, puts nobody in office (DESIGN section 4, Two signatures). */
const bodiesNeeded = 2;

/** A body says, sealed, that its officers have seen the paper minutes of another one’s election, signed by those who were there. */
export const attestElection: Handler<'AttestElection'> = {
  needs: ({ at }, { body, election }) => [electedNeed(body, election, at)],
  decide(context, { body, election, signatures }) {
    const { state, at, evidence } = context;
    if (firstBook(body) === firstBook(state.origin)) return refuse('not-allowed', 'seals', { needed: 'another body' });
    const { found, cites } = findingFor(evidence, electedNeed(body, election, at));
    if (found === null) return refuse('evidence-missing', 'seals', { needed: `${body}#${election}` });
    if (found.attested) return refuse('already-so', 'seals', { present: `${body}#${election}` });
    const before = tableGet(state.electionsAttested, actKey(body, election));
    if (before !== undefined) return refuse('already-so', 'seals', { present: before.act });
    return accept([
      {
        act: 'ElectionAttested',
        by: authority(context, 'seals'),
        data: { election: { book: body, index: election }, leaf: found.leaf, signatures },
        cites,
      },
    ]);
  },
};

/**
 * Where the officers before cannot hand over, because their keys are lost or nobody of them is left, two bodies that this book
 * knew before attest the election. As long as one of those officers has a key and a term, there is time to object.
 */
export const claimRecovery: Handler<'ClaimRecovery'> = {
  needs: (ask, { bodies }) => [
    electedNeed(ask.state.origin, ask.state.enrolment?.act ?? 0, ask.at),
    ...bodies.flatMap((one) => needsOf(ask, one)),
  ],
  decide(context, { bodies }) {
    const { state, at } = context;
    const rules = statuteOf(state);
    const election = state.enrolment?.act ?? -1;
    const refused = claimRefusal(state, election, at);
    if (refused !== null || rules === null) return refused ?? refuse('body-not-founded', 'founding');
    const found = attesting(context, bodies);
    const signed = found.filter(({ signatures }) => signatures >= signaturesNeeded(state, election));
    if (found.length >= bodiesNeeded && signed.length < bodiesNeeded)
      return refuse('minutes-not-signed', 'seals', {
        needed: signaturesNeeded(state, election),
        present: Math.min(...found.map(({ signatures }) => signatures)),
      });
    if (signed.length < bodiesNeeded)
      return refuse('too-few-attestations', 'seals', { needed: bodiesNeeded, present: signed.length });
    const objectors = objectorsAt(state, at).length;
    const due = objectors === 0 ? at : plusDays(at, challengeDays(rules));
    return accept([
      {
        act: 'RecoveryClaimed',
        by: authority(context, 'seals'),
        data: { election, bodies: signed.map(({ cites: _cites, ...one }) => one), objectors, due },
        cites: signed.flatMap(({ cites }) => cites),
      },
    ]);
  },
};

/** Anyone brings the signature; what counts is whose key it is by. */
export const objectToRecovery: Handler<'ObjectToRecovery'> = {
  needs: (_ask, input) => [objectionNeed(input)],
  decide(context, input) {
    const { state, at, evidence } = context;
    const { claim, office, key, signature } = input;
    const recovery = tableGet(state.recoveries, claim);
    if (recovery === undefined) return refuse('not-found', 'seals', { needed: `RecoveryClaimed ${claim}` });
    if (recovery.objected !== null) return refuse('already-so', 'seals', { present: recovery.objected });
    if (at >= recovery.due) return refuse('challenge-period-over', 'challenge', { needed: recovery.due, present: at });
    if (!objectorsAt(state, at, recovery.carried).some((one) => one.office === office && one.key === key))
      return refuse('not-allowed', 'seals', { needed: 'officer', present: office });
    if (findingFor(evidence, objectionNeed(input)).found?.valid !== true)
      return refuse('signature-not-valid', 'seals', { needed: office });
    const by = authority(context, 'seals');
    return accept([{ act: 'RecoveryObjected', by, data: { claim, office, key, signature } }]);
  },
};

function claimRefusal(state: BodyState, election: number, at: Time): Refused | null {
  const sitting = sittingOf(state, election);
  if (sitting === undefined || state.attestedBefore === null)
    return refuse('not-found', 'seals', { needed: 'OfficersElected' });
  if (attestedAt(state, election, at)) return refuse('already-so', 'seals', { present: election });
  // Not one over which those preside who are said to be gone: its own presidium, or whoever convened it in their stead.
  if (sitting.presidium.length === 0 && sitting.chair === null)
    return refuse('sitting-not-its-own', 'presidium', { needed: 'elect-presidium' });
  const claims = tableEntries(state.recoveries).filter(([, one]) => one.election === election);
  const open = claims.find(([, { objected }]) => objected === null);
  if (open !== undefined) return refuse('already-so', 'seals', { present: Number(open[0]) });
  const objected = claims.at(-1)?.[1].objected ?? null;
  const [objector] = objectorsAt(state, at);
  return objected === null || objector === undefined
    ? null
    : refuse('recovery-objected', 'seals', { present: objected, needed: objector.until });
}

function sittingOf(state: BodyState, election: number): Sitting | undefined {
  const vote = state.enrolment?.act === election ? state.enrolment.vote : undefined;
  return tableGet(state.sittings, tableGet(state.votes, vote ?? -1)?.sitting ?? -1);
}

/** On paper as many as the election needed in the hall. */
function signaturesNeeded(state: BodyState, election: number): number {
  const rules = statuteOf(state);
  const sitting = sittingOf(state, election);
  if (rules === null || sitting === undefined) return 1;
  return quorumForMatter(rules, 'election', sitting.opened?.call ?? 'first', sitting.roll);
}

interface Attesting {
  readonly book: string;
  readonly index: number;
  readonly known: Known | 'sibling';
  readonly key: string;
  readonly signatures: number;
  readonly cites: Finding['cites'];
}

type Named = InputFor<'ClaimRecovery'>['bodies'][number];

/** Each body once, and at most one of which only a body above says that it belongs there: that one could speak twice. */
function attesting({ state, at, evidence }: Context, bodies: readonly Named[]): readonly Attesting[] {
  const found = new Map<string, Attesting>();
  const leaf = findingFor(evidence, electedNeed(state.origin, state.enrolment?.act ?? 0, at)).found?.leaf;
  for (const named of bodies) {
    const { found: said, cites, bookKey } = findingFor(evidence, attestedNeed({ state, at }, named.book));
    const known = knownAs(state, named.book) ?? siblingBy({ state, evidence }, named);
    if (said === null || known === null || said.leaf !== leaf || bookKey === null) continue;
    if (known === 'sibling' && [...found.values()].some((one) => one.known === 'sibling')) continue;
    const { index, signatures } = said;
    found.set(firstBook(named.book), { book: named.book, index, known, key: bookKey, signatures, cites });
  }
  return [...found.values()];
}

/** A body that the same body above had admitted before. */
function siblingBy({ state, evidence }: Pick<Context, 'state' | 'evidence'>, named: Named): 'sibling' | null {
  const need = siblingNeed({ state }, named);
  if (need === null || firstBook(named.book) === firstBook(state.origin)) return null;
  return knownAs(state, need.book) === 'above' && findingFor(evidence, need).found !== null ? 'sibling' : null;
}

const needsOf = (ask: Ask, named: Named) => {
  const sibling = siblingNeed(ask, named);
  return [attestedNeed(ask, named.book), ...(sibling === null ? [] : [sibling])];
};

const electedNeed = (book: string, index: number, at: Time): NeedOf<'officers-elected'> => ({
  fact: 'officers-elected',
  book,
  index,
  at,
});

const attestedNeed = ({ state, at }: Pick<Ask, 'state' | 'at'>, book: string): NeedOf<'election-attested'> => ({
  fact: 'election-attested',
  book,
  of: state.origin,
  election: state.enrolment?.act ?? 0,
  at,
});

const siblingNeed = ({ state }: Pick<Ask, 'state'>, { book, through }: Named): NeedOf<'admission'> | null =>
  through === undefined
    ? null
    : { fact: 'admission', book: through, below: book, before: state.attestedBefore?.at ?? '' };

const objectionNeed = ({
  claim,
  key,
  signature,
}: Pick<InputFor<'ObjectToRecovery'>, 'claim' | 'key' | 'signature'>): NeedOf<'signature-check'> => ({
  fact: 'signature-check',
  key,
  signature,
  over: { objection: claim },
});
