// A base with its officers, and everybody of its next sitting with a screen of their own: the presidium's laptop, the
// secretary's, two tellers', three members', the one on the wall.
import assert from 'node:assert/strict';
import type { Actor } from '@cabildo/core';
import { atDoor, done } from '../../../server/test/app/node-fixture.ts';
import { electOfficers } from '../../../server/test/app/officers.ts';
import type { Look } from '../everyone.ts';
import type { Hall, PhoneInHand, withPhones } from '../hall.ts';

type Another = Parameters<Parameters<typeof withPhones>[1]>[0];

export interface InTheHall extends PhoneInHand {
  readonly name: string;
  readonly member: string;
}

export interface Gathered {
  readonly hall: Hall;
  readonly look: Look;
  readonly president: InTheHall;
  readonly secretary: InTheHall;
  readonly tellers: readonly [InTheHall, InTheHall];
  readonly members: readonly [InTheHall, InTheHall, InTheHall];
  readonly wall: PhoneInHand;
}

const laptop = { viewport: { width: 1280, height: 800 } };
export const projector = { viewport: { width: 1440, height: 900 } };

/**
 * All on the roll and signed in; the founding has elected the officers with the keys that their phones have made, and is over.
 */
export async function gather(hall: Hall, another: Another, look: Look): Promise<Gathered> {
  const { node, body } = hall;
  const come = async (name: string, phone: PhoneInHand, enrolled?: string): Promise<InTheHall> => {
    const member = enrolled ?? String((await done(node, body, 'EnrolMember', { name })).answer.member);
    await phone.page.goto(hall.addressOf(await hall.newCard(member)));
    await phone.on('hall');
    return { ...phone, name, member };
  };
  const president = await come('Felipa Quispe Huanca', await another(laptop), body.founded.member);
  // Elected at the founding, so on its roll.
  const secretary = await come('Juana Choque', await another(), hall.neighbours[0]);
  const keys = [await keyOf(president), await keyOf(secretary)] as const;
  const tellers = [
    await come('Teófilo Condori', await another()),
    await come('Nicolasa Ticona', await another()),
  ] as const;
  const members = [
    await come('Pedro Apaza', await another()),
    await come('Martina Yujra', await another()),
    await come('Santos Limachi', await another()),
  ] as const;
  await holdFounding(hall, [president, secretary], keys);
  const wall = await another(projector);
  return { hall, look, president, secretary, tellers, members, wall };
}

async function keyOf({ page, on }: PhoneInHand): Promise<string> {
  await page.getByRole('link', { name: 'Mi llave y mis firmas' }).click();
  await on('seals');
  await page.getByRole('button', { name: 'Hacer mi llave en este teléfono' }).click();
  const key = (await page.locator('code.key').textContent()) ?? '';
  assert.match(key, /^[A-Za-z0-9+/]{43}=$/);
  return key;
}

async function holdFounding(
  hall: Hall,
  officers: readonly InTheHall[],
  keys: readonly [president: string, secretary: string],
): Promise<void> {
  const { node, body, sitting } = hall;
  const members = officers.map(({ member }): Actor => ({ kind: 'member', member }));
  const door = await atDoor(node, body, sitting);
  for (const member of members) await done(node, body, 'CheckIn', door, member);
  await hall.openSitting();
  await electOfficers(node, body, { sitting, members }, keys);
  await done(node, body, 'CloseSitting', { sitting }, members[0]);
}

/** The names of the acts of the body's book, in order. */
export async function actsOf({ node, body }: Hall): Promise<readonly string[]> {
  return (await node.acts(body.name, 0, 500)).map(({ act }) => act);
}
