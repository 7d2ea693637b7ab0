import type { DocumentRow } from '../repositories/document-row.js';
import type { Repositories } from '../repositories/repositories.js';
import type { Source } from '../repositories/source.repository.js';
import { composeContent } from './content.js';

/** Composes anew the text that keyword search reads, of any number of documents in a handful of queries. */
export async function refreshContents(repositories: Repositories, documentIds: readonly string[]): Promise<void> {
  const documents = await repositories.documents.listByIds(documentIds);
  const sources = grouped(await repositories.sources.listOfDocuments(documentIds));
  const roots = new Map((await repositories.roots.list()).map(({ id, name }) => [id, name]));
  const people = grouped(await repositories.namedSets.listOfDocuments('person', documentIds));
  const clusters = grouped(await repositories.namedSets.listOfDocuments('cluster', documentIds));
  const labels = grouped(await repositories.labels.listOfDocuments(documentIds));
  const pathOf = ({ rootId, path }: Source): string => `${roots.get(rootId) ?? ''}/${path}`;
  const contentOf = (document: DocumentRow): string =>
    composeContent({
      title: document.title,
      description: document.description,
      tags: document.tags,
      people: namesOf(people.get(document.id)),
      clusters: namesOf(clusters.get(document.id)),
      place: document.placeName,
      labels: (labels.get(document.id) ?? []).map(({ label }) => label),
      camera: document.camera,
      sourcePaths: (sources.get(document.id) ?? []).map(pathOf),
    });
  await repositories.saidState.setContents(new Map(documents.map((document) => [document.id, contentOf(document)])));
}

function namesOf(sets: readonly { readonly name: string }[] | undefined): string[] {
  return (sets ?? []).map(({ name }) => name);
}

function grouped<T extends { readonly documentId: string }>(rows: readonly T[]): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const group = groups.get(row.documentId) ?? [];
    group.push(row);
    groups.set(row.documentId, group);
  }
  return groups;
}
