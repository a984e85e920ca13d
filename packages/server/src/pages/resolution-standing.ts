import { tableGet, waitsOn } from '@cabildo/core';
import type { BookView } from '../app/node.ts';
import type { Resolution } from './body-resolutions.ts';
import { type Child, type Html, html } from './html.ts';
import { facts, section } from './parts.ts';
import { actPath, officeSaid, titleOf, type Visit } from './visit.ts';

/** Why it holds, waits or holds no more: what suspends it, its condition, who challenges what it is called, what revoked it. */
export function standingOfResolution(visit: Visit, book: BookView, resolution: Resolution): Html | null {
  const parts = [
    suspendedBy(visit, book, resolution),
    conditionOf(visit, book, resolution),
    challengesOf(visit, book, resolution),
    revocationOf(visit, book, resolution),
  ].filter((part) => part !== null);
  return parts.length === 0 ? null : section(visit.words.standing.title, parts, 'standing');
}

const actLink = ({ words, link }: Visit, book: BookView, act: number): Html =>
  html`<a href="${link(actPath(book, act))}">${words.body.act(act)}</a>`;

function suspendedBy({ words }: Visit, { state }: BookView, resolution: Resolution): Html | null {
  const waits = waitsOn(state, resolution);
  if (waits === null) return null;
  const matter = words.terms.matter[waits.matter];
  const says = {
    bases: words.standing.awaitsBases,
    'answers-opened-again': words.standing.awaitsReopened,
    'bases-by-challenge': words.standing.awaitsBasesOf(matter),
    vote: words.standing.awaitsSettling(matter),
  };
  return html`<p class="card ochre">${says[waits.on]}</p>`;
}

function conditionOf(visit: Visit, book: BookView, { condition: index }: Resolution): Html | null {
  const condition = index === null ? undefined : tableGet(book.state.conditions, index);
  if (condition === undefined || index === null) return null;
  const { words, now } = visit;
  const { event, by, holdsIf, certifier, otherwise, certified } = condition;
  const says = holdsIf === 'happened' ? words.standing.happens(event) : words.standing.happensNot(event);
  const passed = now >= by ? ` (${words.standing.dayPassed})` : '';
  const found: Child =
    certified === null
      ? words.standing.notCertified
      : html`${words.standing.happened[certified.happened]} · ${visit.formats(book.state).day(certified.at)} · ${actLink(visit, book, certified.act)}`;
  return html`<div class="card"><h3>${words.standing.condition}</h3><p>${says} · ${actLink(visit, book, index)}</p>${facts(
    [
      [words.standing.day, `${visit.formats(book.state).time(by)}${passed}`],
      [words.standing.otherwise, words.standing.otherwiseIs[otherwise]],
      [words.standing.certifier, officeSaid(visit, certifier)],
      [words.standing.certified, found],
    ],
  )}</div>`;
}

function challengesOf(visit: Visit, book: BookView, { challenges }: Resolution): Html | null {
  if (challenges.length === 0) return null;
  const { words } = visit;
  const items = challenges.map(({ act, body, claimedMatter }) => {
    const who = body === book.origin ? words.standing.ownMember : titleOf(visit, book.state, body);
    return html`<li>${words.standing.challenge(who, words.terms.matter[claimedMatter])} · ${actLink(visit, book, act)}</li>`;
  });
  return html`<div class="card"><h3>${words.standing.challenges}</h3><ul class="list">${items}</ul></div>`;
}

function revocationOf(visit: Visit, book: BookView, { revoked }: Resolution): Html | null {
  if (revoked === undefined) return null;
  const { words } = visit;
  return html`<p class="card">${words.standing.revoked} ${words.standing.revokedBy} · ${actLink(visit, book, revoked)}</p>`;
}
