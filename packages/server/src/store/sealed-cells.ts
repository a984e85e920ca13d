import { type Cipher, placeOf } from './cipher.ts';

type Get = (column: string) => string | number | Uint8Array;

/** Where the cipher's cells are, and the place that each is bound to: what a change of the vault key has to go through. */
export const sealedCells: Readonly<Record<string, { readonly column: string; place(get: Get): string }>> = {
  node_keys: { column: 'value', place: (get) => placeOf('node_keys', text(get('name'))) },
  books: { column: 'signing_key', place: (get) => placeOf('books', text(get('origin')), 'signing_key') },
  members: { column: 'name', place: (get) => placeOf('members', text(get('origin')), text(get('member'))) },
  ballots: {
    column: 'ballot',
    place: (get) => placeOf('ballots', text(get('origin')), text(get('vote')), text(get('voter')), text(get('holder'))),
  },
  ballot_files: {
    column: 'entry',
    place: (get) =>
      placeOf(
        'ballot_files',
        text(get('origin')),
        text(get('vote')),
        text(get('contest')),
        text(get('round')),
        text(get('teller')),
      ),
  },
  floor_entries: {
    column: 'entry',
    place: (get) => placeOf('floor_entries', text(get('origin')), text(get('sitting')), text(get('number'))),
  },
  frozen_lists: {
    column: 'list',
    place: (get) =>
      placeOf('frozen_lists', text(get('origin')), Buffer.from(get('root') as Uint8Array).toString('base64')),
  },
  disclosures: {
    column: 'content',
    place: (get) => placeOf('disclosures', text(get('origin')), text(get('index')), text(get('slot'))),
  },
  recordings: {
    column: 'content',
    place: (get) => placeOf('recordings', text(get('origin')), text(get('motion')), text(get('language'))),
  },
  mail_servers: { column: 'settings', place: (get) => placeOf('mail_servers', text(get('body'))) },
  language_voices: {
    column: 'content',
    place: (get) => placeOf('language_voices', text(get('tag')), text(get('source'))),
  },
  trustee_messages: {
    column: 'message',
    place: (get) => placeOf('trustee_messages', text(get('election')), text(get('seat')), text(get('step'))),
  },
  waiting_ballots: {
    column: 'ballot',
    place: (get) =>
      placeOf('waiting_ballots', text(get('election')), Buffer.from(get('id') as Uint8Array).toString('base64')),
  },
  idempotency: {
    column: 'answer',
    place: (get) => placeOf('idempotency', text(get('origin')), text(get('principal')), text(get('key'))),
  },
};

const text = (value: string | number | Uint8Array): string => String(value);

/** The same cell under another vault key. */
export const sealAgain = (from: Cipher, to: Cipher, place: string, sealed: Uint8Array): Buffer =>
  to.seal(place, from.open(place, sealed));
