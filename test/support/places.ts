import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';

const projectDir = resolve(import.meta.dirname, '../..');

/** Absolute folder of the project's shared test data and models: TEST_SHARED_DIR, else `../shared` beside the project. */
export const sharedDir = resolve(process.env.TEST_SHARED_DIR || join(projectDir, '../shared'));

/** URL of a real PostgreSQL with pgvector that tests may fill and empty, or null. */
export const postgresUrl: string | null = process.env.TEST_DATABASE_URL || null;

/** Folder for pictures of the client's pages, for people to look at, or null. */
export const screenshotsDir: string | null = process.env.SCREENSHOTS_DIR || null;

/** Absolute path of the browser that tests may start, or null. */
export const chromiumPath: string | null =
  [process.env.CHROMIUM_PATH, '/usr/bin/chromium'].find((path) => path && existsSync(path)) ?? null;
