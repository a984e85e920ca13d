import { randomText } from '../../shell/asking.ts';
import type { Draft, Sending } from './types.ts';

/** What goes to the node, in the order in which it was made. */
export function toSend(
  { body, command, input, from, to, lines }: Omit<Sending, 'key' | 'order' | 'refused'>,
  waiting: readonly Sending[],
): Sending {
  const order = Math.max(Date.now(), ...waiting.map((one) => one.order + 1));
  return { key: randomText(16), order, body, command, input, from, to, lines, refused: null };
}

/** A text with what it has of signatures. */
export function sendingOf({ body, agreed, giver, receiver }: Draft, waiting: readonly Sending[]): Sending {
  const { from, to, lines } = agreed;
  const signed = { ...(giver === null ? {} : { giver }), ...(receiver === null ? {} : { receiver }) };
  if (agreed.what === 'correction') {
    const { handOver, number } = agreed;
    const input = { handOver, number, lines, ...signed };
    return toSend({ body, command: 'CorrectHandOver', input, from, to, lines }, waiting);
  }
  const { what: _what, ...said } = agreed;
  return toSend({ body, command: 'RecordHandOver', input: { ...said, ...signed }, from, to, lines }, waiting);
}
