import { extname } from 'node:path';
import { findFormat, findFormatOfExtension, findFormatSniffedAs, type Format } from './formats.js';

/** How many of a file's first bytes `sniffFormat` wants. */
export const SNIFF_BYTES = 65_536;

const SKIPPED_NAMES = new Set(['thumbs.db', 'ehthumbs.db', 'desktop.ini', 'icon\r', 'picasa.ini', 'zbthumbnail.info', 'photos.sqlite']);

// Companions of pictures and files that cannot be one: opening each of them would double the work of a scan.
const SKIPPED_EXTENSIONS = new Set(
  (
    'json xmp aae xml txt md html htm css js ts csv tsv log ini db sqlite sqlite3 plist ithmb thm lrv nfo srt vtt ' +
    'zip 7z rar gz tar tgz bz2 xz dmg iso pdf doc docx xls xlsx ppt pptx odt svg eps ps ai psd exe dll so dylib ' +
    'mp3 m4a aac wav flac ogg oga opus mid tmp part crdownload lnk url torrent bak pp3 dop cos'
  ).split(' '),
);

/** Whether a folder scan should open a file of this name; unknown extensions and none are opened and told by their bytes. */
export function isWorthOpening(fileName: string): boolean {
  const name = fileName.toLowerCase();
  if (name === '' || name.startsWith('.') || SKIPPED_NAMES.has(name)) return false;
  return !SKIPPED_EXTENSIONS.has(extname(name).slice(1));
}

/** The format of a file by its first bytes; the name only tells RAW dialects of TIFF apart. Null for all that is no picture or video. */
export async function sniffFormat(head: Uint8Array, fileName: string): Promise<Format | null> {
  const quick = quickFormat(Buffer.from(head.buffer, head.byteOffset, head.byteLength));
  if (quick) return quick;
  // file-type costs 30 ms to load: only for what is neither JPEG nor PNG.
  const { fileTypeFromBuffer } = await import('file-type');
  const type = await fileTypeFromBuffer(head).catch(() => undefined);
  const format = type ? findFormatSniffedAs(type.ext) : null;
  if (format?.name === 'tiff') return rawDialect(fileName) ?? format;
  return format?.name === 'heic' && isAvif(head) ? findFormat('avif') : format;
}

function quickFormat(head: Buffer): Format | null {
  if (head.length >= 3 && head[0] === 0xff && head[1] === 0xd8 && head[2] === 0xff) return findFormat('jpeg');
  // An animated PNG shows its first frame like any other; CgBI (Apple's crushed PNG) fails in the decoder with a sentence.
  if (head.subarray(0, 8).equals(Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'))) return findFormat('png');
  return null;
}

// `mif1` only says HEIF: what codec is inside stands among the compatible brands.
function isAvif(head: Uint8Array): boolean {
  return Buffer.from(head.subarray(8, 64)).toString('latin1').includes('avif');
}

function rawDialect(fileName: string): Format | null {
  const claimed = findFormatOfExtension(extname(fileName).slice(1).toLowerCase());
  return claimed?.decoder === 'raw' ? claimed : null;
}
