import { type BodyState, type Statute, type Time, tableEntries, tableGet, tableHas } from '@cabildo/core';
import type { BookView } from '../app/node.ts';
import { readAct } from './acts.ts';
import type { Visit } from './visit.ts';

/** A statute that a book holds: adopted, or only proposed by a motion. */
export interface Version {
  readonly index: number;
  readonly at: Time;
  readonly rules: Statute;
  readonly vote: number | null;
  /** The motion that proposes it, where it has not been adopted. */
  readonly proposedBy: { readonly title: string; readonly open: boolean } | null;
}

/** The acts that adopted a version, the first one first. */
export const versionsOf = (state: BodyState): readonly { readonly index: number; readonly at: Time }[] =>
  tableEntries(state.statutes)
    .map(([index, { at }]) => ({ index: Number(index), at }))
    .sort((a, b) => a.index - b.index);

/** Whether the act adopted a statute, or proposes one. */
export const isVersion = (state: BodyState, index: number): boolean =>
  tableHas(state.statutes, index) || tableGet(state.motions, index)?.proposal.kind === 'amend-statute';

export async function versionAt(visit: Visit, book: BookView, index: number): Promise<Version | null> {
  const { state } = book;
  const adopted = tableGet(state.statutes, index);
  if (adopted === undefined) return proposedVersion(state, index);
  const rules = state.statute?.act === index ? state.statute.rules : await rulesIn(visit, book, index);
  return rules === null ? null : { index, rules, proposedBy: null, at: adopted.at, vote: voteOf(state, adopted.vote) };
}

/** What a successor took over names a vote of the book before it, whose number may be another act's here. */
function voteOf(state: BodyState, vote: number | null): number | null {
  const motion = vote === null ? undefined : tableGet(state.votes, vote)?.motion;
  const kind = motion === undefined ? undefined : tableGet(state.motions, motion)?.proposal.kind;
  return kind === 'amend-statute' ? vote : null;
}

async function rulesIn({ node }: Visit, { origin }: BookView, index: number): Promise<Statute | null> {
  const row = await node.act(origin, index);
  const act = row === null ? null : readAct(row).act;
  return act?.act === 'StatuteAdopted' ? (act.data as { readonly statute: Statute }).statute : null;
}

function proposedVersion(state: BodyState, index: number): Version | null {
  const motion = tableGet(state.motions, index);
  if (motion?.proposal.kind !== 'amend-statute') return null;
  const { title, proposal, vote } = motion;
  const open = isPending(state, index, motion);
  return { index, at: state.at, rules: proposal.statute, vote, proposedBy: { title, open } };
}

type Motion = NonNullable<ReturnType<typeof motionAt>>;

const motionAt = (state: BodyState, index: number) => tableGet(state.motions, index);

/** Still to be voted in a sitting that goes on, or carried and waiting for the bases. */
function isPending(state: BodyState, index: number, { sitting, end, vote }: Motion): boolean {
  const adopted = tableEntries(state.resolutions).find(([, { motion }]) => motion === index)?.[1];
  if (adopted !== undefined) return adopted.status === 'suspended';
  const closed = vote === null ? null : (tableGet(state.votes, vote)?.closed ?? null);
  return end === null && closed === null && state.activeSittings.includes(sitting);
}

/** What would amend the statute and may yet do so. */
export const proposalsOpen = (state: BodyState): readonly { readonly index: number; readonly title: string }[] =>
  tableEntries(state.motions).flatMap(([key, motion]) =>
    motion.proposal.kind === 'amend-statute' && isPending(state, Number(key), motion)
      ? [{ index: Number(key), title: motion.title }]
      : [],
  );
