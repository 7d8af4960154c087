/**
 * Stands in for `node:http` in the bundles. An ES module import of it runs every getter of the module, and one of them
 * (WebSocket) loads undici: 8 ms of a 100 ms login (measured on Node 24). `process.getBuiltinModule` does not.
 */
import type * as Http from 'node:http';

const http = process.getBuiltinModule('node:http') as typeof Http;

/** What the bundles import of `node:http` by name. `require` gets the module itself. */
export const { Agent, ClientRequest, createServer, get, globalAgent, IncomingMessage, METHODS, request, Server, STATUS_CODES } = http;
/** As `import http from 'node:http'` would give it. */
// biome-ignore lint/style/noDefaultExport: it stands in for a module that has one.
export default http;
