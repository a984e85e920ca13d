import { createHash } from 'node:crypto';
import { actOf } from '../client.ts';
import type { Announced } from '../hall.ts';
import { dataOf } from '../read.ts';
import { cited, type Person, type Stage } from '../stage.ts';
import {
  accredit,
  castAll,
  conveneAssembly,
  openDeviceVote,
  type Popular,
  presidencySeat,
  seated,
  secretarySeat,
} from './assembly.ts';
import type { Cast } from './chapter-founding.ts';
import { regular } from './chapter-recall.ts';

/** Centavos into an account or, below zero, out of it. */
type Lines = readonly (readonly [account: string, amount: number])[];

interface Written {
  readonly day: number;
  readonly words: string;
  readonly lines: Lines;
  /** What stands on the paper, which stays with the officers; the book has its hash. */
  readonly receipt?: string;
  /** Above what one officer may book alone, and signed by the other. */
  readonly signed?: boolean;
}

const freight = {
  words: 'Flete de dos camiones de garrafas',
  lines: [
    ['expenses:fletes', 64_000],
    ['assets:caja', -64_000],
  ],
  receipt: 'Recibo 0312: flete de dos camiones, Bs 640',
} as const;

const fund: readonly Written[] = [
  {
    day: 48,
    words: 'Lo que había en caja',
    lines: [
      ['assets:caja', 320_000],
      ['equity:opening', -320_000],
    ],
    signed: true,
  },
  {
    day: 50,
    words: 'Aporte de las doce juntas, Bs 150 cada una',
    lines: [
      ['assets:caja', 180_000],
      ['income:aportes', -180_000],
    ],
    receipt: 'Talonario de aportes, hojas 1 a 12',
  },
  {
    day: 54,
    words: 'Arroz y fideo para las ollas comunes',
    lines: [
      ['expenses:ollas-comunes', 246_000],
      ['assets:caja', -246_000],
    ],
    receipt: 'Factura 1187: arroz y fideo, Bs 2.460',
  },
  { day: 58, ...freight },
  // The same paper a second time: what the assembly finds.
  { day: 59, ...freight },
];

/** Three accounts in one entry: what was sold, what it had cost, and what is left of it. */
const fair: Written = {
  day: 69,
  words: 'Feria solidaria en la plaza',
  lines: [
    ['income:ferias', -95_000],
    ['expenses:ferias', 21_500],
    ['assets:caja', 73_500],
  ],
  receipt: 'Planilla de la feria, con sus boletas',
};

const report = {
  first: 'Informe de cuentas del fondo de la Asamblea',
  mended: 'Informe de cuentas, corregido',
} as const;

/** As the notice of the sitting has it. */
export const accountsItem: Announced = { matter: 'accounts', title: 'Informe de cuentas', text: report.first };

/** What was booked last, and up to which day it is reported on. */
interface Reported {
  readonly entry: number;
  readonly until: string;
}

interface Rejected {
  /** Booked a second time on one receipt. */
  readonly doubled: number;
  /** Of two officers one has signed. */
  readonly unsigned: number;
}

const hashOf = (paper: string): string => createHash('sha256').update(paper).digest('base64');
const dayOf = ({ calendar }: Stage, day: number): string => calendar.time(day, 12).slice(0, 10);

async function write(stage: Stage, { name }: Popular, person: Person, key: string, entry: Written): Promise<number> {
  const lines = entry.lines.map(([account, amount]) => ({ account, commodity: 'BOB', amount }));
  const receipt = entry.receipt === undefined ? {} : { receipt: hashOf(entry.receipt) };
  const input = { day: dayOf(stage, entry.day), words: entry.words, lines, ...receipt };
  return actOf(await person.must(name, 'BookEntry', input, `accounts/${key}`), 'EntryBooked').index;
}

/** A fund of the assembly, kept by its presidency; the secretary signs what one alone may not book. */
export async function keepBooks(stage: Stage, popular: Popular): Promise<Reported & Rejected> {
  stage.calendar.goTo(63, 8);
  const [presidency, secretary] = [seated(popular, presidencySeat), seated(popular, secretarySeat)];
  const money = { symbol: 'BOB', title: 'bolivianos', decimals: 2 };
  await presidency.must(popular.name, 'NameCommodity', money, 'accounts/money');
  const booked: number[] = [];
  for (const [number, entry] of fund.entries()) {
    const index = await write(stage, popular, presidency, `${number}`, entry);
    if (entry.signed === true)
      await secretary.must(popular.name, 'CountersignEntry', { entry: index }, `accounts/second-${number}`);
    booked.push(index);
  }
  const [, , unsigned = -1, , doubled = -1] = booked;
  return { entry: doubled, until: dayOf(stage, 62), doubled, unsigned };
}

