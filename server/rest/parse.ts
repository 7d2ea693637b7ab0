import { z } from 'zod';
import { AppError } from '../errors.js';
import type { DocumentFilter } from '../repositories/document-filter.js';
import type { CollapsingRequest } from '../services/duplicate-collapser.js';

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'expected a date as YYYY-MM-DD');
const listed = z.union([z.string(), z.array(z.string())]).transform((value) => (Array.isArray(value) ? value : [value]));
const flag = z.union([z.boolean(), z.enum(['true', 'false']).transform((text) => text === 'true')]);

const filterFields = {
  person: listed.optional(),
  not_person: listed.optional(),
  cluster: listed.optional(),
  kind: z.enum(['photo', 'video']).optional(),
  from: day.optional(),
  to: day.optional(),
  root: listed.optional(),
  has_faces: flag.optional(),
  has_place: flag.optional(),
  hidden: z.enum(['without', 'with', 'only']).optional(),
};

const galleryQuery = z.strictObject({
  ...filterFields,
  q: z.string().max(200).optional(),
  page_size: z.coerce.number().int().min(1).max(500).default(60),
  cursor: z.string().max(500).optional(),
});

const region = z.strictObject({ x: z.number(), y: z.number(), width: z.number(), height: z.number() });
const filters = z.strictObject({ ...filterFields, q: z.string().max(200).optional() });

const similarBody = z.strictObject({
  image_id: z.string().optional(),
  path: z.string().max(4096).optional(),
  text: z.string().optional(),
  region: region.optional(),
  frame_ms: z.number().optional(),
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
    clusters: fields.cluster,
    hasFaces: fields.has_faces,
    hasPlace: fields.has_place,
    hidden: fields.hidden,
  };
}

/** Query string of the gallery; repeated fields are lists. Throws BAD_REQUEST naming the first fault. */
export function parseGalleryQuery(search: URLSearchParams): { filter: DocumentFilter; first: number; after: string | null } {
  const record = Object.fromEntries([...new Set(search.keys())].map((key) => [key, valueOf(search.getAll(key))]));
  const query = parsed(galleryQuery, record);
  return { filter: filterOf(query), first: query.page_size, after: query.cursor ?? null };
}

/** JSON body of a similarity query. Throws BAD_REQUEST naming the first fault, also for an unknown field. */
export function parseSimilarBody(body: unknown): CollapsingRequest {
  const query = parsed(similarBody, body ?? {});
  return {
    imageId: query.image_id,
    path: query.path,
    text: query.text,
    region: query.region,
    frameMs: query.frame_ms,
    threshold: query.threshold,
    topK: query.top_k,
    collapse: query.collapse,
    filter: query.filters && filterOf(query.filters),
  };
}

/** Fields that come beside an uploaded picture. Throws BAD_REQUEST naming the first fault. */
export function parseSimilarFields(fields: Readonly<Record<string, string>>): CollapsingRequest {
  const query = parsed(similarFields, fields);
  return {
    region: query.region,
    frameMs: query.frame_ms,
    threshold: query.threshold,
    topK: query.top_k,
    collapse: query.collapse,
    filter: query.filters && filterOf(query.filters),
  };
}

function valueOf(values: string[]): string | string[] {
  return values.length === 1 ? (values[0] ?? '') : values;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new AppError('BAD_REQUEST', 'Expected filters as JSON but received something else.');
  }
}

function parsed<T>(schema: z.ZodType<T>, value: unknown): T {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  const field = issue?.path.join('.');
  throw new AppError('BAD_REQUEST', `${field ? `Field "${field}"` : 'The request'} is malformed: ${issue?.message ?? 'unreadable'}.`);
}
