import { commandsOf } from '../command-entry.ts';
import { hash, list, record, ref, text } from '../fields.ts';

const secret = commandsOf('ballot');

export const secretCommands = {
  NameTrustees: secret('NameTrustees', {
    by: ['convener', 'presidium', 'former-officer'],
    article: 'secret',
    input: { motion: ref('MotionTabled'), trustees: list(record({ list: text(60), key: hash }), 16) },
    acts: ['TrusteesNamed'],
    does: 'Names whose keys open the result of a secret vote, and for which list each stands; named anew, the trial is made anew.',
  }),
  RecordTrialDecryption: secret('RecordTrialDecryption', {
    by: ['convener', 'presidium', 'teller', 'former-officer'],
    article: 'secret',
    input: { motion: ref('MotionTabled'), archive: hash },
    acts: ['TrialDecrypted'],
    does: 'Records the trial that all trustees have opened with their keys, from the archive of it that the node has verified.',
  }),
  EnterCredentialHalves: secret('EnterCredentialHalves', {
    by: ['teller'],
    article: 'secret',
    input: { motion: ref('MotionTabled'), list: text(60), file: hash },
    acts: ['CredentialHalvesEntered'],
    signed: true,
    does: 'One teller’s public halves of the credentials, from the file that the node has verified; once more if the slips are printed anew.',
  }),
  ListCredentials: secret('ListCredentials', {
    by: ['convener', 'presidium', 'teller', 'former-officer'],
    article: 'secret',
    input: { motion: ref('MotionTabled'), excluded: hash },
    acts: ['CredentialsListed'],
    does: 'Fixes the credentials of the slips that were drawn, from both tellers’ halves and the file of the slips left over.',
  }),
  AnchorBallotBox: secret('AnchorBallotBox', {
    by: ['convener', 'presidium', 'teller', 'former-officer'],
    article: 'secret',
    input: { vote: ref('VoteOpened') },
    acts: ['BallotBoxAnchored'],
    does: 'Writes the head of the ballot box into the book, each time that so many more ballots are in it as the statute says.',
  }),
  CloseBallotBox: secret('CloseBallotBox', {
    by: ['convener', 'presidium', 'former-officer'],
    article: 'secret',
    input: { vote: ref('VoteOpened') },
    acts: ['BallotBoxAnchored'],
    does: 'Closes the ballot box at its head: no ballot comes after it, and the trustees open the sum. The result is read by CloseVote.',
  }),
} as const;
