import { createHash } from 'node:crypto';
import type { Statute } from '@cabildo/core';
import { convened, done } from '../../server/test/app/node-fixture.ts';
import { type Card, type Hall, withHall } from './hall.ts';

export interface CalledHall {
  readonly hall: Hall;
  /** Open, and called for a measure. */
  readonly sitting: number;
  /** Of somebody who has come in. */
  readonly card: Card;
  /** Calls it by a vote; the act that declares it. */
  declare(proposal: object): Promise<number>;
}

const title = 'Bloqueo';
export const textOfMeasure = 'Bloqueo indefinido desde el lunes.';

/** A hall whose sitting was called for a measure, under a statute that publishes where one stands as told. */
export const withCalledHall = (
  folder: string,
  publicity: NonNullable<Statute['publicity']>,
  work: (called: CalledHall) => Promise<void>,
): Promise<void> => withHall(folder, async (hall) => work(await callIn(hall)), { checkIn: 'anywhere', publicity });

async function callIn(hall: Hall): Promise<CalledHall> {
  const { node, body, tellers } = hall;
  const textHash = createHash('sha256').update(textOfMeasure).digest('base64');
  const notice = [{ matter: 'measure', title, textHash }];
  const input = { kind: 'founding', place: 'Sede social', notice, texts: [{ item: 0, text: textOfMeasure }] };
  const sitting = await convened(node, body, input);
  await done(node, body, 'AppointTellers', { sitting, tellers });
  for (const member of tellers)
    await done(node, body, 'CountPresence', { sitting, round: 1, present: 2 }, { kind: 'member', member });
  await done(node, body, 'OpenSitting', { sitting, call: 'first' });
  const card = await hall.card();
  const { member } = card;
  await done(node, body, 'CheckIn', { sitting }, { kind: 'member', member });
  return {
    hall,
    sitting,
    card,
    async declare(proposal) {
      const motion = { sitting, matter: 'measure', title, text: textOfMeasure, proposal };
      const tabled = await done(node, body, 'TableMotion', motion);
      const opened = await done(node, body, 'OpenVote', { motion: tabled.acts[0]!.index, method: 'devices' });
      const vote = opened.acts[0]!.index;
      await done(node, body, 'CastVote', { vote, choice: 'yes' }, { kind: 'member', member });
      const closed = await done(node, body, 'CloseVote', { vote });
      return closed.acts.find(({ act }) => act === 'MeasureDeclared')!.index;
    },
  };
}
