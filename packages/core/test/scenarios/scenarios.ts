// Every failure of DESIGN section 1, played against the rules.
import { ambushAtMidnight } from './ambush-at-midnight.ts';
import { decisionUnderThreat } from './decision-under-threat.ts';
import { delegateWhoCannotBeRemoved } from './delegate-who-cannot-be-removed.ts';
import { juntasThatWaitedForTheCentre } from './juntas-that-waited-for-the-centre.ts';
import { keysInTheFlood } from './keys-in-the-flood.ts';
import { leadersWhoNeverConvene } from './leaders-who-never-convene.ts';
import { mandateDodgedByAnAmendment } from './mandate-dodged-by-an-amendment.ts';
import { measureEmptiedByExemptions } from './measure-emptied-by-exemptions.ts';
import { meetingThatCallsItselfACongress } from './meeting-that-calls-itself-a-congress.ts';
import { packedCredentials } from './packed-credentials.ts';
import { pactBehindTheBases } from './pact-behind-the-bases.ts';
import { pactCalledATruce } from './pact-called-a-truce.ts';
import { phantomJuntas } from './phantom-juntas.ts';
import { squareOfEightyThousand } from './square-of-eighty-thousand.ts';
import { tellerWhoBlocks } from './teller-who-blocks.ts';
import type { Scenario } from './telling.ts';
import { termThatExtendsItself } from './term-that-extends-itself.ts';
import { twoCongresses } from './two-congresses.ts';
import { untraceableDelegate } from './untraceable-delegate.ts';
import { voteAgainstTheMandate } from './vote-against-the-mandate.ts';

/** By the name of its file. */
export const scenarios: Readonly<Record<string, Scenario>> = {
  'pact-behind-the-bases': pactBehindTheBases,
  'pact-called-a-truce': pactCalledATruce,
  'measure-emptied-by-exemptions': measureEmptiedByExemptions,
  'untraceable-delegate': untraceableDelegate,
  'vote-against-the-mandate': voteAgainstTheMandate,
  'mandate-dodged-by-an-amendment': mandateDodgedByAnAmendment,
  'delegate-who-cannot-be-removed': delegateWhoCannotBeRemoved,
  'term-that-extends-itself': termThatExtendsItself,
  'meeting-that-calls-itself-a-congress': meetingThatCallsItselfACongress,
  'two-congresses': twoCongresses,
  'square-of-eighty-thousand': squareOfEightyThousand,
  'packed-credentials': packedCredentials,
  'phantom-juntas': phantomJuntas,
  'ambush-at-midnight': ambushAtMidnight,
  'teller-who-blocks': tellerWhoBlocks,
  'leaders-who-never-convene': leadersWhoNeverConvene,
  'decision-under-threat': decisionUnderThreat,
  'juntas-that-waited-for-the-centre': juntasThatWaitedForTheCentre,
  'keys-in-the-flood': keysInTheFlood,
};
