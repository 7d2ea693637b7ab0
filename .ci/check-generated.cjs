const { readFile } = require('node:fs/promises');
// Required, not imported: the package's ESM build does not load beside the versions of graphql-tools that run on Node 20.
const { generate, loadCodegenConfig } = require('@graphql-codegen/cli');

/** Generates the client's types and hooks in memory and compares them with what is committed. */
async function checkGenerated() {
  const { config } = await loadCodegenConfig({ configFilePath: 'codegen.yml' });
  const files = await generate({ ...config, silent: true }, false);
  const committed = await Promise.all(files.map(({ filename }) => readFile(filename, 'utf8').catch(() => '')));
  const stale = files.filter(({ content }, position) => content !== committed[position]).map(({ filename }) => filename);
  if (stale.length === 0) return;
  console.error(
    `Not what schema.graphql and the client's operations say: ${stale.join(', ')}. Run \`npm run codegen\` and commit the result.`,
  );
  process.exitCode = 1;
}

void checkGenerated();
