/** Money as open books: booked by whom the statute names, added up by anybody, judged by the assembly (decision 0017, Open books). */

import { holderOf } from '../authority.ts';
import { accept, type Context, type Decision, type DraftAct } from '../decision.ts';
import type { Handler } from '../handler.ts';
import type { ProposalOf } from '../motion/proposal.ts';
import type { ProposalRules } from '../motion/proposal-rule.ts';
import { type Refused, refuse } from '../refusal.ts';
import type { BodyState } from '../state.ts';
import { tableGet } from '../table.ts';
import { mostCommodities } from './fields.ts';
import { presentedNow } from './presented.ts';
import { approvedLast, movesIn, reportOf } from './report.ts';
import { bookingOffice, dayRefusal, entryRefusal, needsSecond, notItsOffice } from './rules.ts';

/** What an officer writes whom the article lets; `say` puts the office into the act where the act names it. */
function booked(
  context: Context,
  say: (office: string) => Pick<DraftAct, 'act' | 'data'>,
  article = 'accounts',
): Decision {
  const office = bookingOffice(context);
  if (office === null) return notItsOffice(context);
  return accept([{ ...say(office), by: { office, article } } as DraftAct]);
}

export const nameCommodity: Handler<'NameCommodity'> = {
  decide(context, input) {
    const { accounts, supply } = context.state;
    const present = tableGet(accounts.commodities, input.symbol)?.act ?? tableGet(supply.symbols, input.symbol);
    if (present !== undefined) return refuse('already-so', 'accounts', { needed: input.symbol, present });
    if (accounts.commodities.size >= mostCommodities)
      return refuse('too-many-commodities', 'accounts', { needed: mostCommodities });
    return booked(context, () => ({ act: 'CommodityNamed', data: input }));
  },
};

export const bookEntry: Handler<'BookEntry'> = {
  decide(context, input) {
    const { state, at } = context;
    const second = needsSecond(state, input.lines);
    return (
      entryRefusal(state, input, at) ??
      booked(context, (office) => ({ act: 'EntryBooked', data: { ...input, second, office } }))
    );
  },
};

export const countersignEntry: Handler<'CountersignEntry'> = {
  decide(context, { entry: index }) {
    const entry = tableGet(context.state.accounts.entries, index);
    if (entry === undefined) return noEntry(index);
    if (entry.countersigned !== null)
      return refuse('already-so', 'accounts.twoAbove', { present: entry.countersigned });
    const office = bookingOffice(context);
    if (office === null) return notItsOffice(context);
    if (entry.by.holder === holderOf(context.actor))
      return refuse('second-by-another', 'accounts.twoAbove', { present: entry.by.office });
    return booked(
      context,
      (by) => ({ act: 'EntryCountersigned', data: { entry: index, office: by } }),
      'accounts.twoAbove',
    );
  },
};

export const reverseEntry: Handler<'ReverseEntry'> = {
  decide(context, input) {
    const { state, at } = context;
    const entry = tableGet(state.accounts.entries, input.entry);
    if (entry === undefined) return noEntry(input.entry);
    if (entry.reversed !== null) return refuse('already-so', 'accounts', { present: entry.reversed.act });
    if (input.day < entry.day) return refuse('reversed-before', 'accounts', { needed: entry.day, present: input.day });
    return (
      dayRefusal(state, input.day, at) ??
      booked(context, (office) => ({ act: 'EntryReversed', data: { ...input, office } }))
    );
  },
};

const noEntry = (index: number): Refused => refuse('not-found', 'accounts', { needed: `EntryBooked ${index}` });

/** The assembly's word on its accounts: either way it is on record, and what was rejected stays booked. */
export const accountsProposals: ProposalRules<'judge-accounts'> = {
  'judge-accounts': {
    matters: ['accounts'],
    carries: 'at-once',
    checkedAgain: false,
    refuses: ({ state, at }, _rules, asked) => dayRefusal(state, asked.until, at) ?? reportRefusal(state, asked),
    /** A tie says nothing: it is put again. A committee hands in what it carries; those who formed it judge. */
    answers({ context: { state, at }, by }, { outcome, index }, { entry, until }) {
      if (outcome !== 'carried' && outcome !== 'rejected') return [];
      // Another report may have closed the period since this one was tabled.
      if ((dayRefusal(state, until, at) ?? reportRefusal(state, { entry, until })) !== null) return [];
      if (state.body?.kind === 'committee') {
        const data = { vote: index, ...reportOf(state.accounts, { entry, until }) };
        return outcome === 'carried' ? [{ act: 'AccountsPresented', by, data }] : [];
      }
      const judged = outcome === 'carried' ? 'approved' : 'rejected';
      const data = { vote: index, ...reportOf(state.accounts, { entry, until }), outcome: judged } as const;
      return [{ act: 'AccountsReported', by, data }];
    },
  },
};

function reportRefusal(
  state: BodyState,
  { entry, until }: Pick<ProposalOf<'judge-accounts'>, 'entry' | 'until'>,
): Refused | null {
  const { accounts } = state;
  const waits = presentedNow(state);
  if (waits !== null) return refuse('report-waits', 'committees', { present: waits.act });
  if (!movesIn(accounts).some(({ act }) => act === entry))
    return refuse('not-found', 'rules.accounts', { needed: `EntryBooked ${entry}` });
  const before = approvedLast(accounts);
  if (before !== null && entry < before.entry)
    return refuse('period-closed', 'rules.accounts', { needed: before.until, present: until });
  const { entries } = reportOf(accounts, { entry, until });
  return entries > 0 ? null : refuse('nothing-booked', 'rules.accounts', { present: until });
}
