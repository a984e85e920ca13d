import type { CardEntry, Channel } from '@cabildo/core';
import type { Generated, JSONColumnType } from 'kysely';

/** The tables as `migrations/` makes them; `Encrypted` columns are opened by the vault's cipher alone. */
export type Encrypted = Buffer;

export interface Tables {
  node_keys: { name: string; value: Encrypted };
  books: BooksTable;
  acts: ActsTable;
  tree_hashes: { origin: string; level: number; index: number; hash: Buffer };
  attachments: { origin: string; sha256: Buffer; media_type: string; content: Buffer };
  cosignatures: { origin: string; size: number; witness: string; line: string; time: number };
  witnessed: { origin: string; vkey: string; size: number; root: Buffer; note: string | null };
  forks: { origin: string; number: number; held: string; seen: string; found_at: string; evidence: string | null };
  members: { origin: string; member: string; name: Encrypted; enrolled_at: string; household: string | null };
  cards: CardsTable;
  sessions: { token: Buffer; origin: string; holder: string; person: string; since: string; key: string | null };
  attendance: { origin: string; sitting: number; holder: string; as_of: number; at: string; channel: Channel };
  demands: { origin: string; demand: string; since: number; holder: string; at: string };
  presence_counts: { origin: string; sitting: number; round: number; teller: string; present: number };
  block_counts: BlockCountsTable;
  card_counts: {
    origin: string;
    vote: number;
    below: string;
    round: number;
    teller: string;
    raised: CardEntry['raised'];
    mandate: string | null;
  };
  urn_counts: UrnCountsTable;
  ballot_files: {
    origin: string;
    vote: number;
    contest: number;
    round: number;
    teller: string;
    entry: Encrypted;
  };
  floor_entries: { origin: string; sitting: number; number: number; entry: Encrypted };
  stock_counts: { origin: string; site: number; item: number; round: number; teller: string; found: number };
  petition_counts: { origin: string; petition: number; round: number; teller: string; signatures: number };
  ballots: {
    origin: string;
    vote: number;
    voter: string;
    holder: string;
    number: Generated<number>;
    ballot: Encrypted;
  };
  frozen_lists: { origin: string; root: Buffer; list: Encrypted };
  signatures: { origin: string; index: number; office: string; key: string; signature: string };
  disclosures: { origin: string; index: number; slot: string; audience: Audience; content: Encrypted };
  recordings: RecordingsTable;
  languages: LanguagesTable;
  language_strings: LanguageStringsTable;
  language_voices: LanguageVoicesTable;
  translators: TranslatorsTable;
  secret_elections: {
    election: string;
    origin: string;
    motion: number;
    dropped: Generated<boolean>;
    prepared: string;
    setup: string | null;
    tally: string | null;
    result: string | null;
  };
  secret_files: { election: string; kind: string; sha256: Buffer; count: number | null; content: Buffer };
  trustee_messages: { election: string; seat: number; step: string; message: Encrypted };
  waiting_ballots: { election: string; id: Buffer; nth: number; ballot: Encrypted };
  board_pieces: BoardPiecesTable;
  board_ballots: { election: string; place: number; hash: Buffer; credential: Buffer };
  idempotency: IdempotencyTable;
  mail_servers: MailServersTable;
  mail_people: MailPeopleTable;
  mail_messages: MailMessagesTable;
  p_entries: { origin: string; kind: string; key: string; value: JSONColumnType<object> };
  p_positions: { origin: string; size: number };
}

export type Audience = 'public' | 'members' | 'officers';

export interface BooksTable {
  origin: string;
  name: string;
  kind: 'body' | 'heads';
  remote: boolean;
  title: string;
  vkey: string;
  signing_key: Encrypted | null;
  size: Generated<number>;
  root: Buffer;
  range: Buffer;
  last_at: Generated<string>;
  checkpoint: string | null;
  read_only: string | null;
  source: string | null;
  predecessor: string | null;
  created_at: string;
}

export interface ActsTable {
  origin: string;
  index: number;
  act: string;
  at: string;
  code: string;
  leaf: Buffer;
  entry: Buffer;
  received_at: string;
}

export interface CardsTable {
  card: Buffer;
  origin: string;
  holder: string;
  person: string;
  issued_at: string;
  void: Generated<boolean>;
  used_by: Buffer | null;
}

export interface BlockCountsTable {
  origin: string;
  vote: number;
  block: string;
  round: number;
  teller: string;
  yes: number;
  no: number;
  abstain: number;
  people: number | null;
}

export interface UrnCountsTable {
  origin: string;
  vote: number;
  round: number;
  teller: string;
  papers: number;
  yes: number;
  no: number;
  abstain: number;
  blank: number;
  spoilt: number;
}

export interface RecordingsTable {
  origin: string;
  motion: number;
  language: string;
  media_type: string;
  at: string;
  content: Encrypted;
}

export interface LanguagesTable {
  tag: string;
  head: string;
}

export interface LanguageStringsTable {
  tag: string;
  source: string;
  draft: string | null;
  reviewed: string | null;
}

export interface LanguageVoicesTable {
  tag: string;
  source: string;
  media_type: string;
  by: string;
  reviewed: boolean;
  content: Encrypted;
}

export interface TranslatorsTable {
  id: string;
  tag: string;
  may: 'translate' | 'review';
  named: string;
  token: Buffer;
}

export interface BoardPiecesTable {
  election: string;
  number: number;
  start: number;
  head: string;
  height: number;
  ballots: number;
  kind: 'setup' | 'ballots' | 'tally' | 'result';
  content: Buffer;
}

export interface IdempotencyTable {
  origin: string;
  principal: string;
  key: string;
  request: Buffer;
  answer: Encrypted;
  at: string;
}

export interface MailServersTable {
  body: string;
  settings: Encrypted;
  trouble: Generated<string | null>;
  tries: Generated<number>;
  retry_at: Generated<string | null>;
}

export interface MailPeopleTable {
  body: string;
  holder: string;
  entry: Encrypted | null;
  confirmed: Generated<boolean>;
  code: Buffer | null;
  stop: Buffer | null;
  day: string;
  asked: number;
}

export interface MailMessagesTable {
  body: string;
  holder: string;
  kind: string;
  thing: string;
  state: 'waiting' | 'sending' | 'sent' | 'failed' | 'dropped';
  due_at: string;
  tries: Generated<number>;
  lease: Generated<string | null>;
  reason: Generated<string | null>;
  created_at: string;
}
