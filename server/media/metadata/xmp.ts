/** What this reads of an XMP packet: property name with prefix (`dc:title`) to its values. */
export type XmpValues = ReadonlyMap<string, readonly string[]>;

const MAX_PACKET = 512 * 1024;
const WANTED = [
  'dc:title',
  'dc:description',
  'dc:subject',
  'xmp:Rating',
  'xmp:CreateDate',
  'exif:DateTimeOriginal',
  'photoshop:DateCreated',
  'exif:GPSLatitude',
  'exif:GPSLongitude',
  'tiff:Make',
  'tiff:Model',
] as const;

/**
 * Reads the few properties the archive uses, as attributes or elements. No XML parser: a packet with a DTD is refused whole, entities are
 * the five of XML and character references, nothing is ever fetched, and the cost is linear (T03).
 */
export function readXmp(packet: string): XmpValues {
  const values = new Map<string, string[]>();
  if (packet.length > MAX_PACKET || /<!(?:DOCTYPE|ENTITY)/i.test(packet)) return values;
  for (const name of WANTED) {
    const found = elementValues(packet, name) ?? attributeValue(packet, name);
    const texts = (found ?? []).map((text) => unescapeXml(text).trim()).filter(Boolean);
    if (texts.length > 0) values.set(name, texts);
  }
  return values;
}

function elementValues(packet: string, name: string): string[] | null {
  const open = packet.indexOf(`<${name}`);
  if (open === -1) return null;
  const start = packet.indexOf('>', open) + 1;
  const end = packet.indexOf(`</${name}>`, start);
  if (start === 0 || end === -1) return null;
  const inner = packet.slice(start, end);
  return inner.includes('<rdf:li') ? listItems(inner) : inner.includes('<') ? null : [inner];
}

function listItems(inner: string): string[] {
  const parts = inner.split('<rdf:li').slice(1, 1_001);
  return parts.map((part) => part.slice(part.indexOf('>') + 1).split('<')[0] ?? '');
}

function attributeValue(packet: string, name: string): string[] | null {
  const at = packet.search(new RegExp(`\\s${name}\\s*=\\s*["']`));
  if (at === -1) return null;
  const quote = packet.slice(at).search(/["']/) + at;
  const end = packet.indexOf(packet.charAt(quote), quote + 1);
  return end === -1 ? null : [packet.slice(quote + 1, end)];
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function unescapeXml(text: string): string {
  return text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|([a-z]+));/gi, (whole: string, ...groups: (string | undefined)[]) => {
    const [hex, decimal, name] = groups;
    if (name) return ENTITIES[name] ?? whole;
    const code = hex ? Number.parseInt(hex, 16) : Number(decimal);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
  });
}
