export * from './app/index.ts';
export { createServer, type ServerOptions } from './http/create-server.ts';
export { type ServeOptions, type Serving, serve } from './serve.ts';
