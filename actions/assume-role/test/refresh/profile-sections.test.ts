import { describe, expect, it } from 'vitest';
import { ownSection, profilesOf, withoutOwn } from '../../src/refresh/profile-sections.ts';

const config = `# the team's
[default]
region = eu-west-1
s3 =
  addressing_style = path

[profile  "a b"]
role_arn=arn:aws:iam::111122223333:role/x
[services local]
dynamodb =
  endpoint_url = http://127.0.0.1
[preview]
x = 1
[profile deploy]
Region: eu-central-1
`;

describe('profiles', () => {
  it('are found with their lines and settings', () => {
    expect(profilesOf(config, 'config')).toEqual([
      { profile: 'default', line: 2, settings: ['region', 's3'] },
      { profile: 'a b', line: 7, settings: ['role_arn'] },
      { profile: 'deploy', line: 14, settings: ['region'] },
    ]);
  });

  it('stand under their bare names in a credentials file', () => {
    const text = '[deploy]\naws_access_key_id = AKIA\n[default]\n';
    expect(profilesOf(text, 'credentials').map(({ profile }) => profile)).toEqual(['deploy', 'default']);
    expect(profilesOf(text, 'config').map(({ profile }) => profile)).toEqual(['default']);
  });

  it('are none in a text without sections', () => {
    expect(profilesOf('', 'config')).toEqual([]);
    expect(profilesOf('region = x\n# [profile a]\n', 'config')).toEqual([]);
  });
});

describe('a section of ours', () => {
  const own = ownSection('deploy', '/temp/s p/plan.json', { credential_process: 'node x', region: 'eu-central-1' });

  it('names the plan as it is, in a comment', () => {
    expect(own).toBe('[profile deploy]\n# slipway/assume-role /temp/s p/plan.json\ncredential_process = node x\nregion = eu-central-1\n');
    expect(ownSection('default', '/p', {})).toBe('[default]\n# slipway/assume-role /p\n');
  });

  it('goes when a later step writes the same profile, and nothing else does', () => {
    const other = ownSection('other', '/temp/2/plan.json', { region: 'us-east-1' });
    expect(withoutOwn(`${config.replace(/\[profile deploy\][^[]*/, '')}${own}${other}`, ['deploy'])).toBe(
      `${config.replace(/\[profile deploy\][^[]*/, '')}${other}`,
    );
  });

  it("is not taken for the user's, nor the user's for ours", () => {
    expect(withoutOwn(config, ['deploy', 'default', 'a b'])).toBe(config);
    expect(withoutOwn('[profile deploy]\n# slipway is nice\nregion = x\n', ['deploy'])).toContain('region = x');
    expect(withoutOwn(own, ['deployment', 'dep'])).toBe(own);
  });

  it('goes from the end of a file without a line break', () => {
    expect(withoutOwn(`[default]\nregion = x\n${own.trimEnd()}`, ['deploy'])).toBe('[default]\nregion = x\n');
  });
});
