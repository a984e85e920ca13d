// A year of a small federation, in which every act that a command can write is written at least once.
import assert from 'node:assert/strict';
import { tableEntries } from '../../src/index.ts';
import {
  announcing,
  type Base,
  convene,
  evening,
  hallOf,
  indexOf,
  keyOf,
  open,
  openVote,
  seal,
  statuteWith,
  table,
} from './assembly.ts';
import { fakeSignature, sha256 } from './book.ts';
import { replacementText } from './evidence.ts';
import { anyone, type Done, deviceKey } from './federation.ts';
import { callOut, decideByRollCall, federationOf, sitUpper, type World } from './upper.ts';

export interface Story extends World {
  readonly base: Base;
}

export function playStory(): Story {
  const world = federationOf();
  const story = { ...world, base: world.bases[0] as Base };
  evenings(story);
  lateEntry(story);
  const motion = forwardedMotion(story);
  voteUnderMandate(story, motion);
  recallInTheMiddleOfAVote(story);
  pacts(story);
  measures(story);
  records(story);
  return story;
}

const only = (done: readonly Done[]): Done => {
  const [first] = done;
  assert.ok(first);
  return first;
};

function evenings({ fed, base }: Story): void {
  const hall = hallOf(base);
  const irregular = convene(fed, hall, { notice: announcing('accounts') });
  open(fed, hall, irregular, 1, 'second');
  fed.must(base.origin, base.secretary, 'RecordIrregularity', {
    sitting: irregular,
    what: 'Se leyó el informe de cuentas sin quórum.',
    irregularities: ['quorum-not-met'],
  });
  fed.must(base.origin, base.presidium, 'CloseSitting', { sitting: irregular });
  evening(fed, base, [
    { matter: 'statute', proposal: { kind: 'amend-statute', statute: statuteWith({ notice: { hours: 24 } }) } },
  ]);
}

function lateEntry({ fed, base }: Story): void {
  const heldAt = fed.now;
  fed.pass({ days: 2 });
  fed.must(base.origin, base.secretary, 'EnterLateSitting', {
    heldAt,
    place: 'Cancha',
    call: 'first',
    present: 7,
    notice: announcing('ordinary'),
    decisions: [
      { matter: 'ordinary', title: 'Ollas comunes', text: 'Se organizan ollas comunes.', yes: 7, no: 0, abstain: 0 },
    ],
    paper: sha256('libro de actas, página 12'),
  });
}

function forwardedMotion({ fed, base, upper }: Story): number {
  const forwarded = only(
    evening(fed, base, [
      { matter: 'ordinary', title: 'Agua', text: 'Agua para todos', proposal: { kind: 'forward', to: upper.origin } },
    ]),
  );
  const index = indexOf(forwarded, 'MotionForwarded');
  seal(fed, base, index);
  return indexOf(
    fed.must(upper.origin, anyone, 'ReceiveMotion', { from: { book: base.origin, index } }),
    'MotionReceived',
  );
}

function voteUnderMandate(story: Story, from: number): void {
  const { fed, base, upper } = story;
  const textHash = sha256('Agua para todos');
  const on = { book: upper.origin, index: from };
  const given = only(
    evening(fed, base, [
      {
        matter: 'mandate',
        proposal: { kind: 'mandate', on, textHash, instruction: 'yes', redLines: 'Sin privatizar' },
      },
    ]),
  );
  seal(fed, base, indexOf(given, 'MandateGiven'));
  const sitting = sitUpper(story);
  const item = { matter: 'ordinary', title: 'Agua', text: 'Agua para todos', from } as const;
  const done = decideByRollCall(story, sitting, item, { [`${base.origin}#2`]: 'no' });
  indexOf(done, 'MandateBreached');
  fed.must(upper.origin, upper.presidium, 'CloseSitting', { sitting });
}

