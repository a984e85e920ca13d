// Whoever follows a guide finds what to press by its name alone, as it stands there.
import type { Locator, Page } from 'playwright-core';

const special = /[.*+?^${}()|[\]\\]/g;

/** As it begins, where the guide leaves out a part that is known only on the screen. */
export const called = (name: string): RegExp =>
  new RegExp(
    `^${name
      .split('…')
      .map((part) => part.replaceAll(special, '\\$&'))
      .join('.+')}$`,
    'u',
  );

type Place = Page | Locator;

/** A button, a link or a fold of that name which is there and can be pressed. */
export function thing(place: Place, name: string | RegExp): Locator {
  const wanted = typeof name === 'string' ? called(name) : name;
  return place
    .getByRole('button', { name: wanted, disabled: false })
    .or(place.getByRole('link', { name: wanted }))
    .or(place.locator('summary').filter({ hasText: wanted }))
    .filter({ visible: true })
    .first();
}

export const touch = (place: Place, name: string | RegExp): Promise<void> => thing(place, name).click();

/** A field says more than its name where it has a hint. */
export const write = (place: Place, name: string, text: string): Promise<void> =>
  place
    .getByRole('textbox', { name: new RegExp(called(name).source.replace(/\$$/, '')) })
    .filter({ visible: true })
    .first()
    .fill(text);
