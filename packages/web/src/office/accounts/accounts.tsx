import type { JSX } from 'preact';
import { useCallback } from 'preact/hooks';
import { useWords } from '../../form/words-later.ts';
import { pathOf } from '../../shell/address.ts';
import type { BodyAreaProps } from '../../shell/area.ts';
import { Badge } from '../../shell/parts.tsx';
import { useListed } from '../listed.ts';
import type { Accounts } from './accounts-answer.ts';
import type { AccountsProps } from './accounts-props.ts';
import { CommitteeReport, HandedInNow } from './committees.tsx';
import { EntryForm } from './entry-form.tsx';
import { Latest } from './latest.tsx';
import { MoneyForm } from './money-form.tsx';
import { ReceiptCheck } from './receipt.tsx';
import { ReportToAssembly } from './report.tsx';
import { accountsWords } from './words.ts';

/** Open books at a table: booked, reversed, countersigned, and put before the assembly. Everybody reads them; officers write. */
export function AccountsArea({ session, formats }: BodyAreaProps): JSX.Element {
  const words = useWords(accountsWords, formats);
  const look = useCallback(async () => {
    const reply = await session.ask<Accounts>('/accounts');
    return reply.kind === 'ok' ? reply.value : null;
  }, [session]);
  const [known, changed] = useListed(look);
  if (words === null || known === null) return <p role="status">{formats.words.loading}</p>;
  const props = { known, session, formats, words, changed };
  return (
    <>
      <h1>{words.title}</h1>
      <p class="soft">{words.how}</p>
      <p>
        <a class="plain" href={`/b/${encodeURIComponent(session.body)}/accounts`}>
          {words.page}
        </a>
      </p>
      <Judged {...props} />
      {known.handedIn?.settled === null ? <HandedInNow {...props} handedIn={known.handedIn} /> : null}
      {known.committees.map((one) => (
        <CommitteeReport key={one.committee} {...props} one={one} />
      ))}
      {known.mayBook ? null : <p>{words.notYours}</p>}
      {known.mayBook && known.commodities.length > 0 ? <EntryForm {...props} /> : null}
      <Latest {...props} />
      {known.report === null || known.handedIn?.settled === null ? null : (
        <ReportToAssembly {...props} report={known.report} />
      )}
      <ReceiptCheck {...props} />
      {known.mayBook ? <MoneyForm {...props} /> : null}
      <div class="foot">
        <a class="plain" href={pathOf({})}>
          {formats.words.back}
        </a>
      </div>
    </>
  );
}

function Judged({ known: { judged, isCommittee }, session, formats, words }: AccountsProps): JSX.Element | null {
  if (judged === null) return null;
  const isApproved = judged.outcome === 'approved';
  return (
    <section class="card">
      <p>
        <Badge tone={isApproved ? 'green' : 'red'} icon={isApproved ? 'check' : 'cross'}>
          {(isCommittee ? words.committee : words).judged[judged.outcome](judged.until)}
        </Badge>
      </p>
      <p>{words.means[judged.outcome]}</p>
      <a class="plain" href={`/b/${encodeURIComponent(session.body)}/acts/${judged.act}`}>
        {words.act(formats.number(judged.act))}
      </a>
    </section>
  );
}
