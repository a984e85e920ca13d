/** The acts of a book as its own files have them, once they are shown to lead to the head that its key has signed. */
import {
  appendLeaf,
  type BookReader,
  decodeLeaf,
  EMPTY_RANGE,
  equalBytes,
  leafHash,
  openCheckpoint,
  parseVkey,
  rootOf,
  utf8Decode,
} from '@cabildo/book';
import { nodeCrypto } from '@cabildo/book/node';
import { type ActData, type ActName, misfit } from '@cabildo/core';
import { Stop } from '../stop.ts';
import { broken, EntryStream, needed, type OnProgress } from './entry-stream.ts';

/** Acts of goods and money, and what is published of them. Others are read over: what they say moves neither. */
const kinds = [
  'StatuteAdopted',
  'ItemNamed',
  'SiteRegistered',
  'VehicleRegistered',
  'LotReceived',
  'LotAccepted',
  'StockCounted',
  'HandOverRecorded',
  'HandOverReported',
  'HandOverCorrected',
  'ReportCorrected',
  'LossRecorded',
  'LossReversed',
  'LotOffered',
  'LotPassed',
  'CommodityNamed',
  'EntryBooked',
  'EntryCountersigned',
  'EntryReversed',
  'AccountsReported',
  'DecisionCarried',
] as const satisfies readonly ActName[];

/** An act as the catalogue has it. */
export type BookAct = {
  readonly [N in (typeof kinds)[number]]: {
    readonly act: N;
    readonly index: number;
    readonly at: string;
    readonly data: ActData<N>;
  };
}[(typeof kinds)[number]];

export interface BookActs {
  readonly origin: string;
  readonly size: number;
  readonly acts: readonly BookAct[];
}

/** `vkey`: the key to believe; without one that which lies beside the book. Throws `Stop`. */
export async function readBookActs(source: BookReader, vkey?: string, onProgress: OnProgress = () => undefined) {
  const named = vkey ?? utf8Decode(await needed(source, 'key.txt')) ?? '';
  const key = parseVkey(named.trim(), nodeCrypto);
  if (!key.ok) throw broken('key.txt', key.reason);
  const opened = openCheckpoint(await needed(source, 'checkpoint'), key.key, nodeCrypto);
  if (!opened.ok) throw broken('checkpoint', opened.reason);
  const { origin, size, root } = opened.checkpoint;
  const acts: BookAct[] = [];
  let range = EMPTY_RANGE;
  for await (const entry of new EntryStream(source, size, onProgress).read()) {
    range = appendLeaf(range, leafHash(entry, nodeCrypto), nodeCrypto);
    const act = actIn(entry, range.size - 1);
    if (act !== null) acts.push(act);
  }
  if (!equalBytes(rootOf(range, nodeCrypto), root)) throw broken('tile/', 'root');
  return { origin, size, acts } satisfies BookActs;
}

function actIn(entry: Uint8Array, index: number): BookAct | null {
  const decoded = decodeLeaf(entry);
  if (!decoded.ok) throw unreadable(index, 'leaf');
  const { act, at, data } = decoded.leaf;
  if (!(kinds as readonly string[]).includes(act)) return null;
  const fault = misfit({ act, data });
  if (fault !== null) throw unreadable(index, `${act}${fault}`);
  return { act, index, at, data } as unknown as BookAct;
}

const unreadable = (index: number, place: string): Stop =>
  new Stop('unreadable-act', {
    es: `El acto ${index} no se puede leer: ${place}.`,
    en: `Act ${index} cannot be read: ${place}.`,
  });
