import { type Act, type ActData, tableGet } from '@cabildo/core';
import type { BookView } from '../app/node.ts';
import { readAct } from './acts.ts';
import { textOf } from './disclosed.ts';
import { type Html, html } from './html.ts';
import { badge } from './parts.ts';
import { actPath, type Visit } from './visit.ts';

/** The minutes as they stood at one time: the act that says so, and the act beside which the text lies. */
interface Version {
  readonly what: 'corrected' | 'approved' | 'read';
  readonly act: number;
  readonly beside: number;
}

/**
 * Every text of a sitting's minutes, the one that holds first. A correction takes the place of none: as they were read, as they
 * were approved and as they were corrected stand one under the other, each with its act and its seal.
 */
export async function minutesTexts(
  visit: Visit,
  book: BookView,
  minutes: number,
  corrections: readonly number[],
): Promise<Html> {
  const versions = await versionsOf(visit, book, minutes, corrections);
  const shown = versions.map(async ({ what, act, beside }, i) => {
    const row = await visit.node.act(book.origin, beside);
    const text = row === null ? null : await textOf(visit, book, readAct(row));
    return html`<section class="version"><h2>${titleOf(visit, what, i === 0)}</h2><p class="soft"><a href="${visit.link(actPath(book, act))}">${visit.words.body.act(act)}</a>${what === 'read' ? null : html` · ${sealed(visit, book, act)}`}</p>${text}</section>`;
  });
  return html`${await Promise.all(shown)}`;
}

const titleOf = ({ words }: Visit, what: Version['what'], holds: boolean): string =>
  what === 'approved' && !holds ? words.minutes.beforeCorrection : words.minutes.versions[what];

function sealed({ words, link }: Visit, book: BookView, act: number): Html {
  const seal = tableGet(book.state.sealed, act);
  return seal === undefined
    ? badge('ochre', words.sitting.minutesUnsealed)
    : html`${badge('green', words.sitting.minutesSealed, 'shield')} <a href="${link(actPath(book, seal))}">${words.body.act(seal)}</a>`;
}

async function versionsOf(
  visit: Visit,
  book: BookView,
  minutes: number,
  corrections: readonly number[],
): Promise<readonly Version[]> {
  const beside = (await dataOf<'MinutesApproved'>(visit, book, minutes))?.motion ?? minutes;
  const corrected = corrections.map(async (act): Promise<Version> => {
    const data = await dataOf<'MinutesCorrected'>(visit, book, act);
    return { what: 'corrected', act, beside: data?.motion ?? act };
  });
  // Amended when it was read: what was approved lies beside the amendment, what was read beside the motion.
  const proposal = tableGet(book.state.motions, beside)?.proposal;
  const read: readonly Version[] =
    proposal?.kind === 'amend-motion' ? [{ what: 'read', act: proposal.motion, beside: proposal.motion }] : [];
  return [...(await Promise.all(corrected)).reverse(), { what: 'approved', act: minutes, beside }, ...read];
}

async function dataOf<N extends 'MinutesApproved' | 'MinutesCorrected'>(
  { node }: Visit,
  { origin }: BookView,
  index: number,
): Promise<ActData<N> | null> {
  const row = await node.act(origin, index);
  return row === null ? null : ((readAct(row).act as Act<N> | null)?.data ?? null);
}
