// A lot between two committees on two real nodes: offered, not answered in time, offered again, accepted, and never in both.
import assert from 'node:assert/strict';
import { freeOf, sumOf, tableEntries } from '@cabildo/core';
import type { Serving } from '../../server/src/index.ts';
import { actOf, type Done } from '../src/demo/client.ts';
import { seal } from '../src/demo/hall.ts';
import { personOf } from '../src/demo/preside.ts';
import { firstAct } from '../src/demo/read.ts';
import { anyoneAt, type Person, type Stage } from '../src/demo/stage.ts';

const committee = 'comite-de-abastecimiento';
const upper = 'asamblea-popular';

interface Side {
  readonly body: string;
  readonly signers: readonly { readonly person: Person; readonly device: string }[];
  ask: Person['ask'];
}

/** The officers whom the story has seated, by the tokens of their phones. */
async function sideOf(
  stage: Stage,
  body: string,
  seats: readonly [string, string],
  devices: readonly [string, string],
): Promise<Side> {
  const sitting = (await firstAct(stage, body, 'SittingConvened')).index;
  const signers = seats.map((seat, place) => {
    const name = `${seat}/${sitting}`;
    return { person: { ...personOf(stage, body, name), name, holder: '' }, device: devices[place] ?? '' };
  });
  return { body, signers, ask: (...how) => signers[0]?.person.ask(...how) ?? assert.fail('nobody is seated') };
}

/** `below` keeps the committee's book, `above` the assembly's. */
export async function passLots(
  stage: Stage,
  { below, above }: { readonly below: Serving; readonly above: Serving },
): Promise<void> {
  const giving = await sideOf(
    stage,
    committee,
    ['junta-villa-tunari#1', 'junta-villa-ingavi#1'],
    ['comite/presidencia', 'comite/actas'],
  );
  const taking = await sideOf(
    stage,
    upper,
    ['junta-16-de-julio#1', 'junta-ballivian#2'],
    ['asamblea/presidencia', 'asamblea/actas'],
  );
  const supplyIn = async ({ node }: Serving, body: string) =>
    (await node.book(body))?.state.supply ?? assert.fail(body);
  const there = await supplyIn(below, committee);
  const [lot = -1, site] =
    tableEntries(there.lots)
      .map(([key, one]) => [Number(key), one.site] as const)
      .at(-1) ?? [];
  const [received] = tableEntries((await supplyIn(above, upper)).lots).map(([, one]) => one) ?? [];
  assert.ok(received);
  const item = received.item;
  const before = sumOf(await supplyIn(above, upper), item).depots;
  const free = freeOf(there, lot, await below.node.now());
  const neverBoth = async (): Promise<void> => {
    const left = freeOf(await supplyIn(below, committee), lot, below.node.now());
    const came = sumOf(await supplyIn(above, upper), item).depots - before;
    assert.ok(left + came <= free, `${left} free here and ${came} there, of ${free}`);
  };
  const must = async (side: Side, command: string, input: object, key: string): Promise<Done> => {
    const reply = await side.ask(side.body, command, input, `lots/${key}`);
    assert.ok(reply.ok, JSON.stringify(reply));
    await neverBoth();
    return reply;
  };
  const refused = async (
    side: Pick<Side, 'body' | 'ask'>,
    command: string,
    input: object,
    key: string,
    code: string,
  ): Promise<void> => {
    const reply = await side.ask(side.body, command, input, `lots/${key}`);
    assert.equal(reply.ok ? 'accepted' : reply.code, code, key);
    await neverBoth();
  };
  const anybody = { body: committee, ask: anyoneAt(stage, committee).ask };
  const offer = async (key: string, until: string): Promise<number> => {
    const made = actOf(
      await must(giving, 'OfferLot', { lot, site, quantity: free, to: `${above.node.name}/${upper}`, until }, key),
      'LotOffered',
    );
    await seal(stage, committee, made, giving.signers);
    await stage.carry(committee, upper);
    return made.index;
  };
  const accepting = (index: number) => ({
    offer: { book: `${below.node.name}/${committee}`, index },
    item,
    site: received.site,
  });

  const late = await offer('late', stage.calendar.time(82, 12));
  await refused(
    giving,
    'OfferLot',
    { lot, site, quantity: 1, to: `${above.node.name}/${upper}`, until: stage.calendar.time(82, 12) },
    'twice',
    'not-so-much-free',
  );
  await must(taking, 'RegisterVehicle', { title: 'Carro', carries: [] }, 'meanwhile');
  await stage.carry(upper, committee);
  await refused(anybody, 'SettleOffer', { offer: late }, 'early', 'offer-still-open');
  stage.calendar.goTo(82, 13);
  await refused(taking, 'AcceptLot', accepting(late), 'too-late', 'offer-over');
  await must(taking, 'RegisterVehicle', { title: 'Otro carro', carries: [] }, 'after');
  await stage.carry(upper, committee);
  const lapsed = await anybody.ask(committee, 'SettleOffer', { offer: late }, 'lots/lapse');
  assert.ok(lapsed.ok && actOf(lapsed, 'OfferLapsed'), JSON.stringify(lapsed));
  assert.equal(freeOf(await supplyIn(below, committee), lot, below.node.now()), free, 'free again');

  const taken = await offer('again', stage.calendar.time(83, 12));
  const accepted = actOf(await must(taking, 'AcceptLot', accepting(taken), 'accept'), 'LotAccepted');
  await refused(taking, 'AcceptLot', accepting(taken), 'accept-twice', 'already-answered');
  await stage.carry(upper, committee);
  await refused(anybody, 'SettleOffer', { offer: taken }, 'unsealed', 'answer-not-sealed');
  await seal(stage, upper, accepted, taking.signers);
  await stage.carry(upper, committee);
  const passed = await anybody.ask(committee, 'SettleOffer', { offer: taken }, 'lots/settle');
  assert.ok(passed.ok && actOf(passed, 'LotPassed'), JSON.stringify(passed));
  await neverBoth();
  assert.equal(sumOf(await supplyIn(above, upper), item).depots - before, free);
  assert.equal(freeOf(await supplyIn(below, committee), lot, below.node.now()), 0);
}
