/** Judging the days that backups are kept. */
import { readText, showValue, tell } from '../../plan-facts/attributes.ts';
import { failing, uncertain } from '../../plan-facts/flags.ts';
import type { Resource } from '../../plan-facts/world.ts';
import { type Fact, fine } from '../../rule.ts';

/** @param fallback the days that AWS keeps where nobody says; `undefined` where the attribute has to be set */
export function judgeDays(resource: Resource, attribute: string, least: number, fallback?: number): Fact {
  const path = [attribute];
  const reading = readText(resource, path);
  const evidence = showValue(resource, path);
  if (reading.state === 'unknown') return uncertain(`${attribute} is known after apply`, evidence);
  const days = reading.text === undefined ? fallback : Number(reading.text);
  if (days !== undefined && days >= least) return fine;
  return failing(`${attribute} is ${tell(resource, path)}; want ${least} at least`, evidence);
}
