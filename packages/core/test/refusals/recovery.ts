// Refusals of a recovery: too few bodies, paper that few have signed, a sitting over which the old officers preside.
import { announcing, convene, decideByHands, hallOf, indexOf, open, slate } from '../federation/assembly.ts';
import { anyone } from '../federation/federation.ts';
import { attestBoth, attestedWorld, claim, electAnew, objecting } from '../federation/story-recovery.ts';

const settled = attestedWorld();
const given = () => ({ ...settled, fed: settled.fed.fork() });

export const recoveryScenes = {
  'sitting-not-its-own': () => {
    const world = given();
    const { fed, base, origin } = world;
    const sitting = convene(fed, hallOf(base), { notice: announcing('election') });
    open(fed, hallOf(base), sitting, base.members.length);
    const proposal = slate(fed, origin, [base.members[6] ?? '', base.members[7] ?? '']);
    decideByHands(fed, hallOf(base), sitting, { matter: 'election', proposal, yes: base.members.length });
    const bodies = attestBoth(world).map((book) => ({ book }));
    fed.refuses(origin, anyone, 'ClaimRecovery', { bodies }, 'sitting-not-its-own');
  },
  'too-few-attestations': () => {
    const world = given();
    electAnew(world);
    const [book = ''] = attestBoth(world);
    world.fed.refuses(world.origin, anyone, 'ClaimRecovery', { bodies: [{ book }] }, 'too-few-attestations');
  },
  'minutes-not-signed': () => {
    const world = given();
    electAnew(world);
    const bodies = attestBoth(world, 4).map((book) => ({ book }));
    world.fed.refuses(world.origin, anyone, 'ClaimRecovery', { bodies }, 'minutes-not-signed');
  },
  'recovery-objected': () => {
    const world = given();
    electAnew(world);
    const books = attestBoth(world);
    const index = indexOf(claim(world, books), 'RecoveryClaimed');
    world.fed.must(world.origin, anyone, 'ObjectToRecovery', objecting(world, index));
    const bodies = books.map((book) => ({ book }));
    world.fed.refuses(world.origin, anyone, 'ClaimRecovery', { bodies }, 'recovery-objected');
  },
} as const;
