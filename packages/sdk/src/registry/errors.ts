/** What a registry says when it says no, and which IAM action it was missing. */

/** Ours, closed: what a caller decides by. */
export type RegistryErrorCode =
  | 'push-denied'
  | 'repository-missing'
  | 'not-found'
  | 'tag-immutable'
  | 'throttled'
  | 'unreachable'
  | 'timeout'
  | 'digest-mismatch'
  | 'upload-lost'
  | 'refused';

/** What a `RegistryError` is made of. */
export interface RegistryErrorParts {
  readonly code: RegistryErrorCode;
  /** `PUT manifests` */
  readonly operation: string;
  /** `registry/repository` */
  readonly target: string;
  /** 0 where no answer came. */
  readonly status: number;
  /** The registry's own code: `TAG_INVALID`; or node's for a connection: `ECONNRESET`. */
  readonly registryCode: string;
  readonly message: string;
  readonly retryAfterMs?: number;
  readonly cause?: unknown;
}

/** A refused or failed registry request. `message` reads `PUT manifests of 127.0.0.1:5000/api: 403 DENIED: …`. */
export class RegistryError extends Error {
  readonly code: RegistryErrorCode;
  readonly operation: string;
  readonly status: number;
  readonly registryCode: string;
  readonly retryAfterMs: number | undefined;
  readonly hint: string;

  constructor(parts: RegistryErrorParts) {
    const answer = [parts.status || '', parts.registryCode].filter(Boolean).join(' ');
    super(`${parts.operation} of ${parts.target}: ${answer ? `${answer}: ` : ''}${parts.message}`, { cause: parts.cause });
    this.name = 'RegistryError';
    this.code = parts.code;
    this.operation = parts.operation;
    this.status = parts.status;
    this.registryCode = parts.registryCode;
    this.retryAfterMs = parts.retryAfterMs;
    this.hint = hintFor(parts);
  }
}

/** The IAM actions behind the registry's requests (ECR guide, "IAM permissions for pushing an image"). */
const iamActions: Readonly<Record<string, string>> = {
  'HEAD blobs': 'ecr:BatchCheckLayerAvailability',
  'GET blobs': 'ecr:GetDownloadUrlForLayer',
  'POST uploads': 'ecr:InitiateLayerUpload',
  'GET uploads': 'ecr:InitiateLayerUpload',
  'PATCH uploads': 'ecr:UploadLayerPart',
  'PUT uploads': 'ecr:CompleteLayerUpload',
  'HEAD manifests': 'ecr:BatchGetImage',
  'GET manifests': 'ecr:BatchGetImage',
  'PUT manifests': 'ecr:PutImage',
  'GET referrers': 'ecr:BatchGetImage',
};

function hintFor({ code, operation, status, target }: RegistryErrorParts): string {
  switch (code) {
    case 'push-denied': {
      const repository = target.slice(target.indexOf('/') + 1);
      const action = iamActions[operation] ?? 'ecr:GetAuthorizationToken';
      const login =
        status === 401
          ? 'The registry did not take the login: allow ecr:GetAuthorizationToken on *, and use the account that owns the registry. Else allow'
          : 'Allow';
      return `${login} the role this action in its policy, and in the repository's policy where the account is another:\n{ "Effect": "Allow", "Action": "${action}", "Resource": "arn:aws:ecr:*:*:repository/${repository}" }`;
    }
    case 'repository-missing':
      return 'Create the repository first, or set create-repository: true.';
    case 'tag-immutable':
      return 'Push under another tag: this one may not move.';
    case 'unreachable':
    case 'timeout':
      return "Check the runner's way to the registry: DNS, proxy (HTTPS_PROXY, NO_PROXY), VPC endpoints for ecr.dkr and S3.";
    case 'throttled':
      return 'The registry takes no more requests at the moment. Run fewer jobs side by side, or raise the timeout.';
    default:
      return "Read the registry's message above; it names what it refuses.";
  }
}
