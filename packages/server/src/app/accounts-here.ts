import {
  type AccountsReport,
  type Actor,
  approvedLast,
  bookingOffice,
  holderOf,
  lacksSecond,
  later,
  movesIn,
  openingAccount,
  plusMinutes,
  reportOf,
  statuteOf,
  tableEntries,
  tableGet,
  tableValues,
} from '@cabildo/core';
import { handedInTo, parentsOn } from './committee-accounts.ts';
import type { BookView, Node } from './node.ts';
import { openSittingOf } from './open-sitting.ts';

/** As many as somebody at a table still looks through; all are on the public page. */
const LATEST = 40;

/** What whoever keeps the accounts of a body needs at hand: money, accounts, the latest entries, and the report that can be put. */
export async function accountsHere(node: Node, book: BookView, actor: Actor) {
  const { state } = book;
  const { accounts } = state;
  const at = later(node.now(), state.at);
  const rules = statuteOf(state);
  const offsetMinutes = rules?.closing.offsetMinutes ?? 0;
  const today = plusMinutes(at, offsetMinutes).slice(0, 10);
  const moves = movesIn(accounts);
  const last = moves.at(-1);
  const closed = approvedLast(accounts)?.until ?? null;
  const reversed = new Set(moves.flatMap(({ of, times }) => (times === -1 ? [of] : [])));
  return {
    today,
    offsetMinutes,
    noticeHours: rules?.notice.hours ?? 0,
    closed,
    mayBook: bookingOffice({ state, actor, at }) !== null,
    commodities: tableValues(accounts.commodities).map(({ symbol, title, decimals }) => ({ symbol, title, decimals })),
    accounts: accountNames(book),
    opening: accounts.reports.length === 0 ? openingAccount : null,
    entries: moves
      // What a book before had is a balance here, which nobody turns round.
      .filter(({ times, act }) => times === 1 && tableGet(accounts.entries, act) !== undefined)
      .slice(-LATEST)
      .toReversed()
      .map(({ act, day, entry }) => ({
        act,
        day,
        words: entry.words,
        lines: entry.lines,
        reversed: reversed.has(act),
        single: lacksSecond(entry),
        own: entry.by.holder !== null && entry.by.holder === holderOf(actor),
      })),
    report: last === undefined ? null : { ...reportOf(accounts, { entry: last.act, until: today }) },
    judged: saidOf(accounts.reports.at(-1)),
    sittings: sittingsOn(book),
    ...(await betweenBooks(node, book)),
  };
}

/** What this body judges of its committees, and, if it is one itself, what those who formed it have said. */
async function betweenBooks(node: Node, book: BookView) {
  const { state } = book;
  const presented = state.accounts.presented?.at(-1) ?? null;
  return {
    isCommittee: state.body?.kind === 'committee',
    openSitting: openSittingOf(state),
    committees: (await handedInTo(node, book)).map(({ committee, report, ...stands }) => ({
      committee: committee.origin,
      title: committee.title,
      page: committee.name,
      isHere: !committee.remote,
      act: report.act,
      until: report.until,
      entries: report.entries,
      single: report.single,
      sums: report.sums.map((sum) => ({
        ...sum,
        decimals: tableGet(committee.state.accounts.commodities, sum.commodity)?.decimals ?? 0,
      })),
      ...stands,
    })),
    handedIn:
      presented === null
        ? null
        : {
            act: presented.act,
            until: presented.until,
            settled: presented.settled,
            parents: (await parentsOn(node, book, presented)).map(({ body, book: parent, said, found }) => ({
              body,
              title: parent?.title ?? body,
              said: said === null ? null : { act: said.act, outcome: said.outcome },
              found,
            })),
          },
  };
}

const accountNames = ({ state }: BookView): readonly string[] => [
  ...new Set(tableEntries(state.accounts.balances).map(([key]) => key.split(' ')[0] ?? '')),
];

const saidOf = (report: AccountsReport | undefined) =>
  report === undefined ? null : { act: report.act, until: report.until, outcome: report.outcome };

/** Where the accounts can still be put to the vote, with what their notice names, and whether they are before the hall already. */
const sittingsOn = ({ state }: BookView) =>
  tableEntries(state.sittings)
    .filter(([, { closedAt, calledOff, late }]) => closedAt === null && !calledOff && !late)
    .flatMap(([sitting, { place, startsAt, opened, notice, motions }]) => {
      const items = notice.flatMap(({ matter, title, textHash }) =>
        matter === 'accounts' ? [{ title, textHash: textHash ?? null }] : [],
      );
      const reports = motions.filter((motion) => tableGet(state.motions, motion)?.proposal.kind === 'judge-accounts');
      const voted = reports.filter((motion) => isVoted(state, motion));
      return items.length <= voted.length
        ? []
        : [
            {
              sitting: Number(sitting),
              place,
              startsAt,
              opened: opened !== null,
              items,
              tabled: reports.length > voted.length,
            },
          ];
    });

const isVoted = ({ votes }: BookView['state'], motion: number): boolean =>
  tableValues(votes).some((vote) => vote.motion === motion && vote.closed !== null);
