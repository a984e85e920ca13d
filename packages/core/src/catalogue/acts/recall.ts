import { actsOf } from '../entry.ts';
import { choice, count, elsewhere, holder, list, origin, positive, ref, text, yesNo } from '../fields.ts';

const recall = actsOf('recall', 'implemented');
const petition = actsOf('petition', 'planned');

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
  by: ['member'],
  article: 'recall',
  data: { against: choice('delegate', 'officer', 'presidium', 'public-office'), target: text(120), needed: count },
  effect: 'Signatures are gathered; who signs is never in the book.',
});

export const PetitionCounted = petition('PetitionCounted', {
  by: ['teller'],
  article: 'recall',
  data: { petition: ref('PetitionOpened'), counts: list(count, 2), reached: yesNo },
  effect: 'Two people counted the signatures; if the threshold is reached a sitting must be convened.',
});
