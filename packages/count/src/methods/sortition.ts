import { md5 } from '../digests/md5.ts';
import { sha256 } from '../digests/sha256.ts';
import type { Method, Task } from '../method.ts';
import { Refused } from '../refused.ts';
import { sortitionWords as words } from '../words/sortition.ts';

declare class TextEncoder {
  encode(text: string): Uint8Array;
}

/** Drawing from a frozen, ordered pool with a seed that was announced beforehand and becomes known in public. */
export const sortition: Method = {
  needs: 'pool',
  seats: 'file',
  options: {
    seed: {
      default: '',
      kind: 'text',
      says: { es: 'la semilla pública; si falta, la del archivo', en: 'the public seed; if missing, that of the file' },
    },
    algorithm: {
      default: 'sha256',
      values: ['sha256', 'rfc3797'],
      says: {
        es: 'sha256 sin sesgo, o RFC 3797 (MD5), para comparar con sorteos publicados así',
        en: 'sha256 without bias, or RFC 3797 (MD5), to compare with draws published that way',
      },
    },
    by: {
      default: '',
      kind: 'text',
      says: { es: 'el grupo por el que se estratifica', en: 'the group by which it is stratified' },
    },
    places: {
      default: '',
      kind: 'text',
      says: {
        es: 'cuántos de cada estrato, como mujer:5,hombre:5; si falta, en proporción por restos mayores',
        en: 'how many of each stratum, as woman:5,man:5; if missing, in proportion by largest remainders',
      },
    },
  },
  run: draw,
};

function draw(task: Task): void {
  const { election, settings, record } = task;
  const seed = settings.text('seed') || election.seed;
  if (seed === null || seed === '') {
    throw new Refused('no-seed', {
      es: 'Falta la semilla: --option seed=…, o «seed» en el archivo.',
      en: 'The seed is missing: --option seed=…, or “seed” in the file.',
    });
  }
  const tally = election.candidates.map(() => undefined);
  record.stage({ action: 'freeze', explanation: words.pool(election.candidates.length, seed), tally });
  for (const { name, pool, places } of strata(task)) {
    const key = name === '' ? seed : `${seed}\n${name}`;
    const left = [...pool];
    for (let n = 0; n < places && left.length > 0; n++) {
      const { index, digest } = pick(settings.text('algorithm'), key, n, left.length);
      const [drawn = 0] = left.splice(index, 1);
      const explanation = words.drawn(record.name(drawn), index + 1, left.length + 1);
      record.stage({
        action: 'draw',
        explanation,
        tally,
        elected: [drawn],
        details: { digest, ...(name !== '' && { stratum: name }) },
      });
    }
  }
}

type Stratum = { readonly name: string; readonly pool: readonly number[]; readonly places: number };

function strata(task: Task): Stratum[] {
  const { election, settings, seats } = task;
  const all = election.candidates.flatMap(({ withdrawn }, at) => (withdrawn ? [] : [at]));
  const by = settings.text('by');
  if (by === '') return [{ name: '', pool: all, places: seats }];
  const groups = new Map<string, number[]>();
  for (const at of all) {
    const name = election.candidates[at]?.groups?.[by];
    if (name === undefined) {
      throw new Refused('no-group', {
        es: `No todos tienen el grupo «${by}».`,
        en: `Not everybody has the group “${by}”.`,
      });
    }
    groups.set(name, [...(groups.get(name) ?? []), at]);
  }
  const names = [...groups.keys()].sort((a, b) => (a < b ? -1 : 1));
  const places =
    settings.text('places') === '' ? proportional(task, names, groups) : stated(settings.text('places'), groups);
  return names.map((name) => ({ name, pool: groups.get(name) ?? [], places: places.get(name) ?? 0 }));
}

function stated(text: string, groups: ReadonlyMap<string, readonly number[]>): Map<string, number> {
  const rows = text.split(',').map((part): [string, number] => {
    const [name = '', number = ''] = part.split(':').map((word) => word.trim());
    if (/^\d{1,7}$/.test(number) && (groups.get(name)?.length ?? -1) >= Number(number)) return [name, Number(number)];
    throw new Refused('bad-option', { es: `places=${part} no vale.`, en: `places=${part} is not valid.` });
  });
  return new Map(rows);
}

/** Places in proportion to each stratum's people; equal remainders go to the larger stratum, then by name. */
function proportional(
  { seats }: Task,
  names: readonly string[],
  groups: ReadonlyMap<string, readonly number[]>,
): Map<string, number> {
  const sizes = names.map((name) => groups.get(name)?.length ?? 0);
  const people = sizes.reduce((sum, size) => sum + size, 0);
  const wanted = Math.min(seats, people);
  const whole = sizes.map((size) => Math.floor((size * wanted) / people));
  const rest = (at: number): number => ((sizes[at] as number) * wanted) % people;
  const order = names
    .map((_, at) => at)
    .sort((a, b) => rest(b) - rest(a) || (sizes[b] as number) - (sizes[a] as number) || a - b);
  const left = wanted - whole.reduce((sum, size) => sum + size, 0);
  for (const at of order.slice(0, left)) whole[at] = (whole[at] as number) + 1;
  return new Map(names.map((name, at) => [name, whole[at] as number]));
}

/** Which of those left is drawn, and the digest that says so. */
function pick(algorithm: string, key: string, n: number, left: number): { index: number; digest: string } {
  const text = new TextEncoder();
  if (algorithm === 'rfc3797') {
    const index = Uint8Array.of(n >> 8, n & 0xff);
    const digest = md5(Uint8Array.of(...index, ...text.encode(key), ...index));
    return { index: Number(whole(digest) % BigInt(left)), digest: hex(digest) };
  }
  const [size, range] = [BigInt(left), 1n << 256n];
  for (let attempt = 0; ; attempt++) {
    const digest = sha256(text.encode(`${key}\n${n}\n${attempt}`));
    const value = whole(digest);
    // What is above the last whole multiple would favour the first of the pool.
    if (value < range - (range % size)) return { index: Number(value % size), digest: hex(digest) };
  }
}

const hex = (bytes: Uint8Array): string => [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
const whole = (bytes: Uint8Array): bigint => BigInt(`0x${hex(bytes)}`);
