/**
 * FilterCriteria as the service has it: values of one list are OR, lists are AND, at most ten values a list, strings of at
 * most 1024 characters, bounds inclusive. What the service would refuse is refused (ValidationException).
 */
import { FakeError } from '../../service.ts';

const mostValues = 10;
const longestText = 1024;

/** What a finding or coverage row looks like to a filter: each field's values; a field that is not there matches nothing. */
export type FilterSubject = Readonly<Record<string, readonly (string | number)[] | undefined>>;

interface StringFilter {
  readonly comparison?: string;
  readonly value?: string;
}

interface RangeFilter {
  readonly lowerInclusive?: number;
  readonly upperInclusive?: number;
  /** Seconds since the epoch. */
  readonly startInclusive?: number;
  readonly endInclusive?: number;
}

/** Whether a subject passes. @param known the fields that the operation has, by their kind */
export function passes(criteria: unknown, subject: FilterSubject, known: Readonly<Record<string, 'text' | 'number' | 'date' | 'other'>>): boolean {
  if (criteria === undefined || criteria === null) return true;
  return Object.entries(criteria as Record<string, unknown>).every(([field, filters]) => {
    const kind = known[field];
    if (kind === undefined) throw invalid(`filterCriteria.${field} is not a member`);
    if (!Array.isArray(filters) || filters.length === 0 || filters.length > mostValues) {
      throw invalid(`Value at 'filterCriteria.${field}' failed to satisfy constraint: Member must have length between 1 and ${mostValues}`);
    }
    const values = subject[field] ?? [];
    return kind === 'text' ? passesText(filters as StringFilter[], values, field) : (filters as RangeFilter[]).some((range) => inRange(range, values));
  });
}

/** Refuses filters that the service would refuse, also when there is nothing to filter. */
export function checkCriteria(criteria: unknown, known: Readonly<Record<string, 'text' | 'number' | 'date' | 'other'>>): void {
  for (const field of Object.keys((criteria ?? {}) as object)) passes({ [field]: (criteria as Record<string, unknown>)[field] }, {}, known);
}

/** Positive comparisons are OR; a value that is excluded is out whatever else matches. */
function passesText(filters: readonly StringFilter[], values: readonly (string | number)[], field: string): boolean {
  for (const { comparison, value } of filters) {
    if (!['EQUALS', 'PREFIX', 'NOT_EQUALS'].includes(comparison ?? '')) throw invalid(`Value '${comparison}' at 'filterCriteria.${field}.comparison' failed`);
    if (typeof value !== 'string' || value.length === 0 || value.length > longestText) throw invalid(`Value at 'filterCriteria.${field}.value' failed`);
  }
  const texts = values.map(String);
  const positive = filters.filter(({ comparison }) => comparison !== 'NOT_EQUALS');
  const matches = ({ comparison, value = '' }: StringFilter) => texts.some((text) => (comparison === 'PREFIX' ? text.startsWith(value) : text === value));
  const excluded = filters.filter(({ comparison }) => comparison === 'NOT_EQUALS').some(({ value = '' }) => texts.includes(value));
  return !excluded && (positive.length === 0 || positive.some(matches));
}

function inRange(range: RangeFilter, values: readonly (string | number)[]): boolean {
  const low = range.lowerInclusive ?? range.startInclusive ?? Number.NEGATIVE_INFINITY;
  const high = range.upperInclusive ?? range.endInclusive ?? Number.POSITIVE_INFINITY;
  return values.some((value) => typeof value === 'number' && value >= low && value <= high);
}

/** Inspector's ValidationException. */
export function invalid(message: string): FakeError {
  return new FakeError('ValidationException', message, 400, { reason: 'FIELD_VALIDATION_FAILED' });
}
