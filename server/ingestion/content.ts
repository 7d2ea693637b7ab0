/** What the text of a picture is composed of. */
export interface ContentParts {
  readonly title: string | null;
  readonly description: string | null;
  readonly tags: readonly string[];
  readonly people: readonly string[];
  readonly clusters: readonly string[];
  /** Name of the place, where someone said it. */
  readonly place: string | null;
  /** What a model sees. */
  readonly labels: readonly string[];
  readonly camera: string | null;
  /** `<root name>/<relative path>` of every file. */
  readonly sourcePaths: readonly string[];
}

/** The text that keyword search reads (`documents.content`): one line a part, each said once, in a fixed order. */
export function composeContent(parts: ContentParts): string {
  const names = [...parts.sourcePaths].sort().map((path) => path.replaceAll('/', ' / '));
  const lines = [
    parts.title,
    parts.description,
    parts.tags.join(', '),
    parts.people.join(', '),
    parts.clusters.join(', '),
    parts.place,
    parts.labels.join(', '),
    parts.camera,
    ...names,
  ];
  return [...new Set(lines.map((line) => line?.trim()).filter(Boolean))].join('\n').normalize('NFC');
}
