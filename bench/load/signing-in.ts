// A congress at its door: everybody signs in with a card, reads what is there, leaves a stream open and says "I am here".
import type { Aim } from './aims.ts';
import { arrive } from './arrivals.ts';
import { type Hall, type Person, signIn } from './hall.ts';
import { openStream } from './stream.ts';

/** All at the same moment, each asking what the phone's page asks. */
export async function signInTogether(hall: Hall, people: readonly Person[]): Promise<Aim[]> {
  const { body, sitting } = hall;
  const door = await hall.doorCode();
  const arrivals = await arrive(people, 0, async (person) => {
    await signIn(person);
    for (const path of hall.phoneReads) await read(person, path);
    await person.phone.does(body, 'CheckIn', { sitting, door }, `here-${sitting}`);
  });
  const what = `${people.length} people sign in and check in`;
  const again = people.reduce((sum, { phone }) => sum + phone.askedAgain, 0);
  return [
    { what: `${what}: failures`, value: arrivals.failures.length, unit: 'of them', atMost: 0 },
    { what: `${what}: all of them in`, value: arrivals.took, unit: 's', atMost: 60 },
    { what: `${what}: the slowest`, value: arrivals.most / 1_000, unit: 's' },
    { what: `${what}: connections that broke and were made again`, value: again, unit: 'of them' },
  ];
}

async function read({ phone }: Person, path: string): Promise<void> {
  const { status } = await phone.get(path);
  if (status !== 200) throw new Error(`${path}: ${status}`);
}

/** The stream that every phone in the hall leaves open. */
export async function streamsOf(hall: Hall, people: readonly Person[]): Promise<{ close(): void }> {
  const url = `${hall.url}/api/bodies/${hall.body}/events`;
  const streams = people.map(({ phone }) => openStream(url, phone.token, () => undefined));
  await Promise.all(streams.map(({ opened }) => opened));
  return {
    close: () =>
      streams.forEach((stream) => {
        stream.close();
      }),
  };
}
