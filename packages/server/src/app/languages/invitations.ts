import { createHash, createHmac, createSecretKey, timingSafeEqual } from 'node:crypto';
import { plusDays, type Time } from '@cabildo/core';

/** Leave to work on one language, for whoever holds it (decision 0016). It says itself until when it is good. */
export interface TranslatorInvitation {
  readonly id: string;
  readonly tag: string;
  readonly may: 'translate' | 'review';
  readonly until: Time;
}

const GOOD_DAYS = 14;
const MAC_BYTES = 16;
const form =
  /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z\.([A-Za-z0-9-]{2,12})\.(translate|review)\.([A-Za-z0-9_-]{12})\.([A-Za-z0-9_-]{22})$/;
const alphabet = 'abcdefghjkmnpqrstvwxyz0123456789';

interface Tools {
  readonly operatorToken: string;
  readonly random: (bytes: number) => Uint8Array;
  now(): Time;
}

export function translatorInvitations({ operatorToken, random, now }: Tools) {
  const key = createSecretKey(operatorToken, 'utf8');
  const mac = (context: string, text: string): Buffer =>
    createHmac('sha256', key).update(`cabildo/${context}/v1\n`).update(text).digest();
  const macOf = (text: string): Buffer => mac('translator-invitation', text).subarray(0, MAC_BYTES);
  return {
    invite(tag: string, may: 'translate' | 'review'): { readonly code: string; readonly until: Time } {
      const until = plusDays(now(), GOOD_DAYS);
      const id = Buffer.from(random(9)).toString('base64url');
      const said = `${until.replaceAll(/[-:]/g, '')}.${tag}.${may}.${id}`;
      return { code: `${said}.${macOf(said).toString('base64url')}`, until };
    },
    read(code: string): TranslatorInvitation | null {
      const [, year, month, day, hour, minute, second, tag, may, id, given = ''] = form.exec(code) ?? [];
      if (id === undefined || tag === undefined) return null;
      const said = code.slice(0, code.lastIndexOf('.'));
      const until = `${year}-${month}-${day}T${hour}:${minute}:${second}Z`;
      if (!timingSafeEqual(macOf(said), Buffer.from(given, 'base64url')) || now() >= until) return null;
      return { id, tag, may: may === 'review' ? 'review' : 'translate', until };
    },
    /** Stands in an address while somebody tries a language: good for this day and the next (UTC). */
    trialCode: (tag: string): string => trialOn(tag, now().slice(0, 10)),
    isTrial(tag: string, code: string): boolean {
      const [today, yesterday] = [now(), plusDays(now(), -1)].map((time) => time.slice(0, 10));
      return [today, yesterday].some((day) => day !== undefined && trialOn(tag, day) === code);
    },
  };

  function trialOn(tag: string, day: string): string {
    const bytes = mac('language-trial', `${tag} ${day}`);
    return [...bytes.subarray(0, 8)].map((byte) => alphabet[byte % alphabet.length]).join('');
  }
}

export const tokenHash = (token: string): Buffer => createHash('sha256').update(token).digest();
