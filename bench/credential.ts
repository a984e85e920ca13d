// Size and time of a credential through five tiers: base, district, city, region, country.
import { encodeCredential, verifyCredential } from '@cabildo/book';
import { nodeCrypto } from '@cabildo/book/node';
import { credentialChain } from '../packages/cli/test/credential-chain.ts';
import { type Figure, type Settings, timed } from './measure.ts';

const TIERS = 5;
const ACTS_IN_EACH_BOOK = 1_000;
const REPEATS = 50;

export async function measureCredential({ rounds }: Settings): Promise<readonly Figure[]> {
  const { credential, rootKey, at } = credentialChain(TIERS, ACTS_IN_EACH_BOOK);
  const text = encodeCredential(credential);
  let verifications = 0;
  const counting = {
    sha256: nodeCrypto.sha256,
    verifyEd25519: (...given: Parameters<typeof nodeCrypto.verifyEd25519>) => {
      verifications += 1;
      return nodeCrypto.verifyEd25519(...given);
    },
  };
  const verified = verifyCredential(text, rootKey, counting, { at });
  if (!verified.ok) throw new Error('the credential of the measurement does not verify');
  const seconds = await timed(rounds * 10, () => {
    for (let i = 0; i < REPEATS; i++) verifyCredential(text, rootKey, nodeCrypto, { at });
  });
  return [
    { what: `size, ${TIERS} tiers, ${ACTS_IN_EACH_BOOK} acts a book`, value: text.length / 1_000, unit: 'kB' },
    { what: 'checks', value: verified.checks.length, unit: '' },
    { what: 'signatures verified', value: verifications, unit: '' },
    { what: 'verification', value: (seconds / REPEATS) * 1_000, unit: 'ms' },
  ];
}
