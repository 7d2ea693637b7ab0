import type { TestArchive } from './archive.js';

/** Exactly one of a picture of the archive, uploaded bytes, or words; how it counts beside others. */
export interface Part {
  readonly imageId?: string;
  readonly path?: string;
  readonly upload?: Uint8Array;
  readonly text?: string;
  readonly region?: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
  readonly frameMs?: number;
  readonly mode?: 'more' | 'less' | 'not';
  readonly weight?: number;
}

/** A query as both adapters take it: one part by itself, and further ones that are weighed with it. */
export interface Question extends Part {
  /** Without uploads: REST takes one file. */
  readonly further?: readonly Part[];
  readonly threshold?: number;
  readonly topK?: number;
  readonly filter?: { readonly keyword?: string; readonly kind?: 'photo' | 'video'; readonly roots?: readonly string[] };
}

/** One row of an answer in the words of GraphQL. */
export interface Hit {
  readonly similarity: number | null;
  readonly isQuery: boolean;
  readonly band: string | null;
  readonly image: { readonly id: string; readonly sourcePath: string } | null;
  readonly region: Question['region'] | null;
  readonly frameMs: number | null;
  /** Of a mixture, with each of its parts. */
  readonly cosines: readonly number[];
  readonly previewUrl: string | null;
}

/** What both adapters answer alike. */
export interface Answer {
  readonly query: { readonly kind: string; readonly imageId: string | null; readonly previewUrl: string | null };
  readonly threshold: number;
  readonly topK: number;
  readonly results: readonly Hit[];
  readonly nextBest: readonly Hit[];
}

type Archive = Pick<TestArchive, 'base' | 'owner'>;

/** Asks `POST /api/images/similar`: as JSON, or as a form where there is an upload. Throws what it answers when that is no answer. */
export async function askRest(archive: Archive, question: Question): Promise<Answer> {
  const body = question.upload ? restForm(question) : JSON.stringify(restBody(question));
  const answer = (await post(archive, '/api/images/similar', body)) as RestAnswer;
  const { kind, image_id, preview_url } = answer.query;
  return {
    query: { kind, imageId: image_id, previewUrl: preview_url },
    threshold: answer.threshold,
    topK: answer.top_k,
    results: answer.results.map(hitOfRest),
    nextBest: (answer.next_best ?? []).map(hitOfRest),
  };
}

/** Asks GraphQL's `similarImages`: as JSON, or by the multipart request specification where there is an upload. */
export async function askGraphql(archive: Archive, question: Question): Promise<Answer> {
  const { upload, imageId, path, text, region, frameMs, mode, weight, further = [], ...rest } = question;
  const filter = rest.filter && { ...rest.filter, kind: rest.filter.kind?.toUpperCase() };
  const parts = [{ imageId, path, text, region, frameMs, mode, weight }, ...further];
  const query = parts.map((part) => ({ ...part, mode: part.mode?.toUpperCase() }));
  const variables = { ...rest, filter, query };
  const operation = JSON.stringify({ query: GRAPHQL_QUERY, variables });
  const body = upload ? graphqlForm(operation, upload) : operation;
  const answer = (await post(archive, '/graphql', body)) as { data?: { similarImages: Answer } | null; errors?: unknown };
  if (answer.errors || !answer.data) throw new Error(JSON.stringify(answer));
  const { similarImages: found } = answer.data;
  return {
    ...found,
    query: { ...found.query, kind: found.query.kind.toLowerCase() },
    results: found.results.map(hitOfGraphql),
    nextBest: found.nextBest.map(hitOfGraphql),
  };
}

const HIT = '{ similarity isQuery band image { id sourcePath } region { x y width height } frameMs cosines previewUrl }';
const GRAPHQL_QUERY = `query ($query: [QueryPart!]!, $threshold: Float, $topK: Int! = 50, $filter: ImageFilter) {
  similarImages(query: $query, threshold: $threshold, topK: $topK, filter: $filter) {
    query { kind imageId previewUrl } threshold topK results ${HIT} nextBest ${HIT}
  }
}`;

interface RestHit extends Pick<Hit, 'similarity' | 'band' | 'region'> {
  readonly is_query: boolean;
  readonly frame_ms: number | null;
  readonly cosines?: readonly number[];
  readonly preview_url?: string | null;
  readonly image: { readonly id: string; readonly source_path: string } | null;
}

interface RestAnswer {
  readonly query: { readonly kind: string; readonly image_id: string | null; readonly preview_url: string | null };
  readonly threshold: number;
  readonly top_k: number;
  readonly results: readonly RestHit[];
  readonly next_best?: readonly RestHit[];
}

async function post(archive: Archive, path: string, body: string | FormData): Promise<unknown> {
  const headers = new Headers(archive.owner);
  if (typeof body === 'string') headers.set('content-type', 'application/json');
  const response = await fetch(archive.base + path, { method: 'POST', headers, body });
  const answer: unknown = await response.json();
  if (!response.ok) throw new Error(`${response.status} ${JSON.stringify(answer)}`);
  return answer;
}

function restBody({ threshold, topK, filter, further, ...part }: Question): Record<string, unknown> {
  const options = { threshold, top_k: topK, filters: restFilter(filter) };
  return { ...(further ? { parts: [part, ...further].map(restPart) } : restPart(part)), ...options };
}

function restPart({ imageId, path, text, region, frameMs, mode, weight }: Part): Record<string, unknown> {
  return { image_id: imageId, path, text, region, frame_ms: frameMs, mode, weight };
}

function restForm(question: Question): FormData {
  const { threshold, top_k, filters } = restBody(question);
  const { frameMs: frame_ms, mode, weight, further } = question;
  const form = new FormData();
  const corners = question.region && [question.region.x, question.region.y, question.region.width, question.region.height].join(',');
  const parts = further && JSON.stringify(further.map(restPart));
  const fields = { region: corners, frame_ms, mode, weight, parts, threshold, top_k, filters: filters && JSON.stringify(filters) };
  for (const [name, value] of Object.entries(fields)) if (value !== undefined) form.append(name, String(value));
  form.append('image', new Blob([Buffer.from(question.upload ?? [])]), 'query.jpg');
  return form;
}

function restFilter(filter: Question['filter']): Record<string, unknown> | undefined {
  return filter && { q: filter.keyword, kind: filter.kind, root: filter.roots };
}

function graphqlForm(operation: string, upload: Uint8Array): FormData {
  const form = new FormData();
  form.append('operations', operation);
  form.append('map', JSON.stringify({ 0: ['variables.query.0.upload'] }));
  form.append('0', new Blob([Buffer.from(upload)]), 'query.jpg');
  return form;
}

function hitOfRest({ is_query, frame_ms, image, preview_url: previewUrl = null, cosines = [], ...rest }: RestHit): Hit {
  const shown = image && { id: image.id, sourcePath: image.source_path };
  return { ...rest, isQuery: is_query, frameMs: frame_ms, image: shown, cosines, previewUrl };
}

function hitOfGraphql(hit: Hit): Hit {
  return { ...hit, band: hit.band && hit.band.toLowerCase() };
}
