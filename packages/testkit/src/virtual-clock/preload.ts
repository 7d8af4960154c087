/**
 * Loaded by `node --import` before the program: replaces the global timers, `Date` and `performance.now` by virtual ones.
 * Time jumps to the next timer when nothing is in flight; with requests outstanding, when nothing has happened for a while.
 */
import { syncBuiltinESMExports } from 'node:module';
import timers from 'node:timers';
import { promisify } from 'node:util';
import { knock } from './liveness.ts';
import { watchChildren, watchFetches, watchRequests } from './traffic.ts';
import { type RealTime, type Traffic, VirtualTime } from './virtual-time.ts';

const real: RealTime = {
  setTimeout: globalThis.setTimeout,
  setImmediate: globalThis.setImmediate,
  clearTimeout: globalThis.clearTimeout,
  monotonic: performance.now.bind(performance),
};
const RealDate = Date;
const epoch = Number(process.env['SLIPWAY_VIRTUAL_EPOCH'] ?? RealDate.now());
const quietMs = Number(process.env['SLIPWAY_VIRTUAL_QUIET_MS'] ?? 50);
const traffic: Traffic = { requests: 0, children: 0, knock: async () => {}, lastActivity: real.monotonic() };
const time = new VirtualTime(epoch, traffic, real, quietMs);

type Callback = (...args: unknown[]) => void;
const setVirtualTimeout = (callback: Callback, delay?: unknown, ...args: unknown[]) => time.add(callback, delay, args, false);
const setVirtualInterval = (callback: Callback, delay?: unknown, ...args: unknown[]) => time.add(callback, delay, args, true);
const clearVirtual = (timer: unknown) => time.clear(timer);
Object.defineProperty(setVirtualTimeout, promisify.custom, {
  value: (delay: unknown, value: unknown) => new Promise((resolve) => time.add(() => resolve(value), delay, [], false)),
});

const replaced = {
  setTimeout: setVirtualTimeout,
  setInterval: setVirtualInterval,
  clearTimeout: clearVirtual,
  clearInterval: clearVirtual,
};
Object.assign(globalThis, replaced);
Object.assign(timers, replaced);
syncBuiltinESMExports();

globalThis.Date = new Proxy(RealDate, {
  apply: () => new RealDate(time.now()).toString(),
  construct: (target, args, newTarget) => Reflect.construct(target, args.length === 0 ? [time.now()] : args, newTarget) as object,
  get: (target, key, receiver) => (key === 'now' ? () => time.now() : Reflect.get(target, key, receiver)),
});
Object.defineProperty(performance, 'now', { value: () => time.now() - epoch, configurable: true, writable: true });

watchRequests(traffic, time, (peer) => {
  traffic.knock = () => knock(peer, real.setTimeout);
});
watchFetches(traffic, time);
watchChildren(traffic, time);
