const require = (id) => process.getBuiltinModule(id) ?? (() => { throw new Error('Cannot find module ' + id); })();
import {
  assumeChain,
  assumeRole,
  assumeRoleByToken,
  assumeRoleWithWebIdentity,
  claimsOf,
  cleanSessionName,
  contextWithRole,
  datedToken,
  defaultSessionName,
  getCallerIdentity,
  isSessionName,
  jobRandom,
  parseRoleArn,
  passesByItself,
  roleArnPattern,
  roleOfSession,
  sharedToken
} from "./chunk-DUIDKB3Q.js";
import "./chunk-2QCIIYE3.js";
import "./chunk-XWWFI6TS.js";
import "./chunk-2ANFHKXR.js";
import "./chunk-FJLWJYUI.js";
import "./chunk-IBAIYVMO.js";
import "./chunk-PTJ4QN3J.js";
import "./chunk-XUK7DHFS.js";
import "./chunk-SQMIN5AU.js";
export {
  assumeChain,
  assumeRole,
  assumeRoleByToken,
  assumeRoleWithWebIdentity,
  claimsOf,
  cleanSessionName,
  contextWithRole,
  datedToken,
  defaultSessionName,
  getCallerIdentity,
  isSessionName,
  jobRandom,
  parseRoleArn,
  passesByItself,
  roleArnPattern,
  roleOfSession,
  sharedToken
};
