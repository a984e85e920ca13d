/** Goods of a book as moves between places, taken from its acts one by one: a second count, which knows nothing of the node's own. */
import type { BookAct } from './book-acts.ts';

type Of<N extends BookAct['act']> = Extract<BookAct, { act: N }>;

export interface GoodsMove {
  readonly act: number;
  readonly at: string;
  readonly kind: BookAct['act'];
  readonly lot: number;
  readonly symbol: string;
  readonly from: string;
  readonly to: string;
  readonly quantity: number;
  readonly words: string;
}

/** What was counted at a place: from there on the ledger has to show it. */
export interface GoodsCount {
  readonly act: number;
  readonly at: string;
  readonly symbol: string;
  readonly place: string;
  readonly counted: number;
}

export interface Place {
  readonly act: number;
  /** `depot:12-planta`, as it is called in every file. */
  readonly account: string;
  readonly kind: string;
  readonly title: string;
}

export interface Goods {
  readonly items: readonly (Of<'ItemNamed'>['data'] & { readonly act: number })[];
  readonly places: readonly Place[];
  readonly moves: readonly GoodsMove[];
  readonly counts: readonly GoodsCount[];
}

export const elsewhere = ['outside', 'lost', 'passed-on'] as const;

interface Line {
  readonly lot: number;
  readonly given: number;
  readonly received: number;
}

interface Standing {
  readonly from: number;
  readonly to: number;
  readonly lines: readonly Line[];
}

export function goodsIn(acts: readonly BookAct[]): Goods {
  const reading = new Reading();
  for (const act of acts) reading.take(act);
  return { ...reading, places: [...reading.known.values()] };
}

/** What of the acts before one has to be known to read it. */
class Reading {
  readonly items: Goods['items'][number][] = [];
  readonly moves: GoodsMove[] = [];
  readonly counts: GoodsCount[] = [];
  readonly known = new Map<number, Place>();
  readonly #symbols = new Map<number, string>();
  readonly #lots = new Map<number, number>();
  readonly #offers = new Map<number, Of<'LotOffered'>['data']>();
  readonly #standing = new Map<number, Standing>();

  take(one: BookAct): void {
    this.#name(one);
    this.#comeIn(one);
    this.#takeOver(one);
    this.#handOver(one);
    const { act, data } = one;
    if (act === 'LossRecorded') this.#move(one, data.lot, [this.#at(data.at), 'lost'], data.quantity, data.reason);
    if (act === 'LossReversed') this.#move(one, data.lot, ['lost', this.#at(data.at)], data.quantity, data.reason);
    if (act === 'LotOffered') this.#offers.set(one.index, data);
    const offer = act === 'LotPassed' ? this.#offers.get(data.offer) : undefined;
    if (offer !== undefined) this.#move(one, offer.lot, [this.#at(offer.site), 'passed-on'], offer.quantity, offer.to);
  }

  #at(place: number): string {
    return this.known.get(place)?.account ?? `site:${place}`;
  }

  #move(by: BookAct, lot: number, [from, to]: readonly [string, string], quantity: number, words = ''): void {
    if (quantity === 0) return;
    const symbol = this.#symbols.get(this.#lots.get(lot) ?? -1) ?? '';
    this.moves.push({ act: by.index, at: by.at, kind: by.act, lot, symbol, from, to, quantity, words });
  }

  #name({ act, index, data }: BookAct): void {
    if (act === 'ItemNamed') {
      this.#symbols.set(index, data.symbol);
      this.items.push({ ...data, act: index });
    }
    if (act === 'SiteRegistered') this.known.set(index, placeOf(index, data.kind, data.title));
    if (act === 'VehicleRegistered') this.known.set(index, placeOf(index, 'vehicle', data.title));
  }

  #comeIn(one: BookAct): void {
    const { act, index, at, data } = one;
    if (act === 'LotReceived' || act === 'LotAccepted') {
      this.#lots.set(index, data.item);
      const words = act === 'LotReceived' ? one.data.from : one.data.offer.book;
      this.#move(one, index, ['outside', this.#at(data.site)], data.quantity, words);
    }
    if (act !== 'StockCounted') return;
    const { site, item, missing, found = 0, counts } = data;
    if (found > 0) this.#lots.set(index, item);
    for (const { lot, quantity } of missing) this.#move(one, lot, [this.#at(site), 'lost'], quantity);
    this.#move(one, index, ['outside', this.#at(site)], found);
    const symbol = this.#symbols.get(item) ?? '';
    this.counts.push({ act: index, at, symbol, place: this.#at(site), counted: Math.min(...counts) });
  }

  /** Of a book that goes on from another: what was there when that one ended comes in where it was. */
  #takeOver(one: BookAct): void {
    if (one.act !== 'DecisionCarried') return;
    const { index } = one;
    const { what, from } = one.data;
    if (what.kind === 'item') {
      const { kind: _, ...item } = what;
      this.#symbols.set(index, item.symbol);
      this.items.push({ ...item, act: index });
    }
    if (what.kind === 'site') this.known.set(index, placeOf(index, what.is, what.title));
    if (what.kind === 'vehicle') this.known.set(index, placeOf(index, 'vehicle', what.title));
    if (what.kind === 'offer') this.#offers.set(index, what);
    if (what.kind === 'hand-over') this.#standing.set(index, what);
    if (what.kind === 'lot') {
      this.#lots.set(index, what.item);
      this.#move(one, index, ['outside', 'lost'], what.lost, from.book);
      this.#move(one, index, ['outside', 'passed-on'], what.passed, from.book);
    }
    if (what.kind !== 'lot' && what.kind !== 'lot-places') return;
    const lot = what.kind === 'lot' ? index : what.lot;
    for (const { place, quantity } of what.places)
      this.#move(one, lot, ['outside', this.#at(place)], quantity, from.book);
  }

  /** A correction takes back what stands, and says it again. */
  #handOver(one: BookAct): void {
    const { act, data } = one;
    if (act === 'HandOverRecorded' || act === 'HandOverReported') {
      this.#standing.set(one.index, data);
      this.#give(one, data, false);
    }
    if (act !== 'HandOverCorrected' && act !== 'ReportCorrected') return;
    const before = this.#standing.get(data.handOver);
    if (before === undefined) return;
    const now = { ...before, lines: data.lines };
    this.#standing.set(data.handOver, now);
    this.#give(one, before, true);
    this.#give(one, now, false);
  }

  #give(by: BookAct, { from, to, lines }: Standing, back: boolean): void {
    const [here, there] = [this.#at(from), this.#at(to)];
    for (const { lot, given, received } of lines) {
      this.#move(by, lot, back ? [there, here] : [here, there], received);
      this.#move(by, lot, back ? ['lost', here] : [here, 'lost'], given - received);
    }
  }
}

function placeOf(act: number, kind: string, title: string): Place {
  const where = kind === 'plant' || kind === 'depot' ? 'depot' : kind === 'vehicle' ? 'vehicle' : 'site';
  const name = title
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
    .replaceAll(/^-|-$/g, '');
  return { act, kind, title, account: `${where}:${act}${name === '' ? '' : `-${name}`}` };
}
