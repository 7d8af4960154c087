import { environmentOf, IdTokenError } from '@slipway/action-kit';
import { describe, expect, it } from 'vitest';
import { keptAnswer, type ProcessAnswer } from '../../src/refresh/process-answer.ts';
import { type RenewalPlatform, renew } from '../../src/refresh/renew.ts';
import { countingLogin, JumpingClock, keysOf, platformOf, roleOf, start, testFolder, writePlan } from './refresh-fixture.ts';

const folder = testFolder();
const second = 1_000;

/** Asks as a tool does: the quick way first. */
async function ask(planFile: string, clock: JumpingClock, login: RenewalPlatform['login']): Promise<ProcessAnswer> {
  return keptAnswer(planFile, clock.now()) ?? renew(planFile, platformOf(clock, login));
}

const leftOf = ({ stdout }: ProcessAnswer, now: number) => Date.parse((JSON.parse(stdout) as { Expiration: string }).Expiration) - now;

describe('a call every second', () => {
  it.each([
    ['5 minutes with keys of 60 s', 60, 300, 7],
    ['40 s with keys of 15 s', 15, 40, 3],
    ['6 hours with keys of an hour', 3_600, 6 * 3_600, 8],
  ])('%s: keys that live at each call, few renewals', async (_name, life, seconds, renewals) => {
    const clock = new JumpingClock();
    const planFile = writePlan(folder(), keysOf(start, life));
    const { count, run } = countingLogin(clock, life);
    for (let at = 0; at < seconds; at += Math.max(1, life / 600)) {
      clock.set(start + at * second);
      const answer = await ask(planFile, clock, run);
      expect(answer.exitCode, `${at} s: ${answer.stderr}`).toBe(0);
      expect(leftOf(answer, clock.now())).toBeGreaterThan((life / 3 - 2) * second);
    }
    expect(count.calls).toBe(renewals);
  });

  it('with an STS that fails every other time: no call fails', async () => {
    const clock = new JumpingClock();
    const planFile = writePlan(folder(), keysOf(start, 60));
    let calls = 0;
    const flaky: RenewalPlatform['login'] = async () => {
      calls += 1;
      if (calls % 2 === 1) throw new Error('busy');
      return roleOf(clock.now(), 60);
    };
    for (let at = 0; at < 300; at += 1) {
      clock.set(start + at * second);
      expect(await ask(planFile, clock, flaky)).toMatchObject({ exitCode: 0 });
    }
    expect(calls).toBeLessThan(20);
  });

  it('past the end of the request token: the old keys to their end, then why', async () => {
    const clock = new JumpingClock();
    const planFile = writePlan(folder(), keysOf(start, 60));
    const dead: RenewalPlatform['login'] = async () => {
      throw new IdTokenError('id-token-permission-missing', "GitHub's token service answered 401", 'hint', false);
    };
    const answers: number[] = [];
    for (let at = 0; at < 70; at += 1) {
      clock.set(start + at * second);
      const answer = await ask(planFile, clock, dead);
      answers.push(answer.exitCode);
      if (at >= 40) expect(answer.stderr).toContain('about 6 hours');
    }
    expect(answers.lastIndexOf(0)).toBe(59);
    expect(answers.indexOf(1)).toBe(60);
  });
});

describe('a process without the variables of GitHub', () => {
  it('says that they are missing, not that they have ended', async () => {
    const clock = new JumpingClock();
    const login: RenewalPlatform['login'] = async () => {
      throw new IdTokenError('id-token-permission-missing', 'the runner offers no identity token', 'hint', false);
    };
    const answer = await renew(writePlan(folder()), platformOf(clock, login, { environment: environmentOf({}) }));
    expect(answer.stderr).toContain('has no ACTIONS_ID_TOKEN_REQUEST_URL and ACTIONS_ID_TOKEN_REQUEST_TOKEN in its environment');
    expect(answer.stderr).toContain('sudo --preserve-env');
  });
});
