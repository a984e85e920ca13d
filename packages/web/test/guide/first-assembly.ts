// The guide to the first assembly, followed step by step by people who know nothing else: what they press is what the guide names.
import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import type { Node } from '../../../server/src/app/index.ts';
import type { PhoneInHand } from '../hall.ts';
import { choose } from '../office/choosing.ts';
import { neighbour } from '../office/neighbours.ts';
import { scanned } from '../office/scanned.ts';
import { doorCodeOn } from '../sitting/teller-at-work.ts';
import type { Language } from './catalogue.ts';
import { called, thing, touch, write } from './people.ts';
import { type Step, stepsOf } from './steps.ts';

export interface Beginning {
  readonly node: Node;
  readonly url: string;
  readonly language: Language;
  passes(milliseconds: number): void;
  another(wide?: boolean): Promise<PhoneInHand>;
}

/** What the people of this story write themselves. */
const story = {
  es: {
    body: 'Junta Villa Ingenio',
    statute: /junta vecinal/i,
    place: 'Sede social, plaza de Villa Ingenio',
    item: 'Agua',
    title: 'Arreglar el tanque',
    text: 'Que se arregle el tanque antes de fin de mes, con una cuota de diez bolivianos por familia.',
    election: 'Elección de la directiva',
    officers: 'Que se elija a la directiva por un año.',
    offices: ['presidencia', 'secretaría de actas'],
  },
  en: {
    body: 'Villa Ingenio neighbours',
    statute: /neighbourhood council/i,
    place: 'Community house, Villa Ingenio square',
    item: 'Water',
    title: 'Mend the tank',
    text: 'That the tank be mended before the end of the month, with ten bolivianos from each family.',
    election: 'Election of the officers',
    officers: 'That the officers be elected for a year.',
    offices: ['chair', 'secretary'],
  },
} as const;

const NAMES = ['Juana Ñáñez', 'Teófilo Condori', 'Nicolasa Ticona', 'Pedro Apaza', 'Martina Yujra'];
const HOUR_MS = 3_600_000;

/** Who does what; each answers with the page that is looked at afterwards. */
type Follow = (names: readonly string[]) => Promise<Page>;

/** Follows all of it. `after` is called with the page that a step leads to. */
export async function followFirstAssembly(
  beginning: Beginning,
  after: (step: Step, page: Page) => Promise<void>,
): Promise<void> {
  const steps = await stepsOf('first-assembly', beginning.language);
  const people = await Assembly.gather(beginning);
  const follow = people.parts();
  assert.deepEqual(
    steps.map(({ place }) => place),
    Object.keys(follow),
    'each step of the guide is followed',
  );
  for (const step of steps) {
    const page = await follow[step.place]!(step.names).catch((cause: unknown) => {
      throw new Error(`step ${step.place} of the guide cannot be followed: ${step.names.join(', ')}`, { cause });
    });
    for (const said of step.seen)
      await page
        .getByText(said)
        .filter({ visible: true })
        .first()
        .waitFor()
        .catch((cause: unknown) => {
          throw new Error(`step ${step.place} of the guide: “${said}” is not seen`, { cause });
        });
    await after(step, page);
  }
}

class Assembly {
  readonly #beginning: Beginning;
  readonly #computer: Page;
  readonly #phones: readonly Page[];
  readonly #say: (typeof story)[Language];
  #cards: { readonly addresses: readonly string[]; readonly words: string } | undefined;
  readonly #keys: string[] = [];
  readonly #neighbours: Page[] = [];

  private constructor(beginning: Beginning, computer: Page, phones: readonly Page[]) {
    this.#beginning = beginning;
    this.#computer = computer;
    this.#phones = phones;
    this.#say = story[beginning.language];
  }

  static async gather(beginning: Beginning): Promise<Assembly> {
    const { page } = await beginning.another(true);
    const phones: Page[] = [];
    for (const _ of NAMES) phones.push((await beginning.another()).page);
    return new Assembly(beginning, page, phones);
  }

