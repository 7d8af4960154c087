/** Roles, policies and users: what each attribute may be. */
import { scalar } from './aspects.ts';
import type { Model } from './instances.ts';

const policy = (...statements: object[]) => JSON.stringify({ Version: '2012-10-17', Statement: statements });
const issuer = 'oidc.eks.eu-central-1.amazonaws.com/id/ABCDEF';
const web = (condition: object) =>
  policy({
    Effect: 'Allow',
    Action: 'sts:AssumeRoleWithWebIdentity',
    Principal: { Federated: `arn:aws:iam::111122223333:oidc-provider/${issuer}` },
    Condition: condition,
  });
const aud = { [`${issuer}:aud`]: 'sts.amazonaws.com' };
const sub = { [`${issuer}:sub`]: 'system:serviceaccount:pay:api' };
const trusts = (principal: object | string) => policy({ Effect: 'Allow', Action: 'sts:AssumeRole', Principal: principal });

/** All of them. */
export const identityModels: readonly Model[] = [
  {
    type: 'aws_iam_role',
    base: {},
    aspects: [
      {
        ...scalar(
          'irsa-trust',
          'assume_role_policy',
          [web({ StringEquals: { ...aud, ...sub } }), web({ StringLike: { ...aud, ...sub } })],
          [
            web({ StringEquals: aud }),
            web({ StringEquals: sub }),
            web({ StringEquals: aud, StringLike: { [`${issuer}:sub`]: 'system:serviceaccount:pay:*' } }),
            web({ StringEquals: { ...sub, [`${issuer}:aud`]: 'other' } }),
          ],
          { hidden: 'never' },
        ),
        also: { 'no-root-trust': () => 'pass' },
      },
      scalar('name-irsa-role', 'name', ['sandbox-apps-api-eks-irsa-role', 'sandbox-data-x-y-eks-irsa-role'], ['api-irsa', 'sandbox-apps-api-irsa-role']),
    ],
  },
  {
    type: 'aws_iam_role',
    base: {},
    aspects: [
      scalar(
        'no-root-trust',
        'assume_role_policy',
        [trusts({ Service: 'ec2.amazonaws.com' }), trusts({ AWS: 'arn:aws:iam::111122223333:role/ci' })],
        [trusts({ AWS: 'arn:aws:iam::111122223333:root' }), trusts({ AWS: ['444455556666'] }), trusts('*'), trusts({ AWS: '*' })],
        { hidden: 'never' },
      ),
      scalar(
        'name-iam-role',
        'name',
        ['sandbox-apps-deploy-role', 'chatbot-sandbox-apps-role', 'sandbox-data-jumphost-admin-role'],
        ['deploy', 'deploy-role-x'],
      ),
    ],
  },
  {
    type: 'aws_iam_policy',
    base: {},
    aspects: [
      scalar('name-iam-policy', 'name', ['sandbox-apps-read-policy'], ['read-policy-x', 'Sandbox-apps-read-policy']),
      scalar(
        'iam-no-wildcard',
        'policy',
        [
          policy({ Effect: 'Allow', Action: 's3:Get*', Resource: '*' }),
          policy({ Effect: 'Allow', Action: 's3:*', Resource: 'arn:aws:s3:::b/*' }),
          policy({ Effect: 'Deny', Action: '*', Resource: '*' }),
        ],
        [
          policy({ Effect: 'Allow', Action: '*', Resource: '*' }),
          policy({ Effect: 'Allow', Action: ['s3:GetObject', 'ec2:*'], Resource: ['*'] }),
          policy({ Effect: 'Allow', NotAction: 'iam:*', Resource: '*' }),
          policy({ Effect: 'Allow', Action: 's3:*', Resource: '*', Condition: { Bool: { 'aws:SecureTransport': 'true' } } }),
        ],
      ),
    ],
  },
  {
    type: 'aws_iam_role_policy_attachment',
    base: { role: 'app-role' },
    aspects: [
      scalar(
        'iam-no-admin',
        'policy_arn',
        ['arn:aws:iam::aws:policy/PowerUserAccess', 'arn:aws:iam::aws:policy/IAMFullAccess'],
        ['arn:aws:iam::aws:policy/AdministratorAccess'],
      ),
    ],
  },
  ...['aws_iam_user', 'aws_iam_access_key', 'aws_iam_user_login_profile'].map(
    (type): Model => ({ type, base: {}, aspects: [], always: [['no-long-lived', 'fail']] }),
  ),
];
