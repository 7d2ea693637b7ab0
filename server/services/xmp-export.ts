import { mkdir, realpath } from 'node:fs/promises';
import { basename, dirname, isAbsolute, join, resolve, sep } from 'node:path';
import { AppError } from '../errors.js';
import { writeAtomically } from '../media/file-store.js';
import { renderXmp, type XmpContent } from '../media/xmp.js';
import type { WorkReport } from '../progress.js';
import type { Repositories } from '../repositories/repositories.js';
import type { Root } from '../repositories/root.repository.js';
import type { Source } from '../repositories/source.repository.js';
import type { JobTask } from './job.service.js';

type Failure = WorkReport['failures'][number];

const FILES_PER_SLICE = 500;

/** Hands what was said to other programs: an XMP file for each picture of which something is known, in folders like those of the archive. */
export class XmpExport {
  constructor(private readonly repositories: Pick<Repositories, 'roots' | 'sources' | 'documents' | 'namedSets' | 'faces'>) {}

  /** Writes `<to>/<root name>/<path>.xmp`. Throws BAD_REQUEST for a folder that would put them among the pictures; FORBIDDEN for whoever is not at the machine. */
  async run(to: string, task: JobTask): Promise<WorkReport> {
    if (task.actor.kind !== 'job')
      throw new AppError('FORBIDDEN', 'Only a command on the machine of the archive may write into its folders.');
    if (!isAbsolute(to)) throw new AppError('BAD_REQUEST', `Expected the whole path of a folder but received "${to}".`);
    const roots = await this.repositories.roots.list();
    const folder = await realOf(resolve(to));
    refuseAmongPictures(folder, roots);
    const failures: Failure[] = [];
    let written = 0;
    for await (const { path, content } of this.list(roots, task)) {
      const failure = task.dryRun ? null : await write({ folder, path }, content);
      if (failure) failures.push(failure);
      else written += 1;
      task.progress.step(failure ? 'failed' : 'done');
    }
    return { counts: { written, failed: failures.length }, failures, summary: summaryOf(written, failures.length, task.dryRun) };
  }

  private async *list(roots: readonly Root[], task: JobTask): AsyncGenerator<{ path: string; content: XmpContent }> {
    for (const root of roots) {
      task.progress.phase(`Writing XMP of ${root.name}`, null);
      const files = [...(await this.repositories.sources.listOfRoot(root.id)).values()].filter(({ state }) => state === 'present');
      for (let from = 0; from < files.length && !task.signal.aborted; from += FILES_PER_SLICE) {
        const contents = await this.contentsOf(files.slice(from, from + FILES_PER_SLICE));
        yield* [...contents].map(([path, content]) => ({ path: `${root.name}/${path}.xmp`, content }));
      }
    }
  }

  /** By the path of the file; pictures of which nothing is known are left out. */
  private async contentsOf(files: readonly Source[]): Promise<Map<string, XmpContent>> {
    const ids = [...new Set(files.map(({ documentId }) => documentId))];
    const documents = new Map((await this.repositories.documents.listByIds(ids)).map((document) => [document.id, document]));
    const people = await this.repositories.namedSets.listOfDocuments('person', ids);
    const faces = await this.repositories.faces.listNamed(ids);
    const contents = new Map<string, XmpContent>();
    for (const { path, documentId } of files) {
      const document = documents.get(documentId);
      if (!document) continue;
      const { title, description, tags, width, height } = document;
      const own = faces.filter((face) => face.documentId === documentId);
      const names = people.filter((person) => person.documentId === documentId).map(({ name }) => name);
      const named = [...new Set([...names, ...own.map(({ name }) => name)])].sort();
      if (title ?? description ?? tags[0] ?? named[0])
        contents.set(path, { title, description, keywords: tags, people: named, faces: own, width, height });
    }
    return contents;
  }
}

async function write({ folder, path }: { folder: string; path: string }, content: XmpContent): Promise<Failure | null> {
  try {
    const target = join(folder, path);
    await mkdir(dirname(target), { recursive: true });
    // A link that lay there already could lead among the pictures.
    if ((await realpath(dirname(target))) !== dirname(target)) throw new AppError('CONFLICT', 'A link lies where a folder is to be.');
    await writeAtomically(target, Buffer.from(renderXmp(content)));
    return null;
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? 'unknown error';
    return { path, code: 'unwritable', message: error instanceof AppError ? error.message : `The file cannot be written (${code}).` };
  }
}

function refuseAmongPictures(folder: string, roots: readonly Root[]): void {
  for (const { name, path } of roots) {
    const target = join(folder, name);
    if (!contains(path, folder) && !contains(path, target) && !contains(target, path)) continue;
    throw new AppError(
      'BAD_REQUEST',
      `Expected a folder apart from the pictures, but "${folder}" would mix with "${name}". Choose another.`,
    );
  }
}

/** The real place of a folder that may not be there yet: nothing is made before it is known to be apart. */
async function realOf(folder: string): Promise<string> {
  try {
    return await realpath(folder);
  } catch (error) {
    const isMissing = (error as NodeJS.ErrnoException).code === 'ENOENT';
    if (!isMissing || dirname(folder) === folder) throw new AppError('BAD_REQUEST', `The folder "${folder}" cannot be used.`);
    return join(await realOf(dirname(folder)), basename(folder));
  }
}

function contains(outer: string, inner: string): boolean {
  return inner === outer || inner.startsWith(outer.endsWith(sep) ? outer : outer + sep);
}

function summaryOf(written: number, failed: number, dryRun: boolean): string {
  return dryRun ? `${written} XMP files would be written.` : `${written} XMP files written, ${failed} failed.`;
}
