import { base64Decode, base64Encode, type Hash, recoveryObjectionText, utf8Encode } from '@cabildo/book';
import type { Statute } from '@cabildo/core';
import { many } from '../amounts.ts';
import { type ActReceipt, actOf } from '../client.ts';
import { dataOf } from '../read.ts';
import { anyoneAt, cited, originOf, type Stage } from '../stage.ts';
import { type Base, conveneBase, type Meeting, openBase, rollOf, sealBase, sitOn } from './base.ts';
import { indexOf, stopped, tableIn } from './scenes.ts';
import { officesToFill } from './statutes.ts';

/** Whoever presides by most votes, the others by transferable ones, so that a minority has its part. */
const amongCandidates = (statute: Statute): Statute => {
  const [chair = '', ...others] = statute.offices.map(({ office }) => office);
  return {
    ...statute,
    rules: statute.rules.map((rule) =>
      rule.matter === 'election' ? { ...rule, methods: [...rule.methods, 'urn'] } : rule,
    ),
    elections: {
      contests: [
        { offices: [chair], method: 'plurality', vacancy: 'next' },
        { offices: officesOf(statute, others), method: 'scottish-stv', vacancy: 'countback' },
      ],
    },
  };
};

/** Whoever writes first: the papers of the story elect the secretary of now before anybody else. */
const officesOf = ({ offices }: Statute, others: readonly string[]): string[] => {
  const writes = offices.find(({ role }) => role === 'secretary')?.office ?? '';
  return [writes, ...others.filter((office) => office !== writes)];
};

const reform = {
  matter: 'statute',
  text: 'La directiva se elige entre candidatos, en papel y con preferencias.',
} as const;

const voters = 12;

/** The junta gives itself the article, and at its next sitting elects on paper; the last place is drawn by lot. */
export async function electionAmongCandidates(stage: Stage, base: Base, day: number): Promise<Base> {
  const { name, title, plan } = base;
  stage.voice.chapter({ es: 'Una elección entre candidatos', en: 'An election among candidates' });
  const amending: Meeting = meetingOn(base, 'candidatos-1', day, [reform]);
  const first = await conveneBase(stage, base, amending);
  const statute = amongCandidates(plan.statute);
  const amended = await sitOn(stage, base, amending, first, {
    ...reform,
    title: 'Elegir entre candidatos',
    proposal: { kind: 'amend-statute', statute },
    hands: { yes: amending.present, no: 0, abstain: 0 },
  });
  const electing: Meeting = meetingOn(base, 'candidatos-2', day + 4, ['election']);
  const sitting = await conveneBase(stage, base, electing);
  await openBase(stage, base, electing, sitting);
  for (let place = 0; place < voters; place++)
    await base.presidency.must(
      name,
      'AdmitAtDoor',
      { sitting, member: base.roll[place] ?? '', channel: 'paper' },
      `candidatos/door-${place}`,
    );
  const motion = await candidates(stage, base, sitting, day + 4);
  const opened = await base.presidency.must(name, 'OpenVote', { motion, method: 'urn' }, 'candidatos/vote');
  const vote = indexOf(opened, 'VoteOpened');
  await papersTyped(base, vote);
  const closed = await base.presidency.must(name, 'CloseVote', { vote }, 'candidatos/close');
  const drawn = await lastPlaceByLot(stage, base, vote, day + 4);
  await base.presidency.must(name, 'CloseSitting', { sitting }, 'candidatos/end');
  const officers = actOf(drawn, 'OfficersElected');
  await sealBase(stage, base, officers);
  stage.voice.step({
    es: `${title}: ${cited(actOf(amended, 'StatuteAdopted'))}; después ${many(voters, 'papeleta', 'papeletas')}, leídas en público y tecleadas por dos escrutadores ${cited(actOf(closed, 'ElectionCounted'))}; la última plaza, empatada, por sorteo anunciado ${cited(actOf(drawn, 'LotDrawn'))}: directiva ${cited(officers)}.`,
    en: `${title}: ${cited(actOf(amended, 'StatuteAdopted'))}; then ${many(voters, 'paper', 'papers')}, read out in public and typed by two tellers ${cited(actOf(closed, 'ElectionCounted'))}; the last place, tied, by a lot announced before ${cited(actOf(drawn, 'LotDrawn'))}: officers ${cited(officers)}.`,
  });
  return { ...base, plan: { ...plan, statute } };
}

const meetingOn = (base: Base, id: string, day: number, matters: Meeting['matters']): Meeting => ({
  id,
  day,
  call: 'first',
  present: Math.ceil(rollOf(base) * 0.8),
  matters,
});

/** Who presides and who writes stand again with the device that they have; five more are noted. */
async function candidates(stage: Stage, base: Base, sitting: number, day: number): Promise<number> {
  const { name, presidency, secretary, roll, devices } = base;
  const { people, calendar } = stage;
  const term = { from: calendar.time(day, 0), until: calendar.time(day + 330, 0) };
  const motion = await tableIn(base, presidency, 'candidatos', {
    sitting,
    matter: 'election',
    title: 'Directiva',
    text: 'Se elige entre candidatas y candidatos.',
    proposal: { kind: 'hold-election', ...term },
  });
  const enter = (contest: number, holder: string, device: string, by = presidency) =>
    by.must(
      name,
      'EnterCandidature',
      { motion, contest, holder, key: people.deviceKeyOf(device) },
      `candidatos/enter-${contest}-${device}`,
    );
  await enter(1, presidency.holder, devices.presidency);
  await enter(1, roll[4] ?? '', `${name}/candidata-4`);
  await enter(2, secretary.holder, devices.secretary, secretary);
  for (const place of [5, 6, 7, 8]) await enter(2, roll[place] ?? '', `${name}/candidata-${place}`);
  return motion;
}

