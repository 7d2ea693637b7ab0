import type { PicturePartsFragment } from '../graphql/generated/operations.js';
import { formatDay } from './format.js';

/** The sizes in which the server gives thumbnails, longer edge in pixels. */
export type ThumbnailSize = 256 | 512 | 1440;

/** Adds a size to the thumbnail's address. */
export function thumbnailUrl(url: string, size: ThumbnailSize): string {
  return `${url}${url.includes('?') ? '&' : '?'}size=${size}`;
}

/** Name for a screen reader: the title, else file name and day. */
export function pictureName(picture: Pick<PicturePartsFragment, 'title' | 'fileName' | 'takenAt'>): string {
  return picture.title ?? `${picture.fileName}, ${formatDay(picture.takenAt)}`;
}
