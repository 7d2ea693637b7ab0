import type { DocumentRow } from '../repositories/document-row.js';

type Addressed = Pick<DocumentRow, 'id' | 'contentHash'>;

/** Root-relative address of a picture's thumbnail, 512 unless `size=256` or `1440` is added; it changes with the bytes, so it may be cached for ever. */
export function thumbnailUrl(mountPath: string, { id, contentHash }: Addressed): string {
  return `${mountPath}/api/images/${id}/thumbnail?v=${contentHash.slice(0, 12)}`;
}

/** Root-relative address of the thumbnail of a moment of a video. */
export function frameUrl(mountPath: string, { id, contentHash }: Addressed, ms: number): string {
  return `${mountPath}/api/images/${id}/frames/${ms}/thumbnail?v=${contentHash.slice(0, 12)}`;
}

/** Root-relative address of the file itself. */
export function originalUrl(mountPath: string, { id, contentHash }: Addressed): string {
  return `${mountPath}/api/images/${id}/original?v=${contentHash.slice(0, 12)}`;
}

/** Root-relative address of an uploaded query picture's preview. */
export function previewUrl(mountPath: string, previewId: string): string {
  return `${mountPath}/api/images/previews/${previewId}`;
}

/** ISO 8601 wall clock, with an offset only where one is known: `2012-07-14T15:42:00-07:00`. */
export function takenAt({ takenLocal, takenOffsetMinutes }: Pick<DocumentRow, 'takenLocal' | 'takenOffsetMinutes'>): string {
  if (takenOffsetMinutes === null) return takenLocal;
  const minutes = Math.abs(takenOffsetMinutes);
  const pad = (value: number): string => String(value).padStart(2, '0');
  return `${takenLocal}${takenOffsetMinutes < 0 ? '-' : '+'}${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)}`;
}
