import { authority } from '../authority.ts';
import { accept, type Context } from '../decision.ts';
import type { Handler } from '../handler.ts';
import { refuse } from '../refusal.ts';
import { convenedSitting } from '../sitting/find.ts';
import { tableGet, tableHas } from '../table.ts';
import { openRefusal } from './amendment.ts';
import type { Mover } from './state.ts';

/**
 * Whose motion it is: the base's that sent it up, an office's, or the body's whose delegate tabled it. A member's belongs to
 * the hall from then on (no act says who moved it): only the hall sets it aside.
 */
export function moverOf(context: Context, from: number | undefined): Mover | null {
  const { state, actor } = context;
  const received = from === undefined ? undefined : tableGet(state.received, from);
  if (received !== undefined) return { body: received.from.book };
  const { office } = authority(context, 'convening');
  if (office === 'convener' || tableHas(state.officers, office)) return { office };
  return actor.kind === 'seat' ? { body: actor.below } : null;
}

function isMover(context: Context, mover: Mover | null): boolean {
  const { actor } = context;
  if (mover === null) return false;
  if (mover.body !== undefined) return actor.kind === 'seat' && actor.below === mover.body;
  return authority(context, 'motions').office === mover.office;
}

export const withdrawMotion: Handler<'WithdrawMotion'> = {
  decide(context, { motion: index }) {
    const motion = tableGet(context.state.motions, index);
    if (motion === undefined) return refuse('not-found', 'motions', { needed: `MotionTabled ${index}` });
    const found = convenedSitting(context.state, motion.sitting);
    if (!found.ok) return found;
    if (!isMover(context, motion.mover)) {
      const mover = motion.mover?.body ?? motion.mover?.office;
      return refuse('not-the-mover', 'motions', mover === undefined ? {} : { needed: mover });
    }
    const refused = openRefusal(motion);
    if (refused !== null) return refused;
    return accept([{ act: 'MotionWithdrawn', by: authority(context, 'motions'), data: { motion: index } }]);
  },
};
