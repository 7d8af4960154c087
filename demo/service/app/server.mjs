/** The payments service: one number over HTTP, ready as soon as it listens. */
import { createServer } from 'node:http';

const port = Number(process.env.PORT ?? 8080);
const balances = new Map([
  ['alice', 4200],
  ['bob', 1700],
]);

const server = createServer((request, response) => {
  const [, resource, name] = (request.url ?? '/').split('/');
  if (resource === 'healthz') return response.end('ok\n');
  const balance = resource === 'balances' ? balances.get(name ?? '') : undefined;
  response.statusCode = balance === undefined ? 404 : 200;
  response.setHeader('content-type', 'application/json');
  response.end(`${JSON.stringify(balance === undefined ? { error: 'not found' } : { name, balance })}\n`);
});

server.listen(port, () => console.log(`payments listens on ${port}`));
process.on('SIGTERM', () => server.close());
