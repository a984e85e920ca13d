import { constant, count, hash, record, type TypeOf } from '../catalogue/fields.ts';

/** A map by its hash; its bytes lie in the book’s attachments. */
export const map = record({ sha256: hash, bytes: count, mediaType: constant('application/geo+json') });
export type TerritoryMap = TypeOf<typeof map>;

/** Characters of a map: with its motion it must fit into one request. */
export const mapMost = 40_000;
