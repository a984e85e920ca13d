import type { ActData } from '@cabildo/core';
import type { BookView } from '../app/node.ts';
import { type Html, html } from './html.ts';
import { badge, section } from './parts.ts';
import { decidedHow } from './rules.ts';
import { actPath, bodyPath, type Visit } from './visit.ts';

type Late = ActData<'SittingEnteredLate'>;

/** What was decided on paper: with effect where it was regular, else with its irregularities named. */
export function lateDecisions(visit: Visit, book: BookView, index: number, late: Late): Html {
  const { words, link } = visit;
  const formats = visit.formats(book.state);
  const cards = late.decisions.map((decision, number) => {
    const { title, effect, outcome, irregularities, matter } = decision;
    const state =
      effect === 'none'
        ? badge('red', words.sitting.noEffect)
        : effect === 'answer'
          ? badge('indigo', words.body.answered(words.terms.choice[outcome === 'carried' ? 'yes' : 'no']))
          : badge(effect === 'in-force' ? 'green' : 'ochre', words.terms.status[effect]);
    const heading =
      effect === 'none' || effect === 'answer'
        ? title
        : html`<a href="${link(`${bodyPath(book)}/resolutions/${index}.${number + 1}`)}">${title}</a>`;
    const named = irregularities.map((name) => badge('ochre', words.terms.irregularity[name], 'alert'));
    return html`<article class="card"><div class="split"><h3>${heading}</h3>${state}</div><p class="soft">${words.terms.matter[matter]}</p><p class="figures">${decidedHow(words, formats, decision)} · ${words.terms.outcome[outcome]} · <a href="${link(actPath(book, index))}">${words.body.act(index)}</a></p>${named.length === 0 ? null : html`<p class="badges">${named}</p>`}</article>`;
  });
  const review =
    late.review.length === 0
      ? null
      : section(
          words.sitting.review,
          html`<ul class="plain inline">${late.review.map((act) => html`<li><a href="${link(actPath(book, act))}">${words.body.act(act)}</a></li>`)}</ul>`,
        );
  return html`${section(words.sitting.decisions, cards)}${review}`;
}
