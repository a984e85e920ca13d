import { utf8Length } from '../act-size.ts';
import type { Context } from '../decision.ts';
import { findingFor, type NeedOf } from '../facts.ts';
import type { Proposal } from '../motion/proposal.ts';
import type { ProposalRules } from '../motion/proposal-rule.ts';
import { type Refused, refuse } from '../refusal.ts';
import { mapFlaw } from './geojson.ts';
import { outlineFlaw } from './outline-flaw.ts';

export const territoryProposals: ProposalRules<'draw-territory'> = {
  'draw-territory': {
    matters: ['ordinary'],
    carries: 'may-wait',
    checkedAgain: false,
    effects: ({ vote, by }, { geojson }) => [{ act: 'TerritoryDrawn', by, data: { vote, geojson } }],
  },
};

export const mapNeed = (text: string): NeedOf<'sha256'> => ({ fact: 'sha256', text });

/** Why a map can be nobody's territory: malformed, or an outline that crosses itself or encloses nothing. */
export function drawingRefusal(map: string): Refused | null {
  const flaw = mapFlaw(map);
  if (flaw !== null) return refuse('map-malformed', 'founding', { needed: flaw.needed, present: flaw.place });
  const outline = outlineFlaw(map);
  return outline === null ? null : refuse('map-outline', 'founding', { needed: outline.what, present: outline.place });
}

/** The map that is voted is the one that everybody can read beside the motion, and no other motion brings one. */
export function mapRefusal({ evidence }: Context, proposal: Proposal, map: string | undefined): Refused | null {
  const proposed = proposal.kind === 'draw-territory' ? proposal.geojson : null;
  if (proposed === null)
    return map === undefined ? null : refuse('map-differs', 'founding', { present: proposal.kind });
  if (map === undefined) return refuse('map-differs', 'founding', { needed: proposed.sha256 });
  const flaw = drawingRefusal(map);
  if (flaw !== null) return flaw;
  const sha256 = findingFor(evidence, mapNeed(map)).found?.hash ?? '';
  return sha256 === proposed.sha256 && utf8Length(map) === proposed.bytes
    ? null
    : refuse('map-differs', 'founding', { needed: proposed.sha256, present: sha256 });
}
