import type { Area } from '../shell/area.ts';

/**
 * Everything below `/office`, by the first part of its address: one row here, one in `areas` of the words, and a folder with one
 * entry, loaded when its address is opened. Its words are loaded by it too (`founding/words.ts`).
 */
export const areas = {
  waiting: {
    of: 'body',
    who: 'person',
    load: () => import('./waiting/waiting-area.tsx').then((part) => part.WaitingArea),
  },
  mail: {
    of: 'body',
    who: 'person',
    load: () => import('./mail/mail-area.tsx').then((part) => part.MailArea),
  },
  candidates: {
    of: 'sitting',
    who: 'person',
    load: () => import('./candidates/candidates.tsx').then((part) => part.Candidates),
  },
  founding: { of: 'phone', load: () => import('./founding/founding.tsx').then((part) => part.Founding) },
  'first-steps': {
    of: 'body',
    who: 'person',
    load: () => import('./first-steps/first-steps.tsx').then((part) => part.FirstSteps),
  },
  accreditation: {
    of: 'sitting',
    who: 'person',
    load: () => import('./accreditation/accreditation.tsx').then((part) => part.Accreditation),
  },
  delegations: {
    of: 'body',
    who: 'person',
    load: () => import('./delegations/delegations.tsx').then((part) => part.DelegationsArea),
  },
  accounts: {
    of: 'body',
    who: 'person',
    load: () => import('./accounts/accounts.tsx').then((part) => part.AccountsArea),
  },
  consultations: {
    of: 'body',
    who: 'person',
    load: () => import('./consultations/consultations.tsx').then((part) => part.ConsultationsArea),
  },
  petitions: {
    of: 'body',
    who: 'person',
    load: () => import('./petitions/petitions.tsx').then((part) => part.PetitionsArea),
  },
  statute: {
    of: 'body',
    who: 'person',
    load: () => import('./statute/statute-area.tsx').then((part) => part.StatuteArea),
  },
  'new-statute': { of: 'phone', load: () => import('./statute/template-area.tsx').then((part) => part.TemplateArea) },
} as const satisfies Readonly<Record<string, Area>>;

export type OfficeArea = keyof typeof areas;
