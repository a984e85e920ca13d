import type { ActData } from '../catalogue/acts.ts';
import { emptyTable, type Table } from '../table.ts';
import type { Time } from '../time.ts';
import type { ContingentSize, HandOverLine } from './fields.ts';

/** What a supply committee's book says: registers, lots and where they are, orders. Keys are indexes of acts. */
export interface SupplyState {
  readonly items: Table<ActData<'ItemNamed'>>;
  /** Symbol → the item that has it. */
  readonly symbols: Table<number>;
  readonly sites: Table<Site>;
  readonly vehicles: Table<Vehicle>;
  readonly hands: Table<Hand>;
  /** Key → the hand that it was enrolled as last. */
  readonly handKeys: Table<number>;
  readonly announcements: Table<Announcement>;
  readonly lots: Table<Lot>;
  /** Item → its lots, in the order of their acts. */
  readonly lotsOf: Table<readonly number[]>;
  /**
   * `<lot>.<place>` → how much of it is there. Below zero: something left there that nobody has shown to have come. The sum over
   * a lot's places, its losses and what was passed on is what came in, because every act moves amounts (invariant 9).
   */
  readonly balances: Table<number>;
  /** Lot → the places where any of it is or was. */
  readonly placesOf: Table<readonly number[]>;
  /** `<act>.<lot>` → what that act wrote off, and how much of it has turned up. */
  readonly writtenOff: Table<WrittenOff>;
  readonly handOvers: Table<HandOver>;
  /** The identifier that the giver's phone made → the hand-over. */
  readonly handOverIds: Table<number>;
  /** SHA-256 of a text that disputes a hand-over → the act. */
  readonly disputes: Table<number>;
  readonly needs: Table<Need>;
  /** `<site>.<item>` → the last need declared. */
  readonly needOf: Table<number>;
  /** By which rule goods are shared; the last one adopted. */
  readonly rule: (ActData<'SharingRuleAdopted'> & { readonly act: number }) | null;
  readonly plans: Table<Plan>;
  /** Lot → what of it is meant for whom, in the order in which it was allocated. */
  readonly allotments: Table<readonly Allotment[]>;
  readonly trips: Table<Trip>;
  readonly openTrips: readonly number[];
  /** What was offered to another body's committee. */
  readonly offers: Table<Offer>;
  /** Lot → offers of it that are open. */
  readonly openOffers: Table<readonly number[]>;
  /** `<book>#<offer>` → how this body has answered it. */
  readonly offersAnswered: Table<{ readonly act: number; readonly accepted: boolean }>;
}

export interface Need extends ActData<'NeedDeclared'> {
  readonly declaredAt: Time;
  readonly countersigned: number | null;
  /** What was found to be needed by those who looked, where less. */
  readonly foundOver: { readonly act: number; readonly found: number } | null;
}

export interface Plan extends Omit<ActData<'PlanAdopted'>, 'rule' | 'until' | 'replaces'> {
  /** Null: one that was replaced before the book began. */
  readonly rule: number | null;
  readonly until: Time | null;
  /** Which of its parts are in the book; it is carried out once all are. */
  readonly entered: readonly number[];
  /** The plan that has replaced it. */
  readonly ended: number | null;
}

export interface Allotment {
  readonly plan: number;
  readonly site: number;
  readonly quantity: number;
  /** Not handed over yet. */
  readonly left: number;
}

export interface Trip extends Omit<ActData<'TripDispatched'>, 'lines'> {
  readonly lines: readonly (ActData<'TripDispatched'>['lines'][number] & { readonly left: number })[];
  readonly ended: number | null;
  readonly beside?: InBookBefore;
}

export interface Offer extends ActData<'LotOffered'> {
  /** Where it was made, if that was in a book before this one: it is answered under that. */
  readonly name?: InBookBefore;
  readonly state: 'open' | 'passed' | 'lapsed';
  readonly settled: number | null;
}

/** Of what was taken over from a book before: the act that it was there, beside which its words lie. */
interface InBookBefore {
  readonly book: string;
  readonly index: number;
}

