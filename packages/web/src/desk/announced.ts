import { useEffect, useState } from 'preact/hooks';
import type { ActAnswer } from '../answers.ts';
import type { LiveItem } from '../live-answer.ts';
import { sha256 } from '../sha2.ts';
import { answered } from '../shell/asking.ts';
import type { Session } from '../shell/session.ts';

/** SHA-256 of a text in base64, as a notice names it. */
export function hashOf(text: string): string {
  const hash = sha256(new TextEncoder().encode(text));
  return btoa(String.fromCharCode(...hash));
}

/**
 * The words of an item as they were announced, from the book: nobody is to type them again, and whoever convened may be
 * somebody else. Undefined while they are asked for; null where there are none, or not those that the item names.
 */
export function useAnnounced(session: Session, item: LiveItem | undefined): string | null | undefined {
  const act = item?.textAct ?? null;
  const [text, setText] = useState<string | null | undefined>(act === null ? null : undefined);
  useEffect(() => {
    if (item === undefined || act === null) return setText(null);
    let stale = false;
    void answered(
      () => session.ask<ActAnswer>(`/acts/${act}`),
      () => stale,
    ).then((reply) => {
      if (!stale) setText(reply.kind === 'ok' ? wordsOf(item, reply.value) : null);
    });
    return () => {
      stale = true;
    };
  }, [session, act, item?.item]);
  return text;
}

function wordsOf({ item, textHash }: LiveItem, { disclosures: { text, texts } }: ActAnswer): string | null {
  const all = Array.isArray(texts) ? (texts as readonly { readonly item: number; readonly text: string }[]) : [];
  const words = typeof text === 'string' ? text : all.find((one) => one.item === item)?.text;
  return words !== undefined && hashOf(words) === textHash ? words : null;
}
