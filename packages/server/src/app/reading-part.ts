import { hexDecode } from '@cabildo/book';
import { later, publicSince, type Time } from '@cabildo/core';
import { readActs, readActsByCode, readActsOf } from '../store/acts.ts';
import type { Store } from '../store/open-store.ts';
import { findAttachment } from '../store/vault/disclosures.ts';
import { ballotReceipt } from './ballot-box.ts';
import { kindsOf } from './bases-below.ts';
import type { BookCache } from './book-cache.ts';
import type { BookNames } from './book-names.ts';
import { actRow } from './followers.ts';
import type { HallsAttended } from './halls-attended.ts';
import type { Heard } from './heard.ts';
import { electionHeld } from './held-election.ts';
import type { Identity } from './identity.ts';
import type { LoadedBook } from './loaded-book.ts';
import { myPlace, voterOf } from './my-place.ts';
import type { BookView, Node } from './node.ts';
import { readBundle, readConsistency, readDisclosureFile, readInclusion, readTile } from './reading.ts';
import { checkSigned } from './signed-commands.ts';

type Reading = Pick<
  Node,
  | 'signIn'
  | 'authenticate'
  | 'isRunning'
  | 'signature'
  | 'book'
  | 'acts'
  | 'act'
  | 'kinds'
  | 'actsByCode'
  | 'actsOf'
  | 'tile'
  | 'bundle'
  | 'inclusion'
  | 'consistency'
  | 'disclosures'
  | 'attachment'
  | 'me'
  | 'receipt'
  | 'election'
>;

export interface ReadingTools {
  readonly store: Store;
  readonly books: BookCache;
  readonly identity: Identity;
  readonly attended: HallsAttended;
  readonly heard: Heard;
  now(): Time;
}

/** All that only reads. */
export function readingPart(names: BookNames, tools: ReadingTools): Reading {
  const { store, books, identity, attended, heard, now } = tools;
  const find = (book: string): Promise<LoadedBook | null> => books.get(names.read(book));

  /** `read` on the committed book; null where there is none. */
  const on = async <T>(book: string, read: (found: LoadedBook) => Promise<T | null>): Promise<T | null> => {
    const found = await find(book);
    return found === null ? null : read(found);
  };

  return {
    async signIn({ body, card, token, key = null }) {
      const found = await find(body);
      if (found === null || found.remote) return { ok: false, reason: 'unknown-body' };
      return identity.signIn(found.origin, card, token, key);
    },
    async authenticate(bearer, body) {
      const origin = names.write(body);
      const actor = await identity.authenticate(bearer, origin);
      if (actor !== null) heard.asked(origin, actor);
      return actor;
    },
    isRunning(bearer, body) {
      const origin = names.write(body);
      const actor = identity.known(bearer, origin);
      return actor !== null && heard.runs(origin, actor);
    },
    async signature(bearer, { body, ...command }) {
      const book = names.write(body);
      return checkSigned(await identity.keyOf(bearer, book), { book, ...command });
    },
    book: (book) => on(book, (found) => Promise.resolve(viewOf(found))),
    async acts(book, from, limit) {
      const found = await find(book);
      // What is in the table beyond the head that this process knows is not shown before it knows it.
      if (found === null || from >= found.head.size) return [];
      const rows = await readActs(store, found.origin, from, Math.min(from + limit, found.head.size));
      return rows.map(actRow);
    },
    act: (book, index) =>
      on(book, async (found) => {
        const [row] = await readActs(store, found.origin, index, Math.min(index + 1, found.head.size));
        return row === undefined ? null : actRow(row);
      }),
    actsOf: (book, acts, most) =>
      on(book, async ({ origin, head }) =>
        acts.length === 0 ? [] : (await readActsOf(store, origin, acts, head.size, most)).map(actRow),
      ),
    kinds: (origins) => kindsOf(store, origins),
    actsByCode: async (code) => (await readActsByCode(store, 'body', code)).map(actRow),
    tile: (book, level, index, width) => on(book, (found) => readTile(store, found, level, index, width)),
    bundle: (book, index, width) => on(book, (found) => readBundle(store, found, index, width)),
    inclusion: (book, index, size) => on(book, (found) => readInclusion(store, found, index, size ?? found.head.size)),
    consistency: (book, from, to) => on(book, (found) => readConsistency(store, found, from, to ?? found.head.size)),
    disclosures: (book, index, audience = 'public') =>
      on(book, ({ origin, folded: { state } }) => {
        const at = later(now(), state.at);
        return readDisclosureFile(store, origin, index, audience, (slot) => publicSince(state, { index, slot }, at));
      }),
    attachment: (book, sha256) =>
      on(book, async ({ origin }) => {
        const hash = hexDecode(sha256);
        return hash === undefined ? null : ((await findAttachment(store, origin, hash)) ?? null);
      }),
    me: (actor, body) =>
      on(body, ({ folded, title }) => myPlace({ store, books, attended, now }, folded.state, title, actor)),
    receipt: (actor, body, vote) =>
      on(body, async ({ folded }) => {
        const who = voterOf(actor);
        return who === null ? null : ballotReceipt(store, folded.state, vote, who);
      }),
    election: (book, motion, actor) => on(book, ({ folded }) => electionHeld(store, folded.state, motion, actor)),
  };
}

const viewOf = (book: LoadedBook): BookView => {
  const { origin, name, kind, remote, title, vkey, source, predecessor, readOnly, head, lastAt: at, folded } = book;
  const described = { origin, name, kind, remote, title, vkey, source, predecessor, readOnly };
  return { ...described, at, size: head.size, head, state: folded.state };
};
