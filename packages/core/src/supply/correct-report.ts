/** A wrong report of a hand-over that nobody has signed: one officer says how it was, another answers for it too (decision 0017, Who signs). */
import { authority, holderOf } from '../authority.ts';
import { accept } from '../decision.ts';
import type { Handler } from '../handler.ts';
import { type Refused, refuse } from '../refusal.ts';
import { tableGet } from '../table.ts';
import { writtenOffRefusal } from './confirm.ts';
import { linesRefusal } from './hand-over.ts';
import type { HandOver, SupplyState } from './state.ts';

export const proposeReportCorrection: Handler<'ProposeReportCorrection'> = {
  decide(context, { handOver, ...said }) {
    const refused = correctionRefusal(context.state.supply, handOver, said);
    if (refused !== null) return refused;
    const by = authority(context, 'supply');
    return accept([{ act: 'ReportCorrectionProposed', by, data: { handOver, ...said, office: by.office } }]);
  },
};

export const signReportCorrection: Handler<'SignReportCorrection'> = {
  decide(context, { handOver, proposal }) {
    const { supply } = context.state;
    const proposed = tableGet(supply.handOvers, handOver)?.proposed;
    if (proposed?.act !== proposal)
      return refuse('not-found', 'supply', { needed: `ReportCorrectionProposed ${proposal}` });
    const refused = correctionRefusal(supply, handOver, proposed);
    if (refused !== null) return refused;
    const by = authority(context, 'supply');
    if (proposed.by.holder === holderOf(context.actor) || proposed.by.office === by.office)
      return refuse('correction-by-another', 'supply', { present: proposed.by.office });
    const { number, lines } = proposed;
    return accept([{ act: 'ReportCorrected', by, data: { handOver, proposal, number, lines, office: by.office } }]);
  },
};

function correctionRefusal(
  supply: SupplyState,
  handOver: number,
  { number, lines }: Pick<NonNullable<HandOver['proposed']>, 'number' | 'lines'>,
): Refused | null {
  const stands = tableGet(supply.handOvers, handOver);
  if (stands?.reported !== true) return refuse('not-found', 'supply', { needed: `HandOverReported ${handOver}` });
  if (!stands.provisional) return refuse('report-signed', 'supply', { present: stands.confirmed ?? handOver });
  const next = stands.corrections.length + 1;
  if (number !== next) return refuse('already-corrected', 'supply', { needed: next, present: number });
  return linesRefusal(supply, lines) ?? writtenOffRefusal(supply, handOver, { before: stands.lines, lines });
}
