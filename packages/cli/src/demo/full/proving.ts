import { actOf } from '../client.ts';
import type { Person, Stage } from '../stage.ts';
import { type Base, sealBase } from './base.ts';

interface Founded {
  readonly name: string;
  readonly origin: string;
  readonly presidency: Person;
}

/** Two neighbours say in their own books that they saw it founded; then it is no longer provisional. */
export async function proveBy(
  stage: Stage,
  body: Founded,
  minutes: number,
  neighbours: readonly Base[],
): Promise<void> {
  for (const neighbour of neighbours) await witness(stage, neighbour, body);
  const witnesses = neighbours.map(({ origin }) => origin);
  await body.presidency.must(body.name, 'ProveFounding', { minutes, witnesses }, 'prove');
}

export async function witness(stage: Stage, by: Base, of: Pick<Founded, 'name' | 'origin'>): Promise<void> {
  const input = { neighbour: of.origin };
  const seen = await by.presidency.must(by.name, 'WitnessFounding', input, `witness-${of.name}`);
  await sealBase(stage, by, actOf(seen, 'FoundingWitnessed'));
}
