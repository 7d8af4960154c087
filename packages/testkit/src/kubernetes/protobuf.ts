/**
 * Bodies in Kubernetes' protobuf form. Typed Go clients write Secrets (so Helm its records) and delete options that way
 * since client-go 0.36, whatever the server offers; answers in JSON they accept. Only those two messages are read.
 */
import type { Json } from './objects.ts';

/** The four bytes before every message (Kubernetes API concepts, "Protobuf encoding idl"). */
const magic = Buffer.from('k8s\0');

/** Whether a body is in protobuf. */
export function isProtobuf(body: Buffer): boolean {
  return body.subarray(0, 4).equals(magic);
}

/** A Secret or DeleteOptions as JSON. @throws RangeError when the bytes end early */
export function readProtobuf(body: Buffer): Json {
  const unknown = fieldsOf(body.subarray(4));
  const type = fieldsOf(bytes(unknown, 1));
  const [apiVersion, kind] = [text(type, 1), text(type, 2)];
  const raw = fieldsOf(bytes(unknown, 2));
  if (kind === 'Secret') return { apiVersion, kind, ...secret(raw) };
  if (kind === 'DeleteOptions') return { kind, ...(raw.has(4) ? { propagationPolicy: text(raw, 4) } : {}) };
  throw new RangeError(`no reader for ${kind} in protobuf`);
}

/** Field number → its values in order: bytes, or a number for varints. */
type Fields = Map<number, (Buffer | number)[]>;

function fieldsOf(buffer: Buffer): Fields {
  const fields: Fields = new Map();
  let at = 0;
  const varint = () => {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = buffer.readUInt8(at);
      at += 1;
      value += (byte & 0x7f) * 2 ** shift;
      if (byte < 0x80) return value;
    }
  };
  while (at < buffer.length) {
    const tag = varint();
    const wire = tag & 7;
    const length = wire === 2 ? varint() : wire === 1 ? 8 : 4;
    const value = wire === 0 ? varint() : buffer.subarray(at, at + length);
    if (wire !== 0) at += length;
    fields.set(tag >>> 3, [...(fields.get(tag >>> 3) ?? []), value]);
  }
  return fields;
}

function bytes(fields: Fields, number: number): Buffer {
  const value = fields.get(number)?.[0];
  return Buffer.isBuffer(value) ? value : Buffer.alloc(0);
}

function text(fields: Fields, number: number): string {
  return bytes(fields, number).toString('utf8');
}

function map(fields: Fields, number: number, encoding: 'utf8' | 'base64'): Record<string, string> {
  const entries = (fields.get(number) ?? []).map((entry) => {
    const pair = fieldsOf(entry as Buffer);
    return [text(pair, 1), bytes(pair, 2).toString(encoding)] as const;
  });
  return Object.fromEntries(entries);
}

function secret(fields: Fields): Json {
  const metadata = fieldsOf(bytes(fields, 1));
  const version = text(metadata, 6);
  return {
    metadata: {
      name: text(metadata, 1),
      namespace: text(metadata, 3),
      ...(version ? { resourceVersion: version } : {}),
      labels: map(metadata, 11, 'utf8'),
      annotations: map(metadata, 12, 'utf8'),
    },
    data: map(fields, 2, 'base64'),
    type: text(fields, 3) || 'Opaque',
  };
}
