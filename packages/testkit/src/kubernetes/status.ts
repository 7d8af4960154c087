/** Errors as the API server sends them: `Status` objects with its wording, because Helm and people match on it. */
import type { Json } from './objects.ts';
import { qualifiedName, type Resource } from './resources.ts';

/** An error answer. */
export class StatusError extends Error {
  readonly code: number;
  readonly reason: string;
  readonly details: Json;
  constructor(code: number, reason: string, message: string, details: Json = {}) {
    super(message);
    this.name = 'StatusError';
    this.code = code;
    this.reason = reason;
    this.details = details;
  }
}

/** The body of an error answer. */
export function statusBody(error: StatusError): Json {
  const { code, reason, message, details } = error;
  return { kind: 'Status', apiVersion: 'v1', metadata: {}, status: 'Failure', message, reason, details, code };
}

/** 404 */
export function notFound(resource: Resource, name: string): StatusError {
  return new StatusError(404, 'NotFound', `${qualifiedName(resource)} "${name}" not found`, detailsOf(resource, name));
}

/** 404 for paths that no resource has. */
export function noSuchPath(): StatusError {
  return new StatusError(404, 'NotFound', 'the server could not find the requested resource');
}

/** 409 on create. */
export function alreadyExists(resource: Resource, name: string): StatusError {
  return new StatusError(409, 'AlreadyExists', `${qualifiedName(resource)} "${name}" already exists`, detailsOf(resource, name));
}

/** 409 on an update of an old version. */
export function conflict(resource: Resource, name: string): StatusError {
  const why = 'the object has been modified; please apply your changes to the latest version and try again';
  return new StatusError(409, 'Conflict', `Operation cannot be fulfilled on ${qualifiedName(resource)} "${name}": ${why}`, detailsOf(resource, name));
}

/** 403 */
export function forbidden(resource: Resource, name: string, why: string): StatusError {
  return new StatusError(403, 'Forbidden', `${qualifiedName(resource)} "${name}" is forbidden: ${why}`, detailsOf(resource, name));
}

/** 422 */
export function invalid(resource: Resource, name: string, causes: readonly { field: string; message: string }[]): StatusError {
  const listed = causes.map((cause) => `${cause.field}: ${cause.message}`).join(', ');
  return new StatusError(422, 'Invalid', `${resource.kind}${resource.group ? `.${resource.group}` : ''} "${name}" is invalid: ${listed}`, {
    ...detailsOf(resource, name),
    causes: causes.map((cause) => ({ reason: 'FieldValueInvalid', ...cause })),
  });
}

/** 401 */
export function unauthorized(): StatusError {
  return new StatusError(401, 'Unauthorized', 'Unauthorized');
}

function detailsOf(resource: Resource, name: string): Json {
  return { name, ...(resource.group ? { group: resource.group } : {}), kind: resource.resource };
}
