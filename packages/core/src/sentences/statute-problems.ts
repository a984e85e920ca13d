import { type ProblemWords, quorumProblemWords } from './quorum-problems.ts';

/** By the problem's code. */
export const statuteProblemWords = {
  ...quorumProblemWords,
  'walk-ins-need-members': {
    wrong: [
      'en una asamblea de delegados votan puestos, y una ficha es de una persona',
      'in an assembly of delegates seats vote, and a slip is for a person',
    ],
    right: ['sin fichas, o en una asamblea de base', 'no slips, or in a base assembly'],
  },
  'members-alone': {
    wrong: [
      'eso es de quienes están en el padrón y no se decide con fichas',
      'that is for those on the roll and is not decided with slips',
    ],
    right: [
      'asuntos ordinarios, acuerdos, medidas, su levantamiento o cuentas',
      'ordinary business, pacts, measures, lifting them or accounts',
    ],
  },
  'slips-not-on-the-roll': {
    wrong: [
      'la mayoría es del padrón y quien vota con ficha no está en él',
      'the majority is of the roll, and whoever votes on a slip is not on it',
    ],
    right: ['una mayoría de los votos o de los presentes', 'a majority of the votes or of those present'],
  },
  'never-reached': {
    wrong: ['esa fracción no se puede alcanzar', 'that fraction can never be reached'],
    right: ['una fracción de hasta la totalidad', 'a fraction of at most the whole'],
  },
  'matter-missing': {
    wrong: ['falta la regla de un asunto', 'the rule for a matter is missing'],
    right: [
      'reglas para asuntos ordinarios, elecciones, revocatorias y la reforma del estatuto',
      'rules for ordinary business, elections, recalls and amending the statute',
    ],
  },
  'seats-given-by-parents': {
    wrong: [
      'los asientos de una comisión son los que le dieron quienes la formaron',
      'the seats of a committee are those that its parents gave it',
    ],
    right: ['un estatuto de comisión sin ese artículo', 'a committee’s statute without that article'],
  },
  'no-members-here': {
    wrong: [
      'donde se sientan delegados no hay padrón por el que pase un turno',
      'where delegates sit there is no roll for a turn to go round',
    ],
    right: ['un turno entre los organismos que los mandan', 'a turn among the bodies that send them'],
  },
  'no-bodies-below': {
    wrong: [
      'una asamblea de base no tiene organismos por los que pase un turno',
      'a base assembly has no bodies below for a turn to go round',
    ],
    right: ['un turno entre los miembros o los hogares', 'a turn among the members or the households'],
  },
  'matter-twice': {
    wrong: ['un asunto tiene dos reglas', 'a matter has two rules'],
    right: ['una sola regla para cada asunto', 'one rule for each matter'],
  },
  'office-twice': {
    wrong: ['un cargo está dos veces', 'an office is there twice'],
    right: ['cada cargo una vez', 'each office once'],
  },
  'presidium-missing': {
    wrong: ['no hay ningún cargo de mesa', 'there is no office of the presidium'],
    right: ['al menos un cargo que presida', 'at least one office that presides'],
  },
  'more-signatures-than-offices': {
    wrong: ['pide más firmas que cargos hay', 'it asks for more signatures than there are offices'],
    right: ['tantas firmas como cargos, y como mucho ocho', 'as many signatures as offices, and eight at most'],
  },
  'no-method': {
    wrong: ['un asunto no tiene forma de votar', 'a matter has no way of voting'],
    right: ['al menos una forma de votar en que se cuente', 'at least one way of voting in which votes are counted'],
  },
  'closed-all-day': {
    wrong: ['a esa hora de cierre nada se podría votar', 'with that closing hour nothing could be voted'],
    right: ['una hora de 1 a 24', 'an hour from 1 to 24'],
  },
  'not-for-the-bases': {
    wrong: ['eso lo decide cada asamblea y no se suspende', 'each body decides that itself and nothing suspends it'],
    right: [
      'sin elecciones, revocatorias, mandatos ni respuestas entre lo que se consulta',
      'no elections, recalls, mandates or answers among what goes to the bases',
    ],
  },
  'longer-than-any-use': {
    wrong: ['es más largo que cualquier uso', 'it is longer than any use'],
    right: ['un número menor', 'a smaller number'],
  },
  'cards-tell-the-vote': {
    wrong: [
      'las tarjetas de delegación dicen cómo votó cada una, y sólo se publicarían totales',
      'delegation cards tell how each delegation voted, and only totals would be published',
    ],
    right: [
      'publicar las votaciones nominales, o no votar con tarjetas',
      'publishing roll calls, or no voting by cards',
    ],
  },
  'never-convened': {
    wrong: [
      'con esa anticipación toda sesión sería para más lejos de lo que se puede convocar',
      'with so long a notice every sitting would be further off than it may be convened for',
    ],
    right: ['menos horas, o más días adelante', 'fewer hours, or more days ahead'],
  },
  'joint-of-one': {
    wrong: ['un puesto común es de un solo organismo', 'a joint seat is of one body alone'],
    right: ['dos organismos o más', 'two bodies or more'],
  },
  'opens-after-closing': {
    wrong: [
      'tras un cuarto intermedio el día comenzaría cuando ya pasó la hora de cierre',
      'after a recess the day would begin when its closing hour has passed',
    ],
    right: ['una hora anterior a la de cierre', 'an hour before the closing hour'],
  },
  'shorter-than-notice': {
    wrong: [
      'las bases tendrían menos tiempo para responder que el que pide una convocatoria',
      'the bases would have less time to answer in than a notice takes',
    ],
    right: ['al menos tantos días como la convocatoria', 'at least as many days as the notice'],
  },
  'too-few-neighbours': {
    wrong: ['una asamblea vecina sola no prueba una fundación', 'one neighbouring body alone proves no founding'],
    right: ['dos asambleas vecinas o más', 'two neighbouring bodies or more'],
  },
  'term-over-before-election': {
    wrong: [
      'la gestión se acaba antes de la primera sesión que se podría convocar para elegir otra',
      'the term is over before the first sitting that could be convened to elect another',
    ],
    right: ['una gestión más larga, o una convocatoria más corta', 'a longer term, or a shorter notice'],
  },
  'due-before-a-sitting': {
    wrong: ['el plazo se cumple antes de que pueda haber una sesión', 'the time is over before there can be a sitting'],
    right: ['al menos tantos días como la convocatoria', 'at least as many days as the notice'],
  },
  'nobody-below': {
    wrong: [
      'una asamblea de base no tiene asambleas debajo, y nadie se sienta en ella por otros',
      'a base assembly has no bodies below it, and nobody sits in it for others',
    ],
    right: ['sin eso, o en una asamblea de delegados', 'without that, or in an assembly of delegates'],
  },
  'no-sitting-for-it': {
    wrong: ['ninguna sesión podría decidir ese asunto', 'no sitting could ever decide that matter'],
    right: ['una clase de sesión que se pueda convocar', 'a kind of sitting that can be convened'],
  },
  'members-have-no-delegation': {
    wrong: [
      'en una asamblea de base no hay delegaciones que llamar o contar',
      'in a base assembly there are no delegations to call or count',
    ],
    right: ['mano alzada, teléfono o urna', 'hands, phones or a ballot box'],
  },
  'mandate-cannot-be-held': {
    wrong: [
      'un mandato no se podría cumplir a la vista: nadie sabría cómo votó la delegación',
      'a mandate could not be held to: nobody would know how the delegation voted',
    ],
    right: ['también lista nominal, tarjeta de delegación o teléfono', 'roll call, delegation cards or phones as well'],
  },
  'office-unknown': {
    wrong: ['ese cargo no existe', 'there is no such office'],
    right: ['un cargo del artículo «cargos»', 'an office of the article “offices”'],
  },
  'nobody-presides': {
    wrong: ['en esa mesa nadie preside', 'on that presidium nobody presides'],
    right: ['al menos un cargo que presida la sesión', 'at least one office that presides over the sitting'],
  },
  'more-than-a-seal-has': {
    wrong: [
      'la fundación pide más firmas que las de un sello',
      'the founding asks for more signatures than a seal has',
    ],
    right: ['como mucho las firmas de un sello', 'at most the signatures of a seal'],
  },
  'named-twice': {
    wrong: ['algo está nombrado dos veces', 'something is named twice'],
    right: ['cada cosa una vez', 'each thing once'],
  },
  'entitlement-incomplete': {
    wrong: ['falta el número con que se reparten los puestos', 'the number by which seats are given is missing'],
    right: ['puestos, si son fijos; miembros por puesto; o clases', 'seats, if fixed; members for a seat; or classes'],
  },
  'floor-above-cap': {
    wrong: ['el mínimo de puestos supera el máximo', 'the fewest seats are more than the most'],
    right: ['un mínimo no mayor que el máximo', 'a floor no higher than the cap'],
  },
  'no-seat-votes': {
    wrong: ['ninguna clase de puesto tiene voto ahí', 'no class of seat has a vote there'],
    right: ['voto de al menos una clase', 'a vote for at least one class'],
  },
  'nobody-may-demand': {
    wrong: [
      'dice quién puede exigir una sesión, y no nombra a nadie',
      'it says who may demand a sitting and names nobody',
    ],
    right: [
      'una parte de los miembros, una parte de las bases, o la asamblea de arriba; o ningún artículo',
      'a share of the members, a share of the bodies below, or the body above; or no such article',
    ],
  },
  'petition-without-days': {
    wrong: ['el pedido de revocatoria no obliga para ningún día', 'a petition for recall forces nothing by any day'],
    right: ['en cuántos días es la sesión', 'within how many days the sitting is'],
  },
  'days-without-petition': {
    wrong: ['hay un plazo para un pedido que no existe', 'there is a time for a petition that does not exist'],
    right: [
      'qué parte de los miembros puede pedirla, o ningún plazo',
      'what share of the members may petition, or no time',
    ],
  },
  'answers-without-days': {
    wrong: ['asambleas que callan aplazarían el voto para siempre', 'silent bodies would put the vote off for ever'],
    right: ['también en cuántos días', 'in how many days as well'],
  },
  'late-without-hours': {
    wrong: ['dice «más tarde», sin decir cuánto', 'it says “later” without saying how much'],
    right: ['cuántas horas más tarde', 'how many hours later'],
  },
  'only-ordinary-without-a-count': {
    wrong: ['sin contar los votos sólo se decide lo ordinario', 'only ordinary business is decided without a count'],
    right: [
      'aclamación y consenso sólo en asuntos ordinarios',
      'acclamation and consensus for ordinary business alone',
    ],
  },
  'bodies-not-told-apart': {
    wrong: ['así no se sabe qué votó cada delegación', 'that way nobody knows what each delegation voted'],
    right: ['también lista nominal, tarjeta de delegación o teléfono', 'roll call, delegation cards or phones as well'],
  },
  'no-contest': {
    wrong: ['un recuento no llena ningún puesto', 'a count fills no place'],
    right: ['al menos un cargo en cada recuento', 'at least one office in each count'],
  },
  'one-seat-method': {
    wrong: ['ese método llena un solo puesto', 'that method fills one place only'],
    right: [
      'un recuento por cargo, o un método para varios puestos',
      'a count for each office, or a method for several places',
    ],
  },
  'option-unknown': {
    wrong: ['el método no tiene esa opción, o no elige así', 'the method has no such option, or elects nobody with it'],
    right: ['las opciones de docs/counting.md', 'the options of docs/counting.md'],
  },
  'next-after-transfers': {
    wrong: [
      'con votos que se transfieren, quien sigue en votos no es a quien elegían las mismas papeletas',
      'where votes are transferred, whoever is next by votes is not whom the same papers would elect',
    ],
    right: [
      'elegir de nuevo, o contar otra vez las papeletas si el voto es transferible',
      'another election, or, with transferable votes, counting the papers again',
    ],
  },
  'no-bundle-to-count-back': {
    wrong: [
      'con ese método no hay papeletas que le toquen a cada puesto',
      'by that method no papers belong to a place',
    ],
    right: [
      'elegir de nuevo; con Meek, contar todas otra vez; donde no se transfieren votos, que entre quien seguía',
      'another election; by Meek, counting all again; where no votes are transferred, whoever was next by votes',
    ],
  },
  'elected-and-by-turn': {
    wrong: ['ese cargo pasa por turno', 'that office passes by turn'],
    right: ['un cargo se elige o pasa por turno', 'an office is elected or passes by turn'],
  },
  'office-in-no-contest': {
    wrong: ['ese cargo no estaría en la elección', 'that office would not be in the election'],
    right: ['todos los cargos que no pasan por turno', 'every office that does not pass by turn'],
  },
  'no-urn': {
    wrong: [
      'las papeletas van a una urna, y una elección no se vota así',
      'papers go into an urn, and elections are not voted so',
    ],
    right: ['«urna» entre las formas de votar una elección', '“urn” among the ways of voting an election'],
  },
  'parity-not-counted': {
    wrong: ['el recuento no asegura un mínimo de mujeres', 'no count makes sure of a minimum of women'],
    right: [
      'recuentos de varios cargos juntos, por más votos o con voto transferible',
      'counts of several offices together, by most votes or with transferable votes',
    ],
  },
  'less-than-one-speech': {
    wrong: ['no alcanza para una sola intervención', 'it is not enough for one speech'],
    right: ['al menos lo que dura una intervención', 'at least as long as one speech'],
  },
  'sectors-missing': {
    wrong: ['mide el tiempo de sectores que no nombra', 'it times sectors that it does not name'],
    right: ['los nombres de los sectores', 'the names of the sectors'],
  },
  'secret-without-trustees': {
    wrong: [
      'se votaría en secreto sin nadie que guarde las llaves',
      'it would be voted in secret with nobody to keep keys',
    ],
    right: ['también el artículo «voto secreto»', 'the article “secret votes” as well'],
  },
  'no-urn-beside': {
    wrong: [
      'una sala demasiado pequeña para el voto secreto no podría decidirlo',
      'a hall too small for a secret ballot could not decide it',
    ],
    right: ['también la urna de papel', 'the paper urn as well'],
  },
  'mandated-or-secret': {
    wrong: [
      'las bases pueden dar mandato sobre ese asunto, y un mandato no se cumple en secreto',
      'the bases may mandate their delegates on that matter, and no mandate is kept in secret',
    ],
    right: ['voto secreto sólo en elecciones', 'secret ballots for elections alone'],
  },
  'nothing-in-secret': {
    wrong: ['ningún asunto se vota así', 'no matter is voted so'],
    right: ['voto secreto entre las formas de votar un asunto', 'a secret ballot among the ways of voting a matter'],
  },
  'one-opens-alone': {
    wrong: ['una sola persona abriría cada voto', 'one person alone could open every vote'],
    right: ['dos custodios o más', 'two trustees or more'],
  },
  'more-than-the-trustees': {
    wrong: ['pide más custodios que los que hay', 'it asks for more trustees than there are'],
    right: ['tantos como custodios hay, o menos', 'as many as there are trustees, or fewer'],
  },
  'secret-of-one': {
    wrong: ['con un solo votante el resultado es su voto', 'with one voter the result is that vote'],
    right: ['dos votantes o más; diez es lo usual', 'two voters or more; ten is usual'],
  },
  'one-list-alone': {
    wrong: [
      'con tan pocas listas una sola tendría bastantes custodios para abrir los votos',
      'with so few lists one of them would have trustees enough to open the votes',
    ],
    right: ['más listas, o menos custodios', 'more lists, or fewer trustees'],
  },
  'roll-not-weighed': {
    wrong: [
      'no se sabe cuántos miembros tienen las asambleas que no enviaron a nadie',
      'nobody knows how many members the bodies have that sent nobody',
    ],
    right: [
      'una mayoría de los votos o de los presentes, o tarjetas que pesan puestos',
      'a majority of the votes or of those present, or cards that weigh seats',
    ],
  },
} as const satisfies Readonly<Record<string, ProblemWords>>;
