/** The structures of an archive (specification, section 4), each with its fields in the order in which they are hashed. */
import { decimal, integer, list, literal, matching, maybe, quantity, record, type Shape, text, truth } from './wire.ts';

/** SHA-256 in hexadecimal, as events and files refer to each other. */
const reference = matching(/^[0-9a-f]{64}$/);

type Of<S> = S extends Shape<infer T> ? T : never;

export const headerShape = record({ version: integer, timestamp: matching(/^(?:0|[1-9][0-9]{0,10})$/) });

const eventTypes = [
  'Setup',
  'Ballot',
  'EndBallots',
  'EncryptedTally',
  'Shuffle',
  'EndShuffles',
  'PartialDecryption',
  'Result',
] as const;

export type EventType = (typeof eventTypes)[number];

export const eventShape = record({
  parent: maybe(reference),
  height: integer,
  type: literal(...eventTypes),
  payload: maybe(reference),
});

export type ArchiveEvent = Of<typeof eventShape>;

export const questionShape = record({
  answers: list(text),
  blank: maybe(truth),
  min: integer,
  max: integer,
  question: text,
});

export type Question = Of<typeof questionShape>;

export const electionShape = record({
  version: integer,
  description: text,
  name: text,
  group: text,
  public_key: decimal,
  questions: list(questionShape),
  uuid: matching(/^[1-9A-HJ-NP-Za-km-z]{14,}$/),
  administrator: maybe(text),
  credential_authority: maybe(text),
});

export type ElectionFields = Of<typeof electionShape>;

const proofShape = record({ challenge: decimal, response: decimal });

export type ProofFields = Of<typeof proofShape>;

const ciphertextShape = record({ alpha: decimal, beta: decimal });

export type CiphertextFields = Of<typeof ciphertextShape>;

export const publicKeyShape = record({ pok: proofShape, public_key: decimal });

export type PublicKeyFields = Of<typeof publicKeyShape>;

export const signedShape = record({ message: text, signature: proofShape });

export type SignedFields = Of<typeof signedShape>;

const pedersenShape = record({
  threshold: integer,
  certs: list(signedShape),
  coefexps: list(signedShape),
  // As of Belenios 2.5; archives of 2.0 have none.
  signatures: maybe(list(proofShape)),
  verification_keys: list(publicKeyShape),
});

export type PedersenFields = Of<typeof pedersenShape>;

export const certificateShape = record({
  // As of Belenios 2.5, together with the signatures above.
  context: maybe(record({ group: text, size: integer, threshold: integer, index: integer })),
  verification: decimal,
  encryption: decimal,
});

export const coefficientsShape = record({ coefexps: list(decimal) });

export type TrusteeFields = readonly ['Single', PublicKeyFields] | readonly ['Pedersen', PedersenFields];

const trusteeShape: Shape<TrusteeFields> = (value, path) => {
  const pair = list<unknown>((item) => item)(value, path);
  const kind = literal('Single', 'Pedersen')(pair[0], `${path}[0]`);
  literal(2)(pair.length, path);
  return kind === 'Single'
    ? [kind, publicKeyShape(pair[1], `${path}[1]`)]
    : [kind, pedersenShape(pair[1], `${path}[1]`)];
};

export const trusteesShape = list(trusteeShape);

/** A public credential, and its weight where weights are used. */
export const credentialsShape = list(matching(/^[1-9][0-9]*(?:,(?:0|[1-9][0-9]{0,39}))?$/));

export const setupShape = record({ election: reference, trustees: reference, credentials: reference });

const answerShape = record({
  choices: list(ciphertextShape),
  individual_proofs: list(list(proofShape)),
  overall_proof: list(proofShape),
  blank_proof: maybe(list(proofShape)),
});

export type AnswerFields = Of<typeof answerShape>;

const hash64 = matching(/^[A-Za-z0-9+/]{43}$/);

export const ballotShape = record({
  election_uuid: text,
  election_hash: hash64,
  credential: decimal,
  answers: list(answerShape),
  signature: record({ hash: hash64, proof: proofShape }),
});

export type BallotFields = Of<typeof ballotShape>;

export const tallyShape = list(list(ciphertextShape));

export const sizedTallyShape = record({ num_tallied: integer, total_weight: quantity, encrypted_tally: reference });

export const decryptionShape = record({
  decryption_factors: list(list(decimal)),
  decryption_proofs: list(list(proofShape)),
});

export type DecryptionFields = Of<typeof decryptionShape>;

export const ownedShape = record({ owner: integer, payload: reference });

export const resultShape = record({ result: list(list(quantity)) });

/** What belongs to an election without being in its archive: halves of credentials, slips left over, messages of the key ceremony. */
const halfShape = record({ public: decimal, proof: proofShape });

export type HalfFields = Of<typeof halfShape>;

export const halvesShape = record({ election: text, teller: integer, halves: list(halfShape) });

export type HalvesFields = Of<typeof halvesShape>;

export const excludedShape = record({ election: text, left: list(integer) });

export type ExcludedFields = Of<typeof excludedShape>;

export const contributionShape = record({ coefexps: signedShape, signature: proofShape, sealed: list(text) });

export type ContributionFields = Of<typeof contributionShape>;

export const sealedShape = record({ alpha: decimal, beta: decimal, data: matching(/^(?:[0-9a-f]{2})+$/) });

export const channelShape = record({ recipient: decimal, message: text });

export const secretShape = record({ secret: decimal });
