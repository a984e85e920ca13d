import { commandsOf } from '../command-entry.ts';
import { choice, count, optional, origin, positive, ref, text } from '../fields.ts';

const recall = commandsOf('recall');
const petition = commandsOf('petition');

export const recallCommands = {
  PresentRecall: recall('PresentRecall', {
    by: ['anyone'],
    article: 'delegates',
    input: { below: origin, seat: positive },
    acts: ['RecallPresented', 'AlternateSeated'],
    does: 'Shows, with the base’s book as proof, that a delegate was recalled or holds the seat no more; it counts from this moment.',
  }),
  OpenPetition: petition('OpenPetition', {
    by: ['member', 'delegate'],
    article: 'recall.petition',
    input: {
      against: choice('delegate', 'officer', 'presidium', 'public-office'),
      target: text(160),
      /** Of a public office: what its own law asks for. */
      needed: optional(positive),
    },
    acts: ['PetitionOpened'],
    records: ['demand-reached'],
    does: 'Opens a petition to recall whoever holds an office or a seat, named by the office; who asks is not written.',
  }),
  SignPetition: petition('SignPetition', {
    by: ['member', 'delegate'],
    article: 'recall.petition',
    input: { petition: ref('PetitionOpened') },
    acts: ['PetitionReached'],
    records: ['demand', 'demand-reached'],
    signed: true,
    does: 'Signs a petition on one’s phone; who has signed is in no book, and is deleted once there are enough or its time is over.',
  }),
  CountPetition: petition('CountPetition', {
    by: ['officer', 'teller'],
    article: 'recall.petition',
    input: { petition: ref('PetitionOpened'), round: positive, signatures: count },
    acts: ['PetitionCounted'],
    records: ['petition-count', 'demand-reached'],
    does: 'One teller’s count of the lists signed on paper, without those who signed on their phones; hidden until the other has counted too.',
  }),
} as const;
