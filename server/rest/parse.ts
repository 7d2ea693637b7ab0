import { z } from 'zod';
import { AppError } from '../errors.js';
import type { DocumentFilter } from '../repositories/document-filter.js';
import { MOST_SAMPLES } from '../services/cluster-profile.js';
import type { CollapsingRequest } from '../services/duplicate-collapser.js';
import type { QueryPart } from '../services/query-part.js';

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'expected a date as YYYY-MM-DD');
const listed = z.union([z.string(), z.array(z.string())]).transform((value) => (Array.isArray(value) ? value : [value]));
const flag = z.union([z.boolean(), z.enum(['true', 'false']).transform((text) => text === 'true')]);
const faceCount = z.union([
  z.number(),
  z
    .string()
    .regex(/^\d{1,5}$/, 'expected a number')
    .transform(Number),
]);

const filterFields = {
  person: listed.optional(),
  not_person: listed.optional(),
  only_person: listed.optional(),
  cluster: listed.optional(),
  kind: z.enum(['photo', 'video']).optional(),
  from: day.optional(),
  to: day.optional(),
  root: listed.optional(),
  has_faces: flag.optional(),
  min_faces: faceCount.optional(),
  max_faces: faceCount.optional(),
  has_place: flag.optional(),
  hidden: z.enum(['without', 'with', 'only']).optional(),
};

const galleryQuery = z.strictObject({
  ...filterFields,
  q: z.string().max(200).optional(),
  page_size: z.coerce.number().int().min(1).max(500).default(60),
  cursor: z.string().max(500).optional(),
});

const clustersQuery = z.strictObject({
  kind: z.enum(['kmeans', 'user']).optional(),
  samples: z.coerce.number().int().min(0).max(MOST_SAMPLES).default(6),
});

const region = z.strictObject({ x: z.number(), y: z.number(), width: z.number(), height: z.number() });
const filters = z.strictObject({ ...filterFields, q: z.string().max(200).optional() });

const partFields = {
  image_id: z.string().optional(),
  path: z.string().max(4096).optional(),
  text: z.string().optional(),
  region: region.optional(),
  frame_ms: z.number().optional(),
};

const mixedPart = z.strictObject({
  ...partFields,
  mode: z.enum(['more', 'less', 'not']).optional(),
  weight: z.number().optional(),
});

const similarBody = z.strictObject({
  ...partFields,
  parts: z.array(mixedPart).optional(),
  threshold: z.number().optional(),
  top_k: z.number().optional(),
  collapse: z.boolean().optional(),
  filters: filters.optional(),
});

// An empty field is no zero.
const decimal = z.string().regex(/\S/, 'expected a number').transform(Number).pipe(z.number());

const commaRegion = z
  .string()
  .transform((text) => text.split(','))
  .pipe(z.tuple([decimal, decimal, decimal, decimal]))
  .transform(([x, y, width, height]) => ({ x, y, width, height }));

const similarFields = z.strictObject({
  region: commaRegion.optional(),
  frame_ms: decimal.optional(),
  mode: z.enum(['more', 'less', 'not']).optional(),
  weight: decimal.optional(),
  parts: z.string().transform(parseJson).pipe(z.array(mixedPart)).optional(),
  threshold: decimal.optional(),
  top_k: decimal.optional(),
  collapse: flag.optional(),
  filters: z.string().transform(parseJson).pipe(filters).optional(),
});

type FilterFields = z.infer<typeof filters>;

/** The filter of the archive that REST's names stand for. */
function filterOf(fields: FilterFields): DocumentFilter {
  return {
    keyword: fields.q,
    kind: fields.kind,
    from: fields.from,
    to: fields.to,
    roots: fields.root,
    persons: fields.person,
    notPersons: fields.not_person,
    onlyPersons: fields.only_person,
    clusters: fields.cluster,
    hasFaces: fields.has_faces,
    minFaces: fields.min_faces,
    maxFaces: fields.max_faces,
    hasPlace: fields.has_place,
    hidden: fields.hidden,
  };
}

/** Query string of the gallery; repeated fields are lists. Throws BAD_REQUEST naming the first fault. */
export function parseGalleryQuery(search: URLSearchParams): { filter: DocumentFilter; first: number; after: string | null } {
  const query = parsed(galleryQuery, recordOf(search));
  return { filter: filterOf(query), first: query.page_size, after: query.cursor ?? null };
}

/** Query string of the list of clusters. Throws BAD_REQUEST naming the first fault. */
export function parseClustersQuery(search: URLSearchParams): z.infer<typeof clustersQuery> {
  return parsed(clustersQuery, recordOf(search));
}

/** JSON body of a similarity query: one part by itself, or `parts`. Throws BAD_REQUEST naming the first fault, also for an unknown field. */
export function parseSimilarBody(body: unknown): CollapsingRequest {
  const query = parsed(similarBody, body ?? {});
  const isAlone = Object.keys(partFields).some((field) => field in query);
  if (isAlone && query.parts) throw new AppError('BAD_REQUEST', 'Expected either one query or "parts" but received both.');
  return {
    parts: (query.parts ?? [query]).map(partOf),
    threshold: query.threshold,
    topK: query.top_k,
    collapse: query.collapse,
    filter: query.filters && filterOf(query.filters),
  };
}

/** An uploaded picture and the fields beside it; `parts` are further ones. Throws BAD_REQUEST naming the first fault. */
export function parseSimilarForm(upload: Uint8Array, fields: Readonly<Record<string, string>>): CollapsingRequest {
  const query = parsed(similarFields, fields);
  const { region, frame_ms: frameMs, mode, weight } = query;
  return {
    parts: [{ upload, region, frameMs, mode, weight }, ...(query.parts ?? []).map(partOf)],
    threshold: query.threshold,
    topK: query.top_k,
    collapse: query.collapse,
    filter: query.filters && filterOf(query.filters),
  };
}

function partOf({ image_id: imageId, frame_ms: frameMs, path, text, region, ...rest }: z.infer<typeof mixedPart>): QueryPart {
  return { imageId, path, text, region, frameMs, mode: rest.mode, weight: rest.weight };
}

function recordOf(search: URLSearchParams): Record<string, string | string[]> {
  return Object.fromEntries([...new Set(search.keys())].map((key) => [key, valueOf(search.getAll(key))]));
}

function valueOf(values: string[]): string | string[] {
  return values.length === 1 ? (values[0] ?? '') : values;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new AppError('BAD_REQUEST', 'Expected filters and parts as JSON but received something else.');
  }
}

function parsed<T>(schema: z.ZodType<T>, value: unknown): T {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  const field = issue?.path.join('.');
  throw new AppError('BAD_REQUEST', `${field ? `Field "${field}"` : 'The request'} is malformed: ${issue?.message ?? 'unreadable'}.`);
}
