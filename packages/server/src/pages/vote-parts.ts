import type { BookView } from '../app/node.ts';
import { type Child, type Html, html } from './html.ts';
import { badge, meter, type Tone } from './parts.ts';
import { baseOfVote, fractionWords, tallyWords, type VoteState } from './rules.ts';
import { actPath, type Visit } from './visit.ts';

const outcomeTone = {
  carried: 'green',
  rejected: 'red',
  tied: 'ochre',
  undetermined: 'ochre',
  annulled: 'red',
} as const satisfies Record<string, Tone>;

export function outcomeBadge({ words }: Visit, vote: VoteState | undefined): Html {
  if (vote === undefined) return badge('ochre', words.sitting.notVoted);
  if (vote.closed === null) return badge('indigo', words.sitting.voteOpen);
  return badge(outcomeTone[vote.closed.outcome], words.terms.outcome[vote.closed.outcome]);
}

/** The numbers of a closed vote, the bar with the rule's tick, and the rule in words. Nothing of an open one. */
export function voteResult(visit: Visit, book: BookView, index: number, vote: VoteState): Html {
  const { words, link } = visit;
  const formats = visit.formats(book.state);
  const { closed, method, rule, present } = vote;
  const majorities = vote.and === undefined ? [rule] : [rule, vote.and];
  const said = majorities.map((one) => words.rule.says(fractionWords(words, one, words.terms.base[one.of]))).join(' ');
  const opened = html`<a href="${link(actPath(book, index))}">${words.body.act(index)}</a>`;
  if (closed === null) return html`<p class="soft">${words.sitting.noTally} ${said} ${opened}</p>`;
  const proof = html`<a href="${link(actPath(book, closed.act))}">${words.body.act(closed.act)}</a>`;
  if (closed.tallies.length === 0 && closed.outcome !== 'annulled')
    return html`<p class="soft">${words.terms.method[method]} · ${opened}</p>`;
  const bars = closed.tallies.map((tally) => {
    const total = baseOfVote(vote, tally);
    const text = tallyWords(words, formats, tally);
    const tick = rule.of === 'bodies' ? null : (total * rule.num) / rule.den;
    return html`${
      total === 0
        ? null
        : meter(
            text,
            total,
            [
              { tone: 'yes', value: tally.yes },
              { tone: 'no', value: tally.no },
            ],
            tick,
          )
    }<p class="figures"><strong>${text}</strong> · ${proof}</p>`;
  });
  const notes: Child = [
    closed.tallies.length > 1 ? html`<p>${words.sitting.bothTallies}</p>` : null,
    closed.dropped > 0 ? html`<p>${words.sitting.dropped(closed.dropped)} · ${proof}</p>` : null,
  ];
  const slips = vote.slips === undefined ? null : ` · ${words.sitting.slips(formats.number(vote.slips))}`;
  return html`${bars}${notes}<p class="soft">${said} ${words.sitting.turnout(formats.number(closed.turnout), formats.number(present))}${slips} · ${words.terms.method[method]} · ${opened}</p>`;
}
