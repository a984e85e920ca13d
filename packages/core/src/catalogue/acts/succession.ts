import { standing } from '../../succession/fields.ts';
import { actsOf } from '../entry.ts';
import { count, elsewhere, hash, optional, positive, record, text } from '../fields.ts';

const book = actsOf('book', 'implemented');

export const DecisionCarried = book('DecisionCarried', {
  by: ['operator'],
  article: 'book',
  data: {
    from: elsewhere,
    /** Of a late entry: which of its decisions. */
    decision: optional(positive),
    what: standing,
    /** Of a consultation: the bases that were asked. */
    list: optional(record({ sha256: hash, bytes: count, mediaType: text(80) })),
  },
  cites: [
    'ResolutionAdopted',
    'MeasureDeclared',
    'DemandListAdopted',
    'ConsultationIssued',
    'RecoveryClaimed',
    'OfficersElected',
    'SittingConvened',
    'ItemNamed',
    'SiteRegistered',
    'VehicleRegistered',
    'HandEnrolled',
    'SharingRuleAdopted',
    'NeedDeclared',
    'LotReceived',
    'LotAccepted',
    'StockCounted',
    'LotOffered',
    'PlanAdopted',
    'TripDispatched',
    'HandOverRecorded',
    'HandOverReported',
    'CommodityNamed',
    'EntryBooked',
    'EntryReversed',
    'AccountsReported',
    'DecisionCarried',
  ],
  effect: 'What stood when the book before this one ended stands in this one, as it stood.',
});
