import type { CommandEntry, InputOf } from './command-entry.ts';
import { bodyCommands } from './commands/body.ts';
import { federationCommands } from './commands/federation.ts';
import { motionCommands } from './commands/motion.ts';
import { sittingCommands } from './commands/sitting.ts';

/** Every command that a node answers. `acts` and `records` say all that it can write. */
export const commands = { ...bodyCommands, ...sittingCommands, ...motionCommands, ...federationCommands } as const;

export type CommandName = keyof typeof commands;
export type InputFor<N extends CommandName> = InputOf<(typeof commands)[N]>;

export const commandEntry = (name: string): CommandEntry | undefined =>
  Object.hasOwn(commands, name) ? (commands as Readonly<Record<string, CommandEntry>>)[name] : undefined;

export const allCommands: readonly CommandEntry[] = Object.values(commands);
