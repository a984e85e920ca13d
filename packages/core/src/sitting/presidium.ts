import { holderOf, rolesOf } from '../authority.ts';
import type { Role } from '../catalogue/entry.ts';
import type { Actor, Context } from '../decision.ts';
import type { BodyState, Sitting } from '../state.ts';
import { statuteOf } from '../statute/quorum.ts';
import { tableGet } from '../table.ts';
import type { Time } from '../time.ts';

type Asking = Pick<Context, 'state' | 'actor' | 'at'>;

/** The sitting that a command is about, where it names one, or a motion or a vote of one. */
function sittingNamed(state: BodyState, input: object): number | null {
  const vote = indexIn(input, 'vote');
  const motion = vote === null ? indexIn(input, 'motion') : (tableGet(state.votes, vote)?.motion ?? null);
  return motion === null ? indexIn(input, 'sitting') : (tableGet(state.motions, motion)?.sitting ?? null);
}

function indexIn(input: object, name: string): number | null {
  const value = (input as Readonly<Record<string, unknown>>)[name];
  return typeof value === 'number' ? value : null;
}

/**
 * Roles for one command. In a sitting with a presidium of its own, elected by it or called over the officers' heads, those
 * who preside and write are those, and the officers are there like everybody else; outside it the officers' roles stay.
 */
export function rolesFor(asking: Asking, input: object): ReadonlySet<Role> {
  const { state, actor, at } = asking;
  const roles = rolesOf(state, actor, at);
  const sitting = presidedSitting(state, input);
  if (sitting === null) return roles;
  const held = officeIn(state, sitting, actor, at);
  const own = new Set([...roles].filter((role) => !leaves(state, sitting).has(role)));
  if (held !== null) own.add(held.role);
  return own;
}

/** The office under which this actor acts in that sitting; null where it is not one of the sitting's own. */
export function officeInSitting({ state, actor, at }: Asking, input: object): string | null {
  const sitting = presidedSitting(state, input);
  const held = sitting === null ? null : officeIn(state, sitting, actor, at);
  return held === null ? null : `sitting-${held.role}`;
}

function presidedSitting(state: BodyState, input: object): Sitting | null {
  const index = sittingNamed(state, input);
  const sitting = index === null ? undefined : tableGet(state.sittings, index);
  if (sitting === undefined || sitting.closedAt !== null) return null;
  return sitting.presidium.length > 0 || sitting.chair !== null ? sitting : null;
}

interface Held {
  readonly role: 'presidium' | 'secretary';
}

function officeIn(state: BodyState, sitting: Sitting, actor: Actor, at: Time): Held | null {
  const holder = holderOf(actor);
  const person = actor.kind === 'seat' ? actor.holder : holder;
  // Whoever has lost the seat has lost what the sitting gave to it.
  if (holder === null || (actor.kind === 'seat' && !rolesOf(state, actor, at).has('delegate'))) return null;
  const elected = sitting.presidium.find((one) => one.holder === holder && one.person === person);
  if (elected !== undefined) return { role: roleOfOffice(state, elected.office) };
  const chairs = sitting.presidium.length === 0 && sitting.chair?.holder === holder && sitting.chair.person === person;
  return chairs ? { role: 'presidium' } : null;
}

/** As the statute's list of offices says; an office that is on the presidium's list alone presides. */
function roleOfOffice(state: BodyState, office: string): 'presidium' | 'secretary' {
  const known = statuteOf(state)?.offices.find((candidate) => candidate.office === office);
  return known?.role === 'secretary' ? 'secretary' : 'presidium';
}

/** What the body's officers are not in that sitting. They go on writing where it has elected nobody to write. */
function leaves(state: BodyState, { presidium }: Sitting): ReadonlySet<Role> {
  const writes = presidium.some(({ office }) => roleOfOffice(state, office) === 'secretary');
  const none: readonly Role[] = ['presidium', 'convener', 'former-officer'];
  return new Set<Role>(writes ? [...none, 'secretary'] : none);
}
