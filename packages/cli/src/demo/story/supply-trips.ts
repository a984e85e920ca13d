import { createHash } from 'node:crypto';
import { base64Encode, utf8Encode } from '@cabildo/book';
import { type HandOverSaid, handOverText } from '@cabildo/core';
import { actOf } from '../client.ts';
import { anyoneAt, type Stage } from '../stage.ts';
import type { Committee } from './supply-committee.ts';
import type { AllotmentLine, Planned } from './supply-plan.ts';
import { entering, handOf, keyOf, type Registers } from './supply-registers.ts';
import type { Good } from './supply-sample.ts';

interface AtWork {
  readonly stage: Stage;
  readonly committee: Committee;
  readonly registers: Registers;
  readonly plan: number;
  readonly planned: Planned;
}

const parts: Readonly<Record<Good, number>> = { gas: 0, oxygen: 1, meals: 2 };

/** What the plan means for that place, at most so much of it. */
function meantFor({ planned, registers }: AtWork, good: Good, title: string, most: number): readonly AllotmentLine[] {
  let left = most;
  return (planned.parts[parts[good]] ?? [])
    .filter(({ site }) => site === registers.places.get(title))
    .flatMap((line) => {
      const quantity = Math.min(left, line.quantity);
      left -= quantity;
      return quantity === 0 ? [] : [{ ...line, quantity }];
    });
}

const idOf = (name: string): string => createHash('sha256').update(name).digest('hex').slice(0, 32);

interface Handing {
  readonly name: string;
  readonly kind: HandOverSaid['kind'];
  readonly good: Good;
  readonly from: string;
  readonly to: string;
  readonly lines: readonly Pick<AllotmentLine, 'lot' | 'quantity'>[];
  readonly trip?: number;
  /** Of what was given did not arrive. */
  readonly missing?: number;
  /** There was one phone alone. */
  readonly provisional?: boolean;
}

/** Signed by both phones without a network, and brought by whoever has one again. */
async function handOver({ stage, committee, registers }: AtWork, how: Handing): Promise<void> {
  const { name, kind, good, from, to, lines, trip, missing = 0, provisional = false } = how;
  const { places, items, hands } = registers;
  const said: HandOverSaid = {
    ...{ id: idOf(`${committee.origin} ${name}`), kind, from: places.get(from) ?? -1, to: places.get(to) ?? -1 },
    lines: lines.map(({ lot, quantity }, place) => {
      const received = quantity - (place === 0 ? missing : 0);
      return { lot, item: items[good], given: quantity, received, damaged: 0 };
    }),
    ...(trip === undefined ? {} : { trip }),
    madeAt: stage.calendar.time(78, 14),
  };
  const text = utf8Encode(handOverText(committee.origin, said));
  const signedFor = (title: string) => ({
    hand: hands.get(title),
    signature: base64Encode(stage.people.deviceOf(handOf(title)).sign(text)),
  });
  const both = provisional ? {} : { receiver: signedFor(to) };
  const input = { ...said, giver: signedFor(from), ...both };
  await anyoneAt(stage, committee.name).must(committee.name, 'RecordHandOver', input, keyOf(`hand-over/${name}`));
}

/** Of several places together, lot by lot. */
function loadOf(lines: readonly AllotmentLine[]): readonly { readonly lot: number; readonly quantity: number }[] {
  const sums = new Map<number, number>();
  for (const { lot, quantity } of lines) sums.set(lot, (sums.get(lot) ?? 0) + quantity);
  return [...sums].map(([lot, quantity]) => ({ lot, quantity }));
}

async function send(work: AtWork, name: string, vehicle: string, lines: readonly AllotmentLine[]): Promise<number> {
  const { plan, committee, registers } = work;
  const sent = { plan, vehicle: registers.places.get(vehicle), lines, hand: registers.hands.get(vehicle) };
  return entering(committee)(
    'DispatchTrip',
    { ...sent, route: `Hoja de ruta: ${name}` },
    `trip/${name}`,
    'TripDispatched',
  );
}

