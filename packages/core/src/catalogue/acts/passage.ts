import { essentialServices } from '../../measure/essential.ts';
import { cargo, keyName, passages, passName } from '../../passage/fields.ts';
import { actsOf } from '../entry.ts';
import { list, publicKey, ref, time } from '../fields.ts';

const passage = actsOf('passage', 'implemented');

/** More closures than this do not go into the text of a pass (docs/passes.md). */
const closures = list(ref('MeasureDeclared'), 6);

export const PassKeyNamed = passage('PassKeyNamed', {
  by: ['officer'],
  article: 'essential',
  data: {
    code: keyName,
    key: publicKey,
    cargoes: list(cargo, essentialServices.length + 1),
    closures,
    from: time,
    until: time,
  },
  sealed: true,
  effect:
    'Whoever holds this key writes safe-conducts for these cargoes through these closures, until its last day. Life passes with or without one.',
  reversedBy: 'PassKeyWithdrawn',
});

export const PassKeyWithdrawn = passage('PassKeyWithdrawn', {
  by: ['officer'],
  article: 'essential',
  data: { key: ref('PassKeyNamed') },
  effect: 'Nothing that the key has signed counts any more.',
});

export const PassageGranted = passage('PassageGranted', {
  by: ['officer'],
  article: 'essential',
  data: { pass: passName, key: ref('PassKeyNamed'), cargo, closures, from: time, until: time },
  discloses: { plate: 'officers' },
  effect: 'This safe-conduct is on record; it counts by its signature, from before or after.',
  reversedBy: 'PassageRevoked',
});

export const PassageRevoked = passage('PassageRevoked', {
  by: ['officer'],
  article: 'essential',
  data: { pass: passName },
  effect: 'The safe-conduct of that name no longer counts. What it was for passes all the same if it is life.',
});

export const PassagesReconciled = passage('PassagesReconciled', {
  by: ['officer'],
  article: 'essential',
  data: { closure: ref('MeasureDeclared'), from: time, until: time, withPass: passages, withoutPass: passages },
  effect: 'How many passed there in that time, by cargo, with a safe-conduct and without one.',
});
