/** The JSON Schema of the waivers file. */

/** draft-07. Every waiver has an owner, a reason and a last day. */
export const waiversSchema: object = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  title: 'Slipway waivers',
  description: 'Findings of check-conventions that someone answers for, until a day.',
  type: 'object',
  additionalProperties: false,
  required: ['version', 'waivers'],
  properties: {
    version: { title: 'format version', const: 1 },
    waivers: {
      title: 'the waivers',
      type: 'array',
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['rule', 'address', 'owner', 'reason', 'until'],
        properties: {
          rule: { title: 'the rule’s id', type: 'string', minLength: 1 },
          address: { title: 'a glob over addresses: * any run of characters, ? one, all else literal', type: 'string', minLength: 1 },
          owner: { title: 'who answers for it', type: 'string', minLength: 1 },
          reason: { title: 'why it is right for now', type: 'string', minLength: 1 },
          until: { title: 'the last day that counts (UTC), YYYY-MM-DD', type: 'string', minLength: 1 },
        },
      },
    },
  },
};
