import { commandsOf } from '../command-entry.ts';
import { list, optional, origin, positive, publicKey, record, ref, signature, text } from '../fields.ts';

const officers = commandsOf('officers');

export const recoveryCommands = {
  AttestElection: officers('AttestElection', {
    by: ['presidium', 'secretary'],
    article: 'seals',
    input: { body: origin, election: ref('OfficersElected there'), signatures: positive },
    acts: ['ElectionAttested'],
    does: 'Says that one has seen the paper minutes of the sitting in which another body elected its officers, with so many signatures; the officers seal it.',
  }),
  ClaimRecovery: officers('ClaimRecovery', {
    by: ['anyone'],
    article: 'seals',
    input: { bodies: list(record({ book: origin, through: optional(origin) }), 4) },
    acts: ['RecoveryClaimed'],
    does: 'Shows that other bodies attest the last election, where those before cannot hand over; `through` names the body above by which a sibling is known.',
  }),
  ObjectToRecovery: officers('ObjectToRecovery', {
    by: ['anyone'],
    article: 'seals',
    input: { claim: ref('RecoveryClaimed'), office: text(40), key: publicKey, signature },
    acts: ['RecoveryObjected'],
    does: 'Brings the signature of an officer before, whose term runs and whose key is at hand: the claim attests nothing.',
  }),
} as const;
