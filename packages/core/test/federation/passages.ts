// Safe-conducts through a measure of the upper body.
import { type InputFor, plusDays, plusHours } from '../../src/index.ts';
import { indexOf } from './assembly.ts';
import { deviceKey } from './federation.ts';
import type { World } from './upper.ts';

type Named = InputFor<'NamePassKey'>;

/** A key for oxygen and water, from now on for a week. */
export const passKey = ({ fed }: World, measure: number, change: Partial<Named> = {}): Named => ({
  code: 'K7F3',
  key: deviceKey('a shift at the road block'),
  cargoes: ['oxygen'],
  closures: [measure],
  from: fed.now,
  until: plusDays(fed.now, 7),
  ...change,
});

export function nameKey(world: World, measure: number, change: Partial<Named> = {}): number {
  const { fed, upper } = world;
  const input = passKey(world, measure, change);
  return indexOf(fed.must(upper.origin, upper.secretary, 'NamePassKey', input), 'PassKeyNamed');
}

/** A pass of that key for the next hours. */
export const passage = (
  { fed }: World,
  key: number,
  measure: number,
  change: Partial<InputFor<'GrantPassage'>> = {},
): InputFor<'GrantPassage'> => ({
  pass: 'P4Q8ZK1M',
  key,
  cargo: 'oxygen',
  closures: [measure],
  from: plusHours(fed.now, 1),
  until: plusHours(fed.now, 5),
  ...change,
});
