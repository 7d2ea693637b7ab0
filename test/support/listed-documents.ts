import type { TestArchive } from './archive.js';

/** A document and where its files lie. */
export interface ListedDocument {
  readonly id: string;
  readonly kind: 'PHOTO' | 'VIDEO';
  /** `<root name>/<relative path>` of every file. */
  readonly paths: readonly string[];
}

interface Node {
  readonly id: string;
  readonly kind: ListedDocument['kind'];
  readonly sources: readonly { readonly path: string }[];
}

interface Page {
  readonly images: {
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
    readonly edges: readonly { readonly node: Node & { readonly stack: readonly { readonly image: Node }[] } }[];
  };
}

const FIELDS = 'id kind sources { path }';
const QUERY = `query ($after: String) {
  images(first: 200, after: $after) { pageInfo { hasNextPage endCursor } edges { node { ${FIELDS} stack { image { ${FIELDS} } } } } }
}`;

/** Every document of the archive, those that stand under another picture of their stack as well. */
export async function listDocuments(archive: Pick<TestArchive, 'ask'>): Promise<ListedDocument[]> {
  const listed: ListedDocument[] = [];
  for (let after: string | null = null, isMore = true; isMore;) {
    const { images }: Page = await archive.ask<Page>(QUERY, { after });
    const nodes = images.edges.flatMap(({ node }) => (node.stack.length > 0 ? node.stack.map(({ image }) => image) : [node]));
    listed.push(...nodes.map(({ id, kind, sources }) => ({ id, kind, paths: sources.map(({ path }) => path) })));
    after = images.pageInfo.endCursor;
    isMore = images.pageInfo.hasNextPage;
  }
  return listed;
}
