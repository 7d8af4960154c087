/** Judging switches. */
import { type Fact, fine } from '../rule.ts';
import { type Path, pathText, readFlag, showValue } from './attributes.ts';
import type { Resource } from './world.ts';

/** A switch that has to be on; absent is off. */
export function judgeOn(resource: Resource, path: Path): Fact {
  const flag = readFlag(resource, path);
  if (flag === 'true') return fine;
  const evidence = showValue(resource, path);
  if (flag === 'unknown') return { verdict: 'unknown', message: `${pathText(path)} is known after apply`, evidence };
  return { verdict: 'fail', message: `${pathText(path)} is ${flag === 'absent' ? 'not set' : 'false'}`, evidence };
}

/** A fact that fails. */
export function failing(message: string, evidence: string): Fact {
  return { verdict: 'fail', message, evidence };
}

/** A fact that only apply tells. */
export function uncertain(message: string, evidence: string): Fact {
  return { verdict: 'unknown', message, evidence };
}
