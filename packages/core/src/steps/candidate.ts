import type { CommandName, InputFor } from '../catalogue/commands.ts';
import type { Command } from '../decide.ts';
import type { Decision } from '../decision.ts';
import type { Refusal, RefusalCode } from '../refusal.ts';

/**
 * A command that may come next in a sitting. Where words or numbers of a person are still missing, `command` has stand-ins for
 * them, so that the rules can be asked about everything else; `aside` are the refusals that only the stand-ins bring about.
 */
export interface Candidate {
  readonly command: Command;
  /** Fields of its input that a person must give; of a proposal also one of its members (`proposal.order`). */
  readonly missing: readonly string[];
  readonly aside: readonly RefusalCode[];
  /** Where the rules look at what nobody may know yet: refusals that say nothing of it. Null: all may be told. */
  readonly told: readonly RefusalCode[] | null;
  /** Brings the sitting on, rather than noting something beside it. */
  readonly moves: boolean;
  /** What it is about, by its title. */
  readonly title: string | null;
}

interface More {
  readonly missing?: readonly string[];
  readonly aside?: readonly RefusalCode[];
  readonly told?: readonly RefusalCode[];
  readonly title?: string | undefined;
}

const candidate = (name: CommandName, input: object, moves: boolean, more: More): Candidate => ({
  command: { name, input } as unknown as Command,
  missing: more.missing ?? [],
  aside: more.aside ?? [],
  told: more.told ?? null,
  moves,
  title: more.title ?? null,
});

/** Brings the sitting on. */
export const step = <N extends CommandName>(name: N, input: InputFor<N>, more: More = {}): Candidate =>
  candidate(name, input, true, more);

/** Can be done as well. */
export const beside = <N extends CommandName>(name: N, input: InputFor<N>, more: More = {}): Candidate =>
  candidate(name, input, false, more);

/** What the rules say of it: nothing against it, or the refusal. */
export function objectionTo({ aside, told }: Candidate, decision: Decision): Refusal | null {
  if (decision.ok) return null;
  const { code } = decision.refusal;
  return aside.includes(code) || told?.includes(code) === false ? null : decision.refusal;
}

/** Those fields of its input that are known already. */
export const inputOf = ({ command, missing }: Candidate): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    Object.entries(command.input)
      .filter(([name]) => !missing.includes(name))
      .map(([name, value]) => [name, without(value, name, missing)]),
  );

function without(value: unknown, name: string, missing: readonly string[]): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).filter(([member]) => !missing.includes(`${name}.${member}`)));
}
