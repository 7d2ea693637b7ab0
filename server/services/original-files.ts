import { AppError } from '../errors.js';
import { isId } from '../ids.js';
import type { Source, SourceRepository } from '../repositories/source.repository.js';
import type { RootRepository } from '../repositories/root.repository.js';
import { parseSourcePath, resolveInside } from '../security/paths.js';

/** Where the files of documents lie. No path leaves this class without having been checked to lie inside its root (promise 8). */
export class OriginalFiles {
  constructor(
    private readonly roots: RootRepository,
    private readonly sources: SourceRepository,
  ) {}

  /** The id of the document of an indexed `<root name>/<relative path>`. Throws the same NOT_FOUND for everything else. */
  async getDocumentId(sourcePath: string): Promise<string> {
    const { rootName, path } = parseSourcePath(sourcePath);
    const root = await this.roots.findByName(rootName);
    const source = root && (await this.sources.find(root.id, path));
    if (!source) throw notFound();
    return source.documentId;
  }

  /** Absolute path of a file of the document that is there now. Throws NOT_FOUND for an unknown document, UNAVAILABLE when no file is there. */
  async getPath(documentId: string): Promise<string> {
    return (await this.getFile(documentId)).absolutePath;
  }

  /** A file of the document that is there now, and where. Throws as `getPath`. */
  async getFile(documentId: string): Promise<{ source: Source; absolutePath: string }> {
    const sources = isId(documentId) ? await this.sources.listOfDocuments([documentId]) : [];
    if (sources.length === 0) throw notFound();
    const roots = new Map((await this.roots.list()).map((root) => [root.id, root]));
    for (const source of sources.filter(({ state }) => state === 'present')) {
      const absolutePath = await findInside(roots.get(source.rootId)?.path, source.path);
      if (absolutePath) return { source, absolutePath };
    }
    throw new AppError('UNAVAILABLE', 'The file cannot be found now. Is its disk connected?');
  }
}

function notFound(): AppError {
  return new AppError('NOT_FOUND', 'There is no such picture in the archive.');
}

async function findInside(root: string | undefined, path: string): Promise<string | null> {
  try {
    return root === undefined ? null : await resolveInside(root, path);
  } catch {
    return null;
  }
}
