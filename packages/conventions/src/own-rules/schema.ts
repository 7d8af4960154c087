/** The JSON Schema of own rules, a part of the conventions file. */

const text = (title: string) => ({ title, type: 'string', minLength: 1 });
const texts = (title: string) => ({
  title,
  anyOf: [
    { type: 'string', minLength: 1 },
    { type: 'array', minItems: 1, items: { type: 'string', minLength: 1 } },
  ],
});
const scalar = { type: ['string', 'number', 'boolean'] };

/** What can be asked of a value; one word each. */
const conditions = {
  equal: { title: 'the value', ...scalar },
  match: text('a regular expression, not anchored'),
  in: { title: 'one of these values', type: 'array', minItems: 1, items: scalar },
  'at-least': { title: 'a number that is not smaller', type: 'number' },
  'at-most': { title: 'a number that is not larger', type: 'number' },
  set: { title: 'whether there is a value at all', type: 'boolean' },
};
const words = Object.keys(conditions);

const condition = {
  title: 'what is asked of the value',
  type: 'object',
  additionalProperties: false,
  minProperties: 1,
  maxProperties: 1,
  properties: conditions,
};

const attributes = {
  title: 'attribute path → what is asked of it; all have to hold',
  type: 'object',
  minProperties: 1,
  additionalProperties: condition,
};

const must = {
  title: 'a demand: of an attribute, or of a companion',
  type: 'object',
  if: { required: ['companion'] },
  // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
  then: {
    additionalProperties: false,
    required: ['companion', 'by'],
    properties: {
      companion: texts('the type, or types, of the companion'),
      by: text('the attribute of the companion that names the resource'),
      identity: texts('the attributes of the resource that it may be named by; id, arn and name unless given'),
      attributes,
    },
  },
  else: {
    additionalProperties: false,
    required: ['attribute'],
    minProperties: 2,
    maxProperties: 2,
    properties: {
      attribute: text('the path: names with dots; of blocks, each one is asked'),
      ...conditions,
      reference: texts('types of this plan that the value has to come from'),
    },
  },
};

/** `own-rules`: id → rule. */
export const ownRulesSchema: object = {
  title: 'own rules by id',
  description: `what the platform's table does not have: where … must …; of a value one of ${words.join(', ')}, reference`,
  type: 'object',
  propertyNames: { pattern: '^[a-z][a-z0-9]*(-[a-z0-9]+)*$' },
  additionalProperties: {
    title: 'a rule',
    type: 'object',
    additionalProperties: false,
    required: ['what', 'where', 'must'],
    properties: {
      what: text('what is asked, in one line'),
      why: text('where it comes from, in words'),
      severity: { title: 'how a finding weighs; error unless given', enum: ['error', 'warn', 'info', 'off'] },
      remedy: text('what to write instead'),
      where: {
        title: 'which resources are judged',
        type: 'object',
        additionalProperties: false,
        required: ['type'],
        properties: { type: texts('a resource type, or several'), attributes },
      },
      must: { title: 'what has to hold; all of it', type: 'array', minItems: 1, items: must },
    },
  },
};
