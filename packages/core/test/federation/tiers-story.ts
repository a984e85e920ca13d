// Three tiers: a district of four bases, and a federation to which the district and two of its bases belong.
import { affiliate, type Base, foundBody, indexOf, prove, seal, statuteWith } from './assembly.ts';
import { sha256 } from './book.ts';
import { decideAbove, inBase } from './decisions-story.ts';
import { anyone } from './federation.ts';
import { admit, decideByRollCall, federationOf, foundUpper, seatActor, sitUpper, type World } from './upper.ts';

export interface Tiered extends World {
  readonly district: string;
  /** All four, the two that also belong to the federation itself first. */
  readonly below: readonly Base[];
}

const ratification = { ...statuteWith().ratification, through: 'bases', challengeDays: 5 } as const;

export function tiered(): Tiered {
  const district = federationOf({ bases: 4 });
  return { ...tierAbove(district, 'federacion'), district: district.upper.origin, below: district.bases };
}

/** A body above an assembly of delegates, to which two of that one's bases belong directly as well. */
export function tierAbove(below: World, name: string): World {
  const { fed, upper } = below;
  const { origin, convener } = foundBody(fed, name, 'delegate', statuteWith({ ratification }));
  const direct = below.bases.slice(0, 2);
  for (const base of direct) {
    const [, , , , a, b, c, d] = base.members;
    affiliate(fed, base, origin, [
      { seat: 1, holder: a ?? '', alternate: b ?? '' },
      { seat: 2, holder: c ?? '', alternate: d ?? '' },
    ]);
    admit(fed, origin, convener, base);
  }
  const sitting = sitUpper(below, 'affiliation');
  const proposal = { kind: 'request-affiliation', to: origin, toKey: fed.book(origin).key } as const;
  const done = decideByRollCall(below, sitting, { matter: 'affiliation', proposal });
  fed.must(upper.origin, upper.presidium, 'CloseSitting', { sitting });
  seal(fed, upper, indexOf(done, 'AffiliationRequested'));
  fed.must(origin, convener, 'AdmitAffiliate', {
    below: upper.origin,
    key: fed.book(upper.origin).key,
    title: 'Distrito',
    entitlement: 1,
  });
  const federation = foundUpper(fed, origin, convener, direct);
  prove(fed, federation, direct);
  return { fed, upper: federation, bases: direct };
}

/** A pact of the federation, sent down. */
export function askAll(world: Tiered): { readonly resolution: number; readonly consultation: number } {
  const { fed, upper } = world;
  const done = decideAbove(world, { matter: 'pact', text: 'Pacto', proposal: { kind: 'pact', with: 'x' } });
  const resolution = indexOf(done, 'ResolutionAdopted');
  const issued = fed.must(upper.origin, upper.presidium, 'IssueConsultation', { resolution });
  return { resolution, consultation: indexOf(issued, 'ConsultationIssued') };
}

export function answerBelow(world: Tiered, number: number, consultation: number, verdict: 'yes' | 'no'): Base {
  const base = world.below[number] as Base;
  const proposal = {
    kind: 'answer',
    consultation: { book: world.upper.origin, index: consultation },
    textHash: sha256('Pacto'),
  } as const;
  const hands = verdict === 'yes' ? { yes: 7, no: 1 } : { yes: 1, no: 7 };
  const done = inBase(world, base, { matter: 'consultation', proposal, ...hands });
  seal(world.fed, base, indexOf(done, 'ConsultationAnswered'));
  return base;
}

/** One answer through the district, and one that is opened again after the close. */
export function playTiers(): World {
  const world = tiered();
  const { fed, upper, district } = world;
  const { consultation } = askAll(world);
  const base = answerBelow(world, 3, consultation, 'yes');
  fed.must(upper.origin, anyone, 'ReceiveAnswer', { consultation, below: base.origin, through: [district] });
  fed.pass({ days: 20 });
  fed.must(upper.origin, upper.presidium, 'CloseConsultation', { consultation });
  const seat = seatActor(fed, upper.origin, `${world.bases[1]?.origin}#1`);
  fed.must(upper.origin, seat, 'ChallengeConsultation', {
    consultation,
    below: base.origin,
    reason: 'La asamblea no tuvo convocatoria.',
  });
  answerBelow(world, 3, consultation, 'no');
  fed.must(upper.origin, upper.presidium, 'CloseConsultation', { consultation });
  return world;
}
