export { type Cargo, cargoCode, cargoes, isCargo, isLife } from './cargo.ts';
export { type Issuer, judge, type PassFinding, plateOf, type Question, type Verdict } from './judge.ts';
export { type KeyList, MAX_KEY_LIST, type PassKey, readKeyList } from './key-list.ts';
export {
  isPassSigned,
  MAX_PASS_BYTES,
  type Pass,
  type PassFault,
  type ReadPass,
  readPass,
  type SignedPass,
  signPass,
} from './pass-text.ts';
export { cargoName, type PassLanguage, type VerdictWords, verdictWords } from './verdict-words.ts';
