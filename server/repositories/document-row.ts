import { PRIMARY_FIRST } from './source.repository.js';
import type { DocumentEntity, StackRole } from '../database/entities/document.entity.js';

/** A document as everyone shows it: what a person said, else what was said elsewhere, else what the machine read. */
export interface DocumentRow extends Omit<DocumentEntity, 'title' | 'description' | 'machineTaken'> {
  /** Effective. */
  readonly title: string | null;
  /** Effective. */
  readonly description: string | null;
  /** Effective, by name: the keywords in the file and the tags that were said, without those that a person took off. */
  readonly tags: string[];
  /** Effective. */
  readonly favourite: boolean;
  /** Name of the place, where a person said one. Latitude and longitude are effective too. */
  readonly placeName: string | null;
  readonly machineTitle: string | null;
  readonly machineDescription: string | null;
  /** `<root name>/<relative path>` of the primary file; empty when no file is known any more. */
  readonly sourcePath: string;
  /** What else stands under it in its stack, such as the video of a Live Photo; null where nothing does. */
  readonly stackedRole: StackRole | null;
  /** Whether a person hid it, or the picture that it stands under. */
  readonly isHidden: boolean;
}

/** What the gallery shows of `documents d`: nothing that is hidden, and of a stack its primary alone. */
export const IN_GALLERY = `NOT d.hidden AND (d.stack_role IS NULL OR d.stack_role = 'primary')`;

const COLUMNS = `
  d.id, d.kind, d.content_hash AS "contentHash", d.pixel_hash AS "pixelHash", d.mime, d.format, d.bytes, d.width, d.height,
  d.duration_ms AS "durationMs", d.taken_local AS "takenLocal", d.taken_offset_minutes AS "takenOffsetMinutes",
  d.taken_precision AS "takenPrecision", d.taken_source AS "takenSource", d.camera, d.lens, d.exposure,
  d.title AS "machineTitle", d.description AS "machineDescription", d.keywords, d.content, d.thumbhash, d.live_photo_id AS "livePhotoId",
  d.thumbnail_version AS "thumbnailVersion", d.stack_id AS "stackId", d.stack_role AS "stackRole", d.state, d.hidden,
  d.face_count AS "faceCount", d.poster_ms AS "posterMs", d.created_at AS "createdAt", d.updated_at AS "updatedAt"`;

// Which ids these are is said once more in document-filter.ts.
const IS_HIDDEN = `(d.hidden OR EXISTS (SELECT FROM documents p WHERE p.stack_id = d.stack_id AND p.stack_role = 'primary' AND p.hidden))`;

// A place that is only named lies where the file says; one that is said to be none (JSON's null) nowhere.
function coordinate(axis: 'latitude' | 'longitude'): string {
  const place = `said.fields->'place'`;
  return `CASE WHEN jsonb_typeof(${place}) = 'null' THEN NULL ELSE coalesce((${place}->>'${axis}')::float8, d.${axis}) END`;
}

const EFFECTIVE = `
  CASE WHEN said.fields ? 'title' THEN said.fields->>'title' ELSE d.title END AS title,
  CASE WHEN said.fields ? 'description' THEN said.fields->>'description' ELSE d.description END AS description,
  ARRAY(SELECT k.tag FROM unnest(d.keywords) AS k (tag) WHERE coalesce(said.tags->k.tag, 'true') = 'true'
    UNION SELECT t.key FROM jsonb_each(said.tags) AS t WHERE t.value = 'true' ORDER BY 1) AS tags,
  coalesce(said.fields->'favourite' = 'true', false) AS favourite,
  said.fields->'place'->>'name' AS "placeName",
  ${coordinate('latitude')} AS latitude, ${coordinate('longitude')} AS longitude,
  coalesce(file.path, '') AS "sourcePath",
  (SELECT m.stack_role FROM documents m WHERE m.stack_id = d.stack_id AND m.id <> d.id AND NOT m.hidden ORDER BY m.stack_role LIMIT 1) AS "stackedRole",
  ${IS_HIDDEN} AS "isHidden"`;

// jsonb_object_agg keeps the last value of a key: a person's own words come last.
const SAID = `
  LEFT JOIN LATERAL (
    SELECT jsonb_object_agg(a.field, a.value ORDER BY a.provenance = 'person', a.provenance DESC) FILTER (WHERE a.element = '') AS fields,
      jsonb_object_agg(a.element, a.value ORDER BY a.provenance = 'person', a.provenance DESC) FILTER (WHERE a.field = 'tags') AS tags
    FROM annotations a WHERE a.document_id = d.id AND a.value IS NOT NULL
  ) said ON true`;

const FILE = `
  LEFT JOIN LATERAL (
    SELECT r.name || '/' || s.path AS path FROM document_sources s JOIN roots r ON r.id = s.root_id
    WHERE s.document_id = d.id ORDER BY ${PRIMARY_FIRST} LIMIT 1
  ) file ON true`;

/**
 * The one SELECT that makes DocumentRow. `chosen` is SQL that gives the rows of `documents` it is about, with order and limit:
 * annotations and files are then joined to those rows only.
 */
export function selectDocuments(chosen: string, order = ''): string {
  return `SELECT ${COLUMNS}, ${EFFECTIVE} FROM (${chosen}) d ${SAID} ${FILE} ${order}`;
}
