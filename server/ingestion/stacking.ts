/** A document's file as the grouping sees it. */
export interface StackCandidate {
  readonly documentId: string;
  /** `<root id>:<folder>`; only files of one folder are paired by name. */
  readonly folder: string;
  readonly fileName: string;
  readonly kind: 'photo' | 'video';
  readonly isRaw: boolean;
  readonly durationMs: number | null;
  /** Apple's content identifier, the same on both halves of a Live Photo. */
  readonly livePhotoId: string | null;
}

/** What a document is in its stack. */
export type StackRole = 'primary' | 'live-video' | 'raw' | 'edit' | 'original';

/** Documents shown as one; the first is the primary. */
export interface Stack {
  readonly members: readonly { readonly documentId: string; readonly role: StackRole }[];
}

/** A Live Photo's video lasts about three seconds; longer ones are videos of their own. */
const LIVE_VIDEO_MAX_MS = 5_000;

/**
 * Groups files into stacks: Live Photo pairs (same content identifier, else same name with a short video), RAW with its JPEG,
 * an edited picture with its original. The edit, else the JPEG, is shown. The result depends on nothing but the candidates, and
 * a document with files in several folders stands in the first of their stacks only: else what it left behind would stand under nothing.
 */
export function groupIntoStacks(candidates: readonly StackCandidate[]): Stack[] {
  const groups = new Map<string, StackCandidate[]>();
  const sorted = [...candidates].sort((a, b) => (placeOf(a) < placeOf(b) ? -1 : 1));
  for (const candidate of sorted) {
    const key = `${candidate.folder}/${stemOf(candidate.fileName)}`;
    groups.set(key, [...(groups.get(key) ?? []), candidate]);
  }
  pairByLivePhotoId(groups, sorted);
  const claimed = new Set<string>();
  return [...groups.values()].flatMap((group) => {
    const stacks = stackOf(distinctDocuments(group).filter(({ documentId }) => !claimed.has(documentId)));
    for (const { members } of stacks) members.forEach(({ documentId }) => claimed.add(documentId));
    return stacks;
  });
}

function placeOf({ folder, fileName }: StackCandidate): string {
  return `${folder}/${fileName}`;
}

// The identifier outranks the name: a half that was renamed joins its photo's group.
function pairByLivePhotoId(groups: Map<string, StackCandidate[]>, candidates: readonly StackCandidate[]): void {
  const photoKeys = new Map<string, string>();
  for (const photo of candidates) {
    if (photo.kind === 'photo' && photo.livePhotoId) photoKeys.set(photo.livePhotoId, `${photo.folder}/${stemOf(photo.fileName)}`);
  }
  for (const video of candidates) {
    const target = video.kind === 'video' && video.livePhotoId ? photoKeys.get(video.livePhotoId) : undefined;
    const home = `${video.folder}/${stemOf(video.fileName)}`;
    if (!target || target === home) continue;
    groups.set(
      home,
      (groups.get(home) ?? []).filter((other) => other !== video),
    );
    groups.set(target, [...(groups.get(target) ?? []), video]);
  }
}

function stackOf(group: readonly StackCandidate[]): Stack[] {
  const photos = group.filter(({ kind }) => kind === 'photo');
  const pictures = photos.filter(({ isRaw }) => !isRaw);
  const raws = photos.filter(({ isRaw }) => isRaw);
  const edits = pictures.filter(({ fileName }) => isEditName(fileName));
  const originals = pictures.filter(({ fileName }) => !isEditName(fileName));
  const primary = edits[0] ?? originals[0] ?? raws[0];
  // Two unlike files that merely share a stem (a.png and a.jpg) are not one picture.
  if (!primary || originals.length > 1 || raws.length > 1 || edits.length > 1) return [];
  const videos = group.filter((candidate) => isLiveVideo(candidate, photos));
  const rest = [...originals, ...raws, ...videos].filter((candidate) => candidate !== primary);
  if (rest.length === 0) return [];
  return [
    {
      members: [
        { documentId: primary.documentId, role: 'primary' },
        ...rest.map((candidate) => ({ documentId: candidate.documentId, role: roleOf(candidate) })),
      ],
    },
  ];
}

function roleOf(candidate: StackCandidate): StackRole {
  if (candidate.kind === 'video') return 'live-video';
  return candidate.isRaw ? 'raw' : 'original';
}

function isLiveVideo(candidate: StackCandidate, photos: readonly StackCandidate[]): boolean {
  if (candidate.kind !== 'video') return false;
  if (candidate.livePhotoId) return photos.some(({ livePhotoId }) => livePhotoId === candidate.livePhotoId);
  return (
    photos.every(({ livePhotoId }) => livePhotoId === null) && candidate.durationMs !== null && candidate.durationMs <= LIVE_VIDEO_MAX_MS
  );
}

function distinctDocuments(group: readonly StackCandidate[]): StackCandidate[] {
  return [...new Map(group.map((candidate) => [candidate.documentId, candidate])).values()];
}

const APPLE_EDIT = /^IMG_E(\d+)$/i;
const NAMED_EDIT = /[-_ ](edited|bearbeitet|modifié|modifie|editado|modificato)$/i;

function isEditName(fileName: string): boolean {
  const base = baseOf(fileName);
  return APPLE_EDIT.test(base) || NAMED_EDIT.test(base);
}

/** The name two files of one picture share: without extension, edit marks and case. */
function stemOf(fileName: string): string {
  return baseOf(fileName).replace(APPLE_EDIT, 'IMG_$1').replace(NAMED_EDIT, '').toLowerCase();
}

function baseOf(fileName: string): string {
  return fileName.normalize('NFC').replace(/\.[^.]*$/, '');
}
