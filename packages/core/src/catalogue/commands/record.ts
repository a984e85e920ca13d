import { commandsOf } from '../command-entry.ts';
import { origin, ref, signature, text, verifierKey } from '../fields.ts';

const book = commandsOf('book');

export const recordCommands = {
  SignAct: book('SignAct', {
    by: ['officer', 'convener', 'outgoing-officer'],
    article: 'seals',
    input: { index: ref('the act'), signature },
    acts: ['ActSealed'],
    records: ['signature'],
    does: 'An officer signs an act with the own device key; with enough signatures the act is sealed. The election of new officers is signed by those whom it replaces.',
  }),
  AppointWitness: book('AppointWitness', {
    by: ['convener', 'presidium', 'secretary'],
    article: 'witnesses',
    input: { name: text(120), key: verifierKey },
    acts: ['WitnessAppointed'],
    does: 'Names an outside witness whom this body believes about the age of heads.',
  }),
  RecordFork: book('RecordFork', {
    by: ['anyone'],
    article: 'book',
    input: { origin },
    acts: ['ForkRecorded'],
    does: 'Writes down that a book’s key has signed two heads which cannot both be true, as this node has seen and proven.',
  }),
  RecordErasure: book('RecordErasure', {
    by: ['convener', 'presidium', 'secretary'],
    article: 'publicity',
    input: { index: ref('any act'), slot: text(40) },
    acts: ['ErasureRecorded'],
    records: ['erasure'],
    does: 'Withdraws what was disclosed with an act; the commitment stays.',
  }),
} as const;
