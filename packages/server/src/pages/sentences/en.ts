import { englishAccounts } from './accounts-en.ts';
import { cargoList, passageList } from './passages.ts';
import { newArea, placedMeasure, placeReadBy } from './placed.ts';
import { englishQueue } from './queue-en.ts';
import type { Sentences } from './sentence.ts';
import { minutesOf, spokenBy } from './spoken.ts';
import { englishSupply } from './supply-en.ts';

export const englishSentences: Sentences = {
  BodyFounded: ({ title, kind, provisionalUntil }, say) =>
    `“${title}” was founded, ${say.terms.bodyKind[kind]}, provisional until ${say.day(provisionalUntil)}.`,
  FoundingWitnessed: ({ founding }, say) =>
    `This assembly attests that it knows ${say.body(founding.book)} and saw it founded.`,
  BodyProven: ({ witnesses }, say) =>
    `The founding is proven: minutes sealed, and ${say.number(witnesses.length)} neighbouring assemblies attest to it. It is no longer provisional.`,
  StatuteAdopted: ({ statute }) =>
    `The statute “${statute.title}” was adopted. It holds from now on; it lengthens nobody’s term.`,
  OfficersElected: ({ officers, from, until, signaturesNeeded }, say) =>
    `Officers were elected: ${say.list(officers.map(({ office }) => say.office(office)))}, from ${say.day(from)} to ${say.day(until)}. A seal needs ${say.many(signaturesNeeded, 'signature', 'signatures')}.`,
  OfficerKeyReplaced: ({ office }, say) =>
    `The device key of “${say.office(office)}” was replaced; the old key signed the change.`,
  OfficerKeyReportedLost: ({ office, own, due }, say) =>
    `The device key of “${say.office(office)}” is reported lost${own ? ' by its holder: it signs nothing more' : ''}. Until ${say.time(due)} the loss can be confirmed and the key restored.`,
  OfficerKeyLossConfirmed: ({ office, below }, say) =>
    `The loss of the device key of “${say.office(office)}” of ${say.body(below)} is confirmed.`,
  OfficerKeyRestored: ({ office, signatures }, say) =>
    `The device key of “${say.office(office)}” is restored: ${say.number(signatures.length)} of the other officers signed the new one.`,
  ElectionAttested: ({ election, signatures }, say) =>
    `The officers of this body have seen the paper minutes of the sitting in which ${say.body(election.book)} elected its officers, signed by ${say.number(signatures)} who were there.`,
  RecoveryClaimed: ({ bodies, objectors, due }, say) =>
    `The officers before do not hand over: ${say.list(bodies.map(({ book }) => say.body(book)))} attest the election. ${objectors === 0 ? 'Nobody of those before is left who could object.' : `Until ${say.time(due)} any of ${say.number(objectors)} officers before can object with the key of the office; if nobody does, the election is attested from then on.`}`,
  RecoveryObjected: ({ office }, say) =>
    `Whoever held “${say.office(office)}” before, in term and with that key, objects: what other bodies say attests nothing.`,
  OfficerRecalled: ({ office, later, due }, say) =>
    later === true
      ? `The assembly recalls whom it had elected to “${say.office(office)}” for the term that has not begun; whoever holds it now stays. The election must be convened by ${say.time(due)}.`
      : `The assembly recalls whoever held “${say.office(office)}”: powers and key end now. The election must be convened by ${say.time(due)}.`,
  OfficerResigned: ({ office, due }, say) =>
    `Whoever held “${say.office(office)}” resigns; the office is vacant. The election must be convened by ${say.time(due)}.`,
  OfficeTurnTaken: ({ office, turn, until }, say) =>
    `“${say.office(office)}” is taken by whose turn it is (turn ${say.number(turn)}), until ${say.day(until)}. There was no election; the key signs once the other officers have sealed this.`,
  OfficeTurnDeclined: ({ office, turn }, say) =>
    `Whoever had turn ${say.number(turn)} of “${say.office(office)}” does not take it: it passes to the next.`,
  AffiliationRequested: ({ to }, say) => `The assembly asks to belong to ${say.body(to)}.`,
  AffiliationAdmitted: ({ title, entitlement }, say) =>
    `“${title}” is admitted, with ${say.number(entitlement)} ${entitlement === 1 ? 'seat' : 'seats'}.`,
  AffiliationEnded: ({ other, side }, say) =>
    ({
      left: `The affiliation with ${say.body(other)} is over: the body below has left. Its seats above count no more.`,
      excluded: `The affiliation with ${say.body(other)} is over: exclusion. The seats of the body below count no more.`,
      dissolved: `The affiliation with ${say.body(other)} is over: it is dissolved. Its seats count no more.`,
    })[side],
  EntitlementChanged: ({ below, seats, members }, say) =>
    `From the next convocation on ${say.body(below)} has ${say.number(seats)} ${seats === 1 ? 'seat' : 'seats'}${members === undefined ? '' : ` (roll that counts: ${say.number(members)})`}.`,
  RollCounted: ({ size, doubleMembers }, say) =>
    `The roll has ${say.many(size, 'person', 'people')} today; ${say.number(doubleMembers)} ${doubleMembers === 1 ? 'is' : 'are'} known to be in another base too.`,
  RollAuditOrdered: ({ below, sample, due }, say) =>
    `The roll of ${say.body(below)} is to be audited: a sample of ${say.number(sample)}, by ${say.day(due)}.`,
  RollAudited: ({ size, sampled, confirmed }, say) =>
    `The roll of ${say.many(size, 'person', 'people')} was audited: ${say.number(sampled)} were looked for, ${say.number(confirmed)} found.`,
  BodyDissolved: ({ assetsTo }) =>
    `The body dissolves itself; what it owns goes to ${assetsTo}. It decides nothing any more, and its book stays readable.`,
  CommitteeFormed: ({ committee, parents, matters, until }, say) =>
    `A committee is formed, ${say.body(committee)}, by ${say.list(parents.map((parent) => say.body(parent.body)))}. It may decide on ${say.list(matters.map((matter) => say.terms.matter[matter]))} until ${say.day(until)}, and answers to them.`,
  CommitteeEnded: ({ committee }, say) => `The powers of the committee ${say.body(committee)} are taken back.`,
  CommitteeReported: ({ motion, reportDue }, say) =>
    `The committee has reported to those who formed it: ${say.thing(motion)}.${reportDue === undefined ? '' : ` The next report is due by ${say.day(reportDue)}.`}`,
  ClaimDisputed: ({ over, claimants, share, due }, say) => {
    const what = { seat: 'the same seat', name: 'the same name', congress: 'to be the same congress' }[over];
    const seats =
      share === undefined
        ? ''
        : ` Meanwhile each of them has ${say.number(share)} ${share === 1 ? 'seat' : 'seats'} here.`;
    return `${say.list(claimants.map(({ book }) => say.body(book)))} claim ${what}. Both books stand, nothing is merged.${seats} A sitting on it must be convened by ${say.day(due)}.`;
  },
  DisputeSettled: ({ dispute, holder }, say) =>
    `The dispute (act ${dispute}) is settled: ${holder === undefined ? 'it belongs to none of them alone, each stands as before' : `it belongs to ${say.body(holder)}`}.`,
  BodySplit: ({ parts, on }, say) =>
    `The body divides itself: ${say.list(parts.map(({ body, members }) => `${say.body(body)} (${say.many(members, 'person', 'people')})`))}, from ${say.day(on)} on. Its seats are divided too; none is added.`,
  TerritoryDrawn: ({ geojson }, say) =>
    `The body’s territory is the attached map (GeoJSON, ${say.number(geojson.bytes)} bytes).`,
  SittingConvened: ({ kind, place, startsAt, notice, roll, joint = [] }, say) =>
    `A sitting is convened (${say.terms.sittingKind[kind]}): ${say.time(startsAt)}, ${place}. Items announced: ${say.number(notice.length)}. Roll of that day: ${say.number(roll.size)}.${joint.length === 0 ? '' : ` The joint seat is the turn of ${say.list(joint.map(({ body }) => say.body(body)))}.`}`,
  NoticeTextNamed: ({ sitting, item }, say) =>
    `The text of item ${say.number(item + 1)} of the ${say.thing(sitting)} is named: that one is decided.`,
  SittingDemanded: ({ by, matters, supporters, of, due }, say) => {
    const who =
      by === 'members'
        ? `${say.number(supporters)} of ${say.many(of, 'member', 'members')} demand`
        : 'It binds itself to hold';
    return `${who} a sitting on ${say.list(matters.map((matter) => say.terms.matter[matter]))}, to be convened by ${say.time(due)}. After that any member or delegate may convene it.`;
  },
  SittingDemandShown: ({ by, matters, supporters, of, due }, say) => {
    const bases = `${say.number(supporters)} of ${say.number(of)} bodies below demand`;
    const who = by === 'affiliates' ? bases : 'The body above demands';
    return `${who} a sitting on ${say.list(matters.map((matter) => say.terms.matter[matter]))}, to be convened by ${say.time(due)}. After that any member or delegate may convene it.`;
  },
  SittingAsked: ({ of, matters }, say) =>
    `The assembly asks ${say.body(of)} to sit on ${say.list(matters.map((matter) => say.terms.matter[matter]))}.`,
  SittingCalledOff: ({ sitting, reason }, say) => `The ${say.thing(sitting)} is called off: ${reason}`,
  CrowdEstimated: ({ atLeast, atMost, method }, say) =>
    `A gathering too large to count: between ${say.number(atLeast)} and ${say.many(atMost, 'person', 'people')} (${method}). What it acclaims is a proposal to the bases.`,
  AttendanceErased: ({ sitting, count }, say) =>
    `The challenge period of the ${say.thing(sitting)} is over: who was there is deleted; ${say.number(count)} had checked in.`,
  SlipsIssued: ({ from, to, mark, present, checkedIn }, say) =>
    `${from === to ? `Slip ${say.number(from)} is` : `Slips ${say.number(from)} to ${say.number(to)} are`} given out at the door to people on no roll; mark: ${mark}. Counted there: ${say.number(present)}, of whom ${say.number(checkedIn)} had checked in otherwise.`,
  SlipVoided: ({ number, why }, say) =>
    `Slip ${say.number(number)} counts no more: ${{ lost: 'it was lost', 'taken-twice': 'somebody had taken two', 'given-back': 'it was given back' }[why]}.`,
  SittingRecessed: ({ until }, say) => `The sitting is in recess until ${say.time(until)}.`,
  SittingResumed: ({ quorum }, say) =>
    `The sitting goes on: ${say.number(quorum.present)} present, ${say.number(quorum.needed)} needed. ${quorum.met ? 'There is quorum.' : 'No quorum: nothing more is voted.'}`,
  PresidiumElected: ({ holders }, say) =>
    `The sitting elects its presidium: ${say.list(holders.map(({ office }) => say.office(office)))}.`,
  PresidiumRecalled: ({ office }, say) =>
    `The sitting recalls “${say.office(office)}” from its presidium; the next in order takes the chair.`,
  QuorumChallenged: ({ quorum }, say) =>
    quorum === undefined
      ? 'The quorum is challenged: two tellers count before anything is voted.'
      : `The quorum is challenged: ${say.number(quorum.present)} seats present, ${say.number(quorum.needed)} needed. ${quorum.met ? 'There is quorum.' : 'Quorum is lost: nothing more is voted; what was closed stands.'}`,
  AgendaChanged: ({ order }, say) =>
    `The items are taken in this order: ${say.list(order.map((item) => say.number(item + 1)))}.`,
  DebateEnded: ({ motion, speeches, seconds, unheard, ...parts }, say) =>
    `${motion === undefined ? 'Speaking beside the motions is over' : `The debate on ${say.thing(motion)} is over`}: ${say.number(speeches)} ${speeches === 1 ? 'turn' : 'turns'}, ${minutesOf(seconds)} in all${unheard === 0 ? '' : `; ${say.number(unheard)} were not heard`}.${spokenBy(parts, say, 'others')}`,
  ItemTaken: ({ item }, say) => `The sitting takes up item ${say.number(item + 1)}.`,
  ObjectionRecorded: ({ act, asksForCount }) =>
    `An objection to act ${act} is minuted.${asksForCount ? ' It asks for a count.' : ''}`,
  ThreatRecorded: ({ act }) => `It is on record that act ${act} was taken under threat.`,
  StatuteReviewOpened: ({ act, due }, say) =>
    `Act ${act} is reviewed: the assembly must sit on it by ${say.time(due)}.`,
  MinutesCorrected: ({ minutes }) => `The minutes of act ${minutes} are corrected; both texts are shown.`,
  TellersAppointed: ({ tellers }, say) => `${say.number(tellers.length)} tellers are appointed; each counts alone.`,
  PresenceCounted: ({ round, counts, agreed, present }, say) =>
    `Count ${say.number(round)} of those present: ${say.list(counts.map(say.number))}. ${agreed ? 'They agree.' : 'They differ.'}${present === undefined ? ' It is counted again.' : ` ${say.number(present)} is taken.`}`,
  SittingOpened: ({ call, quorum }, say) =>
    `The sitting is opened on ${say.terms.call[call]}: ${say.number(quorum.present)} present, ${say.number(quorum.needed)} needed. ${quorum.met ? 'There is quorum.' : 'No quorum: nothing it does counts as decided.'}`,
  IrregularityRecorded: ({ what, irregularities }, say) =>
    `What the hall did against the rules is written down, without effect: ${what} (${say.list(irregularities.map((name) => say.terms.irregularity[name]))}).`,
  SittingClosed: ({ sitting }, say) => `The ${say.thing(sitting)} is closed; nothing more is voted.`,
  MinutesApproved: ({ sitting, vote }, say) =>
    vote === undefined
      ? `The minutes of the ${say.thing(sitting)} were read and approved.`
      : `The assembly approves by vote the minutes of the ${say.thing(sitting)}, which were read.`,
  SittingEnteredLate: ({ heldAt, place, quorum, decisions }, say) =>
    `A sitting held on paper is entered: ${say.time(heldAt)}, ${place}, ${say.number(quorum.present)} present, ${say.number(decisions.length)} ${decisions.length === 1 ? 'decision' : 'decisions'}.`,
  MotionTabled: ({ title, matter }, say) => `The motion “${title}” is tabled (${say.terms.matter[matter]}).`,
  MotionForwarded: ({ title, to }, say) => `The assembly sends its motion “${title}” up to ${say.body(to)}.`,
  MotionReceived: ({ title, from }, say) => `The motion “${title}” of ${say.body(from.book)} is received.`,
  MotionAmended: ({ motion, substantive, fallen }, say) =>
    `The ${substantive ? 'substantive' : 'editorial'} amendment to ${say.thing(motion)} carried: its text is now another.${substantive ? ' Mandates on the text before it read “come back and ask”.' : ''}${fallen.length === 0 ? '' : ` ${say.number(fallen.length)} other ${fallen.length === 1 ? 'amendment falls' : 'amendments fall'}.`}`,
  SubstanceClaimed: ({ motion }, say) =>
    `It is claimed that ${say.thing(motion)} changes the substance: from now on it counts as a substantive amendment.`,
  MotionWithdrawn: ({ motion }, say) => `The motion ${say.thing(motion)} is withdrawn; it is not put to a vote.`,
  MotionSplit: ({ motion, parts }, say) =>
    `The motion ${say.thing(motion)} is divided into ${say.number(parts.length)} parts, voted one by one.`,
  ProcedureMoved: ({ kind, motion }, say) =>
    `It is moved: ${say.terms.procedure[kind]}${motion === undefined ? '' : ` (${say.thing(motion)})`}. That is decided before anything else.`,
  ProceduralMotionDecided: ({ kind, motion, carried, hands }, say) => {
    const how =
      hands === undefined
        ? 'by ruling of the presidium'
        : `${say.number(hands.yes)} yes, ${say.number(hands.no)} no, ${say.many(hands.abstain, 'abstention', 'abstentions')}`;
    return `${say.terms.procedure[kind]}${motion === undefined ? '' : ` (${say.thing(motion)})`}: ${carried ? 'agreed' : 'not agreed'}, ${how}.`;
  },
  MotionAnswered: ({ received, fate }, say) =>
    `The base is told what became of its motion, ${say.thing(received)}: ${say.terms.fate[fate]}.`,
  MotionAnswerReceived: ({ forwarded, fate, answer }, say) =>
    `${say.body(answer.book)} has answered the motion sent up, ${say.thing(forwarded)}: ${say.terms.fate[fate]}.`,
  TaskAssigned: ({ to, what, due }, say) =>
    `Task for ${to.kind === 'office' ? `“${say.office(to.office)}”` : say.body(to.body)}: ${what}, by ${say.day(due)}.`,
  TaskReported: ({ task, state }, say) => `Report on ${say.thing(task)}: ${say.terms.task[state]}.`,
  VoteOpened: ({ motion, method, electorate, doubleMembers, slips }, say) =>
    `The vote on ${say.thing(motion)} is opened, by ${say.terms.method[method]}. ${say.number(electorate.count)} may vote; the list is frozen.${slips === undefined ? '' : ` Slips: ${say.number(slips)}.`}${doubleMembers === undefined ? '' : ` Of those whom the cards weigh, ${say.number(doubleMembers)} ${doubleMembers === 1 ? 'is' : 'are'} known to be in two bases.`}`,
  BlockCounted: ({ block, round, agreed }, say) =>
    `Block “${block}”, count ${say.number(round)}: the two tellers ${agreed ? 'agree' : 'differ'}.${agreed ? '' : ' Both numbers stand.'}`,
  VoteClosed: ({ vote, tallies, outcome, dropped, candidatesCounted }, say) => {
    const counted = tallies.map(
      ({ yes, no, abstain }) =>
        `${say.number(yes)} yes, ${say.number(no)} no, ${say.many(abstain, 'abstention', 'abstentions')}`,
    );
    const lost = dropped === 1 ? 'One vote did' : `${say.number(dropped)} votes did`;
    const gone =
      dropped === 0 ? '' : ` ${lost} not count: a seat was recalled, or a slip taken out, while the vote was open.`;
    const numbers = counted.length === 0 ? '' : `: ${counted.join(' / ')}`;
    const own = candidatesCounted === true ? ' Candidates counted too: the hall had not two others.' : '';
    return `The vote on ${say.thing(vote)} is closed${numbers}. ${say.terms.outcome[outcome]}.${gone}${own}`;
  },
  CandidateEntered: ({ motion, contest, number, alternate }, say) =>
    `Candidate ${say.number(number)} of count ${say.number(contest)} of the election ${say.thing(motion)}${alternate === undefined ? '' : ', with an alternate'}.`,
  CandidateWithdrawn: ({ motion, contest, number }, say) =>
    `Candidate ${say.number(number)} of count ${say.number(contest)} of the election ${say.thing(motion)} does not stand any more; the number stays on the paper and is passed over.`,
  ElectionCounted: ({ contest, method, seats, papers, box = 0, agreed, elected, lotsRequired, vacated }, say) => {
    if (vacated !== undefined)
      return `The place that candidate ${say.number(vacated.at(-1) ?? 0)} of count ${say.number(contest)} has left is filled from the papers of the election; in office, in this order: ${say.list(elected.map(({ number }) => say.number(number)))}.`;
    const { valid, blank, invalid, spoilt } = papers;
    const total = valid + blank + invalid + spoilt;
    const who =
      lotsRequired !== undefined
        ? `tied, to be decided by lot: candidates ${say.list(lotsRequired.tied.map((one) => say.number(one)))}`
        : elected.length === 0
          ? 'nobody is elected'
          : `elected, in this order: ${say.list(elected.map(({ number }) => say.number(number)))}`;
    return `Count ${say.number(contest)}, by ${method}, for ${say.number(seats)} ${seats === 1 ? 'place' : 'places'}: ${say.number(total)} papers, ${say.number(valid)} of them valid${box > 0 ? `, ${say.number(box)} in all from the secret box` : ''}; ${who}.${total > box ? ` The two tellers ${agreed ? 'agree' : 'differ'}.` : ''}`;
  },
  AcclamationRecorded: ({ motion, method, asked, objections, countAsked, carried }, say) =>
    `Without a count (${say.terms.method[method]}) on ${say.thing(motion)}: objections asked for ${say.number(asked)} times, ${say.number(objections)} raised. ${countAsked ? 'Somebody asked for a count: it is voted.' : carried ? 'Decided.' : 'Not decided.'}`,
  UrnCounted: ({ entries, round, agreed }, say) =>
    `The urn, count ${say.number(round)}: ${say.list(entries.map(({ papers }) => say.number(papers)))} papers; the two tellers ${agreed ? 'agree' : 'differ'}.`,
  TrusteesNamed: ({ motion, threshold, trustees }, say) =>
    `The secret result on ${say.thing(motion)} will be opened by ${say.number(threshold)} of ${say.number(trustees.length)} trustees, of: ${say.list([...new Set(trustees.map(({ list }) => list))])}.`,
  TrialDecrypted: ({ motion }, say) =>
    `Every trustee has opened a trial with their key before the secret vote on ${say.thing(motion)}.`,
  CredentialHalvesEntered: ({ teller, list, halves }, say) =>
    `Teller ${say.number(teller)}, of “${list}”, made their half of ${say.many(halves, 'credential', 'credentials')}.`,
  CredentialsListed: ({ slips, left }, say) =>
    `The credentials of the slips that were drawn may vote: ${say.number(slips - left)} of ${say.number(slips)}; the ${say.number(left)} left over are excluded.`,
  SecretVoteOpened: ({ drawn }, say) =>
    `It is voted in secret with ${say.many(drawn, 'credential', 'credentials')}: the election, the page and the empty box are fixed by hash.`,
  BallotBoxAnchored: ({ ballots, closed }, say) =>
    `The ballot box, with ${say.many(ballots, 'ballot', 'ballots')}, is written down${closed ? ' and closed' : ''}: a later rewriting would be found.`,
  SecretVoteClosed: ({ ballots, yes, no, abstain }, say) =>
    `The trustees opened the ballot box, with ${say.many(ballots, 'ballot', 'ballots')}: ${say.number(yes)} yes, ${say.number(no)} no, ${say.number(abstain)} blank; of whoever voted again, the last one. Anyone can verify it with somebody else’s program.`,
  SecretElectionClosed: ({ ballots, voters, contests }, say) =>
    `The trustees opened the ballot box, with ${say.many(ballots, 'ballot', 'ballots')} of ${say.many(voters, 'voter', 'voters')}. ${contests.map(({ contest, blank, votes }) => `Count ${say.number(contest)}: ${say.list(votes.map((one) => `candidate ${say.number(one.number)}, ${say.number(one.votes)}`))}; blank, ${say.number(blank)}.`).join(' ')} Anyone can verify it with somebody else’s program.`,
  DelegationCardsCounted: ({ cards }, say) =>
    `The cards of ${say.number(cards.length)} ${cards.length === 1 ? 'delegation' : 'delegations'}, with their weight.`,
  VoteAnnulled: ({ vote, reason }, say) => `The vote on ${say.thing(vote)} is void and is taken again: ${reason}`,
  LotAnnounced: ({ source, at }, say) => `A lot will be drawn; its seed will come from: ${source}, ${say.time(at)}.`,
  LotDrawn: ({ drawn, seed, contest }, say) =>
    `The lot is drawn from “${seed}”: ${contest !== undefined ? `candidate ${drawn}` : drawn === 'yes' ? say.terms.choice.yes : say.terms.choice.no}. Anyone can draw it again.`,
  MandateBreached: ({ below, seat, mandate, cast, dropped }, say) =>
    `${seat === undefined ? 'The card' : `Seat ${say.number(seat)}`} of ${say.body(below)} voted ${say.terms.choice[cast]} under the mandate ${instruction(mandate, say.terms.instruction)}: the vote ${dropped === true ? 'counts no more, because of a recall, is on record' : 'counts, is marked'}, and is reported to its base.`,
  DelegatesElected: ({ to, seats, from, until }, say) =>
    `${say.number(seats.length)} ${seats.length === 1 ? 'delegate is' : 'delegates are'} elected to ${say.body(to)}, from ${say.day(from)} to ${say.day(until)}, or until this assembly recalls them.`,
  SeatAccredited: ({ below, seat, class: named }, say) =>
    `Seat ${say.number(seat)} of ${say.body(below)}${named === undefined ? '' : ` (${named})`} is accredited: its credential was checked against its base’s book.`,
  SeatVacated: ({ to, below, seat, reason }, say) => {
    const why = {
      resigned: '',
      left: ', leaving its base',
      died: ': its delegate has died',
      moved: ': its delegate has moved away',
      absent: ': its delegate never came',
    }[reason];
    return to === undefined
      ? `Whoever held seat ${say.number(seat)} of ${say.body(below)} gives it up${why}; its vote drops out of open votes.`
      : `The assembly declares its seat ${say.number(seat)} in ${say.body(to)} empty${why}. This is no recall.`;
  },
  AlternateSeated: ({ below, seat }, say) =>
    `The alternate takes seat ${say.number(seat)} of ${say.body(below)}, in open votes too.`,
  MandateGiven: ({ on, instruction: given }, say) =>
    `Mandate to its delegates in ${say.body(on.book)}: ${say.terms.instruction[given]} (motion, act ${on.index} of that book).`,
  MandateDivided: ({ on, yes, no, abstain }, say) =>
    `Divided mandate to its delegates in ${say.body(on.book)}: ${say.number(yes)} yes, ${say.number(no)} no, ${say.number(abstain)} abstain; its seats are divided so (motion, act ${on.index} of that book).`,
  DelegateRecalled: ({ to, seat }, say) => `The assembly recalls its seat ${say.number(seat)} in ${say.body(to)}.`,
  RecallPresented: ({ below, seat }, say) =>
    `Seat ${say.number(seat)} of ${say.body(below)} was recalled by its base, or declared empty, as is shown here: its vote drops out of every open vote; closed ones stand.`,
  DelegateReported: ({ to, seat, votes }, say) =>
    `Whoever holds seat ${say.number(seat)} in ${say.body(to)} reports to the base; the report is about ${say.number(votes.length)} ${votes.length === 1 ? 'vote' : 'votes'}.`,
  ReportMissed: ({ to, seat, due }, say) =>
    `Seat ${say.number(seat)} in ${say.body(to)} had not reported by ${say.time(due)}: anyone of this assembly may convene it on the recall.`,
  DelegateReportJudged: ({ report, outcome, due }, say) =>
    `The assembly ${outcome === 'approved' ? 'approves' : 'does not approve'} the report of its delegates (${say.thing(report)}).${due === undefined ? '' : ' From now on anyone of this assembly may convene it on the recall.'}`,
  PetitionOpened: ({ against, target, needed, of, until }, say) => {
    const whom = {
      delegate: 'the delegate in seat',
      officer: 'whoever holds',
      presidium: 'the presidium,',
      'public-office': 'whoever holds the public office',
    }[against];
    const effect = against === 'public-office' ? ' It is on record here and has no effect in the federation.' : '';
    const whose = against === 'officer' ? say.office(target) : target;
    return `A petition to recall ${whom} “${whose}” is opened: ${say.many(needed, 'signature is', 'signatures are')} needed${against === 'public-office' ? '' : ` of ${say.number(of)}`}, until ${say.day(until)}. Who signs is not written.${effect}`;
  },
  PetitionCounted: ({ counts, reached, phones, due }, say) =>
    `The signatures on paper were counted: ${say.list(counts.map(say.number))}${phones === undefined ? '' : `; on phones there were ${say.number(phones)}`}. ${reached ? 'They are enough.' : 'They are not enough yet.'}${due === undefined ? '' : ` The sitting on the recall must be convened by ${say.time(due)}; after that day whoever is a member or delegate may convene it.`}`,
  PetitionReached: ({ phones, paper, due }, say) =>
    `The petition has its number of signatures: ${say.number(phones)} on phones and ${say.number(paper)} on paper.${due === undefined ? '' : ` The sitting on the recall must be convened by ${say.time(due)}; after that day whoever is a member or delegate may convene it.`}`,
  ResolutionAdopted: ({ title, status }, say) => `Resolution “${title}”: ${say.terms.status[status].toLowerCase()}.`,
  ResolutionRatified: ({ resolution }, say) => `The bases ratified ${say.thing(resolution)}: it is in force.`,
  ResolutionRejected: ({ resolution }, say) => `The bases did not accept ${say.thing(resolution)}: it is void.`,
  PactRecorded: ({ with: other }) =>
    `A pact with ${other}: suspended until the bases ratify it, whatever it is called.`,
  MeasureDeclared: (data, say) =>
    `Measure: ${placedMeasure(data)}, from ${say.time(data.from)}. Only those who decided it can lift it.${placeReadBy(data.withheld, exactPlace)}`,
  MeasureLifted: ({ measure, how, area, withheld }, say) =>
    `The measure ${say.thing(measure)} ${say.terms.lifting[how]}${newArea(area)}, as those who decided it have ratified.${placeReadBy(withheld, exactPlace)}`,
  ResolutionRevoked: ({ resolution }, say) => `${say.thing(resolution)} is revoked and holds no more.`,
  ConditionSet: ({ resolution, event, by, holdsIf, certifier, otherwise }, say) =>
    `${say.thing(resolution)} holds if this ${holdsIf === 'happened' ? 'has happened' : 'has not happened'} by ${say.time(by)}: ${event}. “${say.office(certifier)}” certifies it; if there is no agreement, it ${otherwise === 'in-force' ? 'holds' : 'does not hold'}.`,
  ConditionCertified: ({ condition, happened }, say) =>
    `The condition (act ${condition}) is certified: ${say.terms.happened[happened]}.`,
  ChallengeRaised: ({ on, claimedMatter }, say) =>
    `The assembly challenges how a resolution of ${say.body(on.book)} is classified: it says that it is ${say.terms.matter[claimedMatter]}.`,
  ClassificationChallenged: ({ resolution, claimedMatter, below }, say) =>
    `${below === undefined ? 'A member on the roll' : say.body(below)} challenges ${say.thing(resolution)}: it is said to be ${say.terms.matter[claimedMatter]}. It is suspended until that is settled.`,
  OutsidePactRecorded: ({ with: other, signedBy, signedAt, due }, say) =>
    `A pact with ${other}, signed outside the record by ${signedBy} on ${say.day(signedAt)}, is on it. It is not in force; a sitting must be convened by ${say.day(due)}.`,
  MeasureJoined: ({ measure, how }, say) =>
    `The assembly ${how === 'joined' ? 'joins the measure' : 'withdraws its people from the measure'} of ${say.body(measure.book)} (act ${measure.index}).`,
  EssentialServiceExempted: ({ measure, service, limits = {} }, say) =>
    `The measure ${say.thing(measure)} does not touch this service: ${say.terms.passing.limited(say.terms.passing.service[service] ?? service, limits, say.day)}.`,
  PassKeyNamed: ({ code, cargoes, closures, from, until }, say) =>
    `The key ${code} signs safe-conducts for ${cargoList(cargoes, say)} through ${say.list(closures.map((closure) => say.thing(closure)))}, from ${say.time(from)} to ${say.time(until)}. Life passes with or without one.`,
  PassKeyWithdrawn: ({ key }) => `A key for safe-conducts is withdrawn (act ${key}): what it signed no longer counts.`,
  PassageGranted: ({ pass, cargo, from, until }, say) =>
    `The safe-conduct ${pass} is on record, for ${cargoList([cargo], say)}, from ${say.time(from)} to ${say.time(until)}.`,
  PassageRevoked: ({ pass }) => `The safe-conduct ${pass} is revoked. What saves lives passes all the same.`,
  PassagesReconciled: ({ closure, from, until, withPass, withoutPass }, say) =>
    `Through ${say.thing(closure)}, from ${say.time(from)} to ${say.time(until)}, there passed with a safe-conduct: ${passageList(withPass, say)}; without: ${passageList(withoutPass, say)}.`,
  DemandListAdopted: ({ demands }, say) =>
    `The demand list is adopted: ${say.number(demands.length)} ${demands.length === 1 ? 'demand' : 'demands'}.`,
  DemandStateChanged: ({ list, number, state, challenged }, say) =>
    `Demand ${say.number(number)} of the list (act ${list}): ${say.terms.demand[state]}.${challenged === true ? ' The report that it was met is challenged: now the bases say.' : ''}`,
  ConsultationIssued: ({ title, bases, deadline }, say) =>
    `“${title}” goes down to ${say.many(bases, 'base', 'bases')}. Each answers in a sitting of its own until ${say.time(deadline)}.`,
  ConsultationAnswered: ({ consultation, answer, yes, no, abstain }, say) =>
    `Answer to the consultation of ${say.body(consultation.book)}: ${say.terms.choice[answer]} (${say.number(yes)} yes, ${say.number(no)} no, ${say.many(abstain, 'abstention', 'abstentions')}).`,
  AnswerReceived: ({ below, answer }, say) =>
    `The answer of ${say.body(below)} is counted: ${say.terms.choice[answer]}.`,
  ConsultationClosed: ({ consultation, yes, no, silent, doubleMembers, outcome }, say) =>
    `The consultation on ${say.thing(consultation)} is closed: ${say.many(yes, 'base', 'bases')} yes, ${say.number(no)} no, ${say.number(silent)} did not answer. ${say.terms.consultation[outcome]}.${doubleMembers === undefined ? '' : ` In ${say.number(doubleMembers.bases)} of those that answered, ${say.many(doubleMembers.members, 'member is', 'members are')} known to be in another base too; it weighs nothing here.`}`,
  ConsultationChallenged: ({ below, until }, say) =>
    `The answer of ${say.body(below)} is open again until ${say.day(until)}; the resolution is suspended and the consultation will be closed anew.`,
  ActSealed: ({ index, signatures }, say) =>
    `Act ${index} is sealed with ${say.many(signatures.length, 'signature', 'signatures')}: ${say.list(signatures.map(({ office }) => say.office(office)))}.`,
  WitnessAppointed: ({ name }) => `“${name}” is appointed as an outside witness.`,
  WitnessDismissed: ({ witness }) =>
    `The assembly dismisses the outside witness of act ${witness}; what it has signed stays signed.`,
  ErasureRecorded: ({ index, slot }) =>
    `What was published with act ${index} (“${slot}”) is withdrawn; the commitment stays.`,
  ActRegularised: ({ act, decision }, say) =>
    `What was done irregularly (${say.thing(act)}${decision === undefined ? '' : `, decision ${say.number(decision)}`}) was decided anew on the same text and has effect from now on.`,
  ForkRecorded: ({ origin }, say) =>
    `The key of the book of ${say.body(origin)} has signed two heads that cannot both be true; the evidence is kept.`,
  RefusalMinuted: ({ command, code }) =>
    `It is minuted that an order (${command}) was refused: ${code}. It changes nothing.`,
  DecisionCarried: ({ from, what }, say) =>
    `What is in ${say.body(from.book)} (act ${from.index}) still stands: ${'title' in what ? `“${what.title}”` : say.terms.carried[what.kind]}.`,
  BookSucceeded: ({ predecessor, size }, say) =>
    `This book goes on from ${predecessor}, whose last known head had ${say.many(size, 'act', 'acts')}.`,
  ...englishSupply,
  ...englishQueue,
  ...englishAccounts,
};

const instruction = (mandate: string, terms: Readonly<Record<string, string>>): string => terms[mandate] ?? mandate;

const exactPlace = {
  members: 'The exact place is for members.',
  later: (hours: number) => `The exact place is for members; anybody reads it ${hours} h after it was ended.`,
};
