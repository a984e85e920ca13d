import { isIP } from 'node:net';

/**
 * An address that every server takes, as RFC 5321 writes it, without quotes, comments, or letters beyond ASCII (which need
 * SMTPUTF8): nothing in it can end a line or begin another header.
 */
const form =
  /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*@(?=.{1,253}$)[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?(?:\.[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?)+$/;

export const isMailAddress = (text: string): boolean =>
  text.length <= 254 && form.test(text) && text.indexOf('@') <= 64;

/** A name of DNS or an address, in small letters; nothing else reaches a connection. */
const host = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)*$/;

export const isHostName = (text: string): boolean => text.length <= 253 && (host.test(text) || isIP(text) !== 0);
