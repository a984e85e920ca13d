// Crews whose phones were without a network, and come back all at once with what both sides have signed: for the test and the bench.
import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { base64Encode, type Signer, utf8Encode } from '@cabildo/book';
import { generateKey } from '@cabildo/book/node';
import { type DraftAct, type HandOverSaid, handOverText, plusDays } from '@cabildo/core';
import { enrol, found, type Person, type TestServer } from './http-fixture.ts';

interface Hand {
  readonly index: number;
  readonly signer: Signer;
}

export interface Committee {
  readonly who: Required<Person>;
  /** A member without an office. */
  readonly neighbour: Required<Person>;
  readonly origin: string;
  readonly item: number;
  readonly depot: number;
  readonly clinic: number;
  readonly lot: number;
  readonly hands: ReadonlyMap<number, Hand>;
  readonly vehicles: readonly number[];
}

const indexOf = (answered: { readonly json: { readonly acts: readonly { readonly index: number }[] } }): number =>
  answered.json.acts[0]?.index ?? -1;

/** A base with somebody in office, a depot with a lot, a clinic, and so many vehicles, each with a hand. */
export async function committeeWith(
  server: TestServer,
  vehicleCount: number,
  quantity: number,
  statute: object = {},
): Promise<Committee> {
  const base = await found(server, 'comite-de-gas', 'base', { supply: { allocation: 'officers' }, ...statute });
  const who = await enrol(server, base);
  const neighbour = await enrol(server, base);
  await inOffice(server, base.origin, who.member);
  const done = async (command: string, input: object) => indexOf(await server.done(who, command, input));
  const item = await done('NameItem', { symbol: 'GLP10', title: 'Gas', unit: 'garrafa', cargo: 'goods' });
  const depot = await done('RegisterSite', { title: 'Planta', kind: 'depot', peopleServed: 0 });
  const clinic = await done('RegisterSite', { title: 'Posta', kind: 'clinic', peopleServed: 900 });
  const lot = await done('ReceiveLot', { item, site: depot, quantity, from: 'YPFB' });
  const hands = new Map<number, Hand>();
  const vehicles: number[] = [];
  for (let number = 0; number < vehicleCount; number++)
    vehicles.push(await done('RegisterVehicle', { title: `Camión ${number + 1}`, carries: [] }));
  const until = plusDays(server.node.now(), 10);
  for (const of of [depot, clinic, ...vehicles]) {
    const { signer } = generateKey();
    const index = await done('EnrolHand', { of, key: base64Encode(signer.publicKey), until });
    hands.set(of, { index, signer });
  }
  return { who, neighbour, origin: base.origin, item, depot, clinic, lot, hands, vehicles };
}

async function inOffice({ node }: TestServer, origin: string, holder: string): Promise<void> {
  const officers = [{ office: 'president', holder, key: base64Encode(generateKey().signer.publicKey) }];
  const term = { from: '2005-01-01T00:00:00Z', until: '2099-01-01T00:00:00Z' };
  const data = { vote: 0, officers, ...term, signaturesNeeded: 1 };
  const act = { act: 'OfficersElected', data, by: { office: 'test', article: 'test' } };
  const outcome = await node.record(origin, [act as unknown as DraftAct]);
  assert.equal(outcome.kind, 'done', JSON.stringify(outcome));
}

type Way = readonly [from: number, to: number];

export function handOver(
  { origin, item, lot, hands }: Committee,
  kind: HandOverSaid['kind'],
  [from, to]: Way,
  [given, received]: readonly [number, number],
) {
  const said: HandOverSaid = {
    id: randomBytes(16).toString('hex'),
    kind,
    from,
    to,
    lines: [{ lot, item, given, received, damaged: 0 }],
    madeAt: '2026-06-01T12:00:00Z',
  };
  const text = utf8Encode(handOverText(origin, said));
  const signs = (place: number) => {
    const hand = hands.get(place);
    assert.ok(hand);
    return { hand: hand.index, signature: base64Encode(hand.signer.sign(text)) };
  };
  return { ...said, giver: signs(from), receiver: signs(to) };
}

export type Signed = ReturnType<typeof handOver>;

/** For each vehicle what its phone has, half of it loads and half deliveries, the deliveries first: one in ten is one short. */
export function phonesOf(committee: Committee, each: number): readonly (readonly Signed[])[] {
  return committee.vehicles.map((vehicle) => {
    const loads = Array.from({ length: Math.ceil(each / 2) }, () =>
      handOver(committee, 'load', [committee.depot, vehicle], [4, 4]),
    );
    const deliveries = Array.from({ length: Math.floor(each / 2) }, (_, number) =>
      handOver(committee, 'deliver', [vehicle, committee.clinic], [4, number % 10 === 0 ? 3 : 4]),
    );
    return [...deliveries, ...loads];
  });
}

/** All phones at once, each one thing after the other; one in four a neighbour's phone brings too. What each request was answered with. */
export async function comeBack({ command }: TestServer, { who }: Committee, phones: readonly (readonly Signed[])[]) {
  const stranger = { body: who.body, token: null };
  const queues = phones.map((own, number) => [
    ...own,
    ...(phones[(number + 1) % phones.length] ?? []).filter((_, place) => place % 4 === 0),
  ]);
  const answered = await Promise.all(
    queues.map(async (queue) => {
      const all = [];
      for (const one of queue) all.push(await command(stranger, 'RecordHandOver', one));
      return all;
    }),
  );
  return answered.flat();
}