/** Three trips and a kitchen: one delivery is short, one was signed on one phone alone, one goes on in another lorry. */
export async function makeTrips(work: AtWork): Promise<void> {
  await southward(work);
  await northward(work);
  await oxygen(work);
  const [kitchen = ''] = work.registers.sites.filter(({ kind }) => kind === 'kitchen').map(({ title }) => title);
  const lines = meantFor(work, 'meals', kitchen, 900);
  await handOver(work, {
    name: 'meals',
    kind: 'direct',
    good: 'meals',
    from: 'Depósito de víveres',
    to: kitchen,
    lines,
  });
}

async function southward(work: AtWork): Promise<void> {
  const stops = [
    { title: 'Distrito 8', most: 300 },
    { title: 'Distrito 2', most: 200 },
    { title: 'Distrito 1', most: 200 },
  ].map(({ title, most }) => ({ title, lines: meantFor(work, 'gas', title, most) }));
  const all = stops.flatMap(({ lines }) => lines);
  const trip = await send(work, 'sur', 'Camión 1', all);
  const good = 'gas';
  await handOver(work, {
    name: 'sur/load',
    kind: 'load',
    good,
    from: 'Planta de Senkata',
    to: 'Camión 1',
    lines: loadOf(all),
  });
  for (const { title, lines } of stops) {
    const way = { name: `sur/${title}`, kind: 'deliver', good, from: 'Camión 1', to: title, lines, trip } as const;
    await handOver(work, {
      ...way,
      ...(title === 'Distrito 2' ? { missing: 3 } : {}),
      provisional: title === 'Distrito 1',
    });
  }
  await entering(work.committee)('EndTrip', { trip }, 'trip/sur/end', 'TripEnded');
}

/** Past Río Seco the second lorry hands its load on. */
async function northward(work: AtWork): Promise<void> {
  const lines = [...meantFor(work, 'gas', 'Distrito 13', 40), ...meantFor(work, 'gas', 'Posta Distrito 13', 20)];
  const trip = await send(work, 'norte', 'Camioneta', lines);
  const [good, load] = ['gas', loadOf(lines)] as const;
  await handOver(work, {
    name: 'norte/load',
    kind: 'load',
    good,
    from: 'Planta de Senkata',
    to: 'Camión 2',
    lines: load,
  });
  await handOver(work, { name: 'norte/relay', kind: 'relay', good, from: 'Camión 2', to: 'Camioneta', lines: load });
  for (const title of ['Distrito 13', 'Posta Distrito 13']) {
    const mine = lines.filter(({ site }) => site === work.registers.places.get(title));
    await handOver(work, {
      name: `norte/${title}`,
      kind: 'deliver',
      good,
      from: 'Camioneta',
      to: title,
      lines: mine,
      trip,
    });
  }
}

async function oxygen(work: AtWork): Promise<void> {
  const clinics = ['Posta Distrito 6', 'Posta Distrito 8'];
  const lines = clinics.flatMap((title) => meantFor(work, 'oxygen', title, 10));
  const trip = await send(work, 'oxígeno', 'Camioneta', lines);
  const from = 'Depósito de oxígeno';
  await handOver(work, {
    name: 'oxygen/load',
    kind: 'load',
    good: 'oxygen',
    from,
    to: 'Camioneta',
    lines: loadOf(lines),
  });
  const [first = ''] = clinics;
  const mine = lines.filter(({ site }) => site === work.registers.places.get(first));
  await handOver(work, {
    name: `oxygen/${first}`,
    kind: 'deliver',
    good: 'oxygen',
    from: 'Camioneta',
    to: first,
    lines: mine,
    trip,
  });
}

/** What came after the plan is offered to the assembly’s own store, and is in its book once that has accepted. */
export async function offerSpare(
  { stage, committee, registers }: Omit<AtWork, 'plan' | 'planned'>,
  to: string,
  quantity: number,
) {
  const enter = entering(committee);
  const site = registers.places.get('Planta de Senkata');
  const late = { item: registers.items.gas, site, quantity: quantity + 50, from: 'Entrega después del plan' };
  const lot = await enter('ReceiveLot', late, 'lot/gas-late', 'LotReceived');
  const offer = { lot, site, quantity, to, until: stage.calendar.time(79 + 2, 12) };
  const offered = await committee.presidency.must(committee.name, 'OfferLot', offer, 'supply/offer');
  return actOf(offered, 'LotOffered');
}
