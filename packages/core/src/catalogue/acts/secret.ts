import { actsOf } from '../entry.ts';
import { count, hash, integer, list, positive, record, ref, text, yesNo } from '../fields.ts';

const secret = actsOf('ballot', 'implemented');

export const TrusteesNamed = secret('TrusteesNamed', {
  by: ['convener', 'presidium', 'former-officer'],
  article: 'secret',
  data: {
    motion: ref('MotionTabled'),
    threshold: positive,
    /** The list that each stands for, and SHA-256 of the public key as it is in the archive. */
    trustees: list(record({ list: text(60), key: hash }), 16),
  },
  effect:
    'These keys, and no others, open the result of the secret vote on the motion; so many of them are needed, and no list alone has as many.',
});

export const TrialDecrypted = secret('TrialDecrypted', {
  by: ['convener', 'presidium', 'teller', 'former-officer'],
  article: 'secret',
  data: { motion: ref('MotionTabled'), trustees: ref('TrusteesNamed'), archive: hash },
  effect:
    'Every trustee has opened a trial with the key that was named: a key that is lost is found before anybody votes.',
});

export const CredentialHalvesEntered = secret('CredentialHalvesEntered', {
  by: ['teller'],
  article: 'secret',
  data: {
    motion: ref('MotionTabled'),
    /** Which of the sitting’s two tellers. */
    teller: integer(1, 2),
    list: text(60),
    /** Of the file with the public halves and a proof of possession for each. */
    file: hash,
    halves: positive,
  },
  effect:
    'One teller’s public halves of the credentials are fixed. The other teller, of another list, makes the other halves: neither of them can vote with a slip.',
});

export const CredentialsListed = secret('CredentialsListed', {
  by: ['convener', 'presidium', 'teller', 'former-officer'],
  article: 'secret',
  data: {
    motion: ref('MotionTabled'),
    halves: list(ref('CredentialHalvesEntered'), 2),
    slips: count,
    /** Over the public credentials of all slips, in the order of their numbers. */
    root: hash,
    /** Slips that nobody drew, and the file that names them. */
    left: count,
    excluded: hash,
    /** Of the public credentials that may vote, as they are in the archive. */
    list: hash,
  },
  effect:
    'The credentials that may vote are those of the slips that were drawn: each the product of two tellers’ halves; what was left over is excluded.',
});

export const SecretVoteOpened = secret('SecretVoteOpened', {
  by: ['convener', 'presidium', 'former-officer', 'delegate'],
  article: 'secret',
  data: {
    vote: ref('VoteOpened'),
    trustees: ref('TrusteesNamed'),
    trial: ref('TrialDecrypted'),
    credentials: ref('CredentialsListed'),
    drawn: count,
    election: hash,
    list: hash,
    /** Of the voting page’s code. */
    page: hash,
    /** Of the ballot box, empty. */
    head: hash,
  },
  effect:
    'The vote is taken in secret: election, credentials and the voting page are fixed by hash, and the box begins at this head.',
});

export const BallotBoxAnchored = secret('BallotBoxAnchored', {
  by: ['convener', 'presidium', 'teller', 'former-officer'],
  article: 'secret',
  data: { vote: ref('VoteOpened'), head: hash, ballots: count, closed: yesNo },
  effect:
    'The box’s head is in the book, so that a later rewriting is found. Once it is closed no ballot comes after this head.',
});

export const SecretVoteClosed = secret('SecretVoteClosed', {
  by: ['convener', 'presidium', 'former-officer'],
  article: 'secret',
  data: { vote: ref('VoteOpened'), head: hash, ballots: count, yes: count, no: count, abstain: count },
  effect:
    'What the trustees opened, as the archive says that ends with this head; of whoever voted again the last ballot. Anyone can verify it with somebody else’s program.',
});

export const SecretElectionClosed = secret('SecretElectionClosed', {
  by: ['convener', 'presidium', 'former-officer'],
  article: 'secret',
  data: {
    vote: ref('VoteOpened'),
    head: hash,
    ballots: count,
    /** Whose last ballots were added up. */
    voters: count,
    /** Of each contest the blank ballots, and the votes of whoever stood, by number. */
    contests: list(
      record({ contest: positive, blank: count, votes: list(record({ number: positive, votes: count }), 64) }),
      16,
    ),
  },
  effect:
    'What the trustees opened of an election among candidates, as the archive says that ends with this head. Each contest is counted from these sums, with the papers of an urn where there was one beside.',
});
