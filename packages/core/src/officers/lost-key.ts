import { authority, holdsOffice, sealingKey } from '../authority.ts';
import { accept, type Context } from '../decision.ts';
import { actKey } from '../delegation/seat-key.ts';
import { findingFor, type NeedOf } from '../facts.ts';
import type { Ask, Handler } from '../handler.ts';
import type { ProposalRules } from '../motion/proposal-rule.ts';
import { signaturesThatCount } from '../record/seal.ts';
import { type Refused, refuse } from '../refusal.ts';
import type { BodyState, KeyReport } from '../state.ts';
import { challengeDays, statuteOf } from '../statute/quorum.ts';
import { tableEntries, tableGet, tableHas } from '../table.ts';
import { plusDays, type Time } from '../time.ts';
import { isOpen, lastReport, othersNeeded, standsStill } from './restoration.ts';

/**
 * A lost key comes back in three steps: an officer reports it, with the key that is to stand for it; a sitting of the body,
 * or sealed a body above, confirms the loss; and as many of the other officers as make a seal sign the new key with
 * their devices. No node, no single officer and no body above can put a key in alone (DESIGN section 4, Two signatures).
 */
export const reportKeyLost: Handler<'ReportKeyLost'> = {
  decide(context, { office, newKey }) {
    const { state, actor, at } = context;
    const officer = tableGet(state.officers, office);
    const enrolled = state.enrolment?.keys.find((one) => one.office === office);
    if (officer === undefined || enrolled === undefined) return refuse('office-vacant', 'seals', { needed: office });
    const taken = tableEntries(state.officers).find(([, { key }]) => key === newKey);
    if (taken !== undefined) return refuse('holder-twice', 'seals', { present: taken[0] });
    const own = holdsOffice(officer, actor);
    const open = lastReport(state, office);
    // Whoever holds the office may always say it anew: nobody else's report stands in the way.
    if (!own && open !== null && isOpen(state, open, at))
      return refuse('key-reported', 'seals', { needed: office, present: open });
    const rules = statuteOf(state);
    if (rules === null) return refuse('body-not-founded', 'founding');
    const data = { office, oldKey: enrolled.key, newKey, own, due: plusDays(at, challengeDays(rules)) };
    return accept([{ act: 'OfficerKeyReportedLost', by: authority(context, 'seals'), data }]);
  },
};

/** The body above says, sealed, that it has seen the report and knows whose key it is. */
export const confirmKeyLoss: Handler<'ConfirmKeyLoss'> = {
  needs: (_ask, { below, report }) => [reportNeed(below, report)],
  decide(context, { below, report }) {
    const { state, evidence } = context;
    if (tableGet(state.affiliates, below) === undefined)
      return refuse('not-affiliated', 'rules.affiliation', { needed: below });
    const { found, cites } = findingFor(evidence, reportNeed(below, report));
    if (found === null) return refuse('no-key-report', 'seals', { needed: `${below}#${report}` });
    const { office, newKey } = found;
    const before = tableGet(state.keyLosses, actKey(below, report));
    if (before !== undefined) return refuse('already-so', 'seals', { present: before });
    return accept([
      {
        act: 'OfficerKeyLossConfirmed',
        by: authority(context, 'seals'),
        data: { below, report, office, newKey },
        cites,
      },
    ]);
  },
};

/** In the body's own sitting: as an election is, for it says who holds a key of the officers. */
export const lostKeyProposals: ProposalRules<'confirm-key-loss'> = {
  'confirm-key-loss': {
    matters: ['election'],
    carries: 'at-once',
    checkedAgain: true,
    refuses: ({ state, at }, _rules, { report }) => reportRefusal(state, report, at),
    effects({ context: { state }, vote, by }, { report }) {
      const { office, newKey } = tableGet(state.keyReports, report) ?? { office: '', newKey: '' };
      return [{ act: 'OfficerKeyLossConfirmed', by, data: { below: state.origin, report, office, newKey, vote } }];
    },
  },
};

