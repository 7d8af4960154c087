import { describe, expect, it } from 'vitest';
import { classifyHelm } from '../src/helm/errors.ts';

describe('classifyHelm', () => {
  it.each([
    [
      'chart-invalid',
      'Error: template: tiny/templates/bad.yaml:1:3: executing "tiny/templates/bad.yaml" at <required "x is needed" .Values.x>: error calling required: x is needed',
    ],
    ['chart-invalid', 'Error: Chart.yaml file is missing'],
    ['chart-invalid', 'Error: library charts are not installable'],
    ['chart-invalid', "Error: file 'web.tgz' does not appear to be a gzipped archive; got 'application/octet-stream'"],
    ['chart-invalid', 'Error: YAML parse error on tiny/templates/all.yaml: error converting YAML to JSON: yaml: line 3: did not find expected key'],
    ['chart-invalid', 'Error: UPGRADE FAILED: chart requires kubeVersion: >=9.0.0 which is incompatible with Kubernetes v1.36.0'],
    ['chart-invalid', 'Error: found in Chart.yaml, but missing in charts/ directory: redis'],
    ['chart-invalid', 'Error: UPGRADE FAILED: cannot patch "web" with kind Deployment: Deployment.apps "web" is invalid: spec.selector: field is immutable'],
    ['chart-invalid', 'Error: UPGRADE FAILED: resource mapping not found for name: "x" namespace: "" from "": no matches for kind "Foo" in version "bar/v1"'],
    [
      'values-invalid',
      "Error: values don't meet the specifications of the schema(s) in the following chart(s):\ntiny:\n- replicas: Must be less than or equal to 3",
    ],
    ['hook-failed', 'Error: INSTALLATION FAILED: failed pre-install: 1 error occurred:\n\t* job web-migrate failed: BackoffLimitExceeded'],
    ['hook-failed', 'Error: UPGRADE FAILED: pre-upgrade hooks failed: 1 error occurred:\n\t* timed out waiting for the condition'],
    ['quota', 'Error: INSTALLATION FAILED: pods "x" is forbidden: exceeded quota: small, requested: pods=1, used: pods=1, limited: pods=1'],
    ['admission-denied', 'Error: UPGRADE FAILED: admission webhook "validate.kyverno.svc-fail" denied the request: no latest tag'],
    ['admission-denied', 'Error: INSTALLATION FAILED: pods "x" is forbidden: violates PodSecurity "restricted:latest"'],
    [
      'access-denied',
      'Error: query: failed to query with labels: secrets is forbidden: User "ci" cannot list resource "secrets" in API group "" in the namespace "app"',
    ],
    ['release-pending', 'Error: UPGRADE FAILED: another operation (install/upgrade/rollback) is in progress'],
    ['unauthorized', 'Error: Kubernetes cluster unreachable: the server has asked for the client to provide credentials: Unauthorized'],
    ['cluster-unreachable', 'Error: Kubernetes cluster unreachable: Get "https://127.0.0.1:1/version": dial tcp 127.0.0.1:1: connect: connection refused'],
    ['timeout', 'Error: UPGRADE FAILED: context deadline exceeded'],
    ['internal', 'Error: something nobody has seen before'],
    ['internal', ''],
  ])('%s: %s', (code, stderr) => {
    expect(classifyHelm(stderr, 'upgrade').code).toBe(code);
  });

  it("keeps Helm's words and drops its warnings and Go's log lines", () => {
    const stderr = 'WARNING: Kubernetes configuration file is group-readable.\nW1121 15:52:57 warnings.go:70] x\nError: Chart.yaml file is missing\n';
    expect(classifyHelm(stderr, 'upgrade').message).toBe('helm upgrade: Error: Chart.yaml file is missing');
  });
});