  #phone(number: number): Page {
    return this.#phones[number] ?? assert.fail();
  }

  get #tellers(): readonly Page[] {
    return this.#phones.slice(0, 2);
  }

  /** Who presides and who writes, from the election on; the third has no office. */
  get #voters(): readonly Page[] {
    return this.#phones.slice(2);
  }

  parts(): Readonly<Record<string, Follow>> {
    return {
      ...this.#founding(),
      ...this.#roll(),
      ...this.#convocation(),
      ...this.#arriving(),
      ...this.#opening(),
      ...this.#voting(),
      ...this.#electing(),
      ...this.#handingOver(),
      ...this.#minutes(),
      ...this.#proving(),
    };
  }

  #founding(): Readonly<Record<string, Follow>> {
    const page = this.#computer;
    const { node, url } = this.#beginning;
    const say = this.#say;
    const press = this.#press(page);
    return {
      '2.1': async () => {
        await page.goto(`${url}/office/founding#invitation=${node.invite().code}`);
        return page;
      },
      '2.2': this.#fill(page, say.body),
      '2.3': this.#fill(page, 'Felipa Quispe'),
      // Noon at the place, whenever this runs: an election is not voted after the statute's closing hour.
      '2.4': async ([name = '']) => {
        const offset = String((12 - new Date().getUTCHours()) * 60);
        await page.getByLabel(called(name)).selectOption(offset);
        return page;
      },
      '2.5': press,
      '2.6': async () => {
        await page.getByRole('radio', { name: say.statute }).first().check();
        return page;
      },
      '2.7': press,
      '2.8': press,
    };
  }

  #roll(): Readonly<Record<string, Follow>> {
    const page = this.#computer;
    const press = this.#press(page);
    const column = this.#beginning.language === 'es' ? 'nombre' : 'name';
    const file = { name: 'padron.csv', mimeType: 'text/csv' };
    return {
      '3.1': async () => page,
      '3.2': async ([name = '']) => {
        const buffer = Buffer.from([column, ...NAMES].join('\r\n'));
        await page.getByLabel(called(name)).setInputFiles({ ...file, buffer });
        return page;
      },
      '3.3': press,
      '3.4': async (names) => {
        const cards = page.locator('.cards li');
        const addresses: string[] = [];
        for (let i = 0; i < NAMES.length; i++) addresses.push(await scanned(cards.nth(i)));
        const words = (await cards.last().locator('.seven').innerText()).split('\n')[0] ?? '';
        this.#cards = { addresses, words };
        return press(names);
      },
      '3.5': press,
      '3.6': async () => page,
    };
  }

  #convocation(): Readonly<Record<string, Follow>> {
    const page = this.#computer;
    return {
      '4.1': this.#fill(page, this.#say.place),
      '4.2': async ([name = '']) => {
        await page.getByLabel(called(name)).waitFor();
        return page;
      },
      '4.3': this.#fill(page, this.#say.item),
      '4.4': this.#press(page),
      '4.5': this.#press(page),
    };
  }

  #arriving(): Readonly<Record<string, Follow>> {
    const page = this.#computer;
    const desk = this.#press(page);
    const door = this.#press(this.#phone(0));
    const typing = this.#phone(4);
    return {
      '5.1': async (names) => {
        this.#beginning.passes(HOUR_MS);
        await page.goBack();
        return desk(names);
      },
      '5.2': async () => {
        for (const [i, phone] of this.#phones.slice(0, 4).entries())
          await phone.goto(this.#cards?.addresses[i] ?? assert.fail());
        return this.#phone(2);
      },
      '5.3': async ([name = '']) => {
        await typing.goto(`${this.#beginning.url}/phone`);
        await write(typing, name, this.#cards?.words ?? '');
        return typing;
      },
      '5.4': this.#press(typing),
      '5.5': desk,
      '5.6': async (names) => {
        for (const [i, name] of names.entries()) {
          await write(page, name, NAMES[i]?.split(' ')[0] ?? '');
          await touch(page, NAMES[i] ?? '');
        }
        return page;
      },
      '5.7': async ([name = '']) => {
        await touch(page.locator('form'), name);
        return page;
      },
      '5.8': async ([name = '']) => {
        for (const phone of this.#tellers) await touch(phone, name);
        return this.#phone(1);
      },
      '5.9': door,
      '5.10': door,
      '5.11': async ([name = '']) => {
        for (const phone of this.#voters) await touch(phone, name);
        return this.#phone(2);
      },
      '5.12': async ([name = '']) => {
        for (const phone of this.#voters) {
          await phone
            .getByRole('textbox')
            .first()
            .fill(await doorCodeOn(this.#phone(0)));
          await touch(phone, name);
          await thing(phone, name).waitFor({ state: 'detached' });
        }
        return this.#phone(2);
      },
      '5.13': door,
    };
  }

  #opening(): Readonly<Record<string, Follow>> {
    const each =
      (times: number): Follow =>
      async ([name = '']) => {
        const wanted = new RegExp(`^${name}`);
        for (const phone of this.#tellers) for (let time = 0; time < times; time++) await touch(phone, wanted);
        return this.#phone(0);
      };
    return {
      '6.1': this.#press(this.#phone(0)),
      '6.2': each(1),
      '6.3': each(NAMES.length),
      '6.4': each(1),
      '6.5': this.#press(this.#computer),
    };
  }

  #voting(): Readonly<Record<string, Follow>> {
    return {
      '7.1': this.#item(this.#say.item),
      '7.2': this.#table(),
      '7.3': this.#draft(this.#say.title),
      '7.4': this.#draft(this.#say.text),
      '7.5': this.#tabled(),
      '7.6': (names) => this.#openVote(names),
      '7.7': async ([yes = '', , abstain = '']) => {
        for (const [i, phone] of this.#voters.entries()) await touch(phone, i === 2 ? abstain : yes);
        return this.#phone(2);
      },
      '7.8': this.#press(this.#computer),
    };
  }

  #electing(): Readonly<Record<string, Follow>> {
    const page = this.#computer;
    const form = page.locator('.tabling form');
    return {
      '8.1': async ([name = '', onward = '']) => {
        for (const phone of this.#voters) await touch(phone, onward);
        for (const phone of this.#voters.slice(0, 2)) await touch(phone, name);
        return this.#phone(2);
      },
      '8.2': async ([name = '']) => {
        this.#makeKey = name;
        for (const phone of this.#voters.slice(0, 2)) {
          await touch(phone, name);
          this.#keys.push((await phone.locator('code.key').textContent()) ?? '');
        }
        return this.#phone(2);
      },
      '8.3': async ([name = '']) => {
        for (const phone of this.#voters.slice(0, 2)) {
          await touch(phone, name);
          await phone.goto(`${this.#beginning.url}/phone`);
        }
        return this.#phone(2);
      },
      '8.4': this.#item(this.#say.election),
      '8.5': this.#table(),
      '8.6': async ([title = '', text = '']) => {
        await write(form, title, this.#say.election);
        await write(form, text, this.#say.officers);
        return page;
      },
      '8.7': async ([field = '', choice = '']) => {
        await form.getByRole('combobox', { name: field }).selectOption({ label: choice });
        return page;
      },
      '8.8': this.#add(),
      '8.9': (names) => this.#officer(0, names),
      '8.10': async () => {
        await this.#add()(this.#added);
        return this.#officer(1, this.#officeFields);
      },
      '8.11': async ([name = '']) => {
        const from = await form.locator('input[type^="date"]').first().inputValue();
        await form.getByLabel(new RegExp(`^${name}`)).fill(`${Number(from.slice(0, 4)) + 1}${from.slice(4)}`);
        return page;
      },
      '8.12': async (names) => {
        await this.#tabled()(names);
        await this.#openVote(this.#voteNames);
        for (const phone of this.#voters) await touch(phone, this.#beginning.language === 'es' ? 'Sí' : 'Yes');
        await touch(page, this.#beginning.language === 'es' ? 'Cerrar votación' : 'Close the vote');
        return page;
      },
    };
  }

  #added: readonly string[] = [];

  #add(): Follow {
    return async (names) => {
      this.#added = names;
      await touch(this.#computer.locator('.tabling form'), names[0] ?? '');
      return this.#computer;
    };
  }

  #officeFields: readonly string[] = [];
  #voteNames: readonly string[] = [];

  async #officer(line: number, names: readonly string[]): Promise<Page> {
    this.#officeFields = names;
    const [office = '', key = ''] = names;
    const row = this.#computer.locator('.tabling form .notice-line').nth(line);
    await row
      .getByRole('combobox', { name: office, exact: true })
      .selectOption({ label: this.#say.offices[line] ?? '' });
    const name = NAMES[line + 2] ?? '';
    await row.getByPlaceholder(/./).fill(name.split(' ')[0] ?? '');
    await touch(row, name);
    await row.getByLabel(key).fill(this.#keys[line] ?? '');
    return this.#computer;
  }

  #handingOver(): Readonly<Record<string, Follow>> {
    const page = this.#computer;
    const press = this.#press(page);
    const president = this.#press(this.#phone(2));
    return {
      '9.1': async (names) => {
        await page.goto(`${this.#beginning.url}/phone`);
        return press(names);
      },
      '9.2': async ([act = '']) => {
        await touch(page, new RegExp(`^${act}`));
        return page;
      },
      '9.3': press,
      '9.4': async ([name = '']) => {
        for (const phone of this.#voters) await touch(phone, name);
        return this.#phone(2);
      },
      '9.5': president,
      '9.6': this.#press(this.#phone(3)),
      '9.7': president,
      '9.8': president,
    };
  }

  #minutes(): Readonly<Record<string, Follow>> {
    const secretary = this.#phone(3);
    const press = this.#press(secretary);
    return {
      '10.1': press,
      '10.2': press,
      '10.3': press,
      '10.4': async ([act = '', sign = '']) => {
        const president = this.#phone(2);
        // Its first page may still say what came of the vote, or not any more.
        await president.goto(secretary.url());
        for (const page of [president, secretary]) {
          await touch(page, new RegExp(`^${act}`));
          await touch(page, sign);
        }
        await president.locator('[data-seal]').waitFor();
        return secretary;
      },
      '10.5': async () => secretary,
    };
  }

  #makeKey = '';
  /** What the first neighbour was told to press, which the second does again. */
  readonly #witnessing: Follow[] = [];

  #proving(): Readonly<Record<string, Follow>> {
    const { node, url } = this.#beginning;
    const steps = async ([name = '']: readonly string[], page: Page): Promise<Page> => {
      await page.goto(`${url}/office`);
      await touch(page, name);
      return page;
    };
    const current = (): Page => this.#neighbours[0] ?? assert.fail();
    const does =
      (follow: (names: readonly string[], page: Page) => Promise<unknown>): Follow =>
      async (names) => {
        const again: Follow = async () => {
          await follow(names, current());
          return current();
        };
        this.#witnessing.push(again);
        return again(names);
      };
    return {
      '11.1': async (names) => {
        const asked = { node, url, another: () => this.#beginning.another() };
        for (const name of ['ballivian', 'senkata']) {
          const { officers } = await neighbour(asked, name, ['president'], this.#makeKey);
          this.#neighbours.push(officers[0]?.page ?? assert.fail());
        }
        return does(steps)(names);
      },
      '11.2': does(([name = ''], page) => choose(page, name, this.#say.body)),
      '11.3': does(([name = ''], page) => touch(page, name)),
      '11.4': does(async ([link = '', act = ''], page) => {
        await touch(page, link);
        await touch(page, new RegExp(`^${act}`));
      }),
      '11.5': does(async ([name = ''], page) => {
        await touch(page, name);
        await page.locator('[data-seal]').waitFor();
      }),
      '11.6': async () => {
        this.#neighbours.shift();
        for (const follow of [...this.#witnessing]) await follow([]);
        return current();
      },
      '11.7': (names) => steps(names, this.#phone(2)),
      '11.8': this.#press(this.#phone(2)),
    };
  }

  /** The first name of the step. */
  #press(page: Page): Follow {
    return async ([name = '']) => {
      await touch(page, name);
      return page;
    };
  }

  #fill(page: Page, text: string): Follow {
    return async ([name = '']) => {
      await write(page, name, text);
      return page;
    };
  }

  #item(title: string): Follow {
    return async ([list = '']) => {
      await this.#computer.getByText(called(list)).filter({ visible: true }).first().waitFor();
      await touch(this.#computer.locator('.agenda'), new RegExp(title));
      await this.#computer.getByRole('heading', { name: title, level: 2 }).waitFor();
      return this.#computer;
    };
  }

  #table(): Follow {
    return this.#within('.tabling');
  }

  #draft(text: string): Follow {
    return async ([name = '']) => {
      await write(this.#computer.locator('.tabling form'), name, text);
      return this.#computer;
    };
  }

  #tabled(): Follow {
    return this.#within('.tabling form');
  }

  #within(part: string): Follow {
    return async ([name = '']) => {
      await touch(this.#computer.locator(part).first(), name);
      return this.#computer;
    };
  }

  /** The button that the statute puts first, or the same below the fold. */
  async #openVote(names: readonly string[]): Promise<Page> {
    this.#voteNames = names;
    const [fold = '', below = '', first = ''] = names;
    const motion = this.#computer.locator('.motion.ready');
    await motion.waitFor();
    if (await thing(motion, first).isVisible()) await touch(motion, first);
    else {
      await touch(motion, fold);
      await touch(motion, below);
    }
    return this.#phone(2);
  }
}
