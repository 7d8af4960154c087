/** STS's XML. */
import type { IssuedKeys } from '../../identities.ts';
import type { FakeAnswer, FakeError } from '../../service.ts';

const namespace = 'https://sts.amazonaws.com/doc/2011-06-15/';
/** Codes that STS calls otherwise than the JSON services. */
const ownCodes: Readonly<Record<string, string>> = { UnrecognizedClientException: 'InvalidClientTokenId' };

/** A success. @param result the XML inside `<…Result>` */
export function answer(operation: string, result: string): FakeAnswer {
  const body = `<${operation}Response xmlns="${namespace}"><${operation}Result>${result}</${operation}Result><ResponseMetadata><RequestId>00000000-0000-4000-8000-00000000beef</RequestId></ResponseMetadata></${operation}Response>`;
  return { status: 200, headers: { 'content-type': 'text/xml' }, body };
}

/** A refusal. */
export function errorAnswer(error: FakeError): FakeAnswer {
  // A signature with expired keys is refused as ExpiredToken, a web identity token as ExpiredTokenException (STS API, common errors).
  const code = error.code === 'ExpiredTokenException' && error.status === 403 ? 'ExpiredToken' : (ownCodes[error.code] ?? error.code);
  const body = `<ErrorResponse xmlns="${namespace}"><Error><Type>Sender</Type><Code>${code}</Code><Message>${xml(error.message)}</Message></Error><RequestId>00000000-0000-4000-8000-00000000feed</RequestId></ErrorResponse>`;
  return { status: error.status, headers: { 'content-type': 'text/xml' }, body };
}

/** `<Credentials>`. */
export function credentialsXml(keys: IssuedKeys): string {
  return `<Credentials><AccessKeyId>${keys.accessKeyId}</AccessKeyId><SecretAccessKey>${keys.secretAccessKey}</SecretAccessKey><SessionToken>${keys.sessionToken}</SessionToken><Expiration>${new Date(keys.expiresAt ?? 0).toISOString()}</Expiration></Credentials>`;
}

/** One element; nothing where there is no value. */
export function element(name: string, value: string | number | undefined): string {
  return value === undefined ? '' : `<${name}>${xml(String(value))}</${name}>`;
}

function xml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}
