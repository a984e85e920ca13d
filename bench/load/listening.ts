// Everybody who looks on: how long after it was committed an act is on so many screens.
import { setTimeout as pause } from 'node:timers/promises';
import { percentile } from '../measure.ts';
import type { MeasuredNode } from '../node-process.ts';
import type { Aim } from './aims.ts';
import { type Hall, inParallel } from './hall.ts';
import { type HeardEvent, type OpenStream, openStream } from './stream.ts';

const ACTS = 20;
const EVERY_MS = 500;
/** Streams that are opened at the same time. */
const TOGETHER = 200;

interface Listener {
  /** Act → when it was read. */
  readonly heard: Map<number, number>;
  readonly stream: OpenStream;
}

interface Sent {
  readonly from: number;
  readonly answered: number;
}

export async function listen(hall: Hall, { onCommit }: MeasuredNode, count: number): Promise<Aim[]> {
  const opening = performance.now();
  const listeners = await inParallel(TOGETHER, count, () => openListener(hall));
  const opened = (performance.now() - opening) / 1_000;
  const sent = new Map<number, Sent>();
  const committed = new Map<number, number>();
  // One act a commit: its index is one less than the length of the book.
  const deaf = onCommit(({ size, at }) => committed.set(size - 1, at));
  for (let i = 0; i < ACTS; i++) {
    const from = Date.now();
    const index = await writeAct(hall, i);
    sent.set(index, { from, answered: Date.now() });
    await pause(EVERY_MS);
  }
  await allHeard(listeners, [...sent.keys()]);
  deaf();
  for (const { stream } of listeners) stream.close();
  return [
    { what: `${count} open streams: all open after`, value: opened, unit: 's' },
    ...figures(`${count} open streams, ${ACTS} acts`, listeners, sent, committed),
  ];
}

function figures(
  what: string,
  listeners: readonly Listener[],
  sent: ReadonlyMap<number, Sent>,
  committed: ReadonlyMap<number, number>,
): Aim[] {
  // Whoever has not heard, or was never told of the commit, waits for ever.
  const since = (from: (act: number) => number | undefined): readonly number[] =>
    listeners.flatMap(({ heard }) =>
      [...sent.keys()].map(
        (act) => (heard.get(act) ?? Number.POSITIVE_INFINITY) - (from(act) ?? Number.NEGATIVE_INFINITY),
      ),
    );
  const fromCommit = since((act) => committed.get(act));
  const fromSending = since((act) => sent.get(act)?.from);
  const answers = [...sent.values()].map(({ from, answered }) => answered - from);
  const ms = (name: string, value: number): Aim => ({ what: `${what}: ${name}`, value, unit: 'ms' });
  return [
    ms('the command answered, p95', percentile(answers, 0.95)),
    ms('committed to parsed by the listener, p50', percentile(fromCommit, 0.5)),
    { ...ms('committed to parsed by the listener, p95', percentile(fromCommit, 0.95)), atMost: 500 },
    ms('committed to parsed by the listener, slowest', percentile(fromCommit, 1)),
    ms('command sent to parsed by the listener, p95', percentile(fromSending, 0.95)),
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
