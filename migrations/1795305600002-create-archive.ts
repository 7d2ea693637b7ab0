import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Folders, the files in them, the documents they hold, and what was done with each. */
export class CreateArchive1795305600002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE EXTENSION IF NOT EXISTS vector');
    await runner.query('CREATE EXTENSION IF NOT EXISTS pg_trgm');
    for (const statements of [ROOTS, DOCUMENTS, DOCUMENT_INDEXES, SOURCES, PROCESSING]) await runner.query(statements);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE ingest_failures, processing, document_versions, document_sources, documents, roots');
  }
}

const ROOTS = `
  CREATE TABLE roots (
    id uuid PRIMARY KEY,
    name text NOT NULL UNIQUE CHECK (name <> '' AND position('/' in name) = 0),
    path text NOT NULL UNIQUE,
    kind text NOT NULL CHECK (kind IN ('folder', 'mac-photos', 'facebook', 'upload')),
    sidecars text NOT NULL CHECK (sidecars IN ('beside', 'apart')),
    sentinel text,
    created_at timestamptz NOT NULL DEFAULT now()
  );
  COMMENT ON TABLE roots IS 'Folders the archive reads. They never nest.';
  COMMENT ON COLUMN roots.sentinel IS 'What tells this folder from another one mounted at the same place.';`;

const DOCUMENTS = `
  CREATE TABLE documents (
    id uuid PRIMARY KEY,
    kind text NOT NULL CHECK (kind IN ('photo', 'video')),
    content_hash text NOT NULL UNIQUE CHECK (content_hash ~ '^[0-9a-f]{64}$'),
    pixel_hash text CHECK (pixel_hash ~ '^[0-9a-f]{64}$'),
    mime text NOT NULL,
    format text NOT NULL,
    bytes bigint NOT NULL CHECK (bytes >= 0),
    width integer NOT NULL CHECK (width > 0),
    height integer NOT NULL CHECK (height > 0),
    duration_ms integer CHECK (duration_ms >= 0),
    taken_local timestamp(3) NOT NULL,
    taken_offset_minutes smallint CHECK (taken_offset_minutes BETWEEN -1080 AND 1080),
    taken_precision text NOT NULL CHECK (taken_precision IN ('millisecond', 'second', 'minute', 'day', 'month', 'year', 'unknown')),
    taken_source text NOT NULL CHECK (taken_source IN ('person', 'exif', 'xmp', 'iptc', 'container', 'file-name', 'file-time')),
    latitude double precision CHECK (latitude BETWEEN -90 AND 90),
    longitude double precision CHECK (longitude BETWEEN -180 AND 180),
    camera text,
    lens text,
    exposure text,
    title text,
    description text,
    keywords text[] NOT NULL DEFAULT '{}',
    content text NOT NULL DEFAULT '',
    thumbhash text NOT NULL,
    live_photo_id text,
    thumbnail_version smallint NOT NULL DEFAULT 1,
    stack_id uuid,
    stack_role text CHECK (stack_role IN ('primary', 'live-video', 'raw', 'edit', 'original', 'copy', 'burst')),
    state text NOT NULL DEFAULT 'present' CHECK (state IN ('present', 'missing')),
    hidden boolean NOT NULL DEFAULT false,
    face_count integer NOT NULL DEFAULT 0 CHECK (face_count >= 0),
    poster_ms integer CHECK (poster_ms >= 0),
    created_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz NOT NULL DEFAULT now(),
    CHECK ((stack_id IS NULL) = (stack_role IS NULL)),
    CHECK ((latitude IS NULL) = (longitude IS NULL))
  );
  COMMENT ON TABLE documents IS 'One photo or video, however many files hold it. Titles, descriptions and keywords here are what the machine read; what a person said stands in annotations.';
  COMMENT ON COLUMN documents.taken_local IS 'Wall clock where it was taken: sort key and month of the gallery.';
  COMMENT ON COLUMN documents.content IS 'The text that keyword search reads.';
  COMMENT ON COLUMN documents.hidden IS 'Said by a person; see the ledger.';`;

// The gallery shows one document per stack and none that are hidden; repositories/document-filter.ts says the same words, or this index is not used.
const DOCUMENT_INDEXES = `
  CREATE INDEX documents_gallery ON documents (taken_local DESC, id DESC)
    WHERE NOT hidden AND (stack_role IS NULL OR stack_role = 'primary');
  CREATE INDEX documents_taken ON documents (taken_local DESC, id DESC);
  CREATE INDEX documents_content ON documents USING gin (content gin_trgm_ops);
  CREATE INDEX documents_bytes ON documents (bytes);
  CREATE INDEX documents_stack ON documents (stack_id) WHERE stack_id IS NOT NULL;
  CREATE INDEX documents_live_photo ON documents (live_photo_id) WHERE live_photo_id IS NOT NULL;
  CREATE INDEX documents_pixels ON documents (pixel_hash) WHERE pixel_hash IS NOT NULL;
  CREATE INDEX documents_missing ON documents (id) WHERE state = 'missing';`;

const SOURCES = `
  CREATE TABLE document_sources (
    root_id uuid NOT NULL REFERENCES roots ON DELETE CASCADE,
    path text NOT NULL CHECK (path <> ''),
    document_id uuid NOT NULL REFERENCES documents ON DELETE CASCADE,
    content_hash text NOT NULL,
    bytes bigint NOT NULL,
    modified_ms bigint NOT NULL,
    state text NOT NULL DEFAULT 'present' CHECK (state IN ('present', 'missing')),
    PRIMARY KEY (root_id, path)
  );
  CREATE INDEX document_sources_document ON document_sources (document_id);
  COMMENT ON TABLE document_sources IS 'Files of documents, by path relative to their root. Size and time of change let an unchanged file be skipped unread.';

  CREATE TABLE document_versions (
    document_id uuid NOT NULL REFERENCES documents ON DELETE CASCADE,
    content_hash text NOT NULL,
    bytes bigint NOT NULL,
    seen_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (document_id, content_hash)
  );
  CREATE INDEX document_versions_hash ON document_versions (content_hash);
  CREATE INDEX document_versions_bytes ON document_versions (bytes);
  COMMENT ON TABLE document_versions IS 'Bytes a document had before other programs wrote into its file.';`;

const PROCESSING = `
  CREATE TABLE processing (
    document_id uuid NOT NULL REFERENCES documents ON DELETE CASCADE,
    step text NOT NULL,
    version integer NOT NULL,
    outcome text NOT NULL CHECK (outcome IN ('done', 'failed')),
    code text,
    attempts integer NOT NULL DEFAULT 1,
    at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (document_id, step)
  );
  COMMENT ON TABLE processing IS 'Which version of which step was run over which document: what is missing or older is done by the next run.';

  CREATE TABLE ingest_failures (
    root_id uuid NOT NULL REFERENCES roots ON DELETE CASCADE,
    path text NOT NULL,
    code text NOT NULL,
    message text NOT NULL,
    bytes bigint NOT NULL,
    modified_ms bigint NOT NULL,
    pipeline_version integer NOT NULL,
    attempts integer NOT NULL DEFAULT 1,
    seen_at timestamptz(3) NOT NULL DEFAULT now(),
    PRIMARY KEY (root_id, path)
  );
  CREATE INDEX ingest_failures_seen ON ingest_failures (seen_at DESC, root_id DESC, path DESC);
  COMMENT ON TABLE ingest_failures IS 'Files that could not become documents, with the reason.';`;
