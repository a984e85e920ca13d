import type { Language } from '../sentences/words.ts';
import type { Statute } from './fields.ts';
import { coOperative } from './templates/co-operative.ts';
import { delegateCongress } from './templates/delegate-congress.ts';
import { federation } from './templates/federation.ts';
import { neighbourhoodCouncil } from './templates/neighbourhood-council.ts';
import type { Say } from './templates/parts.ts';
import { peasantCommunity } from './templates/peasant-community.ts';
import { smallAssociation } from './templates/small-association.ts';
import { unionLocal } from './templates/union-local.ts';

/** A statute to begin with. It binds nobody before an assembly has adopted it, and may be changed before that. */
export interface StatuteTemplate {
  readonly name: string;
  readonly kind: 'base' | 'delegate';
  readonly title: { readonly es: string; readonly en: string };
  readonly statutes: Readonly<Record<Language, Statute>>;
}

const template = (name: string, kind: StatuteTemplate['kind'], statute: (say: Say) => Statute): StatuteTemplate => {
  const statutes = { es: statute((es) => es), en: statute((_es, en) => en) };
  return { name, kind, title: { es: statutes.es.title, en: statutes.en.title }, statutes };
};

/** Their closing hour is in UTC; the place's own offset is set by whoever founds. */
export const statuteTemplates: readonly StatuteTemplate[] = [
  template('neighbourhood-council', 'base', neighbourhoodCouncil),
  template('union-local', 'base', unionLocal),
  template('peasant-community', 'base', peasantCommunity),
  template('federation', 'delegate', federation),
  template('delegate-congress', 'delegate', delegateCongress),
  template('co-operative', 'base', coOperative),
  template('small-association', 'base', smallAssociation),
];
