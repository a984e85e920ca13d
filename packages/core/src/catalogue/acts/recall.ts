import { actsOf } from '../entry.ts';
import {
  choice,
  count,
  elsewhere,
  holder,
  list,
  optional,
  origin,
  positive,
  ref,
  text,
  time,
  yesNo,
} from '../fields.ts';

const recall = actsOf('recall', 'implemented');
const petition = actsOf('petition', 'implemented');

export const DelegateRecalled = recall('DelegateRecalled', {
  by: ['vote'],
  article: 'rules.recall',
  data: { vote: ref('VoteOpened'), election: ref('DelegatesElected'), to: origin, seat: positive, holder },
  sealed: true,
  effect: 'The delegate is withdrawn; everywhere from the moment that this is presented.',
});

export const RecallPresented = recall('RecallPresented', {
  by: ['anyone'],
  article: 'delegates',
  data: { below: origin, seat: positive, holder, recall: elsewhere },
  cites: ['DelegateRecalled', 'SeatVacated', 'ActSealed'],
  effect: 'The seat’s vote drops out of every open vote; closed votes stand; the alternate follows.',
});

export const PetitionOpened = petition('PetitionOpened', {
  by: ['member', 'delegate'],
  article: 'recall.petition',
  data: {
    against: choice('delegate', 'officer', 'presidium', 'public-office'),
    /** An office, or `<body above>#<seat>`: never a name. */
    target: text(160),
    needed: positive,
    /** Those who belong, of whom that many are needed. */
    of: count,
    until: time,
  },
  effect: 'Signatures are gathered until that day; who opened it and who signs is never in the book.',
});

export const PetitionCounted = petition('PetitionCounted', {
  by: ['teller', 'officer'],
  article: 'recall.petition',
  data: {
    petition: ref('PetitionOpened'),
    round: positive,
    counts: list(count, 2),
    reached: yesNo,
    /** How many had signed on their phones by then; the counts are of paper alone. Absent: nobody could, or nobody had. */
    phones: optional(positive),
    /** By when the sitting must be convened; a petition against a public office obliges nobody here. */
    due: optional(time),
  },
  effect:
    'Two people counted the signatures on paper; if there are enough, with those on phones, a sitting on the recall must be convened by that day. Of a public office it is a record and nothing else.',
});

export const PetitionReached = petition('PetitionReached', {
  by: ['statute'],
  article: 'recall.petition',
  data: {
    petition: ref('PetitionOpened'),
    /** Signatures on phones, and on paper as they were last counted. */
    phones: positive,
    paper: count,
    due: optional(time),
  },
  effect:
    'With this signature on a phone there were enough, and nobody had to count any more: a sitting on the recall must be convened by that day. Who signed is deleted.',
});
