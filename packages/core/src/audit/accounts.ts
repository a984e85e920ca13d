import { judgementOf } from '../accounts/judge-committee.ts';
import { outcomeOf, parentNamed, presentedAt, presentedNow } from '../accounts/presented.ts';
import { reportOf } from '../accounts/report.ts';
import { dayRefusal, entryRefusal, mayBook, needsSecond } from '../accounts/rules.ts';
import type { ActData } from '../catalogue/acts.ts';
import type { BodyState, Motion } from '../state.ts';
import { tableGet, tableHas } from '../table.ts';
import { type Checks, holds, same } from './check.ts';
import { decided } from './proposed.ts';

/** Entries add up, are of an open period and by whom the statute lets; a report says what the book says. */
export const accountsChecks: Checks = {
  CommodityNamed: ({ accounts }, { data: { symbol } }) => [
    holds(!tableHas(accounts.commodities, symbol), 'order', symbol, 'a symbol that nothing has'),
  ],

  EntryBooked(state, { data: { day, lines, second, office }, at }) {
    const refused = entryRefusal(state, { day, lines }, at);
    return [
      holds(refused === null, 'effect', refused?.refusal.code ?? null, 'lines of an open period that add up to zero'),
      same('count', second, needsSecond(state, lines)),
      holds(mayBook(state, office), 'authority', office, 'an office that may book'),
    ];
  },

  EntryCountersigned(state, { data: { entry, office } }) {
    const found = tableGet(state.accounts.entries, entry);
    const holder = tableGet(state.officers, office)?.holder ?? null;
    return [
      same('order', found?.countersigned, null),
      holds(mayBook(state, office), 'authority', office, 'an office that may book'),
      holds(holder !== found?.by.holder, 'authority', office, 'another than who booked it'),
    ];
  },

  EntryReversed(state, { data: { entry, day, office }, at }) {
    const found = tableGet(state.accounts.entries, entry);
    const refused = dayRefusal(state, day, at);
    return [
      same('order', found?.reversed, null),
      holds(refused === null, 'order', refused?.refusal.code ?? null, 'a day of an open period'),
      holds(day >= (found?.day ?? ''), 'order', day, found?.day ?? ''),
      holds(mayBook(state, office), 'authority', office, 'an office that may book'),
    ];
  },

  AccountsReported(state, { data: { vote, outcome, report, ...said } }) {
    if (report !== undefined) return settled(state, { vote, outcome, report, ...said });
    const found = decided(state, vote);
    if (found === null) return [holds(false, 'effect', vote, 'a vote of this book')];
    return [
      same('outcome', outcome, found.outcome === 'carried' ? 'approved' : 'rejected'),
      same('effect', said, proposed(state, found.motion)),
      // A committee cannot approve its own accounts.
      holds(state.body?.charter === undefined, 'authority', vote, 'those who formed the committee'),
    ];
  },

  AccountsPresented(state, { data: { vote, ...said } }) {
    const found = decided(state, vote);
    if (found === null) return [holds(false, 'effect', vote, 'a vote of this book')];
    return [
      same('outcome', found.outcome, 'carried'),
      same('effect', said, proposed(state, found.motion)),
      same('order', presentedNow(state)?.act, undefined),
    ];
  },

  CommitteeAccountsJudged(state, { data: { vote, report, outcome } }) {
    const found = decided(state, vote);
    if (found === null) return [holds(false, 'effect', vote, 'a vote of this book')];
    const { proposal } = found.motion;
    const expected = found.outcome === 'carried' ? 'approved' : found.outcome === 'rejected' ? 'rejected' : 'none';
    return [
      same('outcome', outcome, expected),
      same('effect', report, proposal.kind === 'judge-committee' ? proposal.report : null),
      holds(judgementOf(state, report) === null, 'effect', report.index, 'a report on which nothing was said yet'),
    ];
  },

  AccountsJudgementShown(state, { data: { report, parent, from } }) {
    const waits = presentedAt(state, report);
    return [
      same('effect', parent, parentNamed(state, from.book)),
      holds(waits?.settled === null, 'order', report, 'a report that is not settled'),
      holds(
        waits?.judged.every((one) => one.parent !== parent) === true,
        'order',
        parent,
        'one that has not spoken yet',
      ),
    ];
  },
};

const proposed = ({ accounts }: BodyState, { proposal }: Motion) => {
  const asked = proposal.kind === 'judge-accounts' ? proposal : { entry: -1, until: '' };
  return reportOf(accounts, { entry: asked.entry, until: asked.until });
};

/** What was handed in, as those who formed the committee have judged it by what was shown here. */
function settled(state: BodyState, { outcome, report, ...said }: ActData<'AccountsReported'>) {
  const waits = presentedAt(state, report ?? -1);
  if (waits === null) return [holds(false, 'effect', report ?? null, 'a report that was handed in')];
  const { act: _act, judged, settled: before, ...figures } = waits;
  return [
    same('outcome', outcome, outcomeOf(state, judged)),
    same('effect', said, figures),
    same('order', before, null),
  ];
}
