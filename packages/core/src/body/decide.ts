import { utf8Length } from '../act-size.ts';
import { authority } from '../authority.ts';
import { canonicalText } from '../canonical.ts';
import { accept, type Context, type Decision, type DraftAct } from '../decision.ts';
import { type Evidence, type Finding, findingFor, type NeedOf } from '../facts.ts';
import type { Handler } from '../handler.ts';
import { refuse } from '../refusal.ts';
import { contradiction } from '../statute/problems.ts';
import { neighboursNeeded, statuteOf } from '../statute/quorum.ts';
import { tableGet, tableHas } from '../table.ts';
import { drawingRefusal, mapNeed } from '../territory/proposals.ts';
import { plusDays } from '../time.ts';

export const foundBody: Handler<'FoundBody'> = {
  needs: ({ state }, input) => [
    { fact: 'sha256', text: canonicalText(input.statute) },
    ...(input.territory === undefined ? [] : [mapNeed(input.territory)]),
    ...(input.splitFrom === undefined ? [] : [splitNeed(state.origin, input.splitFrom.book)]),
  ],
  decide(context, input) {
    const { state, at, evidence, fresh } = context;
    if (state.body !== null) return refuse('body-exists', 'founding', { present: state.origin });
    const contradicts = contradiction(input.statute, input.kind);
    if (contradicts !== null) return contradicts;
    const malformed = input.territory === undefined ? null : drawingRefusal(input.territory);
    if (malformed !== null) return malformed;
    const sha256 = findingFor(evidence, { fact: 'sha256', text: canonicalText(input.statute) }).found?.hash ?? '';
    const by = authority(context, 'founding');
    const convener = { holder: fresh.member, key: input.founder.key };
    const provisionalUntil = plusDays(at, input.provisionalDays);
    const { name, title, kind, statute, splitFrom } = input;
    const split = splitFrom === undefined ? null : findingFor(evidence, splitNeed(state.origin, splitFrom.book));
    if (split !== null && split.found?.index !== splitFrom?.index)
      return refuse('no-split-found', 'affiliation.splitting', {
        needed: splitFrom?.book ?? '',
        present: state.origin,
      });
    const named = splitFrom === undefined ? {} : { splitFrom };
    return accept(
      [
        {
          act: 'BodyFounded',
          by,
          data: { name, title, kind, convener, provisionalUntil, ...named },
          cites: split?.cites ?? [],
        },
        { act: 'StatuteAdopted', by: { office: 'convener', article: 'amendment' }, data: { statute, sha256 } },
        ...(input.territory === undefined ? [] : [territoryAtFounding(evidence, input.territory)]),
      ],
      [
        { record: 'member', member: fresh.member, name: input.founder.name },
        { record: 'card', holder: { kind: 'member', member: fresh.member } },
      ],
      { member: fresh.member },
    );
  },
};

/** A map that nobody has voted yet: the first sitting, and any later one, may draw another. */
const territoryAtFounding = (evidence: Evidence, map: string): DraftAct => ({
  act: 'TerritoryDrawn',
  by: { office: 'convener', article: 'founding' },
  data: {
    geojson: {
      sha256: findingFor(evidence, mapNeed(map)).found?.hash ?? '',
      bytes: utf8Length(map),
      mediaType: 'application/geo+json',
    },
  },
  attach: { geojson: { mediaType: 'application/geo+json', content: map } },
});

export const witnessFounding: Handler<'WitnessFounding'> = {
  needs: (_ask, { neighbour }) => [{ fact: 'founding', book: neighbour }],
  decide(context, { neighbour }) {
    if (neighbour === context.state.origin) return refuse('not-allowed', 'founding', { needed: 'neighbour' });
    const finding = findingFor(context.evidence, { fact: 'founding', book: neighbour });
    if (finding.found === null) return refuse('evidence-missing', 'founding', { needed: neighbour });
    const founding = { book: neighbour, index: finding.found.index };
    return accept([
      {
        act: 'FoundingWitnessed',
        by: authority(context, 'founding'),
        data: { founding, leaf: finding.found.leaf },
        cites: finding.cites,
      },
    ]);
  },
};

export const proveFounding: Handler<'ProveFounding'> = {
  needs: ({ state }, { witnesses }) => [...new Set(witnesses)].map((book) => witnessNeed(book, state.origin)),
  decide(context, { minutes, witnesses }) {
    const { state } = context;
    if (state.body === null) return refuse('body-not-founded', 'founding');
    if (state.body.proven !== null) return refuse('already-proven', 'founding', { present: state.body.proven });
    const sitting = tableGet(state.minutes, minutes);
    if (sitting === undefined || tableGet(state.sittings, sitting)?.kind !== 'founding')
      return refuse('not-found', 'founding', { needed: 'MinutesApproved' });
    if (!tableHas(state.sealed, minutes)) return refuse('minutes-not-sealed', 'seals', { present: minutes });
    return provenBy(context, minutes, [...new Set(witnesses)]);
  },
};

function provenBy(context: Context, minutes: number, witnesses: readonly string[]): Decision {
  const { state, evidence } = context;
  const found = witnesses
    .filter((book) => book !== state.origin)
    .map((book) => findingFor(evidence, witnessNeed(book, state.origin)))
    .filter((finding) => finding.found !== null);
  const needed = neighboursNeeded(statuteOf(state));
  if (found.length < needed) return refuse('too-few-witnesses', 'founding', { needed, present: found.length });
  const acts = found.map(({ need, found: witness }) => ({ book: need.book, index: witness?.index ?? 0 }));
  return accept([
    {
      act: 'BodyProven',
      by: authority(context, 'founding'),
      data: { minutes, witnesses: acts },
      cites: found.flatMap((finding: Finding<'founding-witness'>) => finding.cites),
    },
  ]);
}

const witnessNeed = (book: string, of: string): NeedOf<'founding-witness'> => ({ fact: 'founding-witness', book, of });

/** What the split says of a part as such, whatever bodies are above it. */
const splitNeed = (part: string, book: string): NeedOf<'split'> => ({ fact: 'split', book, part, above: part });
