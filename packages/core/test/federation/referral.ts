// A motion that the assembly above refers to the bases.
import { indexOf, table } from './assembly.ts';
import { sitUpper, type World } from './upper.ts';

export function refer(world: World): { readonly sitting: number; readonly motion: number; readonly referred: string } {
  const { fed, upper } = world;
  const sitting = sitUpper(world);
  const chair = { origin: upper.origin, chair: upper.presidium };
  const motion = table(fed, chair, sitting, { matter: 'ordinary', text: 'Agua para todos' });
  const moved = { sitting, kind: 'refer', motion, bases: true } as const;
  indexOf(fed.must(upper.origin, upper.presidium, 'MoveProcedure', moved), 'ProcedureMoved');
  const hands = { yes: 6, no: 0, abstain: 0 };
  fed.must(upper.origin, upper.presidium, 'DecideProcedure', { sitting, hands });
  return { sitting, motion, referred: fed.now };
}
