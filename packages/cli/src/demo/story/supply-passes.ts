import { createHash } from 'node:crypto';
import {
  type Cargo,
  crockfordEncode,
  judge,
  type KeyList,
  type Pass,
  plateOf,
  signPass,
  verdictWords,
} from '@cabildo/book';
import { nodeCrypto } from '@cabildo/book/node';
import { actOf } from '../client.ts';
import { seal } from '../hall.ts';
import { text } from '../read.ts';
import { cited, type Stage } from '../stage.ts';
import { devices, type Popular, presidencySeat, seated, secretarySeat } from './assembly.ts';

/** On a phone of the committee; the assembly whose roads they are names it. */
const phone = 'comite/salvoconductos';
const keyName = 'C0M1';

interface Written {
  readonly cargo: Cargo;
  readonly plate: string;
  /** How often it was shown at each block. */
  readonly passed: number;
  readonly isLost?: boolean;
}

const papers: readonly Written[] = [
  { cargo: 'oxygen', plate: '1852-KXR', passed: 2 },
  { cargo: 'medicine', plate: '2207-LPZ', passed: 1 },
  { cargo: 'common-pots', plate: '1850-KXR', passed: 3 },
  { cargo: 'common-pots', plate: '1851-KXR', passed: 0, isLost: true },
];

/** Who came without a paper, and passed all the same. */
const withoutPaper = [
  { cargo: 'patients', count: 7 },
  { cargo: 'ambulances', count: 3 },
] as const;

interface Issued {
  readonly closures: readonly number[];
  readonly texts: readonly string[];
  readonly passes: readonly Pass[];
}

/** The body that closed the roads lets the committee's phone write passes through them, each entered in its book. */
export async function issuePasses(stage: Stage, popular: Popular, closures: readonly number[]): Promise<Issued> {
  const { calendar, people, voice } = stage;
  const { name, origin } = popular;
  const [presidency, secretary] = [seated(popular, presidencySeat), seated(popular, secretarySeat)];
  const window = { from: calendar.time(78, 6), until: calendar.time(78 + 7, 18) };
  const cargoes = ['patients', 'oxygen', 'medicine', 'common-pots'];
  const input = { code: keyName, key: people.deviceKeyOf(phone), cargoes, closures, ...window };
  const named = actOf(await presidency.must(name, 'NamePassKey', input, 'supply/pass-key'), 'PassKeyNamed');
  await seal(stage, name, named, [
    { person: presidency, device: devices.presidency },
    { person: secretary, device: devices.secretary },
  ]);
  const passes = papers.map(({ cargo, plate }): Pass => {
    const id = crockfordEncode(createHash('sha256').update(`${origin} ${cargo} ${plate}`).digest().subarray(0, 5));
    return { key: keyName, id, cargo, vehicle: plateOf(plate), ...window, closures };
  });
  const texts = passes.map((pass) => signPass(pass, origin, people.deviceOf(phone)));
  for (const [number, { id, cargo }] of passes.entries()) {
    const granted = { pass: id, key: named.index, cargo, closures, ...window, plate: papers[number]?.plate };
    await presidency.must(name, 'GrantPassage', granted, `supply/pass-${number}`);
  }
  voice.step({
    es: `La Asamblea, que cerró las avenidas, nombra la llave del comité ${cited(named)}; ${papers.length} salvoconductos de ${Math.max(...texts.map(({ length }) => length))} bytes a lo más, en un código QR: oxígeno, medicinas y ollas comunes.`,
    en: `The assembly, which closed the avenues, names the committee’s key ${cited(named)}; ${papers.length} safe-conducts of at most ${Math.max(...texts.map(({ length }) => length))} bytes, each in a QR code: oxygen, medicine and common kitchens.`,
  });
  return { closures, texts, passes };
}

/** What the blocks say without a network, before and after one paper is revoked; what passed is published as totals. */
export async function countPassages(stage: Stage, popular: Popular, issued: Issued): Promise<void> {
  const { calendar, voice } = stage;
  const presidency = seated(popular, presidencySeat);
  const lost = papers.findIndex(({ isLost }) => isLost === true);
  const pass = issued.passes[lost]?.id;
  const revoked = await presidency.must(popular.name, 'RevokePassage', { pass }, 'supply/pass-revoked');
  calendar.goTo(79, 6);
  const list = JSON.parse(
    await text(`${stage.nodeOf(popular.name).base}/api/bodies/${popular.name}/passes.json`),
  ) as KeyList;
  const said = (number: number, language: 'es' | 'en'): string => {
    const [block] = issued.closures.map((one) => ({ origin: popular.origin, number: one }));
    const question = { text: issued.texts[number] ?? '', at: calendar.time(79, 6), ...(block && { block }) };
    const { answer, found } = verdictWords(judge(question, [list], nodeCrypto), language);
    return `${answer}. ${found}`;
  };
  const window = { from: calendar.time(78, 6), until: calendar.time(79, 5) };
  const withPass = [...Map.groupBy(papers, ({ cargo }) => cargo)].map(([cargo, of]) => ({
    cargo,
    count: of.reduce((sum, { passed }) => sum + passed, 0),
  }));
  for (const closure of issued.closures) {
    const totals = { closure, ...window, withPass, withoutPass: withoutPaper };
    await presidency.must(popular.name, 'ReconcilePassages', totals, `supply/passages-${closure}`);
  }
  voice.step({
    es: `En el corte, sin red, el oxígeno: «${said(0, 'es')}» El papel perdido, revocado ${cited(actOf(revoked, 'PassageRevoked'))}: «${said(lost, 'es')}» Se publica cuántos pasaron y nada más: /b/${popular.name}/supply`,
    en: `At the block, without a network, the oxygen: “${said(0, 'en')}” The lost paper, revoked ${cited(actOf(revoked, 'PassageRevoked'))}: “${said(lost, 'en')}” How many passed is published and nothing else: /b/${popular.name}/supply`,
  });
}