async function papersTyped({ name, tellers }: Base, vote: number): Promise<void> {
  const papers = [
    { contest: 1, ballots: '8 1 0\n4 2 0' },
    // Nobody who is left to go out has more papers than the other.
    { contest: 2, ballots: '4 1 0\n3 2 0\n3 3 0\n1 4 0\n1 5 0' },
  ];
  for (const { contest, ballots } of papers)
    for (const [place, teller] of tellers.entries())
      await teller.must(
        name,
        'EnterBallots',
        { vote, contest, round: 1, papers: voters, spoilt: 0, ballots },
        `candidatos/papers-${contest}-${place}`,
      );
}

async function lastPlaceByLot(stage: Stage, { name, presidency }: Base, vote: number, day: number) {
  const at = stage.calendar.time(day, 18);
  const announced = { vote, source: 'Lotería Nacional, premio mayor', at };
  await presidency.must(name, 'AnnounceLot', announced, 'candidatos/lot');
  stage.voice.step({
    es: 'Dos candidatas tienen las mismas papeletas: el empate es el resultado, y el sorteo se anuncia antes de hacerse.',
    en: 'Two candidates have the same papers: the tie is the outcome, and the lot is announced before it is drawn.',
  });
  stage.calendar.reach(at);
  return presidency.must(name, 'DrawLot', { vote, seed: '27182' }, 'candidatos/draw');
}

export interface Recovering {
  readonly base: Base;
  readonly claim: ActReceipt;
  readonly due: string;
}

/** Those before keep the keys of the junta to themselves: two that saw its founding have seen the paper minutes. */
export async function attestedByOthers(
  stage: Stage,
  base: Base,
  [one, other]: readonly [Base, Base],
): Promise<Recovering> {
  const { name, origin, title } = base;
  const { voice } = stage;
  voice.chapter({ es: 'La directiva que no entrega', en: 'The officers who do not hand over' });
  const election = await lastElection(stage, name);
  const signatures = rollOf(base) - 2;
  const attesting = async (by: Base): Promise<void> => {
    const input = { body: origin, election, signatures };
    const attested = await by.presidency.must(by.name, 'AttestElection', input, `attest-${name}`);
    await sealBase(stage, by, actOf(attested, 'ElectionAttested'));
  };
  const own = { body: origin, election, signatures };
  stopped(
    stage,
    {
      es: `La nueva presidencia de ${title} da fe de su propia elección`,
      en: `The new presidency of ${title} attests its own election`,
    },
    'not-allowed',
    await base.presidency.ask(name, 'AttestElection', own, 'attest-own'),
  );
  for (const neighbour of [one, other]) await attesting(neighbour);
  const bodies = [one, other].map(({ origin: book }) => ({ book }));
  const claimed = await anyoneAt(stage, name).must(name, 'ClaimRecovery', { bodies }, 'claim');
  const act = actOf(claimed, 'RecoveryClaimed');
  const { due } = await dataOf<{ readonly due: string }>(stage, name, act.index);
  voice.step({
    es: `Dos asambleas que vieron fundarse la junta han visto el acta firmada por ${signatures}; cualquiera lo presenta ${cited(act)}. Quien tuvo un cargo y guarda su llave puede objetar hasta el plazo.`,
    en: `Two bodies that saw the junta founded have seen the minutes signed by ${signatures}; anyone presents it ${cited(act)}. Whoever held an office and still has the key can object until the day.`,
  });
  return { base, claim: act, due };
}

/** Nobody has objected in time: what the new officers have sealed is good elsewhere without a hand-over. */
export async function recovered(stage: Stage, before: Base, { base, claim, due }: Recovering): Promise<void> {
  const { name, title } = base;
  const { people } = stage;
  stage.calendar.reach(due);
  const text = recoveryObjectionText(originOf(stage, name), claim.index, leafOf(claim));
  const key = people.deviceKeyOf(before.devices.presidency);
  const signature = base64Encode(people.deviceOf(before.devices.presidency).sign(utf8Encode(text)));
  const [office = ''] = officesToFill(before.plan.statute);
  const late = { claim: claim.index, office, key, signature };
  stopped(
    stage,
    {
      es: 'La presidencia que no entregó objeta con su llave, pasado el plazo',
      en: 'The presidency that did not hand over objects with its key, after the day',
    },
    'challenge-period-over',
    await anyoneAt(stage, name).ask(name, 'ObjectToRecovery', late, 'object-late'),
  );
  stopped(
    stage,
    {
      es: `La directiva de ${title} ya está atestiguada; alguien lo pide otra vez`,
      en: `The officers of ${title} are attested by now; somebody asks for it again`,
    },
    'already-so',
    await anyoneAt(stage, name).ask(name, 'ClaimRecovery', { bodies: [] }, 'claim-again'),
  );
}

function leafOf({ leaf, index }: ActReceipt): Hash {
  const hash = base64Decode(leaf, 32);
  if (hash === undefined) throw new Error(`the node gave no leaf hash for act ${index}`);
  return hash;
}

async function lastElection(stage: Stage, name: string): Promise<number> {
  const url = `${stage.nodeOf(name).base}/api/bodies/${name}/acts?from=0&limit=500`;
  const { acts } = (await (await fetch(url)).json()) as { acts: { readonly act: string; readonly index: number }[] };
  const found = acts.findLast(({ act }) => act === 'OfficersElected');
  if (found === undefined) throw new Error(`${name} has elected nobody`);
  return found.index;
}
