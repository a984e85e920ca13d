import { authority, sealingKey } from '../authority.ts';
import { accept } from '../decision.ts';
import { findingFor, type NeedOf } from '../facts.ts';
import type { Handler } from '../handler.ts';
import { refuse } from '../refusal.ts';
import { tableGet, tableHas } from '../table.ts';
import { sealerOf, signaturesThatCount } from './seal.ts';

/** One officer's signature. The seal is written when enough officers of distinct offices, by keys now in force, have signed. */
export const signAct: Handler<'SignAct'> = {
  needs({ state, actor, at }, { index, signature }) {
    const signer = sealingKey({ state, actor, at }, index);
    return signer === null ? [] : [signaturesNeed(index), checkNeed(signer.key, signature, index)];
  },
  decide(context, { index, signature }) {
    const { evidence } = context;
    const may = sealerOf(context, index);
    if (!may.ok) return may;
    const { signer, sealers } = may;
    const check = findingFor(evidence, checkNeed(signer.key, signature, index)).found;
    if (check === null || !check.valid) return refuse('signature-not-valid', 'seals', { needed: signer.office });
    const given = findingFor(evidence, signaturesNeed(index)).found ?? [];
    const others = given.filter(({ office }) => office !== signer.office);
    const signatures = [...signaturesThatCount(sealers.keys, others), { ...signer, signature }];
    const record = { record: 'signature', index, ...signer, signature } as const;
    const { act: officers, signaturesNeeded } = sealers;
    const progress = { signatures: signatures.length, needed: signaturesNeeded };
    if (signatures.length < signaturesNeeded) return accept([], [record], progress);
    return accept(
      [
        {
          act: 'ActSealed',
          by: authority(context, 'seals'),
          data: { index, leaf: check.leaf, officers, signatures },
        },
      ],
      [record],
      progress,
    );
  },
};

const signaturesNeed = (index: number): NeedOf<'signatures'> => ({ fact: 'signatures', index });

const checkNeed = (key: string, signature: string, index: number): NeedOf<'signature-check'> => ({
  fact: 'signature-check',
  key,
  signature,
  over: { seal: index },
});

export const appointWitness: Handler<'AppointWitness'> = {
  decide(context, input) {
    if (tableHas(context.state.witnesses, input.key)) return refuse('already-received', 'witnesses');
    const dismissed = tableGet(context.state.dismissed, input.key);
    if (dismissed !== undefined) return refuse('witness-dismissed', 'witnesses', { present: dismissed });
    return accept([{ act: 'WitnessAppointed', by: authority(context, 'witnesses'), data: input }]);
  },
};

export const recordErasure: Handler<'RecordErasure'> = {
  needs: (_ask, { index, slot }) => [{ fact: 'disclosure', index, slot }],
  decide(context, { index, slot }) {
    const { state, evidence } = context;
    const erased = tableGet(state.erasures, `${index}/${slot}`);
    if (erased !== undefined) return refuse('already-erased', 'publicity', { present: erased });
    if (findingFor(evidence, { fact: 'disclosure', index, slot }).found?.present !== true)
      return refuse('nothing-disclosed', 'publicity', { needed: `${index}/${slot}` });
    return accept(
      [{ act: 'ErasureRecorded', by: authority(context, 'publicity'), data: { index, slot } }],
      [{ record: 'erasure', index, slot }],
    );
  },
};
