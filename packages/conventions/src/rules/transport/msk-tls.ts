/** Kafka speaks TLS to clients and within the cluster. */
import { readBlocks, readFlag, readText, showValue, tell } from '../../plan-facts/attributes.ts';
import { failing, uncertain } from '../../plan-facts/flags.ts';
import type { Resource } from '../../plan-facts/world.ts';
import { eachResource, type Fact, fine, type Rule } from '../../rule.ts';

/** A cluster that is told nothing encrypts both (Amazon MSK, CreateCluster, EncryptionInTransit). */
export const mskTls: Rule = {
  id: 'msk-tls',
  what: 'MSK speaks TLS to its clients and between its brokers',
  why: [
    {
      document: 'banklitex-deployment-guideline',
      sentence: 'Full support to end-to-end encryption in transit starts with using AWS Certification Manager with full control over transit protocols',
    },
  ],
  severity: 'error',
  profiles: ['bank', 'strict'],
  remedy: 'encryption_info {\n  encryption_in_transit {\n    client_broker = "TLS"\n    in_cluster    = true\n  }\n}',
  fails: 'encryption_info {\n  encryption_in_transit {\n    client_broker = "TLS_PLAINTEXT"\n  }\n}',
  reads: { aws_msk_cluster: ['encryption_info'] },
  judge: eachResource(['aws_msk_cluster'], judgeCluster),
};

function judgeCluster(cluster: Resource): Fact[] {
  const outer = readBlocks(cluster, ['encryption_info']);
  if (outer === 'unknown') return [uncertain('encryption_info is known after apply', showValue(cluster, ['encryption_info']))];
  const facts: Fact[] = [];
  for (const path of outer) {
    const transit = [...path, 'encryption_in_transit'];
    const inner = readBlocks(cluster, transit);
    if (inner === 'unknown') facts.push(uncertain('encryption_in_transit is known after apply', showValue(cluster, transit)));
    else for (const block of inner) facts.push(judgeClients(cluster, block), judgeBrokers(cluster, block));
  }
  return facts.length > 0 ? facts : [fine];
}

function judgeClients(cluster: Resource, block: readonly (string | number)[]): Fact {
  const path = [...block, 'client_broker'];
  const reading = readText(cluster, path);
  if (reading.state === 'unknown') return uncertain('client_broker is known after apply', showValue(cluster, path));
  return reading.text === undefined || reading.text === 'TLS' ? fine : failing(`client_broker is ${tell(cluster, path)}; want TLS`, showValue(cluster, path));
}

function judgeBrokers(cluster: Resource, block: readonly (string | number)[]): Fact {
  const path = [...block, 'in_cluster'];
  const flag = readFlag(cluster, path);
  if (flag === 'unknown') return uncertain('in_cluster is known after apply', showValue(cluster, path));
  return flag === 'false' ? failing('in_cluster is false', showValue(cluster, path)) : fine;
}
