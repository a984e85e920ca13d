import type { Statute } from '../statute/fields.ts';

/** What the statute says of secret votes. */
export type SecretRules = NonNullable<Statute['secret']>;

/** With fewer people than these a result tells too much of each of them. */
export const leastVoters = ({ minimum }: SecretRules): number => minimum ?? 10;

/** After how many more ballots the head of the box is due in the book; also where an amendment has ended secret votes while one is open. */
export const anchoredEvery = (rules: SecretRules | undefined): number => rules?.every ?? 100;

/** A list that could open single votes alone; null if none could. */
export function listThatOpens(trustees: readonly { readonly list: string }[], threshold: number): string | null {
  const lists = trustees.map(({ list }) => list);
  return lists.find((list) => lists.filter((other) => other === list).length >= threshold) ?? null;
}

/** Is this one of the lists that tellers and trustees can be of? Where the statute names none, any is. */
export const isList = ({ lists }: SecretRules, list: string): boolean => lists === undefined || lists.includes(list);