export interface Site extends Omit<ActData<'SiteRegistered'>, 'assembly'> {
  readonly assembly: string | null;
  /** The last act that said anew what it is; beside that one lies where it is. */
  readonly changed?: number;
  readonly closed: number | null;
  readonly beside?: InBookBefore;
  /** `<site>.<item>` is counted in rounds: the last one that stands. */
  readonly counted: Table<{ readonly act: number; readonly round: number; readonly at: Time; readonly found: number }>;
}

export interface Vehicle extends ActData<'VehicleRegistered'> {
  readonly withdrawn: number | null;
  readonly beside?: InBookBefore;
}

export interface Hand extends ActData<'HandEnrolled'> {
  readonly withdrawn: number | null;
}

export type Announcement = { readonly from: Time; readonly until: Time | null; readonly withdrawn: number | null } & (
  | { readonly kind: 'contingent'; readonly size: ContingentSize }
  | { readonly kind: 'places'; readonly site: number; readonly what: 'beds' | 'meals'; readonly count: number }
  | { readonly kind: 'closure'; readonly title: string; readonly confirmed: boolean }
);

export interface Lot {
  readonly item: number;
  /** Where it came in. */
  readonly site: number;
  /** `outside`: delivered; `found`: counted and not on record; `accepted`: from another body's book. */
  readonly by: 'outside' | 'found' | 'accepted';
  readonly received: number;
  readonly lost: number;
  readonly passed: number;
  readonly bestBefore: Time | null;
}

/** One person's count of what there is of an item at a depot; in the vault alone until enough have counted. */
export interface StockEntry {
  readonly round: number;
  readonly teller: string;
  readonly found: number;
}

export interface WrittenOff {
  readonly quantity: number;
  readonly reversed: number;
}

export interface HandOver {
  readonly id: string;
  readonly kind: ActData<'HandOverRecorded'>['kind'];
  readonly from: number;
  readonly to: number;
  readonly trip: number | null;
  readonly madeAt: Time;
  /** As first signed: what the signatures are over. */
  readonly signed: readonly HandOverLine[];
  /** As it stands, corrected or not. */
  readonly lines: readonly HandOverLine[];
  readonly recordedAt: Time;
  readonly provisional: boolean;
  readonly confirmed: number | null;
  readonly corrections: readonly number[];
  readonly disputes: readonly number[];
  /** An officer wrote it down, and nobody has signed it. */
  readonly reported?: true;
  /** What an officer says that it was, until another one has signed that. */
  readonly proposed?: ProposedCorrection;
  /** Of one that was signed for a book before this one: how that names what it is about. */
  readonly written?: Written;
}

export interface ProposedCorrection {
  readonly act: number;
  readonly number: number;
  readonly lines: readonly HandOverLine[];
  /** The office that proposed it, and by whom it was held. */
  readonly by: { readonly office: string; readonly holder: string | null };
}

/** What a signed text says where it does not say it in the numbers of this book. */
export interface Written extends Pick<HandOver, 'from' | 'to' | 'trip'> {
  readonly book: string;
  readonly lines: readonly HandOverLine[];
}

export const noSupply: SupplyState = {
  items: emptyTable(),
  symbols: emptyTable(),
  sites: emptyTable(),
  vehicles: emptyTable(),
  hands: emptyTable(),
  handKeys: emptyTable(),
  announcements: emptyTable(),
  lots: emptyTable(),
  lotsOf: emptyTable(),
  balances: emptyTable(),
  placesOf: emptyTable(),
  writtenOff: emptyTable(),
  handOvers: emptyTable(),
  handOverIds: emptyTable(),
  disputes: emptyTable(),
  needs: emptyTable(),
  needOf: emptyTable(),
  rule: null,
  plans: emptyTable(),
  allotments: emptyTable(),
  trips: emptyTable(),
  openTrips: [],
  offers: emptyTable(),
  openOffers: emptyTable(),
  offersAnswered: emptyTable(),
};
