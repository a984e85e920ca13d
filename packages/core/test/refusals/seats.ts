// Refusals about what seats may do by their class.
import type { RefusalCode } from '../../src/index.ts';
import {
  announcing,
  type Base,
  convene,
  foundBody,
  hallOf,
  indexOf,
  open,
  openVote,
  slate,
  statuteWith,
  table,
} from '../federation/assembly.ts';
import { anyone, asMember, deviceKey, Federation } from '../federation/federation.ts';
import { petition, withPetitions } from '../federation/petitions.ts';
import { refer } from '../federation/referral.ts';
import { judge, report, reportingFederation, voteAbove } from '../federation/reports.ts';
import { classedFederation, electClasses } from '../federation/seat-classes.ts';
import { inHall } from '../federation/sitting-scenes.ts';
import { community, keyOfWarden, nextOf, turningStatute, warden } from '../federation/turns.ts';
import { federationOf, seatActor, sitUpper, type World } from '../federation/upper.ts';

function fraternalSecond(): World & { readonly below: string } {
  const world = classedFederation();
  const base = world.bases[2] as Base;
  electClasses(world, base, ['titular', 'fraterno']);
  return { ...world, below: base.origin };
}

export const seatScenes = {
  'seat-class-not-in-statute': (scene) => {
    const { fed, upper, base } = scene;
    electClasses(scene, base, ['titular', 'fraterno']);
    const hall = { origin: upper.origin, chair: upper.presidium, tellers: [anyone, anyone] } as const;
    const sitting = convene(fed, hall, { notice: announcing('ordinary') });
    const asked = { sitting, below: base.origin, seat: 2 };
    fed.refuses(upper.origin, upper.presidium, 'AccreditSeat', asked, 'seat-class-not-in-statute');
  },
  'seat-without-vote': () => {
    const world = fraternalSecond();
    const { fed, upper, below } = world;
    const chair = { origin: upper.origin, chair: upper.presidium };
    const vote = openVote(fed, chair, table(fed, chair, sitUpper(world), { matter: 'ordinary' }), 'roll-call');
    const called = { vote, below, seat: 2, choice: 'yes' } as const;
    fed.refuses(upper.origin, upper.presidium, 'RecordRollCallVote', called, 'seat-without-vote');
  },
  'seat-without-voice': () => {
    const world = fraternalSecond();
    const { fed, upper, below } = world;
    const sitting = sitUpper(world);
    const actor = seatActor(fed, upper.origin, `${below}#2`);
    const proposal = { kind: 'resolution' } as const;
    const input = { sitting, matter: 'ordinary', title: 'Agua', text: 'Agua', proposal } as const;
    fed.refuses(upper.origin, actor, 'TableMotion', input, 'seat-without-voice');
  },
  'petition-not-in-statute': ({ fed, base }) => {
    const asked = { against: 'officer', target: 'presidencia' } as const;
    fed.refuses(base.origin, asMember(base.members[6] ?? ''), 'OpenPetition', asked, 'petition-not-in-statute');
  },
  'petition-number-by-statute': () => {
    const { fed, base } = withPetitions();
    const asked = { against: 'officer', target: 'presidencia', needed: 8 } as const;
    fed.refuses(base.origin, asMember(base.members[6] ?? ''), 'OpenPetition', asked, 'petition-number-by-statute');
  },
  'petition-open-already': () => {
    const { fed, base } = withPetitions();
    petition({ fed, base }, 'officer', 'presidencia');
    const asked = { against: 'officer', target: 'presidencia' } as const;
    fed.refuses(base.origin, asMember(base.members[7] ?? ''), 'OpenPetition', asked, 'petition-open-already');
  },
  'petition-over': () => {
    const { fed, base, tellers } = withPetitions();
    const opened = petition({ fed, base }, 'officer', 'presidencia');
    fed.pass({ days: 15 });
    const count = { petition: opened, round: 1, signatures: 5 };
    fed.refuses(base.origin, tellers[0], 'CountPetition', count, 'petition-over');
  },
  'already-signed': () => {
    const { fed, base } = withPetitions();
    const opened = petition({ fed, base }, 'officer', 'presidencia');
    const neighbour = asMember(base.members[7] ?? '');
    fed.must(base.origin, neighbour, 'SignPetition', { petition: opened });
    fed.refuses(base.origin, neighbour, 'SignPetition', { petition: opened }, 'already-signed');
  },
  'bases-have-time': () => referredMotion({ days: 5 }, 'bases-have-time'),
  'bases-not-heard': () => referredMotion({ days: 0, answers: 1 }, 'bases-not-heard'),
  'report-not-in-statute': ({ fed, upper, base }) => {
    const missed = { to: upper.origin, seat: 1 };
    fed.refuses(base.origin, asMember(base.members[7] ?? ''), 'ShowMissedReport', missed, 'report-not-in-statute');
  },
  'already-reported': () => {
    const world = reportingFederation();
    const { fed, upper } = world;
    const base = world.bases[0] as Base;
    report(world, base, voteAbove(world).vote);
    const missed = { to: upper.origin, seat: 1 };
    fed.refuses(base.origin, asMember(base.members[7] ?? ''), 'ShowMissedReport', missed, 'already-reported');
  },
  'report-already-judged': () => {
    const world = reportingFederation();
    const { fed } = world;
    const base = world.bases[0] as Base;
    const made = indexOf(report(world, base, voteAbove(world).vote), 'DelegateReported');
    judge(world, base, made, 'approved');
    const sitting = inHall(fed, base);
    const proposal = { kind: 'judge-report', report: made } as const;
    const again = { sitting, matter: 'ordinary', title: 'Informe', text: 'Informe', proposal } as const;
    fed.refuses(base.origin, base.presidium, 'TableMotion', again, 'report-already-judged');
  },
  'not-your-turn': () => {
    const place = community();
    const other = place.order.find((member) => member !== nextOf(place)) ?? '';
    const asked = { office: warden, key: keyOfWarden(place, other) };
    place.fed.refuses(place.base.origin, asMember(other), 'TakeTurn', asked, 'not-your-turn');
  },
  'office-not-by-turn': ({ fed, base }) => {
    const asked = { office: 'vocalía', key: deviceKey('vocalía') };
    fed.refuses(base.origin, asMember(base.members[5] ?? ''), 'TakeTurn', asked, 'office-not-by-turn');
  },
  'office-by-turn': () => {
    const { fed, base, order } = community();
    const sitting = convene(fed, hallOf(base), { notice: announcing('election') });
    open(fed, hallOf(base), sitting, base.members.length);
    const proposal = slate(fed, base.origin, [order[0] ?? '', order[1] ?? '']);
    const officers = [...proposal.officers, { office: warden, holder: order[2] ?? '', key: deviceKey('warden') }];
    const motion = {
      sitting,
      matter: 'election',
      title: 'Directiva',
      text: 'x',
      proposal: { ...proposal, officers },
    } as const;
    fed.refuses(base.origin, base.presidium, 'TableMotion', motion, 'office-by-turn');
  },
  'office-by-turn-later': () => {
    const fed = new Federation();
    const { origin, convener } = foundBody(fed, 'comunidad', 'base', turningStatute());
    fed.refuses(origin, convener, 'TakeTurn', { office: warden, key: deviceKey('warden') }, 'office-by-turn-later');
  },
} satisfies Partial<Record<RefusalCode, (scene: World & { readonly base: Base }) => void>>;

function referredMotion(wait: { days: number; answers?: number }, code: RefusalCode): void {
  const world = federationOf({ upperStatute: statuteWith({ mandates: { binding: 'flag', ...wait } }) });
  const { fed, upper } = world;
  const { sitting } = refer(world);
  const chair = { origin: upper.origin, chair: upper.presidium };
  const motion = table(fed, chair, sitting, { matter: 'ordinary', text: 'Agua para todos' });
  fed.refuses(upper.origin, upper.presidium, 'OpenVote', { motion, method: 'roll-call' }, code);
}
