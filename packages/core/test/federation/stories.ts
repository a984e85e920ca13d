// Every story from which golden leaves are made (vectors/core/make.ts): together they write every act once.
import { playAccounts } from './accounts.ts';
import { playDecisions } from './decisions-story.ts';
import type { Federation } from './federation.ts';
import { playPetitionOnPhones, playPetitions } from './petitions.ts';
import { playReports } from './reports.ts';
import { playStory } from './story.ts';
import { playBodies } from './story-bodies.ts';
import { playCommittees } from './story-committees.ts';
import { playDisputes } from './story-disputes.ts';
import { playDoor } from './story-door.ts';
import { playElections } from './story-elections.ts';
import { playFloor } from './story-floor.ts';
import { playGatherings } from './story-gatherings.ts';
import { playIrregular } from './story-irregular.ts';
import { playKeys } from './story-keys.ts';
import { playMotions } from './story-motions.ts';
import { playOffices } from './story-offices.ts';
import { playPassages } from './story-passages.ts';
import { playQueue } from './story-queue.ts';
import { playRecovery } from './story-recovery.ts';
import { playSecretVotes } from './story-secret.ts';
import { playSecretElection } from './story-secret-election.ts';
import { playSittings } from './story-sittings.ts';
import { playSplits } from './story-splits.ts';
import { playSupply } from './story-supply.ts';
import { playTerritories } from './story-territories.ts';
import { playVotes } from './story-votes.ts';
import { playTiers } from './tiers-story.ts';
import { playTurns } from './turns.ts';

export const stories: Readonly<Record<string, () => { readonly fed: Federation }>> = {
  year: playStory,
  motions: playMotions,
  decisions: playDecisions,
  sittings: playSittings,
  offices: playOffices,
  tiers: playTiers,
  votes: playVotes,
  bodies: playBodies,
  gatherings: playGatherings,
  committees: playCommittees,
  irregular: playIrregular,
  keys: playKeys,
  petitions: playPetitions,
  petitionOnPhones: playPetitionOnPhones,
  reports: playReports,
  turns: playTurns,
  disputes: playDisputes,
  splits: playSplits,
  territories: playTerritories,
  elections: playElections,
  recovery: playRecovery,
  floor: playFloor,
  door: playDoor,
  secret: playSecretVotes,
  secretElection: playSecretElection,
  passages: playPassages,
  supply: playSupply,
  queue: playQueue,
  accounts: playAccounts,
};
