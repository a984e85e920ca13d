import { accountsFolds } from './accounts/fold.ts';
import { affiliationFolds } from './affiliation/fold.ts';
import { bodyFolds } from './body/fold.ts';
import { type ActName, acts } from './catalogue/acts.ts';
import { committeeFolds } from './committee/fold.ts';
import { consultationFolds } from './consultation/fold.ts';
import { delegationFolds } from './delegation/fold.ts';
import { demandFolds } from './demands/fold.ts';
import { disputeFolds } from './dispute/fold.ts';
import { doorFolds } from './door/fold.ts';
import { electionFolds } from './election/fold.ts';
import { floorFolds } from './floor/fold.ts';
import type { Act, Fold, Folds } from './fold.ts';
import { mandateFolds } from './mandate/fold.ts';
import { measureFolds } from './measure/fold.ts';
import { motionFolds } from './motion/fold.ts';
import { officerFolds } from './officers/fold.ts';
import { recoveryFolds } from './officers/recovery-fold.ts';
import { inOfficeAt } from './officers/term.ts';
import { passageFolds } from './passage/fold.ts';
import { petitionFolds } from './petition/fold.ts';
import { queueFolds } from './queue/fold.ts';
import { recallFolds } from './recall/fold.ts';
import { recordFolds } from './record/fold.ts';
import { resolutionFolds } from './resolution/fold.ts';
import { rollFolds } from './roll/fold.ts';
import { secretFolds } from './secret/fold.ts';
import { conveningFolds } from './sitting/convening-fold.ts';
import { courseFolds } from './sitting/course-fold.ts';
import { sittingFolds } from './sitting/fold.ts';
import type { BodyState } from './state.ts';
import { successionFolds } from './succession/fold.ts';
import { supplyFolds } from './supply/fold.ts';
import { handOverFolds } from './supply/hand-over-fold.ts';
import { supplyOrderFolds } from './supply/orders-fold.ts';
import { taskFolds } from './task/fold.ts';
import { voteFolds } from './vote/fold.ts';

const folds: Folds = {
  ...bodyFolds,
  ...committeeFolds,
  ...officerFolds,
  ...recoveryFolds,
  ...affiliationFolds,
  ...rollFolds,
  ...sittingFolds,
  ...conveningFolds,
  ...courseFolds,
  ...floorFolds,
  ...doorFolds,
  ...motionFolds,
  ...voteFolds,
  ...secretFolds,
  ...electionFolds,
  ...delegationFolds,
  ...mandateFolds,
  ...recallFolds,
  ...petitionFolds,
  ...resolutionFolds,
  ...measureFolds,
  ...passageFolds,
  ...demandFolds,
  ...disputeFolds,
  ...consultationFolds,
  ...recordFolds,
  ...taskFolds,
  ...supplyFolds,
  ...handOverFolds,
  ...supplyOrderFolds,
  ...queueFolds,
  ...accountsFolds,
  ...successionFolds,
};

/**
 * Adds one act to the state. The act must be one that `readableAct` admits and the next of its book; anything
 * else is a bug of the caller, not a fact about the book.
 */
export function evolve(state: BodyState, act: Act): BodyState {
  if (act.index !== state.size) throw new Error(`act ${act.index} cannot follow ${state.size - 1}`);
  const fold = folds[act.act] as Fold<ActName> | undefined;
  if (fold === undefined) throw new Error(`no fold for ${act.act}`);
  return { ...fold(inOfficeAt(state, act.at), act), size: act.index + 1, at: act.at };
}

/** Can this version of the program read the act? An act that it does not know makes the book read-only, not wrong. */
export function readableAct(act: { readonly act: string; readonly v: number }): act is Act {
  const entry = Object.hasOwn(acts, act.act) ? acts[act.act as ActName] : undefined;
  return entry !== undefined && entry.version >= act.v && folds[entry.name] !== undefined;
}
