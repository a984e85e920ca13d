import { authority } from '../authority.ts';
import { accept, type DraftAct } from '../decision.ts';
import type { Handler } from '../handler.ts';
import { refuse } from '../refusal.ts';
import { tableGet } from '../table.ts';
import { balanceAt, lost } from './ledger.ts';
import { shortOf } from './orders.ts';
import { depotRefusal, noPlace, placeKind } from './places.ts';
import { written } from './register.ts';

export const receiveLot: Handler<'ReceiveLot'> = {
  decide(context, input) {
    const { supply } = context.state;
    if (tableGet(supply.items, input.item) === undefined)
      return refuse('not-found', 'supply', { needed: `ItemNamed ${input.item}` });
    return depotRefusal(supply, input.site) ?? written(context, 'LotReceived', input);
  },
};

/** Only what is on record as being there can be lost there. */
export const recordLoss: Handler<'RecordLoss'> = {
  decide(context, input) {
    const { supply } = context.state;
    if (tableGet(supply.lots, input.lot) === undefined)
      return refuse('not-found', 'supply', { needed: `LotReceived ${input.lot}` });
    if (placeKind(supply, input.at) === null) return noPlace(input.at);
    const there = balanceAt(supply, input.lot, input.at);
    if (input.quantity > there)
      return refuse('not-so-much-there', 'supply', { needed: input.quantity, present: Math.max(0, there) });
    // Whoever is short has to plan anew, and is told so at once.
    const after = lost(supply, { ...input, act: context.state.size });
    const act: DraftAct = { act: 'LossRecorded', by: authority(context, 'supply'), data: input };
    return accept([act], [], { short: shortOf(after, input.lot, context.at) });
  },
};

export const reverseLoss: Handler<'ReverseLoss'> = {
  decide(context, input) {
    const { supply } = context.state;
    const off = tableGet(supply.writtenOff, `${input.loss}.${input.lot}`);
    if (off === undefined) return refuse('not-found', 'supply', { needed: `LossRecorded ${input.loss}` });
    if (placeKind(supply, input.at) === null) return noPlace(input.at);
    const left = off.quantity - off.reversed;
    return input.quantity <= left
      ? written(context, 'LossReversed', input)
      : refuse('more-than-lost', 'supply', { needed: left, present: input.quantity });
  },
};
