import { createSecretKey, timingSafeEqual } from 'node:crypto';
import { plusDays, type Time } from '@cabildo/core';
import { keptAnswers } from '../store/idempotency.ts';
import type { Store } from '../store/open-store.ts';
import { mac } from './cards.ts';
import type { Founded, Node } from './node.ts';
import type { CommandOutcome } from './outcome.ts';

interface InvitationTools {
  readonly store: Store;
  readonly operatorToken: string;
  readonly random: (bytes: number) => Uint8Array;
  now(): Time;
}

/** Shorter than answers are kept: as long as an invitation is good, the founding that used it up is known. */
const GOOD_DAYS = 14;
const ID_BYTES = 9;
const MAC_BYTES = 16;

const form = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z\.([A-Za-z0-9_-]{12})\.([A-Za-z0-9_-]{22})$/;

/**
 * Leave to found one body, which whoever runs the node hands out (decision 0014). Nothing is kept of one that is not used: it says
 * itself until when it is good, authenticated with the operator's token. What uses it up is the key under which its founding is
 * remembered: the same founding again is answered again, and another is refused.
 */
export function invitationsPart({
  store,
  operatorToken,
  random,
  now,
}: InvitationTools): Pick<Node, 'invite' | 'invited'> {
  const key = createSecretKey(operatorToken, 'utf8');
  const macOf = (text: string): Buffer =>
    Buffer.from(mac(key, 'cabildo/founding-invitation/v1\n', text)).subarray(0, MAC_BYTES);
  return {
    invite() {
      const until = plusDays(now(), GOOD_DAYS);
      const said = `${until.replaceAll(/[-:]/g, '')}.${Buffer.from(random(ID_BYTES)).toString('base64url')}`;
      return { code: `${said}.${macOf(said).toString('base64url')}`, until };
    },
    async invited(code) {
      const [, year, month, day, hour, minute, second, id, given = ''] = form.exec(code) ?? [];
      if (id === undefined) return null;
      const said = code.slice(0, code.lastIndexOf('.'));
      const until = `${year}-${month}-${day}T${hour}:${minute}:${second}Z`;
      if (!timingSafeEqual(macOf(said), Buffer.from(given, 'base64url')) || now() >= until) return null;
      const used = { principal: 'operator', key: `invitation ${id}` };
      const [kept] = await keptAnswers(store, '', [used]);
      const founded = kept === undefined ? null : (JSON.parse(kept.answer) as CommandOutcome | Founded);
      return { key: used.key, until, founded: founded?.kind === 'founded' ? founded.body : null };
    },
  };
}
