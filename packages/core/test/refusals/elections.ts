// Refusals of elections among candidates: a list instead, nobody who stands, papers that say nothing.
import { plusMonths, type RefusalCode } from '../../src/index.ts';
import { openVote, slate } from '../federation/assembly.ts';
import { asMember } from '../federation/federation.ts';
import {
  closing,
  electing,
  electionHall,
  keyOfCandidate,
  officersVote,
  stand,
  tableElection,
  type,
} from '../federation/story-elections.ts';
import { statuteOfMethods } from '../federation/story-votes.ts';

/** The only candidates for the three offices, and what becomes of the president's. */
function filled(vacancy: 'next' | 'election', code: RefusalCode): void {
  const contests = [{ offices: ['presidencia', 'actas', 'vocalía'], method: 'block', vacancy }] as const;
  const world = electionHall(electing({ elections: { contests } }));
  const { fed, base } = world;
  const motion = tableElection(world);
  stand(world, motion, 1, [4, 5, 6]);
  const vote = openVote(fed, world.hall, motion, 'urn');
  type(world, vote, { contest: 1, ballots: '3 1 0\n2 2 0\n1 3 0', papers: 6 });
  closing(world, vote);
  const [president, secretary] = [4, 5].map((place) => asMember(base.members[place] ?? ''));
  if (president === undefined || secretary === undefined) return;
  if (code !== 'place-not-empty') fed.must(base.origin, president, 'ResignOffice', { office: 'presidencia' });
  fed.refuses(base.origin, secretary, 'FillVacancy', { vote, contest: 1, left: 1 }, code);
}

export const electionScenes = {
  'counted-not-by-list': () => {
    const { fed, base, hall, sitting } = electionHall();
    const proposal = slate(fed, base.origin, [base.members[6] ?? '', base.members[7] ?? '']);
    const input = { sitting, matter: 'election', title: 'Lista', text: 'Lista', proposal } as const;
    fed.refuses(base.origin, hall.chair, 'TableMotion', input, 'counted-not-by-list');
  },
  'not-counted-here': () => {
    const { fed, base, hall, sitting } = electionHall(statuteOfMethods());
    const proposal = { kind: 'hold-election', from: fed.now, until: plusMonths(fed.now, 24) } as const;
    const input = { sitting, matter: 'election', title: 'x', text: 'x', proposal } as const;
    fed.refuses(base.origin, hall.chair, 'TableMotion', input, 'not-counted-here');
  },
  'too-few-candidates': () => {
    const world = electionHall();
    const motion = tableElection(world);
    stand(world, motion, 1, [4]);
    stand(world, motion, 2, [6, 7, 8]);
    const { fed, base, hall } = world;
    const withdrawn = { motion, contest: 2 };
    for (const number of [1, 2]) fed.must(base.origin, hall.chair, 'WithdrawCandidature', { ...withdrawn, number });
    fed.refuses(base.origin, hall.chair, 'OpenVote', { motion, method: 'urn' }, 'too-few-candidates');
    stand(world, motion, 2, [9]);
    openVote(fed, hall, motion, 'urn');
  },
  'already-a-candidate': () => {
    const world = electionHall();
    const motion = tableElection(world);
    stand(world, motion, 1, [4]);
    const holder = world.base.members[4] ?? '';
    const input = { motion, contest: 2, holder, key: keyOfCandidate(`${holder} again`) };
    world.fed.refuses(world.base.origin, asMember(holder), 'EnterCandidature', input, 'already-a-candidate');
  },
  'not-a-candidate': () => {
    const world = electionHall();
    const motion = tableElection(world);
    const input = { motion, contest: 1, number: 1 };
    world.fed.refuses(world.base.origin, world.hall.chair, 'WithdrawCandidature', input, 'not-a-candidate');
  },
  'candidature-incomplete': () => {
    const world = electionHall();
    const motion = tableElection(world);
    const holder = world.base.members[4] ?? '';
    const input = { motion, contest: 1, holder };
    world.fed.refuses(world.base.origin, asMember(holder), 'EnterCandidature', input, 'candidature-incomplete');
  },
  'candidate-counts': () => {
    const world = electionHall();
    const { fed, base, hall } = world;
    const { vote } = officersVote(world);
    const teller = base.members[4] ?? '';
    const tellers = [teller, base.members[3] ?? ''];
    fed.must(base.origin, hall.chair, 'AppointTellers', { sitting: world.sitting, tellers });
    const input = { vote, contest: 1, round: 1, papers: 12, spoilt: 0, ballots: '12 1 0' };
    fed.refuses(base.origin, asMember(teller), 'EnterBallots', input, 'candidate-counts');
  },
  'papers-not-readable': () => {
    const world = electionHall();
    const { vote } = officersVote(world);
    const input = { vote, contest: 1, round: 1, papers: 12, spoilt: 0, ballots: '7 1 0\n5 9 0' };
    world.fed.refuses(world.base.origin, world.hall.tellers[0], 'EnterBallots', input, 'papers-not-readable');
  },
  'papers-not-countable': () => {
    const world = electionHall();
    const { vote } = officersVote(world);
    type(world, vote, { contest: 1, ballots: '7 1 0', papers: 7 });
    type(world, vote, { contest: 2, ballots: '7 0', papers: 7 });
    world.fed.refuses(world.base.origin, world.hall.chair, 'CloseVote', { vote }, 'papers-not-countable');
  },
  'vacancy-by-election': () => filled('election', 'vacancy-by-election'),
  'place-not-empty': () => filled('next', 'place-not-empty'),
  'nobody-follows': () => filled('next', 'nobody-follows'),
} satisfies Partial<Record<RefusalCode, () => void>>;
