import type { Formats } from './formats.ts';
import type { Person } from './person.ts';

/** No name is known here, on purpose: two of one body are told apart by who came first. */
export function nameOf({ id, body, title }: Person, people: readonly Person[], { words, number }: Formats): string {
  const here = people.filter((person) => person.body === body).map((person) => person.id);
  const said = title === '' ? body : title;
  if (here.length === 1) return said;
  return `${said} · ${words.people.number(number(here.sort().indexOf(id) + 1))}`;
}
