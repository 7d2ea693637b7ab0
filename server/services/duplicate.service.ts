import type { Actor } from '../context.js';
import type { DocumentRow } from '../repositories/document-row.js';
import { checkPageSize, decodeCursor, encodeCursor, toPage, type Page, type PageRequest } from '../repositories/paging.js';
import type { CopyRow, DuplicateMark, DuplicatePairRow } from '../repositories/duplicate.repository.js';
import type { Repositories } from '../repositories/repositories.js';
import { groupPairs, type PictureGroup } from './duplicate-groups.js';
import { reasonsFor, standingOf } from './better-file.js';
import { copyReasons, isDecided, matchSentence, spareBytesOf } from './duplicate-words.js';
import type { ModelRegistry } from './model-registry.js';
import { SHOWN_MODEL } from './duplicate-finder.js';
import type { Sight, VisibleDocuments } from './visible-documents.js';

/** Files with the same bytes; pictures saved again; pictures that are nearly the same. */
export type DuplicateKind = 'exact' | 'same' | 'near';

/** Which groups: of one kind or of all, and those that were decided or those that were not. */
export interface DuplicateFilter {
  readonly kind?: DuplicateKind | null;
  readonly isDecided: boolean;
}

/** One of several duplicates: a document, of an exact group one of its files. */
export interface DuplicateMember {
  readonly image: DocumentRow;
  /** `<root name>/<relative path>`. */
  readonly path: string;
  readonly known: number;
  readonly isBetter: boolean;
  readonly mark: DuplicateMark | null;
  /** Sentences: of the better one why it is, of another how it stands to the better one. */
  readonly reasons: readonly string[];
}

/** Why two of a group are in it. */
export interface DuplicatePair extends DuplicatePairRow {
  /** A sentence. */
  readonly why: string;
}

/** Duplicates of each other, the better one first. */
export interface DuplicateGroup {
  readonly id: string;
  /** After which a page starts that goes on here. */
  readonly cursor: string;
  readonly kind: DuplicateKind;
  readonly members: readonly DuplicateMember[];
  readonly pairs: readonly DuplicatePair[];
  readonly isDecided: boolean;
  /** How much all but the better one take on the disk. */
  readonly spareBytes: number;
}

/** How many groups wait for a decision, and what was marked. */
export interface DuplicateCounts {
  readonly exact: number;
  readonly same: number;
  readonly near: number;
  readonly decided: number;
  /** Bytes of all but the better one of each group that is not decided. */
  readonly spareBytes: number;
}

type Found =
  | (Omit<PictureGroup, 'kind'> & Ranked & { readonly kind: 'same' | 'near' })
  | (Ranked & { readonly kind: 'exact'; readonly copies: readonly CopyRow[] });
interface Ranked {
  readonly id: string;
  readonly spareBytes: number;
  readonly isDecided: boolean;
}

const KINDS: readonly DuplicateKind[] = ['exact', 'same', 'near'];
const CURSOR = [/^[012]$/, /^\d{1,18}$/, /^(exact|same|near):[0-9a-f-]{36}$/];

/** Pictures that are duplicates of each other, as a person may see them. */
export class DuplicateService {
  constructor(
    private readonly repositories: Pick<Repositories, 'duplicates' | 'settings' | 'sources'>,
    private readonly models: Pick<ModelRegistry, 'current'>,
    private readonly sight: Sight,
  ) {}

  /** Groups, exact ones first, of each kind those first that take most room. Throws BAD_REQUEST for a malformed size or cursor. */
  async list(filter: DuplicateFilter, { first, after }: PageRequest, actor: Actor): Promise<Page<DuplicateGroup> & { totalCount: number }> {
    checkPageSize(first);
    const start = after ? decodeCursor(after, CURSOR) : null;
    const documents = this.sight(actor);
    const all = (await this.findAll(documents)).filter(
      (group) => group.isDecided === filter.isDecided && (!filter.kind || group.kind === filter.kind),
    );
    const beyond = start ? all.filter((group) => compareKeys(keyOf(group), start) > 0) : all;
    const page = toPage(beyond.slice(0, first + 1), first, keyOf);
    return { ...page, rows: await this.present(page.rows, documents), totalCount: all.length };
  }

  async count(actor: Actor): Promise<DuplicateCounts> {
    const all = await this.findAll(this.sight(actor));
    const open = all.filter((group) => !group.isDecided);
    const of = (kind: DuplicateKind): number => open.filter((group) => group.kind === kind).length;
    return {
      ...{ exact: of('exact'), same: of('same'), near: of('near'), decided: all.length - open.length },
      spareBytes: open.reduce((sum, { spareBytes }) => sum + spareBytes, 0),
    };
  }

  /** Every pair that is shown among some documents. */
  async pairsAmong(documentIds: readonly string[]): Promise<DuplicatePairRow[]> {
    return documentIds.length < 2 ? [] : this.repositories.duplicates.listPairs(await this.shownModel(), documentIds);
  }

  /**
   * The files that a person marked as spare, `<root name>/<relative path>`, by path. A file is listed only while something that a person
   * said is kept shows the same, so that whoever deletes by the list loses no picture.
   */
  async listSpareFiles(): Promise<string[]> {
    const { duplicates, sources } = this.repositories;
    const spares = replaceable(await duplicates.listMarked(), await duplicates.listPairs(await this.shownModel()));
    const files = (await sources.listNamed(spares)).filter(({ isPresent }) => isPresent).map(({ path }) => path);
    const copies = await duplicates.listCopies();
    const keptFiles = new Set(copies.filter(({ mark }) => mark === 'keep').map(({ path }) => path));
    for (const group of byDocument(copies)) {
      const marked = group.filter(({ mark }) => mark === 'spare');
      if (marked.length < group.length) files.push(...marked.map(({ path }) => path));
    }
    return [...new Set(files)].filter((path) => !keptFiles.has(path)).sort();
  }

