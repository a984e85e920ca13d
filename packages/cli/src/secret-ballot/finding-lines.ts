/** What a verification of a secret election found, as sentences. */
import type { Finding, FindingCode } from '@cabildo/ballot';
import type { Language, Text } from '../language.ts';

const about = (es: string, en: string): Text => ({ es, en });

const sentences: Readonly<Record<FindingCode, Text>> = {
  'tar-header': about(
    'La cabecera de esta entrada no es la única que un archivo puede tener aquí.',
    'The header of this entry is not the only one that an archive can have here.',
  ),
  'tar-padding': about(
    'Después de esta entrada hay bytes que no son cero.',
    'After this entry there are bytes that are not zero.',
  ),
  'tar-end': about(
    'Aquí hay un bloque de ceros: un archivo no tiene final propio, y nada de lo que sigue se lee.',
    'Here is a block of zeroes: an archive has no end of its own, and nothing after it is read.',
  ),
  'tar-truncated': about('El archivo está cortado en esta entrada.', 'The archive is cut off in this entry.'),
  'tar-name': about('Una entrada con este nombre no tiene lugar aquí.', 'An entry of this name has no place here.'),
  'too-large': about('Esta entrada es más grande de lo que se lee.', 'This entry is larger than what is read.'),
  'archive-header': about('La primera entrada no es la que debe ser.', 'The first entry is not what it has to be.'),
  'hash-differs': about(
    'El contenido no es el que dice el nombre de la entrada.',
    "The content is not what the entry's name says.",
  ),
  'not-text': about('El contenido no es texto en UTF-8.', 'The content is no text in UTF-8.'),
  'entry-twice': about('La misma entrada ya estaba antes.', 'The same entry was there before.'),
  'event-malformed': about('No tiene la forma de un evento.', 'This has not the form of an event.'),
  'event-not-canonical': about(
    'El evento no está escrito en su única forma.',
    'The event is not written in its one form.',
  ),
  'event-parent': about('El evento no continúa el anterior.', 'The event does not continue the one before it.'),
  'event-height': about(
    'El evento lleva otro número que el de su lugar.',
    'The event bears another number than that of its place.',
  ),
  'event-out-of-place': about(
    'Un evento de esta clase no tiene lugar aquí: falta uno, sobra uno o están cambiados.',
    'An event of this kind has no place here: one is missing, one is too many, or they are exchanged.',
  ),
  'event-unsupported': about(
    'Eventos de esta clase son de preguntas con orden de preferencia, que no se verifican aquí.',
    'Events of this kind belong to ranked questions, which are not verified here.',
  ),
  'payload-missing': about(
    'El evento no habla de la entrada que está antes de él.',
    'The event does not speak of the entry before it.',
  ),
  'payload-not-wanted': about(
    'Este evento no habla de ninguna entrada, y nombra una.',
    'This event speaks of no entry, and names one.',
  ),
  'data-out-of-place': about('Esta entrada no es de ningún evento.', 'This entry belongs to no event.'),
  'data-without-event': about('Después de esta entrada falta su evento.', 'After this entry its event is missing.'),
  'setup-missing': about(
    'No hay elección: falta el primer evento.',
    'There is no election: the first event is missing.',
  ),
  'setup-malformed': about(
    'El comienzo no nombra la elección, sus custodios y sus credenciales como debe.',
    'The beginning does not name the election, its trustees and its credentials as it has to.',
  ),
  'election-malformed': about(
    'La elección no tiene la forma debida.',
    'The election has not the form that it has to have.',
  ),
  'election-not-canonical': about(
    'La elección no está escrita en su única forma.',
    'The election is not written in its one form.',
  ),
  'election-unknown-group': about(
    'El grupo no es de los que se conocen.',
    'The group is none of those that are known.',
  ),
  'election-unknown-version': about('La elección es de otra versión.', 'The election is of another version.'),
  'election-question': about('Ninguna papeleta puede responder esta pregunta.', 'No ballot can answer this question.'),
  'election-no-key': about('La llave de la elección no es del grupo.', "The election's key is none of the group."),
  'trustees-malformed': about(
    'Los custodios no tienen la forma debida.',
    'The trustees have not the form that they have to have.',
  ),
  'trustees-key-not-in-group': about('Una llave de custodio no es del grupo.', "A trustee's key is none of the group."),
  'trustees-key-proof': about(
    'No está probado que un custodio tenga la otra mitad de su llave.',
    'It is not proven that a trustee holds the other half of their key.',
  ),
  'trustees-threshold': about(
    'Se piden más custodios de los que hay, o ninguno, o bastan menos de los que se dice.',
    'More trustees are asked for than there are, or none, or fewer are enough than it says.',
  ),
  'trustees-sizes': about(
    'A los custodios les faltan certificados, llaves o firmas.',
    'The trustees lack certificates, keys or signatures.',
  ),
  'trustees-certificate': about('El certificado de un custodio no vale.', "A trustee's certificate is not valid."),
  'trustees-certificate-context': about(
    'El certificado de un custodio es de otra ceremonia.',
    "A trustee's certificate is of another ceremony.",
  ),
  'trustees-coefficients': about(
    'Lo que un custodio prometió de su parte de la llave no vale.',
    'What a trustee committed to for their part of the key is not valid.',
  ),
  'trustees-ceremony-signature': about(
    'Un custodio no firmó la ceremonia como está aquí.',
    'A trustee did not sign the ceremony as it stands here.',
  ),
  'trustees-key-twice': about(
    'Dos custodios tienen la misma llave: harían falta menos de los que se dice.',
    'Two trustees have the same key: fewer would be enough than it says.',
  ),
  'trustees-derived-key': about(
    'La llave de un custodio no es la que resulta de la ceremonia.',
    "A trustee's key is not the one that the ceremony gives.",
  ),
  'election-key': about(
    'La llave de la elección no es la de sus custodios.',
    "The election's key is not that of its trustees.",
  ),
  'credentials-malformed': about(
    'La lista de credenciales no tiene la forma debida.',
    'The list of credentials has not the form that it has to have.',
  ),
  'credentials-not-in-group': about('Una credencial no es del grupo.', 'A credential is none of the group.'),
  'credentials-duplicate': about('Una credencial está dos veces en la lista.', 'A credential is twice in the list.'),
  'credentials-weight': about('Una credencial no tiene peso.', 'A credential has no weight.'),
  'ballot-malformed': about(
    'La papeleta no tiene la forma debida.',
    'The ballot has not the form that it has to have.',
  ),
  'ballot-not-canonical': about(
    'La papeleta no está escrita en su única forma.',
    'The ballot is not written in its one form.',
  ),
  'ballot-wrong-election': about('La papeleta es de otra elección.', 'The ballot is of another election.'),
  'ballot-unknown-credential': about(
    'La credencial de la papeleta no está en la lista.',
    "The ballot's credential is not in the list.",
  ),
  'ballot-answers': about(
    'La papeleta no responde a todas las preguntas.',
    'The ballot does not answer all the questions.',
  ),
  'ballot-shape': about('A una respuesta le faltan o le sobran partes.', 'An answer lacks parts, or has too many.'),
  'ballot-not-in-group': about('Una parte cifrada no es del grupo.', 'An encrypted part is none of the group.'),
  'ballot-exponent': about(
    'Un número de una prueba es más grande de lo que puede ser.',
    'A number of a proof is larger than it can be.',
  ),
  'ballot-individual-proof': about(
    'No está probado que una respuesta sea un sí o un no.',
    'It is not proven that an answer is a yes or a no.',
  ),
  'ballot-overall-proof': about(
    'No está probado que se eligieron cuantas respuestas se permiten.',
    'It is not proven that as many answers were chosen as are allowed.',
  ),
  'ballot-blank-proof': about(
    'No está probado que un voto en blanco no elija nada.',
    'It is not proven that a blank vote chooses nothing.',
  ),
  'ballot-signed-hash': about('La papeleta firma otro contenido.', 'The ballot signs another content.'),
  'ballot-signature': about(
    'La papeleta no está firmada con su credencial.',
    'The ballot is not signed with its credential.',
  ),
  'ballot-replayed': about(
    'Es la misma papeleta que ya estaba en la urna.',
    'This is the same ballot that was in the box before.',
  ),
  'tally-malformed': about(
    'La suma cifrada no tiene la forma debida.',
    'The encrypted sum has not the form that it has to have.',
  ),
  'tally-differs': about('La suma cifrada no es la de las papeletas.', 'The encrypted sum is not that of the ballots.'),
  'num-tallied': about(
    'Se dice otro número de papeletas contadas que el que hay.',
    'Another number of counted ballots is stated than there are.',
  ),
  'total-weight': about(
    'Se dice otro peso total que el de quienes votaron.',
    'Another total weight is stated than that of who voted.',
  ),
  'decryption-malformed': about(
    'La parte de un custodio no tiene la forma debida.',
    "A trustee's part has not the form that it has to have.",
  ),
  'decryption-owner': about(
    'La parte es de un custodio que no existe.',
    'The part is of a trustee who does not exist.',
  ),
  'decryption-owner-twice': about('El custodio ya había dado su parte.', 'The trustee had given a part before.'),
  'decryption-too-early': about(
    'Un custodio dio su parte antes de que hubiera una suma.',
    'A trustee gave a part before there was a sum.',
  ),
  'decryption-shape': about(
    'A la parte de un custodio le faltan o le sobran números.',
    "A trustee's part lacks numbers, or has too many.",
  ),
  'decryption-factor': about(
    'Un número de la parte de un custodio no es del grupo.',
    "A number of a trustee's part is none of the group.",
  ),
  'decryption-proof': about(
    'No está probado que el custodio usó su llave sobre esta suma.',
    'It is not proven that the trustee used their key on this sum.',
  ),
  'result-too-early': about(
    'Hay resultado sin que lo hayan abierto los custodios que hacen falta.',
    'There is a result that not enough trustees have opened.',
  ),
  'result-malformed': about(
    'El resultado no tiene la forma debida.',
    'The result has not the form that it has to have.',
  ),
  'result-shape': about(
    'El resultado tiene otras preguntas o respuestas que la elección.',
    'The result has other questions or answers than the election.',
  ),
  'result-bounds': about(
    'El resultado no es posible con los votos que hay.',
    'The result is not possible with the votes that there are.',
  ),
  'result-differs': about('El resultado no es el que la suma da.', 'The result is not what the sum gives.'),
  'too-many-findings': about('Hay más hallazgos; no se listan.', 'There are more findings; they are not listed.'),
};

export function findingText({ code }: Finding, language: Language): string {
  return sentences[code][language];
}

/** `event 12, entry 27 af49…fc59.data.json, answers[0].choices[1]: …` */
export function findingLine(finding: Finding, language: Language): string {
  const { entry, name, height, path, owner } = finding;
  const words = language === 'es' ? ['evento', 'entrada', 'custodio'] : ['event', 'entry', 'trustee'];
  const where = [
    height === undefined ? '' : `${words[0]} ${height}`,
    entry === 0 ? '' : `${words[1]} ${entry}${name === undefined ? '' : ` ${shortName(name)}`}`,
    owner === undefined ? '' : `${words[2]} ${owner}`,
    path ?? '',
  ].filter((part) => part !== '');
  return `  ${where.join(', ')}${where.length > 0 ? ': ' : ''}${findingText(finding, language)}  [${finding.code}]`;
}

const shortName = (name: string): string => name.replace(/^([0-9a-f]{8})[0-9a-f]{48}([0-9a-f]{8})/, '$1…$2');
