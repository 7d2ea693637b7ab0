const MAX_TEXT = 10_000;

// What cameras and programs write where a description should stand.
const JUNK =
  /^(?:sony dsc|dsc|dcim|camera|default|untitled|exif[ _-]?jpeg[ _-]?(?:picture|422|420)?|samsung|jpeg|.{0,30}digital (?:still )?camera|charset=.*|file written by adobe photoshop.*|kofax .*|created with .*|processed with .*|.?screenshot)$/i;

/** Bytes as text: UTF-8 where they are, else Windows-1252 (old cameras and programs); NULs end it, control characters go. */
export function decodeText(bytes: Uint8Array): string {
  const end = bytes.indexOf(0);
  const part = end === -1 ? bytes : bytes.subarray(0, end);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(part);
  } catch {
    return new TextDecoder('windows-1252').decode(part);
  }
}

/** A text fit to be shown and searched: trimmed, without control characters, at most 10,000 characters; null where nothing is left. */
export function tidyText(text: unknown): string | null {
  if (typeof text !== 'string') return null;
  // Tab and line feed stay.
  const clean = text
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\ufffe\uffff]/g, '')
    .trim()
    .slice(0, MAX_TEXT);
  return clean === '' ? null : clean.replace(/\p{Surrogate}/gu, '');
}

/** Like `tidyText`, and null for what a camera writes into every picture (`SONY DSC`, `OLYMPUS DIGITAL CAMERA`). */
export function tidyDescription(text: unknown): string | null {
  const clean = tidyText(text);
  return clean && !JUNK.test(clean) ? clean : null;
}
