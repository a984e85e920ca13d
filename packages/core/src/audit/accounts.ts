import { reportOf } from '../accounts/report.ts';
import { dayRefusal, entryRefusal, mayBook, needsSecond } from '../accounts/rules.ts';
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

  AccountsReported(state, { data: { vote, outcome, ...said } }) {
    const found = decided(state, vote);
    if (found === null) return [holds(false, 'effect', vote, 'a vote of this book')];
    const { proposal } = found.motion;
    const asked = proposal.kind === 'judge-accounts' ? proposal : { entry: -1, until: '' };
    return [
      same('outcome', outcome, found.outcome === 'carried' ? 'approved' : 'rejected'),
      same('effect', said, reportOf(state.accounts, { entry: asked.entry, until: asked.until })),
    ];
  },
};
