// Ways of voting beside hands, phones and roll call: cards of delegations, an urn, several channels, no count, a lot.
import type { Statute } from '../../src/index.ts';
import {
  announcing,
  appoint,
  type Base,
  convene,
  dataOf,
  decideByHands,
  foundBase,
  type Hall,
  hallOf,
  open,
  openVote,
  slate,
  statuteWith,
  table,
} from './assembly.ts';
import { asMember, Federation } from './federation.ts';
import { federationOf, sitUpper, type Upper } from './upper.ts';

const everyMethod = [
  'hands',
  'devices',
  'roll-call',
  'delegation-cards',
  'urn',
  'mixed',
  'acclamation',
  'consensus',
] as const;

/** Every way of counting for every matter, and of not counting for ordinary ones. */
export const statuteOfMethods = (change: Partial<Statute> = {}): Statute => {
  const plain = statuteWith(change);
  return {
    ...plain,
    rules: plain.rules.map((rule) => ({
      ...rule,
      methods: rule.matter === 'ordinary' ? everyMethod : everyMethod.slice(0, 6),
    })),
  };
};

export const upperHall = ({ origin, presidium, secretary }: Upper): Hall => ({
  origin,
  chair: presidium,
  tellers: [presidium, secretary],
});

/** The same entry by both tellers. */
export function bothCount(fed: Federation, { origin, tellers }: Hall, vote: number, papers: Papers): void {
  for (const teller of tellers) fed.must(origin, teller, 'CountUrn', { vote, round: 1, ...papers });
}

export interface Papers {
  readonly papers: number;
  readonly yes: number;
  readonly no: number;
  readonly abstain: number;
  readonly blank: number;
  readonly spoilt: number;
}

export const papers = (yes: number, no: number, rest: Partial<Papers> = {}): Papers => {
  const all = { yes, no, abstain: 0, blank: 0, spoilt: 0, ...rest };
  return { papers: all.yes + all.no + all.abstain + all.blank + all.spoilt, ...all };
};

export function playVotes(): { readonly fed: Federation } {
  const world = federationOf({ upperStatute: statuteOfMethods() });
  const { fed, upper, bases } = world;
  const hall = upperHall(upper);
  const sitting = sitUpper(world);
  appoint(fed, hall, sitting, hall.tellers);
  const motion = table(fed, hall, sitting, { matter: 'ordinary', title: 'Paro' });
  const vote = openVote(fed, hall, motion, 'delegation-cards');
  for (const teller of hall.tellers)
    for (const [number, { origin: below }] of bases.entries())
      fed.must(upper.origin, teller, 'CountDelegationCard', {
        vote,
        below,
        round: 1,
        raised: number === 2 ? 'no' : 'yes',
      });
  fed.must(upper.origin, upper.presidium, 'CloseVote', { vote });
  baseEvening(fed, foundBase(fed, 'villa-tunari', 12, statuteOfMethods()));
  return { fed };
}

function baseEvening(fed: Federation, base: Base): void {
  const { origin, presidium, members } = base;
  const hall = hallOf(base);
  fed.pass({ days: 31 });
  const sitting = convene(fed, hall, { notice: announcing('election') });
  for (const [member, channel] of [
    [members[4], 'phone'],
    [members[5], 'paper'],
  ] as const)
    fed.must(origin, presidium, 'AdmitAtDoor', { sitting, member: member ?? '', channel });
  open(fed, hall, sitting, 10);
  const acclaimed = table(fed, hall, sitting, { matter: 'ordinary', title: 'Saludo' });
  const asked = { motion: acclaimed, method: 'acclamation', asked: 3, objections: 0, countAsked: false } as const;
  fed.must(origin, presidium, 'RecordAcclamation', asked);
  const mixed = openVote(fed, hall, table(fed, hall, sitting, { matter: 'ordinary', title: 'Cuota' }), 'mixed');
  fed.must(origin, asMember(members[4] ?? ''), 'CastVote', { vote: mixed, choice: 'yes' });
  for (const teller of hall.tellers)
    fed.must(origin, teller, 'CountBlock', { vote: mixed, block: 'sala', round: 1, yes: 4, no: 3, abstain: 1 });
  bothCount(fed, hall, mixed, papers(1, 0));
  fed.must(origin, presidium, 'CloseVote', { vote: mixed });
  const stopped = openVote(fed, hall, table(fed, hall, sitting, { matter: 'ordinary', title: 'Feria' }), 'hands');
  fed.must(origin, presidium, 'AnnulVote', { vote: stopped, reason: 'Se leyó otro texto.' });
  const proposal = slate(fed, origin, [members[6] ?? '', members[7] ?? '']);
  const tied = decideByHands(fed, hall, sitting, { matter: 'election', proposal, yes: 4, no: 4 });
  const lot = { vote: dataOf(tied, 'VoteClosed').vote };
  const at = fed.now.replace(/..Z$/, '59Z');
  fed.must(origin, presidium, 'AnnounceLot', { ...lot, source: 'Lotería Nacional, premio mayor', at });
  fed.pass({ minutes: 1 });
  fed.must(origin, presidium, 'DrawLot', { ...lot, seed: '31 415' });
}

/** A hall of ten, with whoever is at the door given a channel, and everything announced that is not ordinary. */
export function hallWith(
  channels: readonly ('phone' | 'card' | 'paper')[],
  statute = statuteOfMethods(),
): { readonly fed: Federation; readonly base: Base; readonly hall: Hall; readonly sitting: number } {
  const fed = new Federation();
  const base = foundBase(fed, 'villa-ingenio', 16, statute);
  const hall = hallOf(base);
  fed.pass({ days: 31 });
  const sitting = convene(fed, hall, { notice: announcing('election', 'measure', 'statute') });
  for (const [number, channel] of channels.entries())
    fed.must(base.origin, base.presidium, 'AdmitAtDoor', { sitting, member: base.members[number + 4] ?? '', channel });
  open(fed, hall, sitting, 10);
  return { fed, base, hall, sitting };
}
