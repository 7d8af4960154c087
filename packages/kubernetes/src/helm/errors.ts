/** Helm says why in prose; this sorts the prose. */
import { KubernetesError, type KubernetesErrorCode } from '../errors.ts';

interface Rule {
  readonly pattern: RegExp;
  readonly code: KubernetesErrorCode;
  readonly hint: string;
}

/** First match wins: what the API server refuses is named before what Helm wraps around it. */
const rules: readonly Rule[] = [
  {
    pattern: /exceeded quota|forbidden: .*(maximum|minimum) .* usage per/i,
    code: 'quota',
    hint: 'Ask for less in the values (replicas, resources), or have the quota raised: kubectl describe resourcequota',
  },
  {
    pattern: /admission webhook|violates PodSecurity|ValidatingAdmissionPolicy|denied the request/i,
    code: 'admission-denied',
    hint: 'The cluster has a policy against this object; change the chart as the message says.',
  },
  {
    pattern: /^Error:.*(values don't meet the specifications of the schema|schema\(s\) in the following chart)/is,
    code: 'values-invalid',
    hint: "Correct the values; the chart's values.schema.json says what it takes.",
  },
  {
    pattern: /another operation \(install\/upgrade\/rollback\) is in progress/i,
    code: 'release-pending',
    hint: 'Another deploy of this release is running. Wait for it, and give the job a concurrency group.',
  },
  {
    pattern: /(pre|post)-(install|upgrade|rollback|delete) hooks? failed|failed (pre|post)-(install|upgrade|rollback)/i,
    code: 'hook-failed',
    hint: "Read the hook's log above; correct the hook or its image and run the job again.",
  },
  {
    pattern: /\bUnauthorized\b|must be logged in to the server/i,
    code: 'unauthorized',
    hint: 'The API server does not know this identity. Give it an access entry.',
  },
  {
    pattern: /\bis forbidden: User\b|cannot (create|get|list|patch|update|delete) resource/i,
    code: 'access-denied',
    hint: 'Give the identity a role with this verb on this resource: kubectl create rolebinding … --clusterrole=edit',
  },
  {
    pattern: /cluster unreachable|connection refused|i\/o timeout|no such host|x509:|TLS handshake/i,
    code: 'cluster-unreachable',
    hint: "Check the runner's way to the API server.",
  },
  {
    pattern:
      /Chart\.yaml|template:|parse error|execution error at|error converting YAML|YAML parse error|missing in charts\/|path ".*" not found|chart requires kubeVersion|unable to build kubernetes objects|validation: |not a valid chart|cannot load|no matches for kind|error validating|charts? are not installable|gzipped archive|gzip: invalid|chart metadata/i,
    code: 'chart-invalid',
    hint: 'Correct the chart; `helm lint` and `helm template` show the same mistake without a cluster.',
  },
  {
    pattern: /timed out waiting|context deadline exceeded/i,
    code: 'timeout',
    hint: 'Give it longer (timeout) if what it waited for is merely slow.',
  },
  {
    pattern: /is invalid:|already exists and cannot be imported|invalid ownership metadata|cannot patch|field is immutable/i,
    code: 'chart-invalid',
    hint: 'The API server refuses an object of the chart; the message names it and the field.',
  },
];

/** An error for a Helm call that ended with an exit code. @param command `upgrade`, `rollback`, … */
export function classifyHelm(stderr: string, command: string): KubernetesError {
  const lines = stderr.split('\n').filter((line) => line.trim() !== '' && !/^(WARNING|level=|time=|[IWE]\d{4} )/.test(line));
  const text = lines.slice(lines.findIndex((line) => line.startsWith('Error:'))).join('\n') || stderr.trim();
  const rule = rules.find(({ pattern }) => pattern.test(text));
  return new KubernetesError({
    code: rule?.code ?? 'internal',
    message: `helm ${command}: ${(text || 'it ended with an error and no word').slice(0, 2_000)}`,
    hint: rule?.hint ?? "Read Helm's message above.",
  });
}
