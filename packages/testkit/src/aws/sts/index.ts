/** The fake STS. */
export type { StsCall } from './calls.ts';
export type { OidcProvider, TokenIssuer } from './providers.ts';
export type { SessionTag } from './request.ts';
export type { FakeRole, NewRole, TrustAction } from './role.ts';
export { FakeSts } from './service.ts';
export type { RoleSession } from './session.ts';
