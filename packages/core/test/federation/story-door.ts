// An open cabildo: members at the door with their phones, and neighbours on no roll with numbered slips.
import {
  type Base,
  convene,
  countHall,
  foundBase,
  type Hall,
  hallOf,
  openVote,
  statuteWith,
  table,
} from './assembly.ts';
import { asMember, asSlip, Federation } from './federation.ts';

export const openStatute = (change: Parameters<typeof statuteWith>[0] = {}) =>
  statuteWith({
    rules: statuteWith().rules.map((rule) => ({ ...rule, methods: [...rule.methods, 'urn', 'mixed'] })),
    walkIns: { sittings: ['cabildo'], mark: 'tinta en el pulgar' },
    ...change,
  });

export interface Cabildo {
  readonly fed: Federation;
  readonly base: Base;
  readonly hall: Hall;
  readonly origin: string;
  readonly sitting: number;
}

/** So many people counted at the door of a cabildo, of whom so many members have checked in by phone; not open yet. */
export function cabildoOf(people: number, phones: number, statute = openStatute()): Cabildo {
  const fed = new Federation();
  const base = foundBase(fed, 'villa-ingenio', 12, statute);
  fed.pass({ days: 31 });
  const hall = hallOf(base);
  const { origin } = base;
  const sitting = convene(fed, hall, { kind: 'cabildo', notice: [{ matter: 'ordinary', title: 'El gas' }] });
  countHall(fed, hall, sitting, people);
  for (const member of base.members.slice(0, phones))
    fed.must(origin, asMember(member), 'CheckIn', fed.atDoor(origin, sitting));
  return { fed, base, hall, origin, sitting };
}

export function opened({ fed, hall, origin, sitting }: Cabildo): void {
  fed.must(origin, hall.chair, 'OpenSitting', { sitting, call: 'first' });
}

/** A motion before the hall, put to the vote in all channels at once. */
export function put({ fed, hall, sitting }: Cabildo, method: Parameters<typeof openVote>[3] = 'mixed'): number {
  return openVote(fed, hall, table(fed, hall, sitting, { matter: 'ordinary' }), method);
}

export function playDoor(): Cabildo {
  const cabildo = cabildoOf(20, 8);
  const { fed, base, hall, origin, sitting } = cabildo;
  fed.must(origin, hall.tellers[0], 'IssueSlips', { sitting, count: 3 });
  fed.must(origin, base.secretary, 'IssueSlips', { sitting, count: 2, channel: 'card' });
  opened(cabildo);
  fed.must(origin, hall.tellers[1], 'VoidSlip', { sitting, number: 2, why: 'taken-twice' });
  const vote = put(cabildo);
  for (const member of base.members.slice(0, 8))
    fed.must(origin, asMember(member), 'CastVote', { vote, choice: 'yes' });
  for (const number of [1, 3]) fed.must(origin, asSlip(sitting, number), 'CastVote', { vote, choice: 'no' });
  for (const teller of hall.tellers)
    fed.must(origin, teller, 'CountBlock', { vote, block: 'sala', round: 1, yes: 6, no: 2, abstain: 1 });
  fed.must(origin, hall.chair, 'CloseVote', { vote });
  fed.must(origin, hall.chair, 'CloseSitting', { sitting });
  return cabildo;
}
