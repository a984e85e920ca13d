import { authority } from '../authority.ts';
import { powersRefusal } from '../committee/standing.ts';
import { accept, type Context } from '../decision.ts';
import { actKey } from '../delegation/seat-key.ts';
import { voiceRefusal } from '../delegation/voice.ts';
import { listRefusal } from '../election/proposals.ts';
import { findingFor, type NeedOf } from '../facts.ts';
import type { Handler } from '../handler.ts';
import { placeRefusal, tabledPlace } from '../measure/place.ts';
import { type Refused, refuse } from '../refusal.ts';
import { competenceRefusal } from '../sitting/competence.ts';
import { crowdRefusal, gatheredSitting } from '../sitting/crowd.ts';
import { presidiumFirst } from '../sitting/proposals.ts';
import { regularisedText } from '../sitting/regularise.ts';
import { matterRule, statuteOf } from '../statute/quorum.ts';
import { tableGet, tableHas } from '../table.ts';
import { mapNeed, mapRefusal } from '../territory/proposals.ts';
import { amendmentRefusal } from './amendment.ts';
import { proposalNeeds, proposalRefusal } from './check.ts';
import { noticeRefusal, textsCited } from './notice.ts';
import { moverOf } from './withdraw.ts';

export const tableMotion: Handler<'TableMotion'> = {
  needs: (ask, { text, proposal, map }) => [
    textNeed(text),
    ...(map === undefined ? [] : [mapNeed(map)]),
    ...proposalNeeds(ask, proposal),
  ],
  decide(context, input) {
    const { state, evidence } = context;
    const found = gatheredSitting(state, input.sitting);
    if (!found.ok) return found;
    const rules = statuteOf(state);
    if (rules === null) return refuse('body-not-founded', 'founding');
    const { sitting, matter, title, text, proposal, from, map } = input;
    if (matterRule(rules, matter) === undefined) return refuse('matter-not-in-statute', 'rules', { needed: matter });
    const textHash = findingFor(evidence, textNeed(text)).found?.hash ?? '';
    const refused =
      voiceRefusal(context, sitting) ??
      competenceRefusal(rules, found.value, matter) ??
      powersRefusal(state, input) ??
      crowdRefusal(found.value, matter, proposal) ??
      presidiumFirst(rules, found.value, proposal) ??
      listRefusal(state, rules, proposal) ??
      proposalRefusal(context, rules, matter, proposal) ??
      mapRefusal(context, proposal, map) ??
      placeRefusal(rules, proposal) ??
      (proposal.kind === 'amend-motion'
        ? amendmentRefusal(state, found.value, { sitting, matter, textHash, proposal })
        : noticeRefusal(found.value, matter, [textHash, ...textsCited(state, proposal)])) ??
      (proposal.kind === 'regularise' ? regularisedText(context, proposal, textHash) : null) ??
      receivedRefusal(context, from, textHash);
    if (refused !== null) return refused;
    const mover = moverOf(context, from);
    const tabled = tabledPlace(rules, proposal);
    return accept([
      {
        act: 'MotionTabled',
        by: authority(context, 'convening'),
        data: {
          sitting,
          matter,
          title,
          textHash,
          proposal: tabled.proposal,
          ...(from === undefined ? {} : { from }),
          ...(mover === null ? {} : { mover }),
          ...(tabled.kept === null ? {} : { withheld: tabled.kept.withheld }),
        },
        disclose: { text, ...(tabled.kept === null ? {} : { place: tabled.kept.place }) },
        ...(map === undefined ? {} : { attach: { map: { mediaType: 'application/geo+json', content: map } } }),
      },
    ]);
  },
};

function receivedRefusal({ state }: Context, from: number | undefined, textHash: string): Refused | null {
  if (from === undefined) return null;
  const received = tableGet(state.received, from);
  if (received === undefined) return refuse('not-found', 'convening', { needed: `MotionReceived ${from}` });
  return received.textHash === textHash
    ? null
    : refuse('text-changed', 'convening', { needed: received.textHash, present: textHash });
}

export const receiveMotion: Handler<'ReceiveMotion'> = {
  needs: ({ state }, { from }) => [{ fact: 'forwarded', book: from.book, index: from.index, to: state.origin }],
  decide(context, { from }) {
    const { state, evidence } = context;
    if (tableGet(state.affiliates, from.book) === undefined)
      return refuse('not-affiliated', 'rules.affiliation', { needed: from.book });
    if (tableHas(state.receivedFrom, actKey(from.book, from.index)))
      return refuse('already-received', 'convening', { present: `${from.book}#${from.index}` });
    const need = { fact: 'forwarded', book: from.book, index: from.index, to: state.origin } as const;
    const finding = findingFor(evidence, need);
    if (finding.found === null)
      return refuse('evidence-missing', 'convening', { needed: `${from.book}#${from.index}` });
    const { title, textHash } = finding.found;
    return accept([
      {
        act: 'MotionReceived',
        by: authority(context, 'convening'),
        data: { from, title, textHash },
        cites: finding.cites,
      },
    ]);
  },
};

const textNeed = (text: string): NeedOf<'sha256'> => ({ fact: 'sha256', text });
