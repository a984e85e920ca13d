import type { MailTrouble } from '../app/mail/deliver.ts';

/** What stands in the way of e-mail, in plain words: for officers, who enter the server, and for whoever gives an address. */
export const mailProblems = {
  'not-for-mail': {
    status: 403,
    es: 'Avisos por correo recibe sólo quien es de esta asamblea y entró con su tarjeta.',
    en: 'Only those who belong to this assembly, and signed in with their card, are written to.',
  },
  'not-mail-officer': {
    status: 403,
    es: 'Esto lo hace sólo quien lleva el padrón: quien fundó la asamblea o la secretaría.',
    en: 'Only those who keep the roll do this: who founded the assembly, or its secretary.',
  },
  'no-mail-server': {
    status: 409,
    es: 'Esta asamblea no tiene servidor de correo: por ahora no escribe a nadie.',
    en: 'This assembly has no mail server: for now it writes to nobody.',
  },
  'not-an-address': {
    status: 400,
    es: 'Eso no es una dirección de correo; se escribe como nombre@lugar.org, sin acentos ni espacios.',
    en: 'That is no e-mail address; one is written like name@place.org, without accents or spaces.',
  },
  'not-a-mail-host': {
    status: 400,
    es: 'Eso no es el nombre de un servidor; se escribe como correo.lugar.org, en minúsculas.',
    en: 'That is not the name of a server; one is written like mail.place.org, in small letters.',
  },
  'mail-password-needed': {
    status: 409,
    es: 'Escriba la contraseña otra vez: la guardada vale sólo para el mismo servidor, puerto, cifrado y usuario.',
    en: 'Enter the password again: the one that is kept is for the same server, port, encryption and user alone.',
  },
  'too-many-addresses': {
    status: 409,
    es: 'Hoy ya dio cinco direcciones. Pruebe mañana.',
    en: 'You have given five addresses today. Try again tomorrow.',
  },
  'too-many-tests': {
    status: 409,
    es: 'Ya se hicieron diez pruebas en esta hora. Espere a la siguiente.',
    en: 'Ten tests were made within this hour. Wait for the next one.',
  },
} as const;

interface Said {
  readonly status: 409;
  readonly es: string;
  readonly en: string;
}

const trouble = (es: string, en: string): Said => ({ status: 409, es, en });

/** Why a server did not take a letter, or may not be asked to. */
export const mailTroubles: Readonly<Record<MailTrouble, Said>> = {
  'host-not-allowed': trouble(
    'Quien opera este nodo no permite ese servidor, o su dirección no es pública.',
    'Whoever runs this node does not allow that server, or its address is not a public one.',
  ),
  'port-not-allowed': trouble(
    'Ese puerto no es de correo: son 465, 587, 2525 o 25.',
    'That port is none of e-mail: those are 465, 587, 2525 or 25.',
  ),
  'needs-tls': trouble(
    'Sin cifrado no se envía: la contraseña y las direcciones irían a la vista de todos. Elija TLS o STARTTLS.',
    'Nothing is sent without encryption: password and addresses would go where anybody sees them. Choose TLS or STARTTLS.',
  ),
  'host-unknown': trouble(
    'Ningún servidor se llama así. Revise el nombre.',
    'No server has that name. Check how it is written.',
  ),
  'connection-refused': trouble(
    'El servidor no acepta la conexión, o la cortó. Revise el nombre y el puerto.',
    'The server does not take the connection, or cut it. Check name and port.',
  ),
  'no-answer': trouble('El servidor no contestó a tiempo.', 'The server did not answer in time.'),
  greeting: trouble(
    'Lo que contesta ahí no es un servidor de correo, o no habla como uno. Revise el puerto y el cifrado.',
    'What answers there is no mail server, or does not speak like one. Check port and encryption.',
  ),
  certificate: trouble(
    'El certificado del servidor no vale: no es de ese nombre, venció, o nadie conocido lo firmó. No se envió nada.',
    'The server’s certificate is not good: not of that name, out of date, or signed by nobody who is known. Nothing was sent.',
  ),
  'no-tls': trouble(
    'El servidor no cifra como se le pidió. No se envió nada. Pruebe el otro cifrado, con su puerto.',
    'The server does not encrypt as it was asked to. Nothing was sent. Try the other encryption, with its port.',
  ),
  'login-refused': trouble(
    'El servidor no aceptó el usuario o la contraseña.',
    'The server did not take the user or the password.',
  ),
  'sender-refused': trouble(
    'El servidor no deja enviar desde esa dirección de remitente.',
    'The server lets nothing be sent from that sender’s address.',
  ),
  'recipient-refused': trouble(
    'El servidor dice que no existe esa dirección.',
    'The server says that there is no such address.',
  ),
  'try-later': trouble(
    'El servidor pide esperar. Se probará otra vez.',
    'The server asks to wait. It is tried again by itself.',
  ),
  'letter-refused': trouble('El servidor no aceptó la carta.', 'The server did not take the letter.'),
};
