/** What the replaced actions take and give: names only, as facts. Sources: their action.yml, and the README for variables. */

/** An action that one of ours replaces. */
export interface ReplacedAction {
  /** As in `uses:`. */
  readonly uses: string;
  /** Heading of its tables: `Inputs of <title>`. */
  readonly title: string;
  /** Our action's folder. */
  readonly ours: 'assume-role' | 'ecr-login';
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
  /** Variables that it reads. */
  readonly variables: readonly string[];
}

const words = (text: string) => text.trim().split(/\s+/);

/** Both, with every name. */
export const replacedActions: readonly ReplacedAction[] = [
  {
    uses: 'aws-actions/configure-aws-credentials',
    title: 'configure-aws-credentials',
    ours: 'assume-role',
    inputs: words(`aws-region aws-profile overwrite-aws-profile role-to-assume aws-access-key-id aws-secret-access-key aws-session-token
      web-identity-token-file role-chaining audience http-proxy no-proxy mask-aws-account-id role-duration-seconds role-external-id
      role-session-name role-skip-session-tagging transitive-tag-keys inline-session-policy managed-session-policies output-credentials
      output-env-credentials unset-current-credentials disable-retry retry-max-attempts special-characters-workaround
      use-existing-credentials allowed-account-ids force-skip-oidc action-timeout-s custom-tags sts-endpoint`),
    outputs: words('aws-account-id aws-access-key-id aws-secret-access-key aws-session-token aws-expiration authenticated-arn'),
    variables: words(`AWS_REGION ROLE_TO_ASSUME WEB_IDENTITY_TOKEN_FILE ROLE_CHAINING AUDIENCE HTTP_PROXY MASK_AWS_ACCOUNT_ID
      ROLE_DURATION_SECONDS ROLE_EXTERNAL_ID ROLE_SESSION_NAME ROLE_SKIP_SESSION_TAGGING TRANSITIVE_TAG_KEYS INLINE_SESSION_POLICY
      MANAGED_SESSION_POLICIES OUTPUT_CREDENTIALS UNSET_CURRENT_CREDENTIALS DISABLE_RETRY RETRY_MAX_ATTEMPTS
      SPECIAL_CHARACTERS_WORKAROUND USE_EXISTING_CREDENTIALS NO_PROXY OVERWRITE_AWS_PROFILE AWS_SKIP_CLEANUP_STEP SHOW_STACK_TRACE`),
  },
  {
    uses: 'aws-actions/amazon-ecr-login',
    title: 'amazon-ecr-login',
    ours: 'ecr-login',
    inputs: words('http-proxy mask-password registries registry-type skip-logout'),
    outputs: words('registry docker_username_<host> docker_password_<host>'),
    variables: [],
  },
];
