const { TestEnvironment } = require('jest-environment-node');

// Inside Jest `process.env` is a copy that native code never sees, so what server/models/onnx-session.ts sets is set here as well.
process.env.ORT_DISABLE_TELEMETRY = '1';

const SHARED_WITH_HOST = [
  'Int8Array',
  'Uint8ClampedArray',
  'Int16Array',
  'Uint16Array',
  'Int32Array',
  'Uint32Array',
  'Float32Array',
  'Float64Array',
  'BigInt64Array',
  'BigUint64Array',
  'DataView',
  'SharedArrayBuffer',
];

/**
 * Node's environment with the host's typed arrays: native addons check `instanceof` against the host realm, so without this
 * onnxruntime says "A float32 tensor's data must be type of function Float32Array". ArrayBuffer and Uint8Array are shared by Jest itself.
 */
module.exports = class HostArraysEnvironment extends TestEnvironment {
  async setup() {
    await super.setup();
    for (const name of SHARED_WITH_HOST) this.global[name] = globalThis[name];
  }
};
