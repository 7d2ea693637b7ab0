import type { ClusterRow } from '../repositories/cluster.repository.js';
import type { DocumentRow } from '../repositories/document-row.js';
import { originalUrl, previewUrl, takenAt, thumbnailUrl } from '../services/image-urls.js';
import type { EchoedPart, SimilarityAnswer, SimilarityHit } from '../services/similarity-answer.js';

/** A document as REST shows it: what is listed here leaves the server, nothing else does. */
export function presentImage(mountPath: string, row: DocumentRow): Record<string, unknown> {
  return {
    id: row.id,
    kind: row.kind,
    source_path: row.sourcePath,
    title: row.title,
    content: row.content,
    width: row.width,
    height: row.height,
    taken_at: takenAt(row),
    thumbnail_url: thumbnailUrl(mountPath, row),
    original_url: originalUrl(mountPath, row),
    face_count: row.faceCount,
    thumbhash: row.thumbhash,
  };
}

/** A cluster as REST shows it, with pictures that stand for it. */
export function presentCluster(mountPath: string, cluster: ClusterRow, samples: readonly DocumentRow[]): Record<string, unknown> {
  const { id, name, kind, description, size, cohesion } = cluster;
  return { id, name, kind, description, size, cohesion, samples: samples.map((row) => presentImage(mountPath, row)) };
}

/** An answer to a similarity query as REST shows it. */
export function presentAnswer(mountPath: string, answer: SimilarityAnswer): Record<string, unknown> {
  const { kind, parts } = answer.query;
  const shownPart = (part: EchoedPart): unknown => ({
    ...presentPart(mountPath, part),
    text: part.text,
    mode: part.mode,
    weight: part.weight,
  });
  const hits = (list: readonly SimilarityHit[]): unknown[] => list.map((hit) => presentHit(mountPath, hit));
  return {
    query: { ...presentPart(mountPath, answer.query), kind, ...(kind === 'mixture' ? { parts: parts.map(shownPart) } : {}) },
    model: answer.model,
    threshold: answer.threshold,
    top_k: answer.topK,
    took_ms: Math.round(answer.tookMs * 10) / 10,
    log_id: answer.logId,
    results: hits(answer.results),
    ...(answer.nextBest.length > 0 ? { next_best: hits(answer.nextBest) } : {}),
  };
}

function presentPart(
  mountPath: string,
  { kind, imageId, previewId }: Omit<EchoedPart, 'kind'> & { kind: string },
): Record<string, unknown> {
  return { kind, image_id: imageId, preview_url: previewId && previewUrl(mountPath, previewId) };
}

function presentHit(mountPath: string, hit: SimilarityHit): Record<string, unknown> {
  return {
    similarity: hit.similarity,
    is_query: hit.isQuery,
    band: hit.band,
    image: hit.image && presentImage(mountPath, hit.image),
    region: hit.region,
    frame_ms: hit.frameMs,
    ...(hit.previewId ? { preview_url: previewUrl(mountPath, hit.previewId) } : {}),
    ...(hit.cosines.length > 0 ? { cosines: hit.cosines } : {}),
    ...(hit.duplicates ? { duplicates: hit.duplicates.map((row) => presentImage(mountPath, row)) } : {}),
  };
}
