/** Files come by the managed SFTP service, inside the VPC. */
import { readBlocks, readText, showValue, tell } from '../../plan-facts/attributes.ts';
import { expressionAt, isWritten } from '../../plan-facts/expressions.ts';
import { failing, uncertain } from '../../plan-facts/flags.ts';
import type { Resource, World } from '../../plan-facts/world.ts';
import { eachResource, type Fact, fine, type Rule } from '../../rule.ts';

const inside = new Set(['VPC', 'VPC_ENDPOINT']);

/** A server that is not told its protocols speaks SFTP (AWS Transfer Family, CreateServer, Protocols). */
export const transferSftp: Rule = {
  id: 'transfer-sftp',
  what: 'Transfer servers speak SFTP alone, at an endpoint of the VPC',
  why: [
    {
      document: 'banklitex-deployment-guideline',
      sentence: 'Banks typically operate for transfer with SFTP protocol for which we recommend to use AWS Transfer family which is SFTP managed service.',
    },
  ],
  severity: 'warn',
  profiles: ['bank', 'strict'],
  remedy: 'resource "aws_transfer_server" "this" {\n  protocols     = ["SFTP"]\n  endpoint_type = "VPC"\n}',
  fails: 'resource "aws_transfer_server" "this" {\n  protocols     = ["FTP"]\n  endpoint_type = "PUBLIC"\n}',
  reads: { aws_transfer_server: ['protocols', 'endpoint_type'] },
  judge: eachResource(['aws_transfer_server'], (server, world) => [judgeProtocols(server, world), judgeEndpoint(server)]),
};

function judgeProtocols(server: Resource, world: World): Fact {
  const path = ['protocols'];
  const blocks = readBlocks(server, path);
  const evidence = showValue(server, path);
  if (blocks === 'unknown') return isWritten(expressionAt(world.configured(server), path)) ? uncertain('protocols is known after apply', evidence) : fine;
  const other = blocks.find((one) => !['SFTP', undefined].includes(readText(server, one).text));
  if (other) return failing(`the server speaks ${tell(server, other)}`, evidence);
  return blocks.some((one) => readText(server, one).state === 'unknown') ? uncertain('a protocol is known after apply', evidence) : fine;
}

function judgeEndpoint(server: Resource): Fact {
  const path = ['endpoint_type'];
  const reading = readText(server, path);
  const evidence = showValue(server, path);
  if (reading.state === 'unknown') return uncertain('endpoint_type is known after apply', evidence);
  return inside.has(reading.text ?? '')
    ? fine
    : failing(`the endpoint is ${reading.text === undefined ? 'not set, which means PUBLIC' : tell(server, path)}; want VPC`, evidence);
}
