// What was done on paper or against the rules, and is made good by deciding it once more.
import type { InputFor, Time } from '../../src/index.ts';
import { announcing, type Base, hallOf, indexOf, type Matter } from './assembly.ts';
import { consult, decideAbove } from './decisions-story.ts';
import type { Done, Federation } from './federation.ts';
import { inHall } from './sitting-scenes.ts';
import { federationOf, type World } from './upper.ts';

export const pactText = 'Se acepta el precio de la alcaldía.';

type LateDecision = InputFor<'EnterLateSitting'>['decisions'][number];

export const onPaper = (matter: Matter, text: string, more: Partial<LateDecision> = {}): LateDecision => ({
  matter,
  title: text.slice(0, 40),
  text,
  yes: 6,
  no: 0,
  abstain: 0,
  ...more,
});

/** A sitting held on paper two days before, with these decisions. */
export function late(
  fed: Federation,
  { origin, secretary }: Pick<Base, 'origin' | 'secretary'>,
  decisions: readonly LateDecision[],
  more: Partial<InputFor<'EnterLateSitting'>> = {},
): number {
  const heldAt: Time = fed.now;
  fed.pass({ days: 2 });
  const notice = announcing(...decisions);
  const input = { heldAt, place: 'Cancha', call: 'first', present: 6, notice, decisions: [...decisions] } as const;
  return indexOf(fed.must(origin, secretary, 'EnterLateSitting', { ...input, ...more }), 'SittingEnteredLate');
}

/** The pact that delegates signed on paper, where nobody has checked a credential, is put to the assembly. */
export function latePact(world: World): { readonly entry: number; readonly resolution: number; readonly done: Done } {
  const entry = late(world.fed, world.upper, [onPaper('pact', pactText)]);
  const proposal = { kind: 'regularise', act: entry, decision: 1 } as const;
  const done = decideAbove(world, { matter: 'pact', text: pactText, proposal });
  return { entry, resolution: indexOf(done, 'ResolutionAdopted'), done };
}

/** What a hall did under other business is on record in words. */
export function irregularIn(
  fed: Federation,
  base: Base,
  what: string,
  irregularities: InputFor<'RecordIrregularity'>['irregularities'],
): number {
  const sitting = inHall(fed, base);
  const done = fed.must(base.origin, base.presidium, 'RecordIrregularity', { sitting, what, irregularities });
  fed.must(base.origin, hallOf(base).chair, 'CloseSitting', { sitting });
  return indexOf(done, 'IrregularityRecorded');
}

export function playIrregular(): World {
  const world = federationOf();
  const { resolution } = latePact(world);
  consult(world, resolution, pactText, ['yes', 'yes']);
  return world;
}
