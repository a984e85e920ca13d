// Everybody who looks on: how long after it was written an act is on so many screens.
import { setTimeout as pause } from 'node:timers/promises';
import { percentile } from '../measure.ts';
import type { Aim } from './aims.ts';
import { type Hall, inParallel } from './hall.ts';
import { type HeardEvent, type OpenStream, openStream } from './phone.ts';

const ACTS = 20;
const EVERY_MS = 500;
/** Streams that are opened at the same time. */
const TOGETHER = 200;

interface Listener {
  /** Act → when it was read. */
  readonly heard: Map<number, number>;
  readonly stream: OpenStream;
}

export async function listen(hall: Hall, count: number): Promise<Aim[]> {
  const opening = performance.now();
  const listeners = await inParallel(TOGETHER, count, () => openListener(hall));
  const opened = (performance.now() - opening) / 1_000;
  const sent = new Map<number, { readonly from: number; readonly answered: number }>();
  for (let i = 0; i < ACTS; i++) {
    const from = performance.now();
    const index = await writeAct(hall, i);
    sent.set(index, { from, answered: performance.now() });
    await pause(EVERY_MS);
  }
  await allHeard(listeners, [...sent.keys()]);
  for (const { stream } of listeners) stream.close();
  const waits = listeners.flatMap(({ heard }) =>
    [...sent].map(([index, { from }]) => (heard.get(index) ?? Number.POSITIVE_INFINITY) - from),
  );
  const answers = [...sent.values()].map(({ from, answered }) => answered - from);
  const what = `${count} open streams, ${ACTS} acts`;
  return [
    { what: `${what}: all streams open after`, value: opened, unit: 's' },
    { what: `${what}: the command answered, p95`, value: percentile(answers, 0.95), unit: 'ms' },
    { what: `${what}: command sent to read by the listener, p50`, value: percentile(waits, 0.5), unit: 'ms' },
    {
      // The commit lies between the sending and the answer: counted from the sending, the figure is more than was asked.
      what: `${what}: command sent to read by the listener, p95`,
      value: percentile(waits, 0.95),
      unit: 'ms',
      atMost: 500,
    },
    { what: `${what}: command sent to read by the listener, slowest`, value: percentile(waits, 1), unit: 'ms' },
  ];
}

async function openListener({ url, body }: Hall): Promise<Listener> {
  const heard = new Map<number, number>();
  const note = ({ name, data, at }: HeardEvent): void => {
    if (name === 'act') heard.set((data as { index: number }).index, at);
  };
  const stream = openStream(`${url}/api/bodies/${body}/events`, null, note);
  await stream.opened;
  return { heard, stream };
}

async function writeAct({ body, sitting, presidium }: Hall, i: number): Promise<number> {
  const input = { sitting, what: `Se dejó constancia número ${i} de la sala, sin efecto.`, irregularities: ['other'] };
  const done = await presidium.does(body, 'RecordIrregularity', input, `listened-${i}`);
  const [act] = done.acts as { index: number }[];
  if (act === undefined) throw new Error('nothing was written');
  return act.index;
}

const PATIENCE_MS = 20_000;

/** Whoever has not heard by then counts as never. */
async function allHeard(listeners: readonly Listener[], acts: readonly number[]): Promise<void> {
  const until = performance.now() + PATIENCE_MS;
  while (performance.now() < until && listeners.some(({ heard }) => acts.some((act) => !heard.has(act)))) {
    await pause(50);
  }
}
