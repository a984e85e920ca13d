import { essentialServices } from '../../measure/essential.ts';
import { cargo, keyName, passages, passName } from '../../passage/fields.ts';
import { commandsOf } from '../command-entry.ts';
import { list, optional, publicKey, ref, text, time } from '../fields.ts';

const passage = commandsOf('passage');
const closures = list(ref('MeasureDeclared'), 6);

export const passageCommands = {
  NamePassKey: passage('NamePassKey', {
    by: ['officer'],
    article: 'essential',
    input: {
      code: keyName,
      key: publicKey,
      cargoes: list(cargo, essentialServices.length + 1),
      closures,
      from: time,
      until: time,
    },
    acts: ['PassKeyNamed'],
    does: 'Names a key that writes safe-conducts through closures of this body: for what passes them anyway, and for other goods where the bases have narrowed the measure. It counts once the act is sealed.',
  }),
  WithdrawPassKey: passage('WithdrawPassKey', {
    by: ['officer'],
    article: 'essential',
    input: { key: ref('PassKeyNamed') },
    acts: ['PassKeyWithdrawn'],
    does: 'Withdraws such a key, because it was lost or misused: nothing that it signed counts any more.',
  }),
  GrantPassage: passage('GrantPassage', {
    by: ['officer'],
    article: 'essential',
    input: {
      pass: passName,
      key: ref('PassKeyNamed'),
      cargo,
      closures,
      from: time,
      until: time,
      plate: optional(text(20)),
    },
    acts: ['PassageGranted'],
    does: 'Enters a safe-conduct that was written, before or after it was used. The plate stays beside the book, for officers.',
  }),
  RevokePassage: passage('RevokePassage', {
    by: ['officer'],
    article: 'essential',
    input: { pass: passName },
    acts: ['PassageRevoked'],
    does: 'Revokes a safe-conduct by its name, entered or not.',
  }),
  ReconcilePassages: passage('ReconcilePassages', {
    by: ['officer'],
    article: 'essential',
    input: { closure: ref('MeasureDeclared'), from: time, until: time, withPass: passages, withoutPass: passages },
    acts: ['PassagesReconciled'],
    does: 'Publishes how many passed a closure, as totals by cargo and nothing else.',
  }),
} as const;