/** The vote of the recalled delegate drops out, and the alternate casts it anew. */
function recallInTheMiddleOfAVote(story: Story): void {
  const { fed, base, upper } = story;
  const seat = `${base.origin}#2`;
  const sitting = sitUpper(story);
  const chair = { origin: upper.origin, chair: upper.presidium };
  const vote = openVote(fed, chair, table(fed, chair, sitting, { matter: 'ordinary', title: 'Paro' }), 'roll-call');
  callOut(fed, upper.origin, upper.presidium, vote, seat, 'no');
  const election = Number(tableEntries(fed.book(base.origin).state.elections).at(-1)?.[0]);
  const recalled = only(
    evening(fed, base, [{ matter: 'recall', proposal: { kind: 'recall-delegate', election, seat: 2 } }]),
  );
  seal(fed, base, indexOf(recalled, 'DelegateRecalled'));
  indexOf(fed.must(upper.origin, anyone, 'PresentRecall', { below: base.origin, seat: 2 }), 'AlternateSeated');
  callOut(fed, upper.origin, upper.presidium, vote, seat, 'yes');
  fed.must(upper.origin, upper.presidium, 'CloseVote', { vote });
  fed.must(upper.origin, upper.presidium, 'CloseSitting', { sitting });
}

/** One pact that the bases reject, and one that they ratify. */
function pacts(story: Story): void {
  for (const verdict of ['no', 'yes'] as const) {
    const done = decideAbove(story, {
      matter: 'pact',
      text: `Pacto: ${verdict}`,
      proposal: { kind: 'pact', with: 'la alcaldía' },
    });
    consult(story, indexOf(done, 'ResolutionAdopted'), sha256(`Pacto: ${verdict}`), verdict);
  }
}

function measures(story: Story): void {
  const declared = decideAbove(story, {
    matter: 'measure',
    proposal: { kind: 'measure', what: 'Bloqueo', place: 'Río Seco', from: story.fed.now },
  });
  const measure = indexOf(declared, 'MeasureDeclared');
  const lifted = decideAbove(story, {
    matter: 'lifting',
    text: 'Fin',
    proposal: { kind: 'lift', measure, how: 'end' },
  });
  consult(story, indexOf(lifted, 'ResolutionAdopted'), sha256('Fin'), 'yes');
}

function decideAbove(story: Story, item: Parameters<typeof table>[3]): Done {
  const { fed, upper } = story;
  const sitting = sitUpper(story, item);
  const done = decideByRollCall(story, sitting, item);
  fed.must(upper.origin, upper.presidium, 'CloseSitting', { sitting });
  return done;
}

/** All bases but the last answer; the first answer is received by hand, the rest when the consultation closes. */
function consult({ fed, upper, bases }: Story, resolution: number, textHash: string, verdict: 'yes' | 'no'): void {
  const issued = fed.must(upper.origin, upper.presidium, 'IssueConsultation', { resolution });
  const consultation = indexOf(issued, 'ConsultationIssued');
  for (const base of bases.slice(0, -1)) {
    const proposal = { kind: 'answer', consultation: { book: upper.origin, index: consultation }, textHash } as const;
    const hands = verdict === 'yes' ? { yes: 6, no: 2 } : { yes: 1, no: 7 };
    const done = only(evening(fed, base, [{ matter: 'consultation', proposal, ...hands }]));
    seal(fed, base, indexOf(done, 'ConsultationAnswered'));
  }
  const below = bases[0]?.origin ?? '';
  fed.must(upper.origin, anyone, 'ReceiveAnswer', { consultation, below });
  fed.pass({ days: 20 });
  fed.must(upper.origin, upper.presidium, 'CloseConsultation', { consultation });
}

function records({ fed, base, upper }: Story): void {
  const { origin, presidium, secretary } = base;
  const motion = tableEntries(fed.book(origin).state.motions).at(-1)?.[0];
  fed.must(origin, secretary, 'RecordErasure', { index: Number(motion), slot: 'text' });
  fed.must(origin, secretary, 'AppointWitness', {
    name: 'Universidad Pública de El Alto',
    key: fed.book(upper.origin).key,
  });
  const newKey = deviceKey('teléfono nuevo');
  const signature = fakeSignature(
    keyOf(origin, `presidencia ${base.members[0]}`),
    replacementText('presidencia', newKey),
  );
  fed.must(origin, presidium, 'ReplaceOfficerKey', { office: 'presidencia', newKey, signature });
  fed.must(origin, secretary, 'IssueCard', { member: base.members[6] ?? '' });
  fed.must(upper.origin, upper.presidium, 'IssueSeatCard', { below: origin, seat: 1 });
}
