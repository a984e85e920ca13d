// What the assemblies of the tests agree on and are called; nothing here happens yet.
import { type Actor, type InputFor, plusMonths, type Statute } from '../../src/index.ts';
import { deviceKey, type Federation } from './federation.ts';

export type Matter = Statute['rules'][number]['matter'];
export type Proposal = InputFor<'TableMotion'>['proposal'];
export type Notice = InputFor<'ConveneSitting'>['notice'];

const matters = [
  'ordinary',
  'election',
  'recall',
  'statute',
  'affiliation',
  'mandate',
  'consultation',
  'pact',
  'measure',
  'lifting',
  'accounts',
  'dissolution',
] as const satisfies readonly Matter[];

const majority = { num: 1, den: 2, strict: true, of: 'cast' } as const;

export function statuteWith(change: Partial<Statute> = {}): Statute {
  return {
    title: 'Estatuto orgánico',
    offices: [
      { office: 'presidencia', role: 'presidium' },
      { office: 'actas', role: 'secretary' },
      { office: 'vocalía', role: 'teller' },
    ],
    terms: { officersMonths: 24, delegatesMonths: 12 },
    notice: { hours: 48 },
    calls: {
      first: { num: 1, den: 2, strict: true },
      second: { num: 1, den: 4, strict: false },
      minutesBetween: 30,
    },
    closing: { hour: 23, offsetMinutes: -240 },
    rules: matters.map((matter) => ({
      matter,
      rule: majority,
      secondCall: matter === 'ordinary',
      methods: ['hands', 'devices', 'roll-call'],
    })),
    tellers: { recounts: 1 },
    seals: { signatures: 2, handover: 'show' },
    mandates: { binding: 'flag' },
    recall: { monthsBefore: 0 },
    ratification: { matters: ['pact', 'lifting'], num: 1, den: 2, strict: true, of: 'answered', days: 20 },
    roll: { waitingDays: 30 },
    minutes: { refusals: false },
    ...change,
  };
}

const node = 'el-alto.example';
export const originOf = (name: string): string => `${node}/${name}`;
export const keyOf = (origin: string, office: string): string => deviceKey(`${origin} ${office}`);

/** The proposal to elect presidency and secretary, with keys of their devices. */
export function slate(
  fed: Federation,
  origin: string,
  [president, secretary]: readonly [string, string],
  months = 24,
): Extract<Proposal, { kind: 'elect-officers' }> {
  return {
    kind: 'elect-officers',
    officers: [
      { office: 'presidencia', holder: president, key: keyOf(origin, `presidencia ${president}`) },
      { office: 'actas', holder: secretary, key: keyOf(origin, `actas ${secretary}`) },
    ],
    from: fed.now,
    until: plusMonths(fed.now, months),
  };
}

export const nameOf = (actor: Actor): string =>
  actor.kind === 'member' ? actor.member : actor.kind === 'seat' ? `${actor.below}#${actor.seat}` : actor.kind;
