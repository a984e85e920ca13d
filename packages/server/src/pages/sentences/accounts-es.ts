import type { ActData, EntryLine } from '@cabildo/core';
import type { AccountsSentences, Saying } from './sentence.ts';

/** `assets:cash 120,00 BOB, de income:dues`: adónde va lo positivo, de dónde sale lo negativo. */
function moves(lines: readonly EntryLine[], say: Saying): string {
  const said = (some: readonly EntryLine[]) =>
    say.list(some.map(({ account, commodity, amount }) => `${account} ${say.money(Math.abs(amount), commodity)}`));
  const [into, from] = [lines.filter(({ amount }) => amount > 0), lines.filter(({ amount }) => amount < 0)];
  return `a ${said(into)}; de ${said(from)}`;
}

export const spanishAccounts: AccountsSentences = {
  CommodityNamed: ({ symbol, title }) => `Se llevan cuentas en ${title} (${symbol}).`,
  EntryBooked: ({ day, words, lines, receipt, second }, say) =>
    `Se anotó en las cuentas, del ${say.calendarDay(day)}: ${words} (${moves(lines, say)}).${receipt === undefined ? ' Sin comprobante.' : ''}${second ? ' Por el monto, tiene que firmarlo otra persona de la directiva.' : ''}`,
  EntryCountersigned: ({ entry, office }, say) =>
    `«${say.office(office)}» también responde por el asiento del acto n.º ${entry}.`,
  EntryReversed: ({ entry, day, reason }, say) =>
    `Se anuló el asiento del acto n.º ${entry} con fecha ${say.calendarDay(day)}: ${reason}. Los dos quedan en el libro.`,
  AccountsPresented: ({ until, entries, single, sums }, say) =>
    `El comité entregó sus cuentas hasta el ${say.calendarDay(until)} (${say.many(entries, 'asiento', 'asientos')}): ${figures({ single, sums }, say)} Esperan lo que digan las asambleas que lo formaron; su propia votación no aprueba nada.`,
  CommitteeAccountsJudged: ({ report, until, outcome }, say) =>
    `La asamblea ${outcome === 'approved' ? 'aprobó' : 'RECHAZÓ'} las cuentas del comité ${say.body(report.book)}${until === undefined ? '' : ` hasta el ${say.calendarDay(until)}`} (acto n.º ${report.index} de ese libro).`,
  AccountsJudgementShown: ({ report, parent, outcome, from }, say) =>
    `${say.body(parent)} ${outcome === 'approved' ? 'aprobó' : 'RECHAZÓ'} las cuentas entregadas en el acto n.º ${report} (acto n.º ${from.index} de su libro).`,
  AccountsReported: ({ until, entries, single, sums, outcome, report }, say) => {
    const whose =
      report === undefined
        ? ['La asamblea aprobó', 'La asamblea RECHAZÓ']
        : ['Todas las asambleas que formaron el comité aprobaron', 'Una asamblea que formó el comité RECHAZÓ'];
    const judged =
      outcome === 'approved'
        ? `${whose[0]} las cuentas`
        : `${whose[1]} las cuentas; lo anotado queda anotado, y queda como rechazado hasta el próximo informe. Eran las cuentas`;
    return `${judged} hasta el ${say.calendarDay(until)} (${say.many(entries, 'asiento', 'asientos')}): ${figures({ single, sums }, say)}`;
  },
};

/** Lo que entró, salió y hay de cada moneda, y cuántos asientos tienen una sola firma. */
function figures({ single, sums }: Pick<ActData<'AccountsReported'>, 'single' | 'sums'>, say: Saying): string {
  const said = sums.map(
    ({ commodity, income, expenses, assets }) =>
      `entró ${say.money(-income, commodity)}, salió ${say.money(expenses, commodity)}, hay ${say.money(assets, commodity)}`,
  );
  const alone = single === 0 ? '' : ` A ${say.many(single, 'asiento', 'asientos')} le falta la segunda firma.`;
  return `${say.list(said)}.${alone}`;
}
