import type { FastifyInstance } from 'fastify';

const permissions = (microphone: '()' | '(self)'): string => `camera=(self), microphone=${microphone}, geolocation=()`;

/** For the page on which motions are read aloud. */
export const withMicrophone = permissions('(self)');

/** Nothing of a third party, nothing inline, no frames; the camera is for scanning cards. */
export const securityHeaders = {
  'content-security-policy':
    "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; object-src 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': permissions('()'),
} as const;

export function setSecurityHeaders(app: FastifyInstance): void {
  app.addHook('onRequest', async (_request, reply) => {
    reply.headers(securityHeaders);
  });
}
