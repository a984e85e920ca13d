import type { CommandName } from '@cabildo/core';

/** Commands for which no scene is written, each with the reason. The test holds this list against what runs accept. */
export const unplayed: Readonly<Partial<Record<CommandName, string>>> = {
  EraseAttendance: 'The node gives it by itself when the challenge period of a sitting is over.',
  ReportKeyLost: 'No device is lost in the simulation; packages/core/test/keys.test.ts plays it.',
  ConfirmKeyLoss: 'As ReportKeyLost.',
  RestoreOfficerKey: 'As ReportKeyLost.',
};