function reportRefusal(state: BodyState, report: number, at: Time): Refused | null {
  const found = tableGet(state.keyReports, report);
  if (found === undefined || !standsStill(state, report))
    return refuse('no-key-report', 'seals', { needed: `OfficerKeyReportedLost ${report}` });
  return at < found.due ? null : refuse('challenge-period-over', 'challenge', { needed: found.due, present: at });
}

/** Each of the others gives a signature over the new key; with enough of them, and the loss confirmed, it is in force. */
export const restoreOfficerKey: Handler<'RestoreOfficerKey'> = {
  needs(ask, input) {
    const signer = sealingKey(ask, ask.state.size);
    const found = tableGet(ask.state.keyReports, input.report);
    if (signer === null || found === undefined) return [];
    const check = checkNeed(found, signer.key, input.signature);
    const above = input.above === undefined ? [] : [lossNeed(ask, input.above, input.report)];
    return [{ fact: 'signatures', index: input.report }, check, ...above];
  },
  decide(context, { report, signature, above }) {
    const { state, at, evidence } = context;
    const refused = reportRefusal(state, report, at);
    const found = tableGet(state.keyReports, report);
    if (refused !== null || found === undefined) return refused ?? refuse('no-key-report', 'seals');
    const signer = sealingKey(context, state.size);
    if (signer === null || signer.office === found.office || state.enrolment === null)
      return refuse('not-allowed', 'seals', { needed: 'officer', present: signer?.office ?? 'anyone' });
    if (findingFor(evidence, checkNeed(found, signer.key, signature)).found?.valid !== true)
      return refuse('signature-not-valid', 'seals', { needed: signer.office });
    const confirmed = confirmation(context, report, above);
    const record = { record: 'signature', index: report, ...signer, signature } as const;
    const given = findingFor(evidence, { fact: 'signatures', index: report }).found ?? [];
    const others = state.enrolment.keys.filter(({ office }) => office !== found.office);
    const signatures = [
      ...signaturesThatCount(
        others,
        given.filter(({ office }) => office !== signer.office),
      ),
      { ...signer, signature },
    ];
    const needed = othersNeeded(state.enrolment, found.office);
    const progress = { signatures: signatures.length, needed, confirmed: confirmed !== null };
    if (signatures.length < needed || confirmed === null) return accept([], [record], progress);
    const { office, oldKey, newKey } = found;
    return accept(
      [
        {
          act: 'OfficerKeyRestored',
          by: authority(context, 'seals'),
          data: { report, office, oldKey, newKey, signatures, confirmed: confirmed.act },
          cites: confirmed.cites,
        },
      ],
      [record],
      progress,
    );
  },
};

/** By the body's own vote, or sealed by a body to which it belongs. */
function confirmation({ state, evidence }: Context, report: number, above: string | undefined) {
  const own = tableGet(state.keyLosses, actKey(state.origin, report));
  if (own !== undefined) return { act: { book: state.origin, index: own }, cites: [] };
  if (above === undefined || !tableHas(state.requests, above)) return null;
  const { found, cites } = findingFor(evidence, lossNeed({ state }, above, report));
  return found === null ? null : { act: { book: above, index: found.index }, cites };
}

const reportNeed = (book: string, report: number): NeedOf<'key-report'> => ({ fact: 'key-report', book, report });

const lossNeed = ({ state }: Pick<Ask, 'state'>, book: string, report: number): NeedOf<'key-loss'> => ({
  fact: 'key-loss',
  book,
  of: state.origin,
  report,
});

const checkNeed = (
  { office, oldKey, newKey }: KeyReport,
  key: string,
  signature: string,
): NeedOf<'signature-check'> => ({
  fact: 'signature-check',
  key,
  signature,
  over: { replacement: { office, newKey, oldKey } },
});
