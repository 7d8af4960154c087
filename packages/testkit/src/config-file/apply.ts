/** Makes a kit play what a testkit file says. */
import type { Testkit } from '../kit.ts';
import { runClaims } from './claims.ts';
import type { KitFile } from './kit-file.ts';

/** @param environment the runner's variables, from which the token's claims come */
export function applyKitFile(kit: Testkit, file: KitFile, environment: Readonly<Record<string, string | undefined>>): void {
  kit.oidc.claims = runClaims(environment, kit.oidc.claims, { ...file.claims }, file.repository);
  if (file.provider.exists !== undefined) kit.sts.provider.exists = file.provider.exists;
  if (file.provider.audiences) kit.sts.provider.audiences = [...file.provider.audiences];
  if (file.sessionSeconds !== undefined) kit.sts.sessionSeconds = file.sessionSeconds;
  for (const { name, ...role } of file.roles) kit.sts.addRole(name, role);
  for (const { name, immutable } of file.repositories) kit.ecr.createRepository(name, immutable ? { tagMutability: 'IMMUTABLE' } : {});
  for (const { name, value } of file.secrets) kit.secretsmanager.seed({ name, ...(value === undefined ? {} : { value }) });
  for (const rule of file.faults) kit.faults.add(rule);
}
