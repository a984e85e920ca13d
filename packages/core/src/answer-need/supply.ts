import { inTerm } from '../authority.ts';
import { attestedAt, beginsAttested } from '../officers/attested.ts';
import { isOutOfHand } from '../officers/restoration.ts';
import { tableGet } from '../table.ts';
import type { Answers } from './answer.ts';
import { ifSealed, provenAct } from './proof.ts';

type Named = 'lot-offer' | 'lot-answer' | 'officer-key';

export const supplyAnswers: Answers<Named> = {
  /** An offer that has been settled is none any more: nobody can answer it twice. */
  'lot-offer'({ supply, ...state }, { index, to }) {
    const offer = tableGet(supply.offers, index);
    const lot = offer === undefined ? undefined : tableGet(supply.lots, offer.lot);
    const item = lot === undefined ? undefined : tableGet(supply.items, lot.item);
    if (offer === undefined || item === undefined || offer.to !== to || offer.state !== 'open') return null;
    const { quantity, until } = offer;
    const bestBefore = lot?.bestBefore ?? null;
    return ifSealed({ supply, ...state }, index, { symbol: item.symbol, unit: item.unit, quantity, until, bestBefore });
  },

  /** Also that there is none: by the time of the last act, before which nothing can be written any more. A book that goes on from another shows that by its first act. */
  'lot-answer'({ supply, sealed, size, at, predecessor }, { of, index }) {
    const said = tableGet(supply.offersAnswered, `${of}#${index}`);
    const after = predecessor === null ? null : { book: predecessor.book, size: predecessor.size };
    if (said === undefined) return { found: { answer: null, at, size, after }, acts: [after === null ? size - 1 : 0] };
    const seal = tableGet(sealed, said.act);
    const answer = { index: said.act, accepted: said.accepted, sealed: seal !== undefined };
    return { found: { answer, at, size, after }, acts: seal === undefined ? [said.act] : [said.act, seal] };
  },

  /** Of a proven body, in the officer's term, with the key that is enrolled for the office now. */
  'officer-key'(state, { key, at }, _receivedAt, _leafOf, before) {
    const { enrolment } = state;
    const office = enrolment?.keys.find((one) => one.key === key)?.office;
    const officer = office === undefined ? undefined : tableGet(state.officers, office);
    if (office === undefined || officer === undefined || enrolment === null) return null;
    if (!inTerm(officer, at) || isOutOfHand(state, office) || provenAct(state, before) === null) return null;
    const attested = attestedAt(state, enrolment.act, at) && beginsAttested(state, at, before);
    return { found: { office, attested }, acts: [enrolment.act] };
  },
};
