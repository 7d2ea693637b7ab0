/** A face with a name: its box as x, y, width, height in fractions 0..1 of the upright picture. */
export interface NamedFace {
  readonly name: string;
  readonly box: readonly number[];
}

/** What an XMP sidecar says of a picture. */
export interface XmpContent {
  readonly title: string | null;
  readonly description: string | null;
  readonly keywords: readonly string[];
  readonly people: readonly string[];
  readonly faces: readonly NamedFace[];
  /** Upright, in pixels: what the boxes are fractions of. */
  readonly width: number;
  readonly height: number;
}

const NAMESPACES = {
  dc: 'http://purl.org/dc/elements/1.1/',
  Iptc4xmpExt: 'http://iptc.org/std/Iptc4xmpExt/2008-02-29/',
  'mwg-rs': 'http://www.metadataworkinggroup.com/schemas/regions/',
  stArea: 'http://ns.adobe.com/xmp/sType/Area#',
  stDim: 'http://ns.adobe.com/xap/1.0/sType/Dimensions#',
};

/** The text of an XMP sidecar: Dublin Core, IPTC Extension for who is in it, regions of the Metadata Working Group for faces. */
export function renderXmp(content: XmpContent): string {
  const { title, description, keywords, people } = content;
  const parts = [
    title === null ? '' : `<dc:title>${alternatives(title)}</dc:title>`,
    description === null ? '' : `<dc:description>${alternatives(description)}</dc:description>`,
    keywords.length === 0 ? '' : `<dc:subject>${bag(keywords.map(escaped))}</dc:subject>`,
    people.length === 0 ? '' : `<Iptc4xmpExt:PersonInImage>${bag(people.map(escaped))}</Iptc4xmpExt:PersonInImage>`,
    regionsOf(content),
  ];
  const spaces = Object.entries(NAMESPACES).map(([prefix, address]) => `xmlns:${prefix}="${address}"`);
  return [
    '<?xpacket begin="\u{FEFF}" id="W5M0MpCehiHzreSzNTczkc9d"?>',
    '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">',
    `<rdf:Description rdf:about="" ${spaces.join(' ')}>`,
    ...parts.filter((part) => part !== ''),
    '</rdf:Description></rdf:RDF></x:xmpmeta>',
    '<?xpacket end="w"?>\n',
  ].join('\n');
}

// A region is told by its middle, our box by its corner.
function regionsOf({ faces, width, height }: XmpContent): string {
  if (faces.length === 0) return '';
  const regions = faces.map(({ name, box: [x = 0, y = 0, w = 0, h = 0] }) => {
    const area = { x: fraction(x + w / 2), y: fraction(y + h / 2), w: fraction(w), h: fraction(h), unit: 'normalized' };
    return `<rdf:Description mwg-rs:Name="${escaped(name)}" mwg-rs:Type="Face"><mwg-rs:Area ${attributes('stArea', area)}/></rdf:Description>`;
  });
  const size = attributes('stDim', { w: String(width), h: String(height), unit: 'pixel' });
  return [
    '<mwg-rs:Regions rdf:parseType="Resource">',
    `<mwg-rs:AppliedToDimensions ${size}/>`,
    `<mwg-rs:RegionList>${bag(regions)}</mwg-rs:RegionList>`,
    '</mwg-rs:Regions>',
  ].join('');
}

function alternatives(text: string): string {
  return `<rdf:Alt><rdf:li xml:lang="x-default">${escaped(text)}</rdf:li></rdf:Alt>`;
}

function bag(items: readonly string[]): string {
  return `<rdf:Bag>${items.map((item) => `<rdf:li>${item}</rdf:li>`).join('')}</rdf:Bag>`;
}

function attributes(prefix: string, values: Readonly<Record<string, string>>): string {
  return Object.entries(values)
    .map(([name, value]) => `${prefix}:${name}="${value}"`)
    .join(' ');
}

// Without an exponent, which readers of XMP do not know.
function fraction(value: number): string {
  return Math.min(1, Math.max(0, value)).toFixed(6);
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\r': '&#13;',
  '\n': '&#10;',
  '\t': '&#9;',
};

// XML 1.0 has no other control characters, no halves of surrogate pairs and two characters less, however they are written.
function escaped(text: string): string {
  return text
    .replaceAll(/[\u{0}-\u{8}\u{b}\u{c}\u{e}-\u{1f}\u{7f}\u{fffe}\u{ffff}]|\p{Surrogate}/gu, '\u{FFFD}')
    .replaceAll(/[&<>"\r\n\t]/g, (character) => ENTITIES[character] ?? character);
}
