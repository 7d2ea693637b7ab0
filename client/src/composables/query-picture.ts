import { shallowRef } from 'vue';

/** A picture that was dropped, pasted or picked, kept only as long as this page stays open. */
export interface QueryPicture {
  readonly file: File;
  /** For showing it at once. */
  readonly url: string;
}

// Each holds a file's bytes; going back further than this asks to drop it again.
const KEPT = 12;
const held = new Map<string, QueryPicture>();
let lastKey = 0;

/** Who takes the next picture by its key; null while it is a question of its own. */
export const pictureTaker = shallowRef<((key: string) => void) | null>(null);

// Browsers give these no type of their own.
const NAMED_LIKE_PICTURES = /\.(heic|heif|avif|tiff?|dng|cr2|cr3|nef|arw|raf|orf|rw2|mov|mkv|avi|m4v)$/i;

/** Keeps a picture and gives the key that stands for it in the address. */
export function holdPicture(file: File): string {
  // The time, so that an address from before a reload names no other picture.
  const key = `${Date.now().toString(36)}-${++lastKey}`;
  held.set(key, { file, url: URL.createObjectURL(file) });
  for (const [old, picture] of held) {
    if (held.size <= KEPT) break;
    URL.revokeObjectURL(picture.url);
    held.delete(old);
  }
  return key;
}

/** The picture of a key, null after a reload. */
export function findPicture(key: string): QueryPicture | null {
  return held.get(key) ?? null;
}

/** Whether a file may be a picture or a video; the server looks at the bytes. */
export function looksLikePicture(file: File): boolean {
  return /^(image|video)\//.test(file.type) || NAMED_LIKE_PICTURES.test(file.name);
}
