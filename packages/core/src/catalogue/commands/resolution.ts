import { matter } from '../../statute/fields.ts';
import { commandsOf } from '../command-entry.ts';
import { choice, hash, list, optional, origin, positive, ref, text, time } from '../fields.ts';

const resolution = commandsOf('resolution');
const demands = commandsOf('demands');

export const resolutionCommands = {
  ChallengeClassification: resolution('ChallengeClassification', {
    by: ['anyone'],
    article: 'ratification',
    input: {
      resolution: ref('ResolutionAdopted'),
      decision: optional(positive),
      claimedMatter: matter,
      below: optional(origin),
      through: optional(list(origin, 8)),
    },
    acts: ['ClassificationChallenged'],
    does: 'Says, as a delegate’s seat, as a member of a base, or with the sealed challenge of a body below (`through` names the bodies between), that a resolution is of another matter. It is suspended until that is settled.',
  }),
  RecordOutsidePact: resolution('RecordOutsidePact', {
    by: ['member', 'delegate'],
    article: 'ratification',
    input: { with: text(120), text: text(6_000), signedBy: text(200), signedAt: time },
    acts: ['OutsidePactRecorded'],
    does: 'Puts on record a pact that was signed outside it. `signedBy` names offices, not persons. A sitting on it becomes due.',
  }),
  CertifyCondition: resolution('CertifyCondition', {
    by: ['officer'],
    article: 'certifiers',
    input: { condition: ref('ConditionSet'), happened: choice('yes', 'no', 'not-agreed'), evidence: hash },
    acts: ['ConditionCertified'],
    does: 'The certifying office says whether the event has happened, with the hash of its evidence.',
  }),
  ReportDemand: demands('ReportDemand', {
    by: ['officer'],
    article: 'ratification',
    input: {
      list: ref('DemandListAdopted'),
      number: positive,
      state: choice('open', 'offered', 'met', 'broken'),
      report: text(2_000),
    },
    acts: ['DemandStateChanged'],
    does: 'An office reports what became of a demand. Nothing is dropped this way.',
  }),
  ChallengeDemand: demands('ChallengeDemand', {
    by: ['member', 'delegate'],
    article: 'ratification',
    input: { list: ref('DemandListAdopted'), number: positive },
    acts: ['DemandStateChanged'],
    does: 'Says that a demand which an office reported as met is not. It is again what it was before, until the bases call it met.',
  }),
} as const;
