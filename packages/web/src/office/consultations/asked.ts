import { ask } from '../../shell/asking.ts';
import type { Session } from '../../shell/session.ts';
import type { BodyAnswer, Question } from './consultation-props.ts';

/** A base that was asked, and the bodies on the way down to it. */
export interface Asked {
  readonly base: string;
  readonly title: string;
  readonly through: readonly string[];
}

interface ActAnswer {
  readonly entry: { readonly data: { readonly list?: { readonly sha256: string } } };
}

type Listed = readonly { readonly base: string; readonly path: readonly { readonly book: string }[] }[];

const hexOf = (base64: string): string =>
  Array.from(atob(base64), (byte) => byte.charCodeAt(0).toString(16).padStart(2, '0')).join('');

/** Through all tiers the list that was frozen with the question; else the bodies directly below. Without a network, nobody. */
export async function askedBy(
  session: Session,
  { state }: BodyAnswer,
  index: number,
  { throughTiers }: Question,
): Promise<readonly Asked[]> {
  if (!throughTiers) return Object.entries(state.affiliates).map(([base, { title }]) => ({ base, title, through: [] }));
  const act = await session.ask<ActAnswer>(`/acts/${index}`);
  const list = act.kind === 'ok' ? act.value.entry.data.list : undefined;
  if (list === undefined) return [];
  const file = await fetch(`/books/${encodeURIComponent(session.body)}/attachments/${hexOf(list.sha256)}`).catch(
    () => null,
  );
  const bases = file?.ok === true ? ((await file.json()) as Listed) : [];
  const titles = await titlesHere();
  return bases.map(({ base, path }) => ({
    base,
    title: titles.get(base) ?? base,
    through: path.map(({ book }) => book),
  }));
}

async function titlesHere(): Promise<ReadonlyMap<string, string>> {
  const reply = await ask<{ readonly bodies: readonly { readonly origin: string; readonly title: string }[] }>(
    '/api/bodies',
  );
  return new Map(reply.kind === 'ok' ? reply.value.bodies.map(({ origin, title }) => [origin, title]) : []);
}
