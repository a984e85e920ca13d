import type { CommandEntry, InputOf } from './command-entry.ts';
import { accountsCommands } from './commands/accounts.ts';
import { affiliationCommands } from './commands/affiliation.ts';
import { bodyCommands } from './commands/body.ts';
import { committeeCommands } from './commands/committee.ts';
import { consultationCommands } from './commands/consultation.ts';
import { conveningCommands } from './commands/convening.ts';
import { delegationCommands } from './commands/delegation.ts';
import { disputeCommands } from './commands/dispute.ts';
import { doorCommands } from './commands/door.ts';
import { floorCommands } from './commands/floor.ts';
import { motionCommands } from './commands/motion.ts';
import { officersCommands } from './commands/officers.ts';
import { passageCommands } from './commands/passage.ts';
import { queueCommands } from './commands/queue.ts';
import { recallCommands } from './commands/recall.ts';
import { recordCommands } from './commands/record.ts';
import { recoveryCommands } from './commands/recovery.ts';
import { resolutionCommands } from './commands/resolution.ts';
import { rollCommands } from './commands/roll.ts';
import { secretCommands } from './commands/secret.ts';
import { sittingCommands } from './commands/sitting.ts';
import { sittingCourseCommands } from './commands/sitting-course.ts';
import { supplyCommands } from './commands/supply.ts';
import { supplyOrderCommands } from './commands/supply-orders.ts';
import { voteCommands } from './commands/vote.ts';

/** Every command that a node answers. `acts` and `records` say all that it can write. */
export const commands = {
  ...bodyCommands,
  ...committeeCommands,
  ...rollCommands,
  ...officersCommands,
  ...recoveryCommands,
  ...affiliationCommands,
  ...sittingCommands,
  ...conveningCommands,
  ...sittingCourseCommands,
  ...floorCommands,
  ...doorCommands,
  ...motionCommands,
  ...voteCommands,
  ...secretCommands,
  ...delegationCommands,
  ...recallCommands,
  ...consultationCommands,
  ...resolutionCommands,
  ...passageCommands,
  ...disputeCommands,
  ...recordCommands,
  ...supplyCommands,
  ...supplyOrderCommands,
  ...queueCommands,
  ...accountsCommands,
} as const;

export type CommandName = keyof typeof commands;
export type InputFor<N extends CommandName> = InputOf<(typeof commands)[N]>;

export const commandEntry = (name: string): CommandEntry | undefined =>
  Object.hasOwn(commands, name) ? (commands as Readonly<Record<string, CommandEntry>>)[name] : undefined;

export const allCommands: readonly CommandEntry[] = Object.values(commands);
