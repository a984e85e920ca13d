// Refusals about what seats may do by their class.
import type { RefusalCode } from '../../src/index.ts';
import { announcing, type Base, convene, openVote, statuteWith, table } from '../federation/assembly.ts';
import { anyone, asMember } from '../federation/federation.ts';
import { petition, withPetitions } from '../federation/petitions.ts';
import { refer } from '../federation/referral.ts';
import { classedFederation, electClasses } from '../federation/seat-classes.ts';
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
  'bases-have-time': () => referredMotion({ days: 5 }, 'bases-have-time'),
  'bases-not-heard': () => referredMotion({ days: 0, answers: 1 }, 'bases-not-heard'),
} satisfies Partial<Record<RefusalCode, (scene: World & { readonly base: Base }) => void>>;

function referredMotion(wait: { days: number; answers?: number }, code: RefusalCode): void {
  const world = federationOf({ upperStatute: statuteWith({ mandates: { binding: 'flag', ...wait } }) });
  const { fed, upper } = world;
  const { sitting } = refer(world);
  const chair = { origin: upper.origin, chair: upper.presidium };
  const motion = table(fed, chair, sitting, { matter: 'ordinary', text: 'Agua para todos' });
  fed.refuses(upper.origin, upper.presidium, 'OpenVote', { motion, method: 'roll-call' }, code);
}
