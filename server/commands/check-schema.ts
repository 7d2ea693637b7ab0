import { readFile, writeFile } from 'node:fs/promises';
import { lexicographicSortSchema, printSchema } from 'graphql';
import { buildArchiveSchema } from '../graphql/schema.js';

// schema.graphql is what the client's types are made from: printed from the resolvers, sorted so that it does not hang on import order.
const file = new URL('../../schema.graphql', import.meta.url);
const printed = `${printSchema(lexicographicSortSchema(buildArchiveSchema()))}\n`;

if (process.argv.includes('--write')) {
  await writeFile(file, printed);
} else if ((await readFile(file, 'utf8')) !== printed) {
  console.error('schema.graphql is not what the resolvers say. Run `npm run schema && npm run codegen` and commit the result.');
  process.exitCode = 1;
}