interface Judged extends Reported {
  readonly id: string;
  readonly sitting: number;
  readonly text: string;
  readonly isFor: (seat: string) => boolean;
}

interface Sums {
  readonly outcome: 'approved' | 'rejected';
  readonly entries: number;
  readonly single: number;
  readonly sums: readonly { readonly assets: number }[];
}

/** The report is put to the vote; the act has the sums as they were. */
async function judged(stage: Stage, popular: Popular, chair: Person, asked: Judged) {
  const { id, sitting, text, entry, until, isFor } = asked;
  const proposal = { kind: 'judge-accounts', entry, until };
  const motion = { sitting, matter: 'accounts', title: 'Informe de cuentas', text, proposal };
  const { vote } = await openDeviceVote(popular, chair, id, motion);
  await castAll(popular, vote, (seat) => (isFor(seat) ? 'yes' : 'no'));
  const act = actOf(await chair.must(popular.name, 'CloseVote', { vote }, `${id}/close`), 'AccountsReported');
  return { act, ...(await dataOf<Sums>(stage, popular.name, act.index)) };
}

/** One receipt was booked twice, and a large entry has one signature: the delegates say no, and it stays on record. */
export async function rejectReport(
  stage: Stage,
  popular: Popular,
  chair: Person,
  { sitting, ...reported }: Reported & { readonly sitting: number },
): Promise<void> {
  const isFor = (seat: string): boolean => seat.startsWith(presidencySeat.junta);
  const asked = { id: 'accounts/first', text: report.first, sitting, ...reported, isFor };
  const { act, entries, single } = await judged(stage, popular, chair, asked);
  stage.voice.step({
    es: `Cuentas del fondo, ${entries} asientos: un flete anotado dos veces con el mismo recibo y ${single} compra grande con una sola firma. La Asamblea las RECHAZA ${cited(act)}.`,
    en: `Accounts of the fund, ${entries} entries: a freight booked twice on one receipt, and ${single} large purchase with one signature. The assembly REJECTS them ${cited(act)}.`,
  });
}

/** Nothing is overwritten: turned round, signed, and put before the assembly again. */
export async function chapterAccounts(stage: Stage, cast: Cast, { doubled, unsigned }: Rejected): Promise<void> {
  const { popular } = cast;
  stage.voice.chapter({ es: 'Cuentas abiertas', en: 'Open books' });
  const presidency = seated(popular, presidencySeat);
  const sitting = await conveneAssembly(stage, popular, presidency, {
    id: 'assembly/accounts',
    kind: 'ordinary',
    convenedOn: 70,
    day: 72,
    hour: 18,
    matters: [{ ...accountsItem, text: report.mended }],
  });
  await accredit(stage, popular, presidency, sitting, regular(cast.juntas));
  const chair = seated(popular, presidencySeat);
  await chair.must(popular.name, 'OpenSitting', { sitting, call: 'first' }, 'assembly/accounts/open');
  const { act, sums } = await judged(stage, popular, chair, {
    id: 'accounts/mended',
    sitting,
    text: report.mended,
    ...(await mend(stage, popular, { doubled, unsigned })),
    isFor: () => true,
  });
  await chair.must(popular.name, 'CloseSitting', { sitting }, 'assembly/accounts/end');
  const left = ((sums[0]?.assets ?? 0) / 100).toFixed(2);
  stage.voice.step({
    es: `Revertido lo anotado dos veces, puesta la firma que faltaba y sumada la feria: la Asamblea APRUEBA las cuentas corregidas ${cited(act)}; quedan Bs ${left} en caja. Cada asiento con su recibo: /b/${popular.name}/accounts`,
    en: `What was booked twice is reversed, the missing signature given, the fair added: the assembly APPROVES the mended accounts ${cited(act)}; Bs ${left} are left. Each entry with its receipt: /b/${popular.name}/accounts`,
  });
}

async function mend(stage: Stage, popular: Popular, { doubled, unsigned }: Rejected): Promise<Reported> {
  const presidency = seated(popular, presidencySeat);
  const secretary = seated(popular, secretarySeat);
  const day = dayOf(stage, 69);
  const reason = 'El recibo 0312 se anotó dos veces';
  await presidency.must(popular.name, 'ReverseEntry', { entry: doubled, day, reason }, 'accounts/reverse');
  await secretary.must(popular.name, 'CountersignEntry', { entry: unsigned }, 'accounts/second-missing');
  return { entry: await write(stage, popular, presidency, 'fair', fair), until: day };
}
