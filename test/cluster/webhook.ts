/** Answers the API server's TokenReviews: EKS tokens, checked as aws-iam-authenticator does. */
import { readFileSync } from 'node:fs';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { checkEksToken } from '@slipway/testkit';

/** An AWS identity that the cluster knows. */
export interface ClusterUser {
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
  readonly arn: string;
  readonly groups: readonly string[];
}

/** Finds an identity by its access key id; asked at each review. */
export type FindUser = (accessKeyId: string) => ClusterUser | undefined;

/** A running webhook. */
export interface Webhook {
  readonly port: number;
  close(): Promise<void>;
}

/** Starts it with the certificate in `<folder>/pki`. */
export async function startWebhook(folder: string, clusterName: string, findUser: FindUser): Promise<Webhook> {
  const read = (name: string) => readFileSync(join(folder, 'pki', name));
  const server = createServer({ cert: read('webhook.crt'), key: read('webhook.key') }, (request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const review = JSON.parse(Buffer.concat(chunks).toString('utf8')) as { apiVersion: string; spec?: { token?: string } };
      const status = judge(review.spec?.token ?? '', clusterName, findUser);
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end(JSON.stringify({ apiVersion: review.apiVersion, kind: 'TokenReview', status }));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function judge(token: string, clusterName: string, findUser: FindUser): object {
  const verdict = checkEksToken(token, clusterName, findUser, Date.now());
  if (!verdict.ok) return { authenticated: false, error: verdict.why };
  const groups = findUser(verdict.accessKeyId)?.groups ?? [];
  return { authenticated: true, user: { username: verdict.arn, uid: `aws-iam-authenticator:${verdict.accessKeyId}`, groups } };
}
