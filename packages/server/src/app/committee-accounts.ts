import {
  actKey,
  type BodyState,
  judgementOf,
  nextBook,
  type PresentedReport,
  tableEntries,
  tableGet,
  tableHas,
} from '@cabildo/core';
import type { BookView, Node } from './node.ts';
import { openSittingOf } from './open-sitting.ts';

/** What a committee of this body has handed in, with what this body has said of it. */
export interface HandedIn {
  readonly committee: BookView;
  readonly report: PresentedReport;
  readonly outcome: 'approved' | 'rejected' | null;
  readonly said: {
    readonly book: string;
    readonly act: number;
    readonly outcome: 'approved' | 'rejected';
    readonly sealed: boolean;
    /** It is in the committee’s book as well. */
    readonly shown: boolean;
  } | null;
  /** It is before the sitting of this body that is open now. */
  readonly tabled: boolean;
}

/** Of each committee that this body has formed, as far as its book is here: the last report, and what waits for this body. */
export async function handedInTo(node: Node, { origin, state }: BookView): Promise<readonly HandedIn[]> {
  const all = tableEntries(state.committees).map(async ([formed]): Promise<HandedIn | null> => {
    const committee = await latestOf(node, formed);
    const report = committee?.state.accounts.presented?.at(-1);
    if (committee === null || report === undefined) return null;
    const at = { book: committee.origin, index: report.act };
    const judged = judgementOf(state, at);
    const said =
      judged === null
        ? null
        : {
            book: origin,
            act: judged.act,
            outcome: judged.outcome,
            sealed: tableHas(state.sealed, judged.act),
            shown: report.judged.some(({ from }) => from.book === origin && from.index === judged.act),
          };
    return {
      committee,
      report,
      outcome: outcomeOf(committee.state, report),
      said,
      tabled: judged === null && isTabled(state, at),
    };
  });
  return (await Promise.all(all)).filter((one) => one !== null);
}

/** Whether the assembly can still say anything of it. */
export const waitsToBeJudged = ({ said, outcome }: HandedIn): boolean => said === null && outcome === null;

const outcomeOf = ({ accounts }: BodyState, { act }: PresentedReport): HandedIn['outcome'] =>
  accounts.reports.find(({ report }) => report === act)?.outcome ?? null;

/** Of a committee’s report: each of those who formed it, and what it has said. */
export interface ParentSays {
  readonly body: string;
  readonly book: BookView | null;
  readonly said: PresentedReport['judged'][number] | null;
  /** Sealed in its own book, and not in this one yet. */
  readonly found: { readonly book: string; readonly index: number; readonly outcome: 'approved' | 'rejected' } | null;
}

export async function parentsOn(
  node: Node,
  { origin, state }: BookView,
  report: PresentedReport,
): Promise<readonly ParentSays[]> {
  const named = state.body?.charter?.parents ?? [];
  return Promise.all(
    named.map(async ({ body }) => {
      const said = report.judged.find(({ parent }) => parent === body) ?? null;
      const book = await latestOf(node, body);
      const judged = book === null ? null : judgementOf(book.state, { book: origin, index: report.act });
      const isNew = said === null && report.settled === null && judged !== null;
      const found =
        book !== null && isNew && tableHas(book.state.sealed, judged.act)
          ? { book: book.origin, index: judged.act, outcome: judged.outcome }
          : null;
      return { body, book, said, found };
    }),
  );
}

/** The book in which a body goes on, of those that are here. */
async function latestOf(node: Node, origin: string): Promise<BookView | null> {
  const next = await node.book(nextBook(origin));
  return next === null ? node.book(origin) : latestOf(node, next.origin);
}

/** Before the hall that is open now, and not decided. */
function isTabled(state: BodyState, report: { readonly book: string; readonly index: number }): boolean {
  const motions = tableGet(state.sittings, openSittingOf(state) ?? -1)?.motions ?? [];
  return motions.some((index) => {
    const { proposal, end } = tableGet(state.motions, index) ?? {};
    return (
      proposal?.kind === 'judge-committee' &&
      end === null &&
      actKey(proposal.report.book, proposal.report.index) === actKey(report.book, report.index)
    );
  });
}
