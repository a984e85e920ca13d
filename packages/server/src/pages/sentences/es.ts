import { spanishAccounts } from './accounts-es.ts';
import { cargoList, passageList } from './passages.ts';
import { newArea, placedMeasure, placeReadBy } from './placed.ts';
import { spanishQueue } from './queue-es.ts';
import type { Sentences } from './sentence.ts';
import { minutesOf, spokenBy } from './spoken.ts';
import { spanishSupply } from './supply-es.ts';

export const spanishSentences: Sentences = {
  BodyFounded: ({ title, kind, provisionalUntil }, say) =>
    `Se fundó «${title}», ${say.terms.bodyKind[kind]}, provisional hasta el ${say.day(provisionalUntil)}.`,
  FoundingWitnessed: ({ founding }, say) =>
    `Esta asamblea atestigua que conoce a ${say.body(founding.book)} y vio su fundación.`,
  BodyProven: ({ witnesses }, say) =>
    `La fundación quedó probada: acta sellada y ${say.number(witnesses.length)} asambleas vecinas que la atestiguan. Deja de ser provisional.`,
  StatuteAdopted: ({ statute }) =>
    `Se adoptó el estatuto «${statute.title}». Rige desde ahora; no alarga la gestión de nadie.`,
  OfficersElected: ({ officers, from, until, signaturesNeeded }, say) =>
    `Se eligió directiva: ${say.list(officers.map(({ office }) => say.office(office)))}, del ${say.day(from)} al ${say.day(until)}. Para sellar: ${say.many(signaturesNeeded, 'firma', 'firmas')}.`,
  OfficerKeyReplaced: ({ office }, say) =>
    `Se cambió la llave del aparato de «${say.office(office)}»; la llave anterior firmó el cambio.`,
  OfficerKeyReportedLost: ({ office, own, due }, say) =>
    `Se avisa que se perdió la llave del aparato de «${say.office(office)}»${own ? '; lo dice quien ocupa el cargo y ya no firma' : ''}. Hasta el ${say.time(due)} se puede confirmar la pérdida y reponer la llave.`,
  OfficerKeyLossConfirmed: ({ office, below }, say) =>
    `Se confirma la pérdida de la llave del aparato de «${say.office(office)}» de ${say.body(below)}.`,
  OfficerKeyRestored: ({ office, signatures }, say) =>
    `Se repuso la llave del aparato de «${say.office(office)}»: firmaron la nueva ${say.number(signatures.length)} de los otros cargos.`,
  ElectionAttested: ({ election, signatures }, say) =>
    `La directiva de este organismo vio el acta en papel de la sesión en que ${say.body(election.book)} eligió su directiva, con la firma de ${say.many(signatures, 'presente', 'presentes')}.`,
  RecoveryClaimed: ({ bodies, objectors, due }, say) =>
    `La directiva anterior no entrega: dan fe de la elección ${say.list(bodies.map(({ book }) => say.body(book)))}. ${objectors === 0 ? 'De la anterior no queda nadie que pueda oponerse.' : `Hasta el ${say.time(due)} puede oponerse, con la llave de su cargo, cualquiera de los ${say.number(objectors)} cargos anteriores; si nadie lo hace, desde entonces la elección vale como entregada.`}`,
  RecoveryObjected: ({ office }, say) =>
    `Quien ocupaba «${say.office(office)}», en su gestión y con esa llave, se opone: lo que digan otros organismos no da fe de nada.`,
  OfficerRecalled: ({ office, later, due }, say) =>
    later === true
      ? `La asamblea revoca a quien había elegido para «${say.office(office)}» en la gestión que aún no comienza; quien lo ocupa ahora sigue. La elección debe convocarse hasta el ${say.time(due)}.`
      : `La asamblea revoca a quien ocupaba «${say.office(office)}»: sus facultades y su llave terminan ahora. La elección debe convocarse hasta el ${say.time(due)}.`,
  OfficerResigned: ({ office, due }, say) =>
    `Quien ocupaba «${say.office(office)}» renuncia; el cargo queda vacante. La elección debe convocarse hasta el ${say.time(due)}.`,
  OfficeTurnTaken: ({ office, turn, until }, say) =>
    `Toma «${say.office(office)}» a quien le toca el turno (turno ${say.number(turn)}), hasta el ${say.day(until)}. No hubo elección; su llave firma cuando lo sellen los otros cargos.`,
  OfficeTurnDeclined: ({ office, turn }, say) =>
    `A quien le tocaba el turno ${say.number(turn)} de «${say.office(office)}» no lo toma: pasa a quien sigue.`,
  AffiliationRequested: ({ to }, say) => `La asamblea pide pertenecer a ${say.body(to)}.`,
  AffiliationAdmitted: ({ title, entitlement }, say) =>
    `Se admite a «${title}», con ${say.number(entitlement)} ${entitlement === 1 ? 'puesto' : 'puestos'}.`,
  AffiliationEnded: ({ other, side }, say) =>
    ({
      left: `Termina la afiliación con ${say.body(other)}: se retiró la asamblea de abajo. Sus puestos arriba ya no cuentan.`,
      excluded: `Termina la afiliación con ${say.body(other)}: exclusión. Los puestos de la asamblea de abajo ya no cuentan.`,
      dissolved: `Termina la afiliación con ${say.body(other)}: está disuelta. Sus puestos ya no cuentan.`,
    })[side],
  EntitlementChanged: ({ below, seats, members }, say) =>
    `Desde la próxima convocatoria le tocan ${say.number(seats)} ${seats === 1 ? 'puesto' : 'puestos'} a ${say.body(below)}${members === undefined ? '' : ` (padrón que cuenta: ${say.number(members)})`}.`,
  RollCounted: ({ size, doubleMembers }, say) =>
    `El padrón tiene hoy ${say.many(size, 'persona', 'personas')}; de ${say.number(doubleMembers)} se sabe que ${doubleMembers === 1 ? 'está' : 'están'} también en otra base.`,
  RollAuditOrdered: ({ below, sample, due }, say) =>
    `Se ordena revisar el padrón de ${say.body(below)}: una muestra de ${say.number(sample)}, hasta el ${say.day(due)}.`,
  RollAudited: ({ size, sampled, confirmed }, say) =>
    `Se revisó el padrón de ${say.many(size, 'persona', 'personas')}: se buscó a ${say.number(sampled)} y se encontró a ${say.number(confirmed)}.`,
  BodyDissolved: ({ assetsTo }) =>
    `La asamblea se disuelve; sus bienes pasan a ${assetsTo}. Ya no decide nada y su libro queda a la vista.`,
  CommitteeFormed: ({ committee, parents, matters, until }, say) =>
    `Se forma un comité, ${say.body(committee)}, de ${say.list(parents.map((parent) => say.body(parent.body)))}. Puede decidir sobre ${say.list(matters.map((matter) => say.terms.matter[matter]))} hasta el ${say.day(until)}, y rinde cuentas ante quienes lo formaron.`,
  CommitteeEnded: ({ committee }, say) => `Se le retiran los poderes al comité ${say.body(committee)}.`,
  CommitteeReported: ({ motion, reportDue }, say) =>
    `El comité informó a quienes lo formaron: ${say.thing(motion)}.${reportDue === undefined ? '' : ` El próximo informe vence el ${say.day(reportDue)}.`}`,
  ClaimDisputed: ({ over, claimants, share, due }, say) => {
    const what = { seat: 'el mismo puesto', name: 'el mismo nombre', congress: 'ser el mismo congreso' }[over];
    const seats =
      share === undefined
        ? ''
        : ` Mientras tanto, a cada una le ${share === 1 ? 'toca' : 'tocan'} ${say.number(share)} ${share === 1 ? 'puesto' : 'puestos'} aquí.`;
    return `${say.list(claimants.map(({ book }) => say.body(book)))} reclaman ${what}. Quedan los dos libros y nada se mezcla.${seats} La sesión que lo vea se convoca hasta el ${say.day(due)}.`;
  },
  DisputeSettled: ({ dispute, holder }, say) =>
    `La disputa (acto ${dispute}) queda resuelta: ${holder === undefined ? 'no es de ninguna sola, cada una sigue como antes' : `corresponde a ${say.body(holder)}`}.`,
  BodySplit: ({ parts, on }, say) =>
    `La asamblea se divide: ${say.list(parts.map(({ body, members }) => `${say.body(body)} (${say.many(members, 'persona', 'personas')})`))}, desde el ${say.day(on)}. También se reparten sus puestos; no se suma ninguno.`,
  TerritoryDrawn: ({ geojson }, say) =>
    `El territorio de la asamblea es el del mapa adjunto (GeoJSON, ${say.number(geojson.bytes)} bytes).`,
  SittingConvened: ({ kind, place, startsAt, notice, roll, joint = [] }, say) =>
    `Se convoca a ${say.terms.sittingKind[kind]}: ${say.time(startsAt)}, ${place}. Puntos anunciados: ${say.number(notice.length)}. Padrón de ese día: ${say.number(roll.size)}.${joint.length === 0 ? '' : ` Les toca el puesto común: ${say.list(joint.map(({ body }) => say.body(body)))}.`}`,
  NoticeTextNamed: ({ sitting, item }, say) =>
    `Se nombra el texto del punto ${say.number(item + 1)} de ${say.thing(sitting)}: se decide sobre ese.`,
  SittingDemanded: ({ by, matters, supporters, of, due }, say) => {
    const who =
      by === 'members' ? `${say.number(supporters)} de ${say.number(of)} del padrón piden` : 'La asamblea se obliga a';
    return `${who} una sesión sobre ${say.list(matters.map((matter) => say.terms.matter[matter]))}, que debe convocarse hasta el ${say.time(due)}. Pasado ese día la puede convocar cualquiera del padrón o delegado.`;
  },
  SittingDemandShown: ({ by, matters, supporters, of, due }, say) => {
    const bases = `${say.number(supporters)} de ${say.number(of)} asambleas de base piden`;
    const who = by === 'affiliates' ? bases : 'La asamblea de arriba pide';
    return `${who} una sesión sobre ${say.list(matters.map((matter) => say.terms.matter[matter]))}, que debe convocarse hasta el ${say.time(due)}. Pasado ese día la puede convocar cualquiera del padrón o delegado.`;
  },
  SittingAsked: ({ of, matters }, say) =>
    `La asamblea pide a ${say.body(of)} que sesione sobre ${say.list(matters.map((matter) => say.terms.matter[matter]))}.`,
  SittingCalledOff: ({ sitting, reason }, say) => `No se hará ${say.thing(sitting)}: ${reason}`,
  CrowdEstimated: ({ atLeast, atMost, method }, say) =>
    `Una multitud que no se puede contar: entre ${say.number(atLeast)} y ${say.many(atMost, 'persona', 'personas')} (${method}). Lo que aclame es una propuesta a las bases.`,
  AttendanceErased: ({ sitting, count }, say) =>
    `Terminó el plazo de impugnación de ${say.thing(sitting)}: se borra quién estuvo; se registraron ${say.number(count)}.`,
  SlipsIssued: ({ from, to, mark, present, checkedIn }, say) =>
    `${from === to ? `Se entrega en la puerta la ficha ${say.number(from)}` : `Se entregan en la puerta las fichas ${say.number(from)} a ${say.number(to)}`} a personas que no están en ningún padrón; marca: ${mark}. Se contaron allí ${say.number(present)}, de las que ${say.number(checkedIn)} ya estaban registradas.`,
  SlipVoided: ({ number, why }, say) =>
    `La ficha ${say.number(number)} ya no cuenta: ${{ lost: 'se perdió', 'taken-twice': 'alguien había tomado dos', 'given-back': 'fue devuelta' }[why]}.`,
  SittingRecessed: ({ until }, say) => `Cuarto intermedio hasta el ${say.time(until)}.`,
  SittingResumed: ({ quorum }, say) =>
    `La sesión continúa: ${say.many(quorum.present, 'presente', 'presentes')}, hacen falta ${say.number(quorum.needed)}. ${quorum.met ? 'Hay quórum.' : 'No hay quórum: ya no se vota nada.'}`,
  PresidiumElected: ({ holders }, say) =>
    `La sesión elige su mesa: ${say.list(holders.map(({ office }) => say.office(office)))}.`,
  PresidiumRecalled: ({ office }, say) =>
    `La sesión revoca «${say.office(office)}» de su mesa; preside quien sigue en el orden.`,
  QuorumChallenged: ({ quorum }, say) =>
    quorum === undefined
      ? 'Se pone en duda el quórum: cuentan dos escrutadores antes de votar nada.'
      : `Se pone en duda el quórum: ${say.many(quorum.present, 'puesto presente', 'puestos presentes')}, hacen falta ${say.number(quorum.needed)}. ${quorum.met ? 'Hay quórum.' : 'Se perdió el quórum: ya no se vota nada; lo cerrado queda.'}`,
  AgendaChanged: ({ order }, say) =>
    `Los puntos se tratan en este orden: ${say.list(order.map((item) => say.number(item + 1)))}.`,
  DebateEnded: ({ motion, speeches, seconds, unheard, ...parts }, say) =>
    `${motion === undefined ? 'Terminan las intervenciones fuera de las mociones' : `Termina el debate de ${say.thing(motion)}`}: ${say.number(speeches)} ${speeches === 1 ? 'intervención' : 'intervenciones'}, ${minutesOf(seconds)} en total${unheard === 0 ? '' : `; ${say.number(unheard)} quedaron sin hablar`}.${spokenBy(parts, say, 'otros')}`,
  ItemTaken: ({ item }, say) => `La sesión pasa al punto ${say.number(item + 1)}.`,
  ObjectionRecorded: ({ act, asksForCount }) =>
    `Consta en acta una objeción al acto ${act}.${asksForCount ? ' Pide que se cuente.' : ''}`,
  ThreatRecorded: ({ act }) => `Consta que el acto ${act} se tomó bajo amenaza.`,
  StatuteReviewOpened: ({ act, due }, say) =>
    `Se revisa el acto ${act}: la asamblea debe sesionar sobre él hasta el ${say.time(due)}.`,
  MinutesCorrected: ({ minutes }) => `Se corrige el acta del acto ${minutes}; se muestran los dos textos.`,
  TellersAppointed: ({ tellers }, say) =>
    `Se nombran ${say.number(tellers.length)} escrutadores; cuentan cada uno por su lado.`,
  PresenceCounted: ({ round, counts, agreed, present }, say) =>
    `Conteo ${say.number(round)} de presentes: ${say.list(counts.map(say.number))}. ${agreed ? 'Coinciden.' : 'Difieren.'}${present === undefined ? ' Se cuenta otra vez.' : ` Se toma ${say.number(present)}.`}`,
  SittingOpened: ({ call, quorum }, say) =>
    `Se abre la sesión en ${say.terms.call[call]}: ${say.many(quorum.present, 'presente', 'presentes')}, hacen falta ${say.number(quorum.needed)}. ${quorum.met ? 'Hay quórum.' : 'Sin quórum: nada de lo que haga cuenta como decidido.'}`,
  IrregularityRecorded: ({ what, irregularities }, say) =>
    `Se anota lo que la sala hizo contra las reglas, sin efecto: ${what} (${say.list(irregularities.map((name) => say.terms.irregularity[name]))}).`,
  SittingClosed: ({ sitting }, say) => `Se cierra ${say.thing(sitting)}; ya no se vota nada.`,
  MinutesApproved: ({ sitting, vote }, say) =>
    vote === undefined
      ? `Se leyó y aprobó el acta de ${say.thing(sitting)}.`
      : `La asamblea aprueba por voto el acta de ${say.thing(sitting)}, que se leyó.`,
  SittingEnteredLate: ({ heldAt, place, quorum, decisions }, say) =>
    `Se anota una sesión realizada en papel el ${say.time(heldAt)} en ${place}: ${say.many(quorum.present, 'presente', 'presentes')}, ${say.number(decisions.length)} ${decisions.length === 1 ? 'decisión' : 'decisiones'}.`,
  MotionTabled: ({ title, matter }, say) => `Se presenta la moción «${title}» (${say.terms.matter[matter]}).`,
  MotionForwarded: ({ title, to }, say) => `La asamblea eleva su moción «${title}» a ${say.body(to)}.`,
  MotionReceived: ({ title, from }, say) => `Se recibe la moción «${title}» de ${say.body(from.book)}.`,
  MotionAmended: ({ motion, substantive, fallen }, say) =>
    `Se aprueba la enmienda ${substantive ? 'de fondo' : 'de redacción'} a ${say.thing(motion)}: su texto ahora es otro.${substantive ? ' Los mandatos sobre el texto anterior pasan a «volver a consultar».' : ''}${fallen.length === 0 ? '' : ` ${fallen.length === 1 ? 'Cae' : 'Caen'} ${say.number(fallen.length)} ${fallen.length === 1 ? 'enmienda' : 'enmiendas'} más.`}`,
  SubstanceClaimed: ({ motion }, say) =>
    `Se reclama que ${say.thing(motion)} cambia el fondo: desde ahora cuenta como enmienda de fondo.`,
  MotionWithdrawn: ({ motion }, say) => `Se retira la moción ${say.thing(motion)}; no se vota.`,
  MotionSplit: ({ motion, parts }, say) =>
    `La moción ${say.thing(motion)} se divide en ${say.number(parts.length)} partes, que se votan una por una.`,
  ProcedureMoved: ({ kind, motion }, say) =>
    `Se pide: ${say.terms.procedure[kind]}${motion === undefined ? '' : ` (${say.thing(motion)})`}. Eso se decide antes que nada.`,
  ProceduralMotionDecided: ({ kind, motion, carried, hands }, say) => {
    const how =
      hands === undefined
        ? 'lo resuelve la mesa'
        : `${say.number(hands.yes)} sí, ${say.number(hands.no)} no, ${say.many(hands.abstain, 'abstención', 'abstenciones')}`;
    return `${say.terms.procedure[kind]}${motion === undefined ? '' : ` (${say.thing(motion)})`}: ${carried ? 'se acepta' : 'no se acepta'}, ${how}.`;
  },
  MotionAnswered: ({ received, fate }, say) =>
    `Se responde a la base qué pasó con su moción, ${say.thing(received)}: ${say.terms.fate[fate]}.`,
  MotionAnswerReceived: ({ forwarded, fate, answer }, say) =>
    `${say.body(answer.book)} respondió a la moción elevada, ${say.thing(forwarded)}: ${say.terms.fate[fate]}.`,
  TaskAssigned: ({ to, what, due }, say) =>
    `Tarea para ${to.kind === 'office' ? `«${say.office(to.office)}»` : say.body(to.body)}: ${what}, hasta el ${say.day(due)}.`,
  TaskReported: ({ task, state }, say) => `Informe sobre ${say.thing(task)}: ${say.terms.task[state]}.`,
  VoteOpened: ({ motion, method, electorate, doubleMembers, slips }, say) =>
    `Se abre la votación de ${say.thing(motion)} por ${say.terms.method[method]}. Pueden votar ${say.number(electorate.count)}; la lista queda congelada.${slips === undefined ? '' : ` Fichas: ${say.number(slips)}.`}${doubleMembers === undefined ? '' : ` De quienes pesan en las tarjetas se sabe que ${say.number(doubleMembers)} ${doubleMembers === 1 ? 'está' : 'están'} en dos bases.`}`,
  BlockCounted: ({ block, round, agreed }, say) =>
    `Bloque «${block}», conteo ${say.number(round)}: los dos escrutadores ${agreed ? 'coinciden' : 'difieren'}.${agreed ? '' : ' Quedan los dos números.'}`,
  VoteClosed: ({ vote, tallies, outcome, dropped, candidatesCounted }, say) => {
    const counted = tallies.map(
      ({ yes, no, abstain }) =>
        `${say.number(yes)} sí, ${say.number(no)} no, ${say.many(abstain, 'abstención', 'abstenciones')}`,
    );
    const lost = dropped === 1 ? 'No contó 1 voto' : `No contaron ${say.number(dropped)} votos`;
    const gone = dropped === 0 ? '' : ` ${lost}: durante la votación se revocó el puesto o se anuló la ficha.`;
    const numbers = counted.length === 0 ? '' : `: ${counted.join(' / ')}`;
    const own =
      candidatesCounted === true
        ? ' Contaron también quienes eran candidatos: la sala no tenía a otras dos personas.'
        : '';
    return `Se cierra la votación de ${say.thing(vote)}${numbers}. ${say.terms.outcome[outcome]}.${gone}${own}`;
  },
  CandidateEntered: ({ motion, contest, number, alternate }, say) =>
    `Candidatura ${say.number(number)} del recuento ${say.number(contest)} de la elección ${say.thing(motion)}${alternate === undefined ? '' : ', con suplente'}.`,
  CandidateWithdrawn: ({ motion, contest, number }, say) =>
    `La candidatura ${say.number(number)} del recuento ${say.number(contest)} de la elección ${say.thing(motion)} se retira; el número queda en la papeleta y se pasa por alto.`,
  ElectionCounted: ({ contest, method, seats, papers, box = 0, agreed, elected, lotsRequired, vacated }, say) => {
    if (vacated !== undefined)
      return `El puesto que dejó la candidatura ${say.number(vacated.at(-1) ?? 0)} del recuento ${say.number(contest)} se llena con las papeletas de la elección; quedan, en este orden: ${say.list(elected.map(({ number }) => say.number(number)))}.`;
    const { valid, blank, invalid, spoilt } = papers;
    const total = valid + blank + invalid + spoilt;
    const who =
      lotsRequired !== undefined
        ? `hay empate y se sortea: candidaturas ${say.list(lotsRequired.tied.map((one) => say.number(one)))}`
        : elected.length === 0
          ? 'nadie sale'
          : `salen, en este orden: ${say.list(elected.map(({ number }) => say.number(number)))}`;
    return `Recuento ${say.number(contest)}, por ${method}, para ${say.number(seats)} ${seats === 1 ? 'puesto' : 'puestos'}: ${say.number(total)} papeletas, ${say.number(valid)} válidas${box > 0 ? `, ${say.number(box)} en total de la urna secreta` : ''}; ${who}.${total > box ? ` Las dos personas que escrutan ${agreed ? 'coinciden' : 'no coinciden'}.` : ''}`;
  },
  AcclamationRecorded: ({ motion, method, asked, objections, countAsked, carried }, say) =>
    `Sin contar (${say.terms.method[method]}) sobre ${say.thing(motion)}: se preguntó ${say.many(asked, 'vez', 'veces')} si alguien se opone, hubo ${say.number(objections)}. ${countAsked ? 'Alguien pidió que se cuente: se vota.' : carried ? 'Decidido.' : 'No decidido.'}`,
  UrnCounted: ({ entries, round, agreed }, say) =>
    `La urna, conteo ${say.number(round)}: ${say.list(entries.map(({ papers }) => say.number(papers)))} papeletas; los dos escrutadores ${agreed ? 'coinciden' : 'difieren'}.`,
  TrusteesNamed: ({ motion, threshold, trustees }, say) =>
    `Abrirán el resultado secreto sobre ${say.thing(motion)} ${say.number(threshold)} de ${say.number(trustees.length)} custodios, de: ${say.list([...new Set(trustees.map(({ list }) => list))])}.`,
  TrialDecrypted: ({ motion }, say) =>
    `Cada custodio abrió una prueba con su llave antes de la votación secreta sobre ${say.thing(motion)}.`,
  CredentialHalvesEntered: ({ teller, list, halves }, say) =>
    `Quien escruta en el lugar ${say.number(teller)}, de «${list}», hizo su mitad de ${say.many(halves, 'credencial', 'credenciales')}.`,
  CredentialsListed: ({ slips, left }, say) =>
    `Votan las credenciales de los sobres sorteados: ${say.number(slips - left)} de ${say.number(slips)}; las ${say.number(left)} que sobraron quedan excluidas.`,
  SecretVoteOpened: ({ drawn }, say) =>
    `Se vota en secreto con ${say.many(drawn, 'credencial', 'credenciales')}: la elección, la página y la urna vacía están fijadas por su huella.`,
  BallotBoxAnchored: ({ ballots, closed }, say) =>
    `La urna electrónica, con ${say.many(ballots, 'voto', 'votos')}, queda anotada${closed ? ' y cerrada' : ''}: se notaría que alguien la reescriba.`,
  SecretVoteClosed: ({ ballots, yes, no, abstain }, say) =>
    `Los custodios abrieron la urna electrónica, con ${say.many(ballots, 'voto', 'votos')}: ${say.number(yes)} sí, ${say.number(no)} no, ${say.number(abstain)} en blanco; de quien votó otra vez, el último. Cualquiera puede verificarlo con un programa ajeno.`,
  SecretElectionClosed: ({ ballots, voters, contests }, say) =>
    `Los custodios abrieron la urna electrónica, con ${say.many(ballots, 'voto', 'votos')} de ${say.many(voters, 'votante', 'votantes')}. ${contests.map(({ contest, blank, votes }) => `Recuento ${say.number(contest)}: ${say.list(votes.map((one) => `candidatura ${say.number(one.number)}, ${say.number(one.votes)}`))}; en blanco, ${say.number(blank)}.`).join(' ')} Cualquiera puede verificarlo con un programa ajeno.`,
  DelegationCardsCounted: ({ cards }, say) =>
    `Las tarjetas de ${say.number(cards.length)} ${cards.length === 1 ? 'delegación' : 'delegaciones'}, con su peso.`,
  VoteAnnulled: ({ vote, reason }, say) => `La votación de ${say.thing(vote)} es nula y se repite: ${reason}`,
  LotAnnounced: ({ source, at }, say) => `Habrá sorteo; su número saldrá de: ${source}, ${say.time(at)}.`,
  LotDrawn: ({ drawn, seed, contest }, say) =>
    `Se sortea con «${seed}»: ${contest !== undefined ? `candidatura ${drawn}` : drawn === 'yes' ? say.terms.choice.yes : say.terms.choice.no}. Cualquiera puede repetirlo.`,
  MandateBreached: ({ below, seat, mandate, cast, dropped }, say) =>
    `${seat === undefined ? 'La tarjeta' : `El titular ${say.number(seat)}`} de ${say.body(below)} votó ${say.terms.choice[cast]} con mandato ${instruction(mandate, say.terms.instruction)}: el voto ${dropped === true ? 'ya no cuenta, porque lo revocaron, y queda anotado' : 'cuenta, queda marcado'} y se avisa a su base.`,
  DelegatesElected: ({ to, seats, from, until }, say) =>
    `Se elige ${say.number(seats.length)} ${seats.length === 1 ? 'delegado' : 'delegados'} a ${say.body(to)}, del ${say.day(from)} al ${say.day(until)}, o hasta que esta asamblea los revoque.`,
  SeatAccredited: ({ below, seat, class: named }, say) =>
    `Se acredita el puesto ${say.number(seat)} de ${say.body(below)}${named === undefined ? '' : `, ${named}`}: credencial comprobada contra el libro de su base.`,
  SeatVacated: ({ to, below, seat, reason }, say) => {
    const why = {
      resigned: '',
      left: ' porque se va de su base',
      died: ' porque falleció',
      moved: ' porque se fue a vivir a otra parte',
      absent: ' porque no se presentó',
    }[reason];
    return to === undefined
      ? `Quien ocupaba el puesto ${say.number(seat)} de ${say.body(below)} lo deja${why}: su voto sale de las votaciones abiertas.`
      : `La asamblea declara que nadie ocupa ya su puesto ${say.number(seat)} en ${say.body(to)}${why}. No es una revocatoria.`;
  },
  AlternateSeated: ({ below, seat }, say) =>
    `El suplente ocupa el puesto ${say.number(seat)} de ${say.body(below)}, también en las votaciones abiertas.`,
  MandateGiven: ({ on, instruction: given }, say) =>
    `Mandato a sus delegados en ${say.body(on.book)}: ${say.terms.instruction[given]} (moción, acto ${on.index} de ese libro).`,
  MandateDivided: ({ on, yes, no, abstain }, say) =>
    `Mandato dividido a sus delegados en ${say.body(on.book)}: ${say.number(yes)} sí, ${say.number(no)} no, ${say.number(abstain)} abstención; sus puestos se reparten así (moción, acto ${on.index} de ese libro).`,
  DelegateRecalled: ({ to, seat }, say) => `La asamblea revoca a su titular ${say.number(seat)} en ${say.body(to)}.`,
  RecallPresented: ({ below, seat }, say) =>
    `Se presenta que su base revocó al titular ${say.number(seat)} de ${say.body(below)}, o declaró vacante el puesto: su voto cae de toda votación abierta; las cerradas quedan.`,
  DelegateReported: ({ to, seat, votes }, say) =>
    `Quien ocupa el puesto ${say.number(seat)} en ${say.body(to)} informa a su base; el informe trata de ${say.number(votes.length)} ${votes.length === 1 ? 'votación' : 'votaciones'}.`,
  ReportMissed: ({ to, seat, due }, say) =>
    `Del puesto ${say.number(seat)} en ${say.body(to)} no llegó informe hasta el ${say.time(due)}: cualquiera de esta asamblea puede convocarla para la revocatoria.`,
  DelegateReportJudged: ({ report, outcome, due }, say) =>
    `La asamblea ${outcome === 'approved' ? 'aprueba' : 'no aprueba'} el informe de sus delegados (${say.thing(report)}).${due === undefined ? '' : ' Desde ahora cualquiera de esta asamblea puede convocarla para la revocatoria.'}`,
  PetitionOpened: ({ against, target, needed, of, until }, say) => {
    const whom = {
      delegate: 'el delegado en el puesto',
      officer: 'quien ocupa',
      presidium: 'la mesa directiva,',
      'public-office': 'quien ocupa el cargo público',
    }[against];
    const effect = against === 'public-office' ? ' Aquí sólo queda anotado: no tiene efecto en la federación.' : '';
    const whose = against === 'officer' ? say.office(target) : target;
    return `Se abre un pedido de revocatoria contra ${whom} «${whose}»: ${needed === 1 ? 'hace' : 'hacen'} falta ${say.many(needed, 'firma', 'firmas')}${against === 'public-office' ? '' : ` de ${say.number(of)}`}, hasta el ${say.day(until)}. Quién firma no se escribe.${effect}`;
  },
  PetitionCounted: ({ counts, reached, phones, due }, say) =>
    `Se contaron las firmas en papel: ${say.list(counts.map(say.number))}${phones === undefined ? '' : `; en teléfonos había ${say.number(phones)}`}. ${reached ? 'Alcanzan.' : 'No alcanzan todavía.'}${due === undefined ? '' : ` La sesión sobre la revocatoria debe convocarse hasta el ${say.time(due)}; pasado ese día la puede convocar cualquiera del padrón o delegado.`}`,
  PetitionReached: ({ phones, paper, due }, say) =>
    `El pedido alcanzó su número de firmas: ${say.number(phones)} en teléfonos y ${say.number(paper)} en papel.${due === undefined ? '' : ` La sesión sobre la revocatoria debe convocarse hasta el ${say.time(due)}; pasado ese día la puede convocar cualquiera del padrón o delegado.`}`,
  ResolutionAdopted: ({ title, status }, say) => `Resolución «${title}»: ${say.terms.status[status].toLowerCase()}.`,
  ResolutionRatified: ({ resolution }, say) => `Las bases ratificaron ${say.thing(resolution)}: está en vigor.`,
  ResolutionRejected: ({ resolution }, say) => `Las bases no aceptaron ${say.thing(resolution)}: queda sin valor.`,
  PactRecorded: ({ with: other }) =>
    `Acuerdo con ${other}: en suspenso hasta que las bases lo ratifiquen, se llame como se llame.`,
  MeasureDeclared: (data, say) =>
    `Medida: ${placedMeasure(data)}, desde el ${say.time(data.from)}. Sólo quienes la decidieron pueden levantarla.${placeReadBy(data.withheld, exactPlace)}`,
  MeasureLifted: ({ measure, how, area, withheld }, say) =>
    `La medida ${say.thing(measure)} ${say.terms.lifting[how]}${newArea(area)}, como ratificaron quienes la decidieron.${placeReadBy(withheld, exactPlace)}`,
  ResolutionRevoked: ({ resolution }, say) => `Se revoca ${say.thing(resolution)}: ya no rige.`,
  ConditionSet: ({ resolution, event, by, holdsIf, certifier, otherwise }, say) =>
    `${say.thing(resolution)} rige si hasta el ${say.time(by)} ${holdsIf === 'happened' ? 'ocurre' : 'no ocurre'} esto: ${event}. Lo certifica «${say.office(certifier)}»; si no hay acuerdo, ${otherwise === 'in-force' ? 'rige' : 'no rige'}.`,
  ConditionCertified: ({ condition, happened }, say) =>
    `Se certifica la condición (acto ${condition}): ${say.terms.happened[happened]}.`,
  ChallengeRaised: ({ on, claimedMatter }, say) =>
    `La asamblea impugna la clasificación de una resolución de ${say.body(on.book)}: dice que es ${say.terms.matter[claimedMatter]}.`,
  ClassificationChallenged: ({ resolution, claimedMatter, below }, say) =>
    `${below === undefined ? 'Desde el padrón' : say.body(below)} impugna ${say.thing(resolution)}: dice que es ${say.terms.matter[claimedMatter]}. Queda en suspenso mientras se resuelve.`,
  OutsidePactRecorded: ({ with: other, signedBy, signedAt, due }, say) =>
    `Consta un acuerdo con ${other} firmado fuera de actas por ${signedBy}, el ${say.day(signedAt)}. No rige; debe convocarse una sesión hasta el ${say.day(due)}.`,
  MeasureJoined: ({ measure, how }, say) =>
    `La asamblea ${how === 'joined' ? 'se suma a la medida' : 'retira a su gente de la medida'} de ${say.body(measure.book)} (acto ${measure.index}).`,
  EssentialServiceExempted: ({ measure, service, limits = {} }, say) =>
    `La medida ${say.thing(measure)} no toca este servicio: ${say.terms.passing.limited(say.terms.passing.service[service] ?? service, limits, say.day)}.`,
  PassKeyNamed: ({ code, cargoes, closures, from, until }, say) =>
    `La llave ${code} firma salvoconductos para ${cargoList(cargoes, say)} por ${say.list(closures.map((closure) => say.thing(closure)))}, del ${say.time(from)} al ${say.time(until)}. La vida pasa con papel o sin él.`,
  PassKeyWithdrawn: ({ key }) => `Se retira una llave de salvoconductos (acto ${key}): lo que firmó ya no vale.`,
  PassageGranted: ({ pass, cargo, from, until }, say) =>
    `Consta el salvoconducto ${pass} para ${cargoList([cargo], say)}, del ${say.time(from)} al ${say.time(until)}.`,
  PassageRevoked: ({ pass }) => `Se revoca el salvoconducto ${pass}. Si lleva lo que salva vidas, pasa igual.`,
  PassagesReconciled: ({ closure, from, until, withPass, withoutPass }, say) =>
    `Por ${say.thing(closure)}, del ${say.time(from)} al ${say.time(until)}, pasaron con salvoconducto: ${passageList(withPass, say)}; sin él: ${passageList(withoutPass, say)}.`,
  DemandListAdopted: ({ demands }, say) =>
    `Se aprueba el pliego petitorio: ${say.number(demands.length)} ${demands.length === 1 ? 'demanda' : 'demandas'}.`,
  DemandStateChanged: ({ list, number, state, challenged }, say) =>
    `Demanda ${say.number(number)} del pliego (acto ${list}): ${say.terms.demand[state]}.${challenged === true ? ' Se impugnó el informe de que estaba cumplida: ahora lo dicen las bases.' : ''}`,
  ConsultationIssued: ({ title, bases, deadline }, say) =>
    `«${title}» baja en consulta a ${say.many(bases, 'base', 'bases')}. Responden en su propia sesión hasta el ${say.time(deadline)}.`,
  ConsultationAnswered: ({ consultation, answer, yes, no, abstain }, say) =>
    `Respuesta a la consulta de ${say.body(consultation.book)}: ${say.terms.choice[answer]} (${say.number(yes)} sí, ${say.number(no)} no, ${say.many(abstain, 'abstención', 'abstenciones')}).`,
  AnswerReceived: ({ below, answer }, say) =>
    `Se cuenta la respuesta de ${say.body(below)}: ${say.terms.choice[answer]}.`,
  ConsultationClosed: ({ consultation, yes, no, silent, doubleMembers, outcome }, say) =>
    `Se cierra la consulta sobre ${say.thing(consultation)}: ${say.many(yes, 'base', 'bases')} sí, ${say.number(no)} no, ${say.number(silent)} sin responder. ${say.terms.consultation[outcome]}.${doubleMembers === undefined ? '' : ` En ${say.number(doubleMembers.bases)} de las que respondieron se sabe de ${say.many(doubleMembers.members, 'persona que está', 'personas que están')} también en otra base; aquí eso no pesa.`}`,
  ConsultationChallenged: ({ below, until }, say) =>
    `Se reabre la respuesta de ${say.body(below)} hasta el ${say.day(until)}; la resolución queda en suspenso y la consulta se cierra de nuevo.`,
  ActSealed: ({ index, signatures }, say) =>
    `El acto ${index} queda sellado con ${say.many(signatures.length, 'firma', 'firmas')}: ${say.list(signatures.map(({ office }) => say.office(office)))}.`,
  WitnessAppointed: ({ name }) => `Se nombra testigo de fuera a «${name}».`,
  WitnessDismissed: ({ witness }) =>
    `La asamblea despide al testigo de fuera del acto ${witness}; lo que firmó queda firmado.`,
  ErasureRecorded: ({ index, slot }) => `Se retira lo publicado con el acto ${index} («${slot}»); el compromiso queda.`,
  ActRegularised: ({ act, decision }, say) =>
    `Lo que se hizo de manera irregular (${say.thing(act)}${decision === undefined ? '' : `, decisión ${say.number(decision)}`}) se decidió de nuevo con el mismo texto y vale desde ahora.`,
  ForkRecorded: ({ origin }, say) =>
    `La llave del libro de ${say.body(origin)} firmó dos cabezas que no pueden ser ciertas a la vez; la prueba se guarda.`,
  RefusalMinuted: ({ command, code }) => `Consta que se rechazó una orden (${command}): ${code}. No cambia nada.`,
  DecisionCarried: ({ from, what }, say) =>
    `Sigue en pie lo que consta en ${say.body(from.book)} (acto ${from.index}): ${'title' in what ? `«${what.title}»` : say.terms.carried[what.kind]}.`,
  BookSucceeded: ({ predecessor, size }, say) =>
    `Este libro continúa ${predecessor}, cuya última cabeza conocida tenía ${say.many(size, 'acto', 'actos')}.`,
  ...spanishSupply,
  ...spanishQueue,
  ...spanishAccounts,
};

const instruction = (mandate: string, terms: Readonly<Record<string, string>>): string => terms[mandate] ?? mandate;

const exactPlace = {
  members: 'El lugar exacto es para los miembros.',
  later: (hours: number) => `El lugar exacto es para los miembros; lo lee cualquiera ${hours} h después de levantada.`,
};
