import type { Migration } from 'kysely/migration';
import * as tables from './0001-tables.ts';
import * as exchange from './0002-exchange.ts';
import * as loggedHeads from './0003-logged-heads.ts';
import * as enrollingActs from './0004-enrolling-acts.ts';
import * as sittings from './0005-sittings.ts';
import * as votes from './0006-votes.ts';
import * as offices from './0007-offices.ts';
import * as consultationAnswers from './0008-consultation-answers.ts';
import * as restoredKeys from './0008-restored-keys.ts';
import * as petitions from './0009-petitions.ts';
import * as ballotFiles from './0010-ballot-files.ts';
import * as floor from './0011-floor.ts';
import * as sessionKeys from './0011-session-keys.ts';
import * as recordings from './0014-recordings.ts';
import * as peopleInBlocks from './0015-people-in-blocks.ts';
import * as secretVotes from './0016-secret-votes.ts';
import * as households from './0017-households.ts';
import * as publicSearch from './0018-public-search.ts';
import * as whoNamesWhom from './0020-who-names-whom.ts';
import * as mail from './0021-mail.ts';
import * as languages from './0022-languages.ts';
import * as stockCounts from './0022-stock-counts.ts';
import * as namesOfCopies from './0023-names-of-copies.ts';

/** In the order of their names. Never changed once released: a new one is added. */
export const migrations: Readonly<Record<string, Migration>> = {
  '0001-tables': tables,
  '0002-exchange': exchange,
  '0003-logged-heads': loggedHeads,
  '0004-enrolling-acts': enrollingActs,
  '0005-sittings': sittings,
  '0006-votes': votes,
  '0007-offices': offices,
  '0008-consultation-answers': consultationAnswers,
  '0008-restored-keys': restoredKeys,
  '0009-petitions': petitions,
  '0010-ballot-files': ballotFiles,
  '0011-floor': floor,
  '0011-session-keys': sessionKeys,
  '0014-recordings': recordings,
  '0015-people-in-blocks': peopleInBlocks,
  '0016-secret-votes': secretVotes,
  '0017-households': households,
  '0018-public-search': publicSearch,
  '0020-who-names-whom': whoNamesWhom,
  '0021-mail': mail,
  '0022-languages': languages,
  '0022-stock-counts': stockCounts,
  '0023-names-of-copies': namesOfCopies,
};
