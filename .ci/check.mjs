import { spawn } from 'node:child_process';
import { parseArgs } from 'node:util';

// Everything that can be said about the code without running it. Each part is one program; two run at a time.
const PARTS = {
  format: ['prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.'],
  lint: ['eslint/bin/eslint.js', '--max-warnings', '0', '.'],
  types: ['typescript/bin/tsc', '-p', 'tsconfig.json', '--noEmit'],
  'client types': ['vue-tsc/bin/vue-tsc.js', '-p', 'client/tsconfig.json', '--noEmit'],
  boundaries: ['dependency-cruiser/bin/dependency-cruise.mjs', 'server', 'jobs', 'migrations', 'client/src', 'test'],
  'dead code': ['knip/bin/knip.js', '--no-progress'],
  'schema.graphql': ['tsx/dist/cli.mjs', 'server/commands/check-schema.ts'],
  'generated hooks': ['../.ci/check-generated.cjs'],
  'settings page': ['tsx/dist/cli.mjs', 'server/commands/settings-docs.ts'],
};
const AT_ONCE = 2;

const { positionals } = parseArgs({ allowPositionals: true });
const waiting = Object.keys(PARTS).filter((name) => positionals.length === 0 || positionals.some((wanted) => name.includes(wanted)));
const total = waiting.length;
const failed = [];
await Promise.all(Array.from({ length: AT_ONCE }, takeParts));
console.log(
  failed.length === 0 ? `check: all ${total} parts are fine` : `check: ${failed.length} of ${total} parts failed: ${failed.join(', ')}`,
);
process.exitCode = failed.length === 0 ? 0 : 1;

async function takeParts() {
  for (let name = waiting.shift(); name; name = waiting.shift()) {
    const started = performance.now();
    const { code, output } = await runPart(PARTS[name]);
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    console.log(`${code === 0 ? 'ok    ' : 'FAILED'} ${name} (${seconds} s)`);
    if (code === 0) continue;
    failed.push(name);
    console.log(output.trimEnd().replace(/^/gm, '    '));
  }
}

function runPart([program, ...options]) {
  return new Promise((done) => {
    const child = spawn(process.execPath, [`node_modules/${program}`, ...options], { stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    child.stdout.on('data', (chunk) => (output += chunk));
    child.stderr.on('data', (chunk) => (output += chunk));
    child.on('close', (code) => done({ code, output }));
  });
}
