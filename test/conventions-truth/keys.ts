/** KMS keys with their aliases, and the ways to refer to one from anywhere. */
import { keyArn } from './aspects.ts';
import { type Block, type Change, type Draft, type Json, type Place, references } from './draft.ts';

/** What is not there before. */
export function created(after: Json, unknown: Json = {}): Change {
  return { actions: ['create'], before: null, after, unknown: { id: true, arn: true, ...unknown } };
}

/** What the plan leaves as it is. */
export function kept(values: Json): Change {
  return { actions: ['no-op'], before: values, after: values, unknown: {} };
}

const aliasNames = {
  pass: ['alias/sandbox-apps-#', 'alias/sandbox-data-s#', 'alias/shared-services-ci-x#'],
  fail: ['alias/x#', 'alias/Sandbox-apps-#', 'alias/my_key_#'],
} as const;

/** Whether a key without an alias is a fault, or may have the one whose target nobody can tell. */
export function withoutAlias(draft: Draft): 'fail' | 'unknown' {
  return draft.flag('loose alias', 0.25) ? 'unknown' : 'fail';
}

/** The alias whose target nobody can tell. */
export function addLooseAlias(draft: Draft): void {
  if (withoutAlias(draft) === 'fail') return;
  const name = `alias/sandbox-apps-${draft.number()}`;
  const after = created({ name }, { target_key_id: true, target_key_arn: true });
  draft.add({ place: draft.root, type: 'aws_kms_alias', name: draft.name(), expressions: { target_key_id: references('local.key') }, change: () => after });
}

/** A customer's key that will be made, with what its own rules say. */
export function addKey(draft: Draft, place: Place, keys?: readonly string[]): Block {
  const { random } = draft;
  const rotates = random.pick([true, true, 'true', false, null]);
  const block = draft.add({
    place,
    type: 'aws_kms_key',
    name: draft.name(),
    keys,
    change: () => created({ enable_key_rotation: rotates, description: 'a key' }, { key_id: true }),
  });
  const aliased = random.chance(0.8);
  if (aliased) addAlias(draft, block);
  for (const { spot } of block.spots) {
    draft.state('kms-rotation', spot.address, String(rotates) === 'true' ? 'pass' : 'fail', true);
    draft.state('kms-alias', spot.address, aliased ? 'pass' : withoutAlias(draft), true);
    draft.state('kms-origin', spot.address, 'pass', true);
    draft.state('stateful-destroy', spot.address, 'pass', true);
  }
  return block;
}

function addAlias(draft: Draft, key: Block): void {
  const { random } = draft;
  const verdict = random.chance(0.75) ? 'pass' : 'fail';
  const name = random.pick(aliasNames[verdict]);
  const attribute = random.pick(['key_id', 'arn', 'id']);
  const target = `aws_kms_key.${key.name}`;
  const expression = key.keys
    ? random.pick([{ references: [target, 'each.key'] }, references(`each.value.${attribute}`)])
    : references(`${target}.${attribute}`);
  const alias = draft.add({
    place: key.place,
    type: 'aws_kms_alias',
    name: draft.name(),
    keys: key.keys,
    ...(key.keys ? { forEach: references(target) } : {}),
    expressions: { target_key_id: expression },
    change: () => created({ name: name.replace('#', String(draft.number())) }, { target_key_id: true, target_key_arn: true }),
  });
  for (const { spot } of alias.spots) draft.state('name-kms-alias', spot.address, verdict, true);
}

/** An expression that leads to a new customer's key, from this place. */
export function keyExpression(draft: Draft, place: Place): Json {
  const { random } = draft;
  const attribute = random.pick(['arn', 'key_id', 'id']);
  const how = random.below(5);
  if (how === 0) return references(`aws_kms_key.${addKey(draft, place).name}.${attribute}`);
  if (how === 1) return references(`aws_kms_key.${addKey(draft, place, ['one', 'two']).name}["two"].${attribute}`);
  if (how === 2) {
    const key = addKey(draft, draft.root, random.chance(0.5) ? ['one', 'x.y'] : undefined);
    return draft.passDown(references(`aws_kms_key.${key.name}${key.keys ? '["x.y"]' : ''}.${attribute}`), place);
  }
  if (how === 3) {
    const home: Place = { names: ['keys'], addresses: ['module.keys'] };
    const up = draft.passUp(references(`aws_kms_key.${addKey(draft, home).name}.${attribute}`), home);
    return draft.passDown(up, place);
  }
  return aliasExpression(draft, place);
}

function aliasExpression(draft: Draft, place: Place): Json {
  const key = addKey(draft, place);
  const name = draft.name();
  const after = created({ name: `alias/sandbox-apps-${draft.number()}` }, { target_key_id: true, target_key_arn: true });
  draft.add({ place, type: 'aws_kms_alias', name, expressions: { target_key_id: references(`aws_kms_key.${key.name}.key_id`) }, change: () => after });
  for (const { spot } of key.spots) draft.truth.delete(`kms-alias ${spot.address}`);
  return references(`aws_kms_alias.${name}.${draft.random.pick(['arn', 'target_key_arn'])}`);
}

/** A key that was there, with an alias that stays, goes, or never was. */
export function addOldKey(draft: Draft, place: Place): void {
  const arn = keyArn(draft);
  const id = arn.split('/')[1] ?? '';
  const rotates = draft.random.chance(0.7);
  const key = { key_id: id, id, arn, enable_key_rotation: rotates };
  const spotKeys = place.addresses.length > 1 ? undefined : draft.random.pick([undefined, ['k']]);
  const block = draft.add({ place: draft.root, type: 'aws_kms_key', name: draft.name(), keys: spotKeys, change: () => kept(key) });
  const fate = draft.random.pick(['stays', 'goes', 'never', 'comes'] as const);
  const alias = { name: `alias/sandbox-apps-${draft.number()}`, target_key_id: id, target_key_arn: arn, id: 'x', arn: 'y' };
  const changes: Record<'stays' | 'goes' | 'comes', Change> = {
    stays: kept(alias),
    goes: { actions: ['delete'], before: alias, after: null, unknown: {} },
    comes: created({ name: alias.name, target_key_id: id, target_key_arn: arn }),
  };
  if (fate !== 'never') {
    const expressions = { target_key_id: references(`aws_kms_key.${block.name}${spotKeys ? '["k"]' : ''}.key_id`) };
    draft.add({ place: draft.root, type: 'aws_kms_alias', name: draft.name(), expressions, change: () => changes[fate] });
  }
  for (const { spot } of block.spots) {
    draft.state('kms-rotation', spot.address, rotates ? 'pass' : 'fail', false);
    draft.state('kms-alias', spot.address, fate === 'stays' || fate === 'comes' ? 'pass' : withoutAlias(draft), fate === 'goes');
  }
}
