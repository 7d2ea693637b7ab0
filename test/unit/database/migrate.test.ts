import { expect, test } from '@jest/globals';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ENTITIES } from '../../../server/database/entities.js';
import { MIGRATIONS } from '../../../server/database/migrate.js';

const projectDir = join(import.meta.dirname, '../../..');

/** `1795305600001-create-access.ts` as the name of its class. */
function classNameOf(file: string): string {
  const [stamp = '', ...words] = file.replace(/\.ts$/, '').split('-');
  return words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('') + stamp;
}

test('every file of migrations is in the list, oldest first', () => {
  const files = readdirSync(join(projectDir, 'migrations')).sort();
  expect(MIGRATIONS.map((migration) => migration.name)).toEqual(files.map(classNameOf));
});

test('every entity is in the list', () => {
  expect(ENTITIES).toHaveLength(readdirSync(join(projectDir, 'server/database/entities')).length);
});