  private async shownModel(): Promise<number> {
    const shown = await this.repositories.settings.get(SHOWN_MODEL);
    return typeof shown === 'number' ? shown : (await this.models.current()).id;
  }

  // What is hidden takes no part, also for the owner: no group shows by a gap that there is something.
  private async findAll(documents: VisibleDocuments): Promise<Found[]> {
    const { duplicates } = this.repositories;
    const hidden = (await documents.scopeOf({})).without ?? new Set<string>();
    const pairs = (await duplicates.listPairs(await this.shownModel())).filter(
      (pair) => !hidden.has(pair.firstId) && !hidden.has(pair.secondId),
    );
    const files = await duplicates.listCompared([...new Set(pairs.flatMap(({ firstId, secondId }) => [firstId, secondId]))]);
    const pictures = groupPairs(pairs, files).map((group): Found => {
      const ranked = {
        id: `${group.kind}:${group.files[0]?.id ?? ''}`,
        spareBytes: spareBytesOf(group.files),
        isDecided: isDecided(group.files),
      };
      return { ...group, ...ranked };
    });
    const copies = byDocument((await duplicates.listCopies()).filter(({ documentId }) => !hidden.has(documentId))).map((group): Found => {
      const ranked = { id: `exact:${group[0]?.documentId ?? ''}`, spareBytes: spareBytesOf(group), isDecided: isDecided(group) };
      return { kind: 'exact', copies: group, ...ranked };
    });
    return [...copies, ...pictures].sort((a, b) => compareKeys(keyOf(a), keyOf(b)));
  }

  private async present(groups: readonly Found[], documents: VisibleDocuments): Promise<DuplicateGroup[]> {
    const ids = groups.flatMap((group) =>
      group.kind === 'exact' ? group.copies.map((copy) => copy.documentId) : group.files.map(({ id }) => id),
    );
    const rows = new Map((await documents.listByIds(ids)).map((row) => [row.id, row]));
    return groups.map((group) => {
      const { id, kind, spareBytes, isDecided: decided } = group;
      const shown = { id, kind, spareBytes, isDecided: decided, cursor: encodeCursor(keyOf(group)) };
      if (group.kind === 'exact') return { ...shown, members: copiesOf(group.copies, rows), pairs: [] };
      return { ...shown, members: membersOf(group, rows), pairs: group.pairs.map((pair) => ({ ...pair, why: matchSentence(pair) })) };
    });
  }
}

function keyOf({ id, kind, spareBytes }: Pick<DuplicateGroup, 'id' | 'kind' | 'spareBytes'>): string[] {
  return [String(KINDS.indexOf(kind)), String(spareBytes), id];
}

// By kind, then by room, the most first, then by id.
function compareKeys([kind = '', bytes = '', id = '']: readonly string[], [kind2 = '', bytes2 = '', id2 = '']: readonly string[]): number {
  if (kind !== kind2) return kind < kind2 ? -1 : 1;
  if (bytes !== bytes2) return Number(bytes2) - Number(bytes);
  return id < id2 ? -1 : Number(id > id2);
}

function byDocument(copies: readonly CopyRow[]): CopyRow[][] {
  const groups = new Map<string, CopyRow[]>();
  for (const copy of copies) groups.set(copy.documentId, [...(groups.get(copy.documentId) ?? []), copy]);
  return [...groups.values()].filter((group) => group.length > 1);
}

function copiesOf(copies: readonly CopyRow[], rows: ReadonlyMap<string, DocumentRow>): DuplicateMember[] {
  return copies.flatMap(({ documentId, path, mark }, index) => {
    const image = rows.get(documentId);
    const isBetter = index === 0;
    return image ? [{ image, path, mark, isBetter, known: 0, reasons: copyReasons(isBetter) }] : [];
  });
}

function membersOf({ files }: PictureGroup, rows: ReadonlyMap<string, DocumentRow>): DuplicateMember[] {
  const [better, next] = files;
  return files.flatMap((file) => {
    const image = rows.get(file.id);
    if (!image || !better || !next) return [];
    const isBetter = file === better;
    const reasons = isBetter ? reasonsFor(better, next) : standingOf(file, better);
    return [{ image, path: image.sourcePath, known: file.known, mark: file.mark, isBetter, reasons }];
  });
}

// Spare documents that are a pair with one that is kept, or with another marked one that is: the better one of a group need not be the one kept.
function replaceable(marks: ReadonlyMap<string, DuplicateMark>, pairs: readonly DuplicatePairRow[]): string[] {
  const marked = pairs.filter(({ firstId, secondId }) => marks.has(firstId) && marks.has(secondId));
  const besides = (known: ReadonlySet<string>): Set<string> =>
    new Set(
      marked.flatMap(({ firstId, secondId }) => [...(known.has(firstId) ? [secondId] : []), ...(known.has(secondId) ? [firstId] : [])]),
    );
  const kept = new Set([...marks].filter(([, mark]) => mark === 'keep').map(([id]) => id));
  const near = besides(kept);
  const reached = new Set([...near, ...besides(near)]);
  return [...marks.keys()].filter((id) => marks.get(id) === 'spare' && reached.has(id));
}
