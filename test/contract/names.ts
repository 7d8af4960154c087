/**
 * The names of the contract, written by hand from its pages: inputs, outputs and failure reasons of every action. They may
 * grow; none may go. Owns no meaning: that stands in the actions' READMEs.
 */

/** What people rely on of one action. */
export interface ContractNames {
  readonly inputs: readonly string[];
  readonly required: readonly string[];
  readonly outputs: readonly string[];
  /** The action's own failure reasons, besides the shared ones. */
  readonly reasons: readonly string[];
  /** Whether something has to be undone at the end of the job. */
  readonly post: boolean;
}

const words = (text: string) => text.split(/\s+/).filter((word) => word !== '');

/** Outputs that every action has. */
export const everyOutput = words('outcome failure-reason report-path');

/** Action → its names. */
export const contract: Readonly<Record<string, ContractNames>> = {
  'assume-role': {
    inputs: words(`aws-region role-to-assume role-name account-id allow-unknown-region roles source web-identity-token-file audience role-duration-seconds
      role-session-name role-external-id inline-session-policy managed-session-policies transitive-tag-keys source-identity tags on-packed-size delivery profile
      default-profile output-credentials unset-current-credentials allowed-account-ids allowed-role-arns mask-aws-account-id verify propagation-grace reuse
      min-remaining explain trust-policy-file end http-proxy no-proxy sts-endpoint fips dual-stack timeout`),
    required: ['aws-region'],
    outputs: words(`aws-account-id authenticated-arn aws-expiration aws-access-key-id aws-secret-access-key aws-session-token session-name assumed-role-id
      profile config-file roles cloudtrail-query`),
    reasons: words(`id-token-permission-missing oidc-refused trust-policy-refused oidc-provider-missing audience-refused token-expired duration-too-long
      packed-policy-too-large account-not-allowed role-not-allowed credentials-conflict`),
    post: true,
  },
  'build-image': {
    inputs:
      words(`repository service environment registry aws-region role-to-assume kms-key source file target build-args build-secrets build-contexts platforms
      tags candidate-only labels annotations provenance sbom cache builder create-repository push reproducible timeout`),
    required: [],
    outputs: words('digest image children tags candidate-tag archive-path size-bytes'),
    reasons: words('builder-missing build-failed tag-immutable repository-missing push-denied archive-invalid'),
    post: false,
  },
  'check-conventions': {
    inputs: words('plan-file manifests profile config-file only waivers-file block-on unknown sarif-file junit-file comment timeout'),
    required: [],
    outputs: words('verdict counts sarif-path junit-path'),
    reasons: words('violations plan-errored plan-format waiver-expired waiver-unused'),
    post: false,
  },
  'deploy-helm': {
    inputs: words(`cluster-name aws-region role-to-assume kubeconfig-file namespace create-namespace release chart chart-version values set set-string set-file
      timeout fail-fast rollback rollback-timeout diff log-lines require-evidence evidence-max-age evidence-key pin-images on-stuck-release github-deployment
      helm-path comment github-token image-values registry-endpoint releases`),
    required: [],
    outputs: words('revision rolled-back-to diagnosis diff-path images'),
    reasons: words(`tool-missing cluster-not-found cluster-unreachable unauthorized chart-invalid values-invalid image-missing image-not-scanned out-of-memory
      crash-loop probe-failing unschedulable quota admission-denied volume irsa-denied config-missing hook-failed release-pending rollback-failed
      namespace-missing image-mismatch`),
    post: true,
  },
  'ecr-login': {
    inputs: words('registries mode check timeout'),
    required: [],
    outputs: words('registry registries docker-config'),
    reasons: words('registry-invalid wrong-region'),
    post: true,
  },
  'rotate-secret': {
    inputs: words('command config-file secrets takeover force new-value min-days issue github-token comment timeout'),
    required: words('command config-file'),
    outputs: words('results soonest-expiry'),
    reasons: words(`verification-failed pending-foreign superseded managed-rotation scheduled-for-deletion kms-denied replica-failed still-in-use grace-not-over
      rollback-refused partial shape-invalid provider-failed consumer-stale secret-missing expiring`),
    post: false,
  },
  'scan-gate': {
    inputs:
      words(`image policy-file policy timeout discovery-timeout settle settle-empty settled-after platforms on-unscannable on-suppressed baseline promote-tags
      evidence evidence-key sarif-file upload-sarif comment completion-queue-url mode registry-endpoint aws-region`),
    required: [],
    outputs: words(`verdict digest image children counts blocking promoted-tags evidence-digest sarif-path api-calls waited-ms`),
    reasons: words(`findings image-not-found tag-moved no-scannable-image inspector-disabled basic-scanning scan-off unsupported eligibility-expired archived
      inspector-denied terminated excluded never-covered unknown-status tag-immutable invalid-policy evidence-failed`),
    post: false,
  },
  'seed-egress': {
    inputs: words(`command rows variables variables-file table aws-region role-to-assume profile owner prune adopt max-deletes allow-mass-delete environment
      iam-policy-file terraform-plan-file agent-config clock plan-digest object-key event-file listing-file require-match backup-file comment timeout
      import-from import-file github-token`),
    required: words('command'),
    outputs: words('counts conflicts drift plan-path plan-digest changed fires rows-path'),
    reasons: words('invalid-rows table-missing key-schema conflict mass-delete plan-moved no-match partial'),
    post: false,
  },
  terraform: {
    inputs: words(`command working-directory workspace backend-config variables variable-files targets init lock-timeout plan-store plan-key plan-passphrase
      fingerprint accept allow-destroy destroyable stateful conventions conventions-file comment redact terraform-path timeout plan-max-age lock-id`),
    required: words('command'),
    outputs: words('fingerprint counts plan-path lock-info outputs changes-path'),
    reasons: words(
      'tool-missing init-failed plan-failed apply-failed state-locked plan-changed plan-stale seal-invalid destroy-blocked conventions lock-not-ours',
    ),
    post: true,
  },
};
