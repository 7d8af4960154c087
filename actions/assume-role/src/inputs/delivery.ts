/** How later steps get the credentials, and what happens to those that the job has. */
import type { InputReader } from '@slipway/action-kit';
import type { Source } from '../plan.ts';

/** The settings of the hand-over. */
export interface DeliverySettings {
  readonly delivery: 'env' | 'refresh' | 'outputs';
  /** As given; the role's name unless. */
  readonly profile: string | undefined;
  readonly defaultProfile: boolean;
  readonly outputCredentials: boolean;
  readonly unsetCurrent: boolean;
  readonly reuse: 'never' | 'same-role';
  /** Milliseconds. */
  readonly minRemaining: number;
  readonly verify: boolean;
  /** Milliseconds. */
  readonly propagationGrace: number;
}

const deliveries = ['env', 'refresh', 'outputs'] as const;
/** A session may live twelve hours. */
const longestRemaining = '12h';

/** Reads them all; mistakes are noted in the reader. @param end the step only undoes a login */
export function readDelivery(reader: InputReader, source: Source, end: boolean): DeliverySettings {
  const delivery = readWay(reader, source);
  const profile = reader.text('profile', {
    pattern: /^[\w+=,.@-]{1,64}$/,
    want: 'a profile name of at most 64 letters, digits and _+=,.@-',
    example: 'deploy',
  });
  const defaultProfile = reader.boolean('default-profile', true);
  if (delivery !== 'refresh' && !end) {
    if (profile !== undefined) reader.fault('profile', `no value with delivery ${delivery}: only refresh writes a profile`, 'delivery: refresh');
    if (!defaultProfile) reader.fault('default-profile', `no value with delivery ${delivery}: only refresh writes a profile`, 'delivery: refresh');
  }
  const unsetCurrent = reader.boolean('unset-current-credentials', false);
  const verify = reader.boolean('verify', false);
  const propagationGrace = reader.duration('propagation-grace', '0s', { min: '0s', max: '10m' });
  if (propagationGrace > 0 && !verify) reader.fault('propagation-grace', 'no value without verify: true', 'verify: true');
  return {
    delivery,
    profile,
    defaultProfile,
    outputCredentials: reader.boolean('output-credentials', false),
    unsetCurrent,
    verify,
    propagationGrace,
    ...readReuse(reader, delivery, unsetCurrent),
  };
}

function readWay(reader: InputReader, source: Source): DeliverySettings['delivery'] {
  const given = reader.ask('delivery');
  if (given === undefined) return 'env';
  const known = deliveries.find((word) => word === given);
  if (known === undefined) {
    const words = given.split(/[\s,+]+/);
    const both = words.includes('env') && words.includes('refresh');
    reader.fault(
      'delivery',
      `one of ${deliveries.join(', ')}${both ? ', never both: SDKs take keys in the environment first, so the profile would never be used' : ''}`,
      both ? 'delivery: refresh' : 'env',
    );
    return 'env';
  }
  if (known === 'refresh' && source === 'environment')
    reader.fault('delivery', "env or outputs with source environment: the job's keys end, and there is nothing to renew from", 'delivery: env');
  return known;
}

function readReuse(reader: InputReader, delivery: DeliverySettings['delivery'], unsetCurrent: boolean): Pick<DeliverySettings, 'reuse' | 'minRemaining'> {
  const reuse = reader.choice('reuse', ['never', 'same-role']);
  const minRemaining = reader.duration('min-remaining', '15m', { min: '0s', max: longestRemaining });
  if (reuse === 'same-role' && delivery === 'refresh')
    reader.fault('reuse', "never with delivery refresh: the profile renews by itself, and no keys are in the job's environment", 'reuse: never');
  if (reuse === 'same-role' && unsetCurrent)
    reader.fault('reuse', 'never with unset-current-credentials: true, which clears what would be kept', 'reuse: never');
  return { reuse, minRemaining };
}
