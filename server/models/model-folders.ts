import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Log } from '../logging.js';
import { modelDescriptor, type ModelDescriptor } from './descriptor.js';

/** A model in a folder of models: its descriptor, and the folder its files are relative to. */
export interface FoundModel {
  readonly descriptor: ModelDescriptor;
  readonly folder: string;
}

/** The models one level below a folder, by their `model.json`; one that does not parse is a logged sentence and left out. */
export async function listModelFolders(parent: string, log: Pick<Log, 'warn'>): Promise<FoundModel[]> {
  const entries = await readdir(parent, { withFileTypes: true }).catch(() => []);
  const folders = entries
    .filter((entry) => !entry.isFile())
    .map((entry) => join(parent, entry.name))
    .sort();
  const found = await Promise.all(folders.map((folder) => readModelFolder(folder, log)));
  return found.filter((model) => model !== null);
}

async function readModelFolder(folder: string, log: Pick<Log, 'warn'>): Promise<FoundModel | null> {
  const text = await readFile(join(folder, 'model.json'), 'utf8').catch(() => null);
  if (text === null) return null;
  try {
    return { descriptor: modelDescriptor.parse(JSON.parse(text)), folder };
  } catch (error) {
    log.warn({ err: error, folder }, 'A model.json is malformed, so its model is left out.');
    return null;
  }
}
