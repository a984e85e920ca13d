import type { IconName } from '../../look/icons.ts';
import type { Rule } from '../answers.ts';
import type { Live, Step } from '../live-answer.ts';
import type { Formats } from '../shell/formats.ts';
import type { DeskWords } from './words-es.ts';

/** What a button says that does this step. */
export function labelOf({ command, input, about, prepares }: Step, words: DeskWords, formats: Formats): string {
  const { steps, methods } = words;
  switch (command) {
    case 'OpenSitting':
      return input.call === 'second' ? steps.OpenSecond : steps.OpenFirst;
    case 'TakeItem':
      return steps.TakeItem(formats.number(Number(input.item) + 1));
    case 'NameTrustees':
      return prepares === null ? steps.NameTrustees : steps.PrepareBallot;
    case 'OpenVote':
    case 'RecordAcclamation':
      return methods[input.method as keyof DeskWords['methods']];
    case 'TableMotion':
      return tabling(input, words);
    case 'DecideProcedure':
      return 'hands' in input || !('ruling' in input) ? steps.DecideProcedure : steps.ByRuling;
    case 'MoveProcedure':
      return steps.MoveProcedure[String(input.kind)] ?? about?.title ?? command;
    default: {
      const known = (steps as Readonly<Record<string, unknown>>)[command];
      return typeof known === 'string' ? known : command;
    }
  }
}

function tabling(input: Step['input'], { steps }: DeskWords): string {
  const kind = (input.proposal as { readonly kind?: string } | undefined)?.kind;
  if (kind === 'amend-motion') return steps.Amend;
  if (kind === 'elect-presidium') return steps.Presidium;
  return kind === 'approve-minutes' ? steps.Minutes : steps.TableMotion;
}

/** The same in a list, with what it is about. */
export function sentenceOf(step: Step, words: DeskWords, formats: Formats): string {
  const label = labelOf(step, words, formats);
  const title = step.about?.title ?? '';
  const voting = step.command === 'OpenVote' || step.command === 'RecordAcclamation';
  const said = voting ? `${words.steps.OpenVote}: ${label.toLowerCase()}` : label;
  return title === '' ? said : `${said} · ${title}`;
}

const iconsOf: Readonly<Record<string, IconName>> = {
  AccreditSeat: 'card',
  PresentRecall: 'cross',
  AppointTellers: 'people',
  CountPresence: 'people',
  OpenSitting: 'check',
  TakeItem: 'next',
  TableMotion: 'pen',
  OpenVote: 'hand',
  RecordAcclamation: 'hand',
  NameTrustees: 'key',
  RecordTrialDecryption: 'key',
  EnterCredentialHalves: 'card',
  ListCredentials: 'card',
  AnchorBallotBox: 'book',
  CloseBallotBox: 'shield',
  CloseVote: 'check',
  AnnulVote: 'cross',
  CallOffSitting: 'cross',
  WithdrawMotion: 'cross',
  SplitMotion: 'copy',
  RecessSitting: 'clock',
  ResumeSitting: 'clock',
  ChallengeQuorum: 'people',
  RecordObjection: 'pen',
  RecordThreat: 'shield',
  RecordIrregularity: 'alert',
  CloseSitting: 'book',
  ApproveMinutes: 'book',
  SignAct: 'key',
  ConveneSitting: 'pen',
  NameNoticeText: 'pen',
  IssueConsultation: 'people',
};

/** How to proceed: each kind with a picture of its own. */
const proceduresOf: Readonly<Record<string, IconName>> = {
  order: 'alert',
  adjourn: 'clock',
  'close-debate': 'check',
  refer: 'next',
  table: 'minus',
};

export const iconOf = ({ command, input }: Step): IconName =>
  (command === 'MoveProcedure' ? proceduresOf[String(input.kind)] : iconsOf[command]) ?? 'check';

/** “More than half of those present”. */
export function ruleInWords({ num, den, strict, of }: Rule, words: DeskWords): string {
  return words.rule(num * 2 === den ? words.half : `${num}/${den}`, words.bases[of], strict);
}

export const motionTitle = (live: Live, motion: number | null): string =>
  live.motions.find((one) => one.motion === motion)?.title ?? '';
