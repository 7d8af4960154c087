/**
 * The identity provider of an EKS cluster: tokens of service accounts, which STS takes from a file (IRSA).
 * Source: EKS User Guide, "IAM roles for service accounts"; Kubernetes, "Managing Service Accounts" (bound tokens).
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Claims, TokenSigner } from '../github/jwt.ts';
import type { KitClock } from '../service.ts';

/** The webhook projects tokens that live a day. */
const lifeSeconds = 86_400;

/** A service account. */
export interface ServiceAccount {
  readonly namespace: string;
  readonly name: string;
}

/** The issuer of one cluster. */
export class ClusterIssuer {
  readonly issuer: string;
  /** Tokens handed out, for leak tests. */
  readonly tokens: string[] = [];
  readonly #signer = new TokenSigner();
  readonly #clock: KitClock;

  constructor(clock: KitClock, region: string) {
    this.#clock = clock;
    this.issuer = `https://oidc.eks.${region}.amazonaws.com/id/${'EXAMPLED539D4633E53DE1B71EXAMPLE'}`;
  }

  /** Makes a token. @param claims put over the usual ones */
  mint({ namespace, name }: ServiceAccount, claims: Claims = {}): string {
    const iat = Math.floor(this.#clock.now() / 1000);
    const token = this.#signer.sign({
      aud: ['sts.amazonaws.com'],
      exp: iat + lifeSeconds,
      iat,
      nbf: iat,
      iss: this.issuer,
      'kubernetes.io': { namespace, serviceaccount: { name, uid: '00000000-0000-4000-8000-0000000000aa' } },
      sub: `system:serviceaccount:${namespace}:${name}`,
      ...claims,
    });
    this.tokens.push(token);
    return token;
  }

  /** Writes a token as the kubelet projects it (0600) and gives the variables that the webhook sets. */
  environment(folder: string, roleArn: string, account: ServiceAccount = { namespace: 'arc', name: 'runner' }, claims: Claims = {}): Record<string, string> {
    const file = join(folder, `${account.namespace}-${account.name}-token`);
    writeFileSync(file, this.mint(account, claims), { mode: 0o600 });
    return { AWS_ROLE_ARN: roleArn, AWS_WEB_IDENTITY_TOKEN_FILE: file };
  }

  /** The claims; `undefined` when the signature is wrong or it is no token. */
  verify(token: string): Claims | undefined {
    return this.#signer.verify(token);
  }
}
