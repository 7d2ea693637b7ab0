/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentNode } from 'graphql';
import * as VueApolloComposable from '../../composables/apollo.js';
import type * as VueCompositionApi from 'vue';
export type ReactiveFunction<TParam> = () => TParam;
/** What to change; a field left out stays as it is, null says that there is none. */
export type AnnotationChanges = {
  addClusters?: Array<NamedSetInput> | null | undefined;
  addPeople?: Array<NamedSetInput> | null | undefined;
  /** Parts to keep of the one photo that is named; kept ones get the name that is given here. */
  addRegions?: Array<KeptRegionInput> | null | undefined;
  addTags?: Array<string> | null | undefined;
  description?: string | null | undefined;
  favourite?: boolean | null | undefined;
  hidden?: boolean | null | undefined;
  place?: PlaceInput | null | undefined;
  removeClusters?: Array<string | number> | null | undefined;
  removePeople?: Array<string | number> | null | undefined;
  removeRegions?: Array<RegionInput> | null | undefined;
  removeTags?: Array<string> | null | undefined;
  /** Null takes back what was said: the date in the file shows again. */
  taken?: TakenInput | null | undefined;
  title?: string | null | undefined;
};

/** What can be said about a picture. */
export type AnnotationField =
  | 'CLUSTERS'
  | 'DESCRIPTION'
  /** Whether it is kept or spare among its duplicates. */
  | 'DUPLICATE'
  | 'FAVOURITE'
  | 'HIDDEN'
  /** Ids of pictures that it is no duplicate of. */
  | 'NOT_DUPLICATES'
  | 'PEOPLE'
  | 'PLACE'
  /** Which parts of it are kept: `x,y,width,height` in fractions, with a name or none. */
  | 'REGIONS'
  /** Which of its files, all of the same bytes, are spare. */
  | 'SPARE_FILES'
  | 'TAGS'
  | 'TAKEN'
  | 'TITLE';

/** How sure a hit is, against a background sample of this archive for this query. */
export type Band =
  | 'GUESS'
  | 'LIKELY'
  | 'STRONG';

/** Made by the nightly job, or by a person. */
export type ClusterKind =
  | 'KMEANS'
  | 'USER';

export type ClusterOrder =
  | 'NAME'
  | 'NEWEST'
  /** Largest first. */
  | 'SIZE'
  /** Those with most open proposals first, then those whose pictures are least alike. */
  | 'UNCERTAIN';

/** A new cluster, and the pictures that are moved into it. */
export type ClusterStripInput = {
  imageIds: Array<string | number>;
  name: string;
};

/** The words of the archive, or those of the sidecar. */
export type ConflictSide =
  | 'MINE'
  | 'THEIRS';

export type DuplicateKind =
  /** Several files with the same bytes. */
  | 'EXACT'
  /** Retouched, cropped a little, mirrored, or the next of a burst. */
  | 'NEAR'
  /** One picture saved again: in another size, format or quality, or with other data. */
  | 'SAME';

/** What a person said of one of several duplicates. */
export type DuplicateMark =
  | 'KEEP'
  | 'SPARE';

/** What is said of a picture among its duplicates, or of one of its files. */
export type DuplicateMarkInput = {
  imageId: string | number;
  /** Null takes back what was said. */
  mark?: DuplicateMark | null | undefined;
  /** One of several files with the same bytes; left out, the picture is meant. */
  path?: string | null | undefined;
};

/** The version of a field that an editor saw. */
export type FieldVersionInput = {
  field: AnnotationField;
  version: string;
};

/** What to forget: exactly one of these. */
export type ForgetScope = {
  /** All pictures none of whose files can be found. */
  allMissing?: boolean | null | undefined;
  /** Pictures; of a stack the one that is shown takes the others with it. */
  imageIds?: Array<string | number> | null | undefined;
  /** All pictures that lie in this folder and in no other. */
  rootId?: string | number | null | undefined;
};

/** Whether hidden pictures are among the others; only the owner may ask. */
export type HiddenFilter =
  | 'ONLY'
  | 'WITH'
  | 'WITHOUT';

/** Which pictures. Lists mean any of; different fields mean all. */
export type ImageFilter = {
  clusters?: Array<string | number> | null | undefined;
  favourite?: boolean | null | undefined;
  /** First local date, `YYYY-MM-DD`, included. */
  from?: string | null | undefined;
  hasFaces?: boolean | null | undefined;
  hasPlace?: boolean | null | undefined;
  /** WITHOUT where left out; the others are for the owner. */
  hidden?: HiddenFilter | null | undefined;
  /** Part of the text known about a picture, any case. */
  keyword?: string | null | undefined;
  kind?: ImageKind | null | undefined;
  /** At most so many faces. */
  maxFaces?: number | null | undefined;
  /** At least so many faces. */
  minFaces?: number | null | undefined;
  /** None of these is in it. */
  notPersons?: Array<string | number> | null | undefined;
  /** At least one of these is in it, and nobody else who has a name. */
  onlyPersons?: Array<string | number> | null | undefined;
  /** Any of these is in it. */
  persons?: Array<string | number> | null | undefined;
  /** Names of roots. */
  roots?: Array<string> | null | undefined;
  /** Last local date, `YYYY-MM-DD`, included. */
  to?: string | null | undefined;
};

export type ImageKind =
  | 'PHOTO'
  | 'VIDEO';

export type JobOutcome =
  | 'FAILED'
  /** Done, but some items failed; see the report. */
  | 'PARTIAL'
  | 'RUNNING'
  | 'STOPPED'
  | 'SUCCEEDED';

/** A part of a picture to keep, under a name or none. */
export type KeptRegionInput = {
  name?: string | null | undefined;
  region: RegionInput;
};

/** Whether pictures near the centre of a cluster come first, or those far from it. */
export type MemberOrder =
  | 'FARTHEST'
  | 'NEAREST';

/** A person or cluster: one that is there by its id, or by its name, which makes it where there is none. */
export type NamedSetInput = {
  id?: string | number | null | undefined;
  name?: string | null | undefined;
};

/** What a part of a query asks for. */
export type PartMode =
  /** What is like it comes later. */
  | 'LESS'
  /** Pictures like it. */
  | 'MORE'
  /** What is likely to be meant by it is left out. */
  | 'NOT';

/** A picture of the archive or words, exactly one of them. An uploaded picture is not kept and cannot be saved. */
export type PartToSave = {
  /** A video's moment, in milliseconds. */
  frameMs?: number | null | undefined;
  imageId?: string | number | null | undefined;
  mode?: PartMode;
  region?: RegionInput | null | undefined;
  text?: string | null | undefined;
  /** Beside the other parts: above 0, at most 1. It has no bearing on NOT. */
  weight?: number;
};

/** A name, coordinates, or both. */
export type PlaceInput = {
  latitude?: number | null | undefined;
  longitude?: number | null | undefined;
  name?: string | null | undefined;
};

/** What a proposal would say. */
export type ProposalKind =
  | 'CLUSTER'
  | 'PERSON'
  /** That a new picture belongs to a saved search; nothing is said of the picture itself. */
  | 'SEARCH'
  | 'TAG';

/** Why a picture is proposed for a cluster. */
export type ProposalReason =
  /** It is in the automatic group that the cluster covers. */
  | 'GROUPED'
  /** It is as near to the centre of the cluster as its own pictures. */
  | 'NEAR';

/** A picture (by id, by indexed path, or uploaded) or words: exactly one of them. A picture may be cut to a region, a video to a moment. */
export type QueryPart = {
  /** A video's moment, in milliseconds. */
  frameMs?: number | null | undefined;
  imageId?: string | number | null | undefined;
  mode?: PartMode;
  /** `<root name>/<relative path>` of an indexed file. */
  path?: string | null | undefined;
  region?: RegionInput | null | undefined;
  text?: string | null | undefined;
  upload?: File | null | undefined;
  /** Beside the other parts: above 0, at most 1. It has no bearing on NOT. */
  weight?: number;
};

/** A rectangle in fractions 0..1 of the upright picture, origin top left. */
export type RegionInput = {
  height: number;
  width: number;
  x: number;
  y: number;
};

/** A query with its cut. */
export type SearchToSave = {
  filter?: ImageFilter | null | undefined;
  parts: Array<PartToSave>;
  threshold: number;
  topK?: number;
};

/** Beside the picture, or in the data folder. */
export type SidecarPlace =
  | 'APART'
  | 'BESIDE';

export type SidecarState =
  | 'CONFLICT'
  /** Tried again by itself. */
  | 'FAILING'
  /** Nothing was said of the picture. */
  | 'NONE'
  | 'PENDING'
  | 'WRITTEN';

export type SimilarityQueryKind =
  | 'IMAGE'
  /** Words without a model of words: looked up in `content`, newest first, no similarity. */
  | 'KEYWORD'
  /** Several parts that are weighed. */
  | 'MIXTURE'
  | 'TEXT'
  | 'UPLOAD';

export type StackRole =
  | 'BURST'
  | 'COPY'
  | 'EDIT'
  | 'LIVE_VIDEO'
  | 'ORIGINAL'
  | 'PRIMARY'
  | 'RAW';

/** When a picture was taken, by the wall clock there. */
export type TakenInput = {
  /** YYYY, YYYY-MM, YYYY-MM-DD, YYYY-MM-DDTHH:MM or ...:SS: what is left out is not known. */
  local: string;
  /** From UTC, where known. */
  offsetMinutes?: number | null | undefined;
};

export type TakenPrecision =
  | 'DAY'
  | 'MILLISECOND'
  | 'MINUTE'
  | 'MONTH'
  | 'SECOND'
  | 'UNKNOWN'
  | 'YEAR';

export type TakenSource =
  | 'CONTAINER'
  | 'EXIF'
  | 'FILE_NAME'
  | 'FILE_TIME'
  | 'IPTC'
  | 'PERSON'
  | 'XMP';

export type ViewerRole =
  | 'OWNER'
  | 'VIEWER';

export type SummaryPartsFragment = { count: number, favourites: number, hidden: number, title: { isMixed: boolean, values: Array<{ value: string | null, count: number }> }, description: { isMixed: boolean, values: Array<{ value: string | null, count: number }> }, tags: Array<{ name: string, count: number }>, people: Array<{ count: number, person: { id: string, name: string } }>, clusters: Array<{ count: number, cluster: { id: string, name: string } }>, taken: { isMixed: boolean, values: Array<{ value: string | null, count: number }> }, place: { isMixed: boolean, values: Array<{ count: number, place: { name: string | null, latitude: number | null, longitude: number | null } | null }> }, versions: Array<{ field: AnnotationField, version: string }>, sidecars: { beside: number, apart: number } };

export type TextSummaryPartsFragment = { isMixed: boolean, values: Array<{ value: string | null, count: number }> };

export type PictureWordsFragment = { id: string, title: string | null, description: string | null, tags: Array<string>, favourite: boolean, hidden: boolean, takenAt: string, takenPrecision: TakenPrecision, takenSource: TakenSource, people: Array<{ id: string, name: string }>, clusters: Array<{ id: string, name: string }>, place: { name: string | null, latitude: number | null, longitude: number | null } | null, annotations: Array<{ field: AnnotationField, element: string | null, isSaidNot: boolean, by: string, at: string, isFromProposal: boolean, score: number | null }>, regions: Array<{ name: string | null, region: { x: number, y: number, width: number, height: number } }>, sidecar: { state: SidecarState, message: string | null, place: SidecarPlace, writtenAt: string | null, conflicts: Array<{ key: string, field: AnnotationField, mine: string | null, theirs: string | null }> } };

export type SidecarPartsFragment = { state: SidecarState, message: string | null, place: SidecarPlace, writtenAt: string | null, conflicts: Array<{ key: string, field: AnnotationField, mine: string | null, theirs: string | null }> };

export type ClusterPartsFragment = { id: string, name: string, kind: ClusterKind, description: string | null, size: number, cohesion: number | null, createdAt: string, looksLike: Array<string>, proposals: number };

export type SamplePartsFragment = { id: string, thumbnailUrl: string, thumbhash: string };

export type DecisionPartsFragment = { id: string, at: string, by: string, kind: string, imageCount: number, undoes: string | null, undoneBy: string | null, isRedacted: boolean, changes: Array<{ field: string, text: string | null, isRemoved: boolean }>, images: Array<{ id: string, kind: ImageKind, fileName: string, title: string | null, width: number, height: number, durationMs: number | null, takenAt: string, takenPrecision: TakenPrecision, thumbhash: string, thumbnailUrl: string, favourite: boolean }> };

export type JobRunPartsFragment = { id: string, job: string, outcome: JobOutcome, startedAt: string, endedAt: string | null, phase: string | null, done: number, total: number | null, failed: number, rate: number | null, secondsLeft: number | null, summary: string | null };

export type PicturePartsFragment = { id: string, kind: ImageKind, fileName: string, title: string | null, width: number, height: number, durationMs: number | null, takenAt: string, takenPrecision: TakenPrecision, thumbhash: string, thumbnailUrl: string, favourite: boolean };

export type PictureFactsFragment = { sourcePath: string, content: string, mime: string, bytes: number, latitude: number | null, longitude: number | null, camera: string | null, lens: string | null, exposure: string | null, originalUrl: string, faceCount: number, id: string, kind: ImageKind, fileName: string, title: string | null, width: number, height: number, durationMs: number | null, takenAt: string, takenPrecision: TakenPrecision, thumbhash: string, thumbnailUrl: string, favourite: boolean, description: string | null, tags: Array<string>, hidden: boolean, takenSource: TakenSource, automaticCluster: { id: string, name: string, looksLike: Array<string> } | null, sources: Array<{ path: string, bytes: number, isPresent: boolean }>, frames: Array<{ ms: number, thumbnailUrl: string }>, stack: Array<{ role: StackRole, image: { id: string, kind: ImageKind, fileName: string, title: string | null, width: number, height: number, durationMs: number | null, takenAt: string, takenPrecision: TakenPrecision, thumbhash: string, thumbnailUrl: string, favourite: boolean } }>, people: Array<{ id: string, name: string }>, clusters: Array<{ id: string, name: string }>, place: { name: string | null, latitude: number | null, longitude: number | null } | null, annotations: Array<{ field: AnnotationField, element: string | null, isSaidNot: boolean, by: string, at: string, isFromProposal: boolean, score: number | null }>, regions: Array<{ name: string | null, region: { x: number, y: number, width: number, height: number } }>, sidecar: { state: SidecarState, message: string | null, place: SidecarPlace, writtenAt: string | null, conflicts: Array<{ key: string, field: AnnotationField, mine: string | null, theirs: string | null }> } };

export type KeptQueryPartsFragment = { canRunAgain: boolean, parts: Array<{ text: string | null, frameMs: number | null, mode: PartMode | null, weight: number | null, region: { x: number, y: number, width: number, height: number } | null, image: { id: string, kind: ImageKind, fileName: string, title: string | null, width: number, height: number, durationMs: number | null, takenAt: string, takenPrecision: TakenPrecision, thumbhash: string, thumbnailUrl: string, favourite: boolean } | null }>, filter: { keyword: string | null, kind: ImageKind | null, from: string | null, to: string | null, roots: Array<string> | null, persons: Array<string> | null, notPersons: Array<string> | null, onlyPersons: Array<string> | null, clusters: Array<string> | null, hasFaces: boolean | null, minFaces: number | null, maxFaces: number | null, hasPlace: boolean | null, favourite: boolean | null, hidden: HiddenFilter | null } | null };

export type SavedSearchPartsFragment = { id: string, name: string, threshold: number, topK: number, newCount: number, newImages: Array<{ id: string, kind: ImageKind, fileName: string, title: string | null, width: number, height: number, durationMs: number | null, takenAt: string, takenPrecision: TakenPrecision, thumbhash: string, thumbnailUrl: string, favourite: boolean }>, query: { canRunAgain: boolean, parts: Array<{ text: string | null, frameMs: number | null, mode: PartMode | null, weight: number | null, region: { x: number, y: number, width: number, height: number } | null, image: { id: string, kind: ImageKind, fileName: string, title: string | null, width: number, height: number, durationMs: number | null, takenAt: string, takenPrecision: TakenPrecision, thumbhash: string, thumbnailUrl: string, favourite: boolean } | null }>, filter: { keyword: string | null, kind: ImageKind | null, from: string | null, to: string | null, roots: Array<string> | null, persons: Array<string> | null, notPersons: Array<string> | null, onlyPersons: Array<string> | null, clusters: Array<string> | null, hasFaces: boolean | null, minFaces: number | null, maxFaces: number | null, hasPlace: boolean | null, favourite: boolean | null, hidden: HiddenFilter | null } | null } };

export type SimilarityHitPartsFragment = { similarity: number | null, isQuery: boolean, band: Band | null, cosines: Array<number>, previewUrl: string | null, frameMs: number | null, standing: { z: number, expectedFalse: number } | null, moments: Array<{ frameMs: number, similarity: number, thumbnailUrl: string }>, region: { x: number, y: number, width: number, height: number } | null, image: { id: string, kind: ImageKind, fileName: string, title: string | null, width: number, height: number, durationMs: number | null, takenAt: string, takenPrecision: TakenPrecision, thumbhash: string, thumbnailUrl: string, favourite: boolean } | null, duplicates: Array<{ id: string }> };

export type AnnotationSummaryQueryVariables = Exact<{
  ids: Array<string | number> | string | number;
}>;


export type AnnotationSummaryQuery = { annotationSummary: { count: number, favourites: number, hidden: number, title: { isMixed: boolean, values: Array<{ value: string | null, count: number }> }, description: { isMixed: boolean, values: Array<{ value: string | null, count: number }> }, tags: Array<{ name: string, count: number }>, people: Array<{ count: number, person: { id: string, name: string } }>, clusters: Array<{ count: number, cluster: { id: string, name: string } }>, taken: { isMixed: boolean, values: Array<{ value: string | null, count: number }> }, place: { isMixed: boolean, values: Array<{ count: number, place: { name: string | null, latitude: number | null, longitude: number | null } | null }> }, versions: Array<{ field: AnnotationField, version: string }>, sidecars: { beside: number, apart: number } } };

export type PictureQueryVariables = Exact<{
  id: string | number;
}>;


export type PictureQuery = { image: { id: string, kind: ImageKind, fileName: string, title: string | null, width: number, height: number, durationMs: number | null, takenAt: string, takenPrecision: TakenPrecision, thumbhash: string, thumbnailUrl: string, favourite: boolean } };

export type TagsQueryVariables = Exact<{
  search?: string | null | undefined;
  first?: number;
}>;


export type TagsQuery = { tags: Array<{ name: string, count: number }> };

export type PersonNamesQueryVariables = Exact<{
  search?: string | null | undefined;
  first?: number;
}>;


export type PersonNamesQuery = { persons: Array<{ id: string, name: string, imageCount: number }> };

export type UserClusterNamesQueryVariables = Exact<{
  search?: string | null | undefined;
  first?: number;
}>;


export type UserClusterNamesQuery = { clusters: Array<{ id: string, name: string, size: number }> };

export type AnnotateImagesMutationVariables = Exact<{
  ids: Array<string | number> | string | number;
  changes: AnnotationChanges;
  expected?: Array<FieldVersionInput> | FieldVersionInput | null | undefined;
}>;


export type AnnotateImagesMutation = { annotateImages:
    | { __typename: 'AnnotationConflict', fields: Array<{ field: AnnotationField, by: string | null, at: string }>, summary: { count: number, favourites: number, hidden: number, title: { isMixed: boolean, values: Array<{ value: string | null, count: number }> }, description: { isMixed: boolean, values: Array<{ value: string | null, count: number }> }, tags: Array<{ name: string, count: number }>, people: Array<{ count: number, person: { id: string, name: string } }>, clusters: Array<{ count: number, cluster: { id: string, name: string } }>, taken: { isMixed: boolean, values: Array<{ value: string | null, count: number }> }, place: { isMixed: boolean, values: Array<{ count: number, place: { name: string | null, latitude: number | null, longitude: number | null } | null }> }, versions: Array<{ field: AnnotationField, version: string }>, sidecars: { beside: number, apart: number } } }
    | { __typename: 'AnnotationResult', decisionId: string | null, images: Array<{ id: string, title: string | null, description: string | null, tags: Array<string>, favourite: boolean, hidden: boolean, takenAt: string, takenPrecision: TakenPrecision, takenSource: TakenSource, people: Array<{ id: string, name: string }>, clusters: Array<{ id: string, name: string }>, place: { name: string | null, latitude: number | null, longitude: number | null } | null, annotations: Array<{ field: AnnotationField, element: string | null, isSaidNot: boolean, by: string, at: string, isFromProposal: boolean, score: number | null }>, regions: Array<{ name: string | null, region: { x: number, y: number, width: number, height: number } }>, sidecar: { state: SidecarState, message: string | null, place: SidecarPlace, writtenAt: string | null, conflicts: Array<{ key: string, field: AnnotationField, mine: string | null, theirs: string | null }> } }> }
   };

export type PictureSidecarQueryVariables = Exact<{
  id: string | number;
}>;


export type PictureSidecarQuery = { image: { id: string, sidecar: { state: SidecarState, message: string | null, place: SidecarPlace, writtenAt: string | null, conflicts: Array<{ key: string, field: AnnotationField, mine: string | null, theirs: string | null }> } } };

export type ProposeToNeighboursMutationVariables = Exact<{
  decisionId: string | number;
}>;


export type ProposeToNeighboursMutation = { proposeToNeighbours: { count: number } };

export type ResolveSidecarConflictMutationVariables = Exact<{
  imageId: string | number;
  key: string;
  keep: ConflictSide;
}>;


export type ResolveSidecarConflictMutation = { resolveSidecarConflict: { decisionId: string } };

export type ViewerQueryVariables = Exact<{ [key: string]: never; }>;


export type ViewerQuery = { viewer: { name: string, role: ViewerRole, canReveal: boolean } };

export type ArchiveQueryVariables = Exact<{ [key: string]: never; }>;


export type ArchiveQuery = { archive: { images: number, photos: number, videos: number, failures: number, missing: number, earliest: string | null, latest: string | null, notices: Array<string>, roots: Array<{ id: string, name: string, path: string | null, images: number, isPresent: boolean }>, model: { name: string, readsText: boolean, dims: number, embedded: number, download: number | null }, database: { isEmbedded: boolean, version: string, vectorVersion: string }, disk: { freeBytes: number } } };

export type FoldersQueryVariables = Exact<{
  path: string;
}>;


export type FoldersQuery = { folders: Array<{ path: string, name: string }> };

export type PreviewFolderQueryVariables = Exact<{
  path: string;
}>;


export type PreviewFolderQuery = { previewFolder: { photos: number, videos: number, others: number, bytes: number, isPartial: boolean } };

export type AddFolderMutationVariables = Exact<{
  path: string;
}>;


export type AddFolderMutation = { addFolder: { id: string, job: string, outcome: JobOutcome, startedAt: string, endedAt: string | null, phase: string | null, done: number, total: number | null, failed: number, rate: number | null, secondsLeft: number | null, summary: string | null } };

export type ClusterCountsQueryVariables = Exact<{ [key: string]: never; }>;


export type ClusterCountsQuery = { archive: { namedClusters: number, automaticClusters: number } };

export type ClustersQueryVariables = Exact<{
  kind: ClusterKind;
  order: ClusterOrder;
  first: number;
}>;


export type ClustersQuery = { clusters: Array<{ id: string, name: string, kind: ClusterKind, description: string | null, size: number, cohesion: number | null, createdAt: string, looksLike: Array<string>, proposals: number, samples: Array<{ id: string, thumbnailUrl: string, thumbhash: string }> }> };

export type ClusterQueryVariables = Exact<{
  id: string | number;
}>;


export type ClusterQuery = { cluster: { id: string, name: string, kind: ClusterKind, description: string | null, size: number, cohesion: number | null, createdAt: string, looksLike: Array<string>, proposals: number, samples: Array<{ id: string, thumbnailUrl: string, thumbhash: string }> } };

export type ClusterChoicesQueryVariables = Exact<{
  search?: string | null | undefined;
  kind?: ClusterKind;
  first?: number;
}>;


export type ClusterChoicesQuery = { clusters: Array<{ id: string, name: string, kind: ClusterKind, size: number, looksLike: Array<string>, samples: Array<{ id: string, thumbnailUrl: string, thumbhash: string }> }> };

export type ClusterMembersQueryVariables = Exact<{
  id: string | number;
  order: MemberOrder;
  first: number;
  after?: string | null | undefined;
}>;


export type ClusterMembersQuery = { cluster: { id: string, members: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, edges: Array<{ node: { similarity: number | null, image: { id: string, kind: ImageKind, fileName: string, title: string | null, width: number, height: number, durationMs: number | null, takenAt: string, takenPrecision: TakenPrecision, thumbhash: string, thumbnailUrl: string, favourite: boolean } } }> } } };

export type ClusterStripsQueryVariables = Exact<{
  id: string | number;
  count?: number | null | undefined;
}>;


export type ClusterStripsQuery = { clusterStrips: Array<{ imageIds: Array<string>, size: number, cohesion: number | null, looksLike: Array<string>, isOutliers: boolean }> };

export type StripPicturesQueryVariables = Exact<{
  ids: Array<string | number> | string | number;
}>;


export type StripPicturesQuery = { imagesByIds: Array<{ id: string, kind: ImageKind, fileName: string, title: string | null, width: number, height: number, durationMs: number | null, takenAt: string, takenPrecision: TakenPrecision, thumbhash: string, thumbnailUrl: string, favourite: boolean }> };

export type CreateClusterMutationVariables = Exact<{
  name: string;
  description?: string | null | undefined;
  imageIds: Array<string | number> | string | number;
}>;


export type CreateClusterMutation = { createCluster: { decisionId: string, imageCount: number, cluster: { id: string, name: string, kind: ClusterKind, description: string | null, size: number, cohesion: number | null, createdAt: string, looksLike: Array<string>, proposals: number } } };

export type ChangeClusterMutationVariables = Exact<{
  id: string | number;
  name?: string | null | undefined;
  description?: string | null | undefined;
}>;


export type ChangeClusterMutation = { changeCluster: { decisionId: string, imageCount: number, cluster: { id: string, name: string, kind: ClusterKind, description: string | null, size: number, cohesion: number | null, createdAt: string, looksLike: Array<string>, proposals: number } } };

export type AddToClusterMutationVariables = Exact<{
  id: string | number;
  imageIds: Array<string | number> | string | number;
}>;


export type AddToClusterMutation = { addToCluster: { decisionId: string, imageCount: number, cluster: { id: string, name: string, kind: ClusterKind, description: string | null, size: number, cohesion: number | null, createdAt: string, looksLike: Array<string>, proposals: number } } };

export type RemoveFromClusterMutationVariables = Exact<{
  id: string | number;
  imageIds: Array<string | number> | string | number;
}>;


export type RemoveFromClusterMutation = { removeFromCluster: { decisionId: string, imageCount: number, cluster: { id: string, name: string, kind: ClusterKind, description: string | null, size: number, cohesion: number | null, createdAt: string, looksLike: Array<string>, proposals: number } } };

export type MergeClustersMutationVariables = Exact<{
  ids: Array<string | number> | string | number;
  into: string | number;
}>;


export type MergeClustersMutation = { mergeClusters: { decisionId: string, imageCount: number, cluster: { id: string, name: string, kind: ClusterKind, description: string | null, size: number, cohesion: number | null, createdAt: string, looksLike: Array<string>, proposals: number } } };

export type SplitClusterMutationVariables = Exact<{
  id: string | number;
  strips: Array<ClusterStripInput> | ClusterStripInput;
}>;


export type SplitClusterMutation = { splitCluster: { decisionId: string, imageCount: number, clusters: Array<{ id: string, name: string, kind: ClusterKind, description: string | null, size: number, cohesion: number | null, createdAt: string, looksLike: Array<string>, proposals: number }> } };

export type RemoveClusterMutationVariables = Exact<{
  id: string | number;
}>;


export type RemoveClusterMutation = { removeCluster: { decisionId: string, imageCount: number } };

export type DuplicateCountsQueryVariables = Exact<{ [key: string]: never; }>;


export type DuplicateCountsQuery = { duplicateCounts: { exact: number, same: number, near: number, decided: number, spareBytes: number } };

export type DuplicateGroupsQueryVariables = Exact<{
  kind?: DuplicateKind | null | undefined;
  decided?: boolean;
  first?: number;
  after?: string | null | undefined;
}>;


export type DuplicateGroupsQuery = { duplicateGroups: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, edges: Array<{ cursor: string, node: { id: string, kind: DuplicateKind, isDecided: boolean, spareBytes: number, members: Array<{ path: string, known: number, isBetter: boolean, mark: DuplicateMark | null, reasons: Array<string>, image: { bytes: number, mime: string, id: string, kind: ImageKind, fileName: string, title: string | null, width: number, height: number, durationMs: number | null, takenAt: string, takenPrecision: TakenPrecision, thumbhash: string, thumbnailUrl: string, favourite: boolean } }>, pairs: Array<{ firstId: string, secondId: string, why: string }> } }> } };

export type MarkDuplicatesMutationVariables = Exact<{
  marks: Array<DuplicateMarkInput> | DuplicateMarkInput;
}>;


export type MarkDuplicatesMutation = { markDuplicates: { decisionId: string, imageCount: number } };

export type NotDuplicatesMutationVariables = Exact<{
  ids: Array<string | number> | string | number;
}>;


export type NotDuplicatesMutation = { notDuplicates: { decisionId: string, imageCount: number } };

export type PreviewForgetQueryVariables = Exact<{
  scope: ForgetScope;
}>;


export type PreviewForgetQuery = { previewForget: { images: number, files: number, sidecars: number, decisions: number, token: string } };

export type ForgetMutationVariables = Exact<{
  scope: ForgetScope;
  token: string;
  withSidecars: boolean;
}>;


export type ForgetMutation = { forget: { id: string, job: string, outcome: JobOutcome, startedAt: string, endedAt: string | null, phase: string | null, done: number, total: number | null, failed: number, rate: number | null, secondsLeft: number | null, summary: string | null } };

export type HiddenStateQueryVariables = Exact<{
  id: string | number;
}>;


export type HiddenStateQuery = { image: { id: string, hidden: boolean } };

export type DecisionsQueryVariables = Exact<{
  first?: number;
  after?: string | null | undefined;
  imageId?: string | number | null | undefined;
}>;


export type DecisionsQuery = { decisions: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, edges: Array<{ cursor: string, node: { id: string, at: string, by: string, kind: string, imageCount: number, undoes: string | null, undoneBy: string | null, isRedacted: boolean, changes: Array<{ field: string, text: string | null, isRemoved: boolean }>, images: Array<{ id: string, kind: ImageKind, fileName: string, title: string | null, width: number, height: number, durationMs: number | null, takenAt: string, takenPrecision: TakenPrecision, thumbhash: string, thumbnailUrl: string, favourite: boolean }> } }> } };

export type UndoDecisionMutationVariables = Exact<{
  id: string | number;
}>;


export type UndoDecisionMutation = { undoDecision:
    | { __typename: 'DecisionResult', decisionId: string, imageCount: number }
    | { __typename: 'UndoConflict', message: string, decisions: Array<{ id: string, at: string, by: string, kind: string, imageCount: number, undoes: string | null, undoneBy: string | null, isRedacted: boolean, changes: Array<{ field: string, text: string | null, isRemoved: boolean }>, images: Array<{ id: string, kind: ImageKind, fileName: string, title: string | null, width: number, height: number, durationMs: number | null, takenAt: string, takenPrecision: TakenPrecision, thumbhash: string, thumbnailUrl: string, favourite: boolean }> }> }
   };

export type SetHiddenMutationVariables = Exact<{
  ids: Array<string | number> | string | number;
  hidden: boolean;
}>;


export type SetHiddenMutation = { annotateImages:
    | { __typename: 'AnnotationConflict', summary: { count: number } }
    | { __typename: 'AnnotationResult', decisionId: string | null }
   };

export type ImageQueryVariables = Exact<{
  id: string | number;
}>;


export type ImageQuery = { image: { sourcePath: string, content: string, mime: string, bytes: number, latitude: number | null, longitude: number | null, camera: string | null, lens: string | null, exposure: string | null, originalUrl: string, faceCount: number, id: string, kind: ImageKind, fileName: string, title: string | null, width: number, height: number, durationMs: number | null, takenAt: string, takenPrecision: TakenPrecision, thumbhash: string, thumbnailUrl: string, favourite: boolean, description: string | null, tags: Array<string>, hidden: boolean, takenSource: TakenSource, automaticCluster: { id: string, name: string, looksLike: Array<string> } | null, sources: Array<{ path: string, bytes: number, isPresent: boolean }>, frames: Array<{ ms: number, thumbnailUrl: string }>, stack: Array<{ role: StackRole, image: { id: string, kind: ImageKind, fileName: string, title: string | null, width: number, height: number, durationMs: number | null, takenAt: string, takenPrecision: TakenPrecision, thumbhash: string, thumbnailUrl: string, favourite: boolean } }>, people: Array<{ id: string, name: string }>, clusters: Array<{ id: string, name: string }>, place: { name: string | null, latitude: number | null, longitude: number | null } | null, annotations: Array<{ field: AnnotationField, element: string | null, isSaidNot: boolean, by: string, at: string, isFromProposal: boolean, score: number | null }>, regions: Array<{ name: string | null, region: { x: number, y: number, width: number, height: number } }>, sidecar: { state: SidecarState, message: string | null, place: SidecarPlace, writtenAt: string | null, conflicts: Array<{ key: string, field: AnnotationField, mine: string | null, theirs: string | null }> } } };

export type ImagesQueryVariables = Exact<{
  filter?: ImageFilter | null | undefined;
  first?: number;
  after?: string | null | undefined;
}>;


export type ImagesQuery = { images: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, edges: Array<{ cursor: string, node: { id: string, kind: ImageKind, fileName: string, title: string | null, width: number, height: number, durationMs: number | null, takenAt: string, takenPrecision: TakenPrecision, thumbhash: string, thumbnailUrl: string, favourite: boolean } }> } };

export type TimelineQueryVariables = Exact<{
  filter?: ImageFilter | null | undefined;
}>;


export type TimelineQuery = { timeline: { totalCount: number, months: Array<{ month: string, count: number }> } };

export type TimelineBucketQueryVariables = Exact<{
  filter?: ImageFilter | null | undefined;
  month: string;
  offset?: number;
  limit?: number;
}>;


export type TimelineBucketQuery = { timelineBucket: { month: string, offset: number, ids: Array<string>, aspectRatios: Array<number>, thumbhashes: Array<string>, thumbnailUrls: Array<string>, durationsMs: Array<number | null>, stackRoles: Array<StackRole | null>, labels: Array<string>, favourites: Array<boolean> } };

export type ImageIdsBetweenQueryVariables = Exact<{
  filter?: ImageFilter | null | undefined;
  first: string | number;
  last: string | number;
}>;


export type ImageIdsBetweenQuery = { imageIdsBetween: Array<string> };

export type RevealImageMutationVariables = Exact<{
  id: string | number;
}>;


export type RevealImageMutation = { revealImage: { isRevealed: boolean } };

export type JobsQueryVariables = Exact<{ [key: string]: never; }>;


export type JobsQuery = { jobs: Array<{ name: string, description: string, schedule: string | null, nextRunAt: string | null, lastRun: { id: string, job: string, outcome: JobOutcome, startedAt: string, endedAt: string | null, phase: string | null, done: number, total: number | null, failed: number, rate: number | null, secondsLeft: number | null, summary: string | null } | null }> };

export type JobRunsQueryVariables = Exact<{
  first?: number;
}>;


export type JobRunsQuery = { jobRuns: Array<{ id: string, job: string, outcome: JobOutcome, startedAt: string, endedAt: string | null, phase: string | null, done: number, total: number | null, failed: number, rate: number | null, secondsLeft: number | null, summary: string | null }> };

export type IngestionFailuresQueryVariables = Exact<{
  first?: number;
  after?: string | null | undefined;
}>;


export type IngestionFailuresQuery = { ingestionFailures: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, edges: Array<{ node: { path: string, code: string, message: string, seenAt: string } }> } };

export type RunJobMutationVariables = Exact<{
  name: string;
  options?: string | null | undefined;
}>;


export type RunJobMutation = { runJob: { id: string, job: string, outcome: JobOutcome, startedAt: string, endedAt: string | null, phase: string | null, done: number, total: number | null, failed: number, rate: number | null, secondsLeft: number | null, summary: string | null } };

export type StopJobMutationVariables = Exact<{
  runId: string | number;
}>;


export type StopJobMutation = { stopJob: { id: string, job: string, outcome: JobOutcome, startedAt: string, endedAt: string | null, phase: string | null, done: number, total: number | null, failed: number, rate: number | null, secondsLeft: number | null, summary: string | null } };

export type JobProgressSubscriptionVariables = Exact<{ [key: string]: never; }>;


export type JobProgressSubscription = { jobProgress: { id: string, job: string, outcome: JobOutcome, startedAt: string, endedAt: string | null, phase: string | null, done: number, total: number | null, failed: number, rate: number | null, secondsLeft: number | null, summary: string | null } };

export type MapPicturesQueryVariables = Exact<{
  ids: Array<string | number> | string | number;
}>;


export type MapPicturesQuery = { imagesByIds: Array<{ id: string, kind: ImageKind, fileName: string, title: string | null, width: number, height: number, durationMs: number | null, takenAt: string, takenPrecision: TakenPrecision, thumbhash: string, thumbnailUrl: string, favourite: boolean }> };

export type MapClusterWordsQueryVariables = Exact<{ [key: string]: never; }>;


export type MapClusterWordsQuery = { clusters: Array<{ id: string, looksLike: Array<string> }> };

export type ProposalCountQueryVariables = Exact<{ [key: string]: never; }>;


export type ProposalCountQuery = { archive: { proposals: number } };

export type ProposalGroupsQueryVariables = Exact<{
  decisionId?: string | number | null | undefined;
}>;


export type ProposalGroupsQuery = { proposalGroups: Array<{ kind: ProposalKind, target: string, name: string, count: number, bestScore: number | null, samples: Array<{ id: string, kind: ImageKind, fileName: string, title: string | null, width: number, height: number, durationMs: number | null, takenAt: string, takenPrecision: TakenPrecision, thumbhash: string, thumbnailUrl: string, favourite: boolean }> }> };

export type ProposalsQueryVariables = Exact<{
  kind: ProposalKind;
  target: string;
  decisionId?: string | number | null | undefined;
  first?: number;
  after?: string | null | undefined;
}>;


export type ProposalsQuery = { proposals: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, edges: Array<{ cursor: string, node: { id: string, score: number | null, reason: ProposalReason | null, model: string | null, image: { id: string, kind: ImageKind, fileName: string, title: string | null, width: number, height: number, durationMs: number | null, takenAt: string, takenPrecision: TakenPrecision, thumbhash: string, thumbnailUrl: string, favourite: boolean } } }> } };

export type AcceptProposalsMutationVariables = Exact<{
  ids: Array<string | number> | string | number;
}>;


export type AcceptProposalsMutation = { acceptProposals: { decisionId: string, imageCount: number } };

export type RejectProposalsMutationVariables = Exact<{
  ids: Array<string | number> | string | number;
}>;


export type RejectProposalsMutation = { rejectProposals: { decisionId: string, imageCount: number } };

export type SimilarityLogQueryVariables = Exact<{
  first?: number;
  after?: string | null | undefined;
  kind?: SimilarityQueryKind | null | undefined;
  slowerThanMs?: number | null | undefined;
}>;


export type SimilarityLogQuery = { similarityLog: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, edges: Array<{ cursor: string, node: { id: string, at: string, by: string, kind: SimilarityQueryKind, threshold: number | null, isThresholdCalibrated: boolean, topK: number, resultCount: number, bestScore: number | null, tookMs: number, candidates: number, model: string | null, query: { canRunAgain: boolean, parts: Array<{ text: string | null, frameMs: number | null, mode: PartMode | null, weight: number | null, region: { x: number, y: number, width: number, height: number } | null, image: { id: string, kind: ImageKind, fileName: string, title: string | null, width: number, height: number, durationMs: number | null, takenAt: string, takenPrecision: TakenPrecision, thumbhash: string, thumbnailUrl: string, favourite: boolean } | null }>, filter: { keyword: string | null, kind: ImageKind | null, from: string | null, to: string | null, roots: Array<string> | null, persons: Array<string> | null, notPersons: Array<string> | null, onlyPersons: Array<string> | null, clusters: Array<string> | null, hasFaces: boolean | null, minFaces: number | null, maxFaces: number | null, hasPlace: boolean | null, favourite: boolean | null, hidden: HiddenFilter | null } | null } } }> } };

export type SavedSearchesQueryVariables = Exact<{ [key: string]: never; }>;


export type SavedSearchesQuery = { savedSearches: Array<{ id: string, name: string, threshold: number, topK: number, newCount: number, newImages: Array<{ id: string, kind: ImageKind, fileName: string, title: string | null, width: number, height: number, durationMs: number | null, takenAt: string, takenPrecision: TakenPrecision, thumbhash: string, thumbnailUrl: string, favourite: boolean }>, query: { canRunAgain: boolean, parts: Array<{ text: string | null, frameMs: number | null, mode: PartMode | null, weight: number | null, region: { x: number, y: number, width: number, height: number } | null, image: { id: string, kind: ImageKind, fileName: string, title: string | null, width: number, height: number, durationMs: number | null, takenAt: string, takenPrecision: TakenPrecision, thumbhash: string, thumbnailUrl: string, favourite: boolean } | null }>, filter: { keyword: string | null, kind: ImageKind | null, from: string | null, to: string | null, roots: Array<string> | null, persons: Array<string> | null, notPersons: Array<string> | null, onlyPersons: Array<string> | null, clusters: Array<string> | null, hasFaces: boolean | null, minFaces: number | null, maxFaces: number | null, hasPlace: boolean | null, favourite: boolean | null, hidden: HiddenFilter | null } | null } }> };

export type SaveSearchMutationVariables = Exact<{
  name: string;
  search: SearchToSave;
}>;


export type SaveSearchMutation = { saveSearch: { id: string, name: string, threshold: number, topK: number, newCount: number, newImages: Array<{ id: string, kind: ImageKind, fileName: string, title: string | null, width: number, height: number, durationMs: number | null, takenAt: string, takenPrecision: TakenPrecision, thumbhash: string, thumbnailUrl: string, favourite: boolean }>, query: { canRunAgain: boolean, parts: Array<{ text: string | null, frameMs: number | null, mode: PartMode | null, weight: number | null, region: { x: number, y: number, width: number, height: number } | null, image: { id: string, kind: ImageKind, fileName: string, title: string | null, width: number, height: number, durationMs: number | null, takenAt: string, takenPrecision: TakenPrecision, thumbhash: string, thumbnailUrl: string, favourite: boolean } | null }>, filter: { keyword: string | null, kind: ImageKind | null, from: string | null, to: string | null, roots: Array<string> | null, persons: Array<string> | null, notPersons: Array<string> | null, onlyPersons: Array<string> | null, clusters: Array<string> | null, hasFaces: boolean | null, minFaces: number | null, maxFaces: number | null, hasPlace: boolean | null, favourite: boolean | null, hidden: HiddenFilter | null } | null } } };

export type RenameSavedSearchMutationVariables = Exact<{
  id: string | number;
  name: string;
}>;


export type RenameSavedSearchMutation = { renameSavedSearch: { id: string, name: string, threshold: number, topK: number, newCount: number, newImages: Array<{ id: string, kind: ImageKind, fileName: string, title: string | null, width: number, height: number, durationMs: number | null, takenAt: string, takenPrecision: TakenPrecision, thumbhash: string, thumbnailUrl: string, favourite: boolean }>, query: { canRunAgain: boolean, parts: Array<{ text: string | null, frameMs: number | null, mode: PartMode | null, weight: number | null, region: { x: number, y: number, width: number, height: number } | null, image: { id: string, kind: ImageKind, fileName: string, title: string | null, width: number, height: number, durationMs: number | null, takenAt: string, takenPrecision: TakenPrecision, thumbhash: string, thumbnailUrl: string, favourite: boolean } | null }>, filter: { keyword: string | null, kind: ImageKind | null, from: string | null, to: string | null, roots: Array<string> | null, persons: Array<string> | null, notPersons: Array<string> | null, onlyPersons: Array<string> | null, clusters: Array<string> | null, hasFaces: boolean | null, minFaces: number | null, maxFaces: number | null, hasPlace: boolean | null, favourite: boolean | null, hidden: HiddenFilter | null } | null } } };

export type RemoveSavedSearchMutationVariables = Exact<{
  id: string | number;
}>;


export type RemoveSavedSearchMutation = { removeSavedSearch: string };

export type SidecarStatusQueryVariables = Exact<{ [key: string]: never; }>;


export type SidecarStatusQuery = { archive: { hidden: number | null, sidecars: { pending: number, failing: number, conflicts: number, message: string | null } } };

export type SidecarProblemsQueryVariables = Exact<{
  first?: number;
  after?: string | null | undefined;
}>;


export type SidecarProblemsQuery = { sidecarProblems: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, edges: Array<{ cursor: string, node: { message: string, since: string, image: { id: string, kind: ImageKind, fileName: string, title: string | null, width: number, height: number, durationMs: number | null, takenAt: string, takenPrecision: TakenPrecision, thumbhash: string, thumbnailUrl: string, favourite: boolean } } }> } };

export type SetRootSidecarsMutationVariables = Exact<{
  rootId: string | number;
  place: SidecarPlace;
}>;


export type SetRootSidecarsMutation = { setRootSidecars: { id: string, sidecars: SidecarPlace } };

export type RootSidecarsQueryVariables = Exact<{ [key: string]: never; }>;


export type RootSidecarsQuery = { archive: { roots: Array<{ id: string, sidecars: SidecarPlace }> } };

export type SimilarImagesQueryVariables = Exact<{
  query: Array<QueryPart> | QueryPart;
  threshold?: number | null | undefined;
  topK?: number;
  filter?: ImageFilter | null | undefined;
  collapse?: boolean;
}>;


export type SimilarImagesQuery = { similarImages: { model: string, threshold: number, isThresholdCalibrated: boolean, topK: number, tookMs: number, logId: string, candidates: number, query: { kind: SimilarityQueryKind, imageId: string | null, previewUrl: string | null, text: string | null, region: { x: number, y: number, width: number, height: number } | null, parts: Array<{ kind: SimilarityQueryKind, mode: PartMode, weight: number, imageId: string | null, previewUrl: string | null, text: string | null, frameMs: number | null, region: { x: number, y: number, width: number, height: number } | null }> }, results: Array<{ similarity: number | null, isQuery: boolean, band: Band | null, cosines: Array<number>, previewUrl: string | null, frameMs: number | null, standing: { z: number, expectedFalse: number } | null, moments: Array<{ frameMs: number, similarity: number, thumbnailUrl: string }>, region: { x: number, y: number, width: number, height: number } | null, image: { id: string, kind: ImageKind, fileName: string, title: string | null, width: number, height: number, durationMs: number | null, takenAt: string, takenPrecision: TakenPrecision, thumbhash: string, thumbnailUrl: string, favourite: boolean } | null, duplicates: Array<{ id: string }> }>, nextBest: Array<{ similarity: number | null, isQuery: boolean, band: Band | null, cosines: Array<number>, previewUrl: string | null, frameMs: number | null, standing: { z: number, expectedFalse: number } | null, moments: Array<{ frameMs: number, similarity: number, thumbnailUrl: string }>, region: { x: number, y: number, width: number, height: number } | null, image: { id: string, kind: ImageKind, fileName: string, title: string | null, width: number, height: number, durationMs: number | null, takenAt: string, takenPrecision: TakenPrecision, thumbhash: string, thumbnailUrl: string, favourite: boolean } | null, duplicates: Array<{ id: string }> }>, histogram: { low: number, width: number, counts: Array<number>, isEstimated: boolean, cut: number, strongFrom: number | null, likelyFrom: number | null } } };

export type PartImageQueryVariables = Exact<{
  id: string | number;
}>;


export type PartImageQuery = { image: { id: string, kind: ImageKind, fileName: string, title: string | null, width: number, height: number, durationMs: number | null, takenAt: string, takenPrecision: TakenPrecision, thumbhash: string, thumbnailUrl: string, favourite: boolean, frames: Array<{ ms: number, thumbnailUrl: string }> } };

export type SimilarityEvidenceQueryVariables = Exact<{
  logId: string | number;
  imageId: string | number;
  frameMs?: number | null | undefined;
}>;


export type SimilarityEvidenceQuery = { similarityEvidence: { similarity: number, wholeSimilarity: number, region: { x: number, y: number, width: number, height: number } } | null };

export type MomentLikenessQueryVariables = Exact<{
  logId: string | number;
  imageId: string | number;
}>;


export type MomentLikenessQuery = { momentLikeness: Array<{ frameMs: number, similarity: number }> };

export const TextSummaryPartsFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"TextSummaryParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"TextSummary"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"isMixed"}},{"kind":"Field","name":{"kind":"Name","value":"values"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"count"}}]}}]}}]} as unknown as DocumentNode;
export const SummaryPartsFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"SummaryParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"AnnotationSummary"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"count"}},{"kind":"Field","name":{"kind":"Name","value":"title"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"TextSummaryParts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"description"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"TextSummaryParts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"tags"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"count"}}]}},{"kind":"Field","name":{"kind":"Name","value":"people"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"person"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"count"}}]}},{"kind":"Field","name":{"kind":"Name","value":"clusters"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cluster"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"count"}}]}},{"kind":"Field","name":{"kind":"Name","value":"taken"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"TextSummaryParts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"place"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"isMixed"}},{"kind":"Field","name":{"kind":"Name","value":"values"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"count"}},{"kind":"Field","name":{"kind":"Name","value":"place"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"latitude"}},{"kind":"Field","name":{"kind":"Name","value":"longitude"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"favourites"}},{"kind":"Field","name":{"kind":"Name","value":"hidden"}},{"kind":"Field","name":{"kind":"Name","value":"versions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"version"}}]}},{"kind":"Field","name":{"kind":"Name","value":"sidecars"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"beside"}},{"kind":"Field","name":{"kind":"Name","value":"apart"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"TextSummaryParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"TextSummary"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"isMixed"}},{"kind":"Field","name":{"kind":"Name","value":"values"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"count"}}]}}]}}]} as unknown as DocumentNode;
export const ClusterPartsFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ClusterParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Cluster"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"description"}},{"kind":"Field","name":{"kind":"Name","value":"size"}},{"kind":"Field","name":{"kind":"Name","value":"cohesion"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"looksLike"}},{"kind":"Field","name":{"kind":"Name","value":"proposals"}}]}}]} as unknown as DocumentNode;
export const SamplePartsFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"SampleParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Image"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"thumbnailUrl"}},{"kind":"Field","name":{"kind":"Name","value":"thumbhash"}}]}}]} as unknown as DocumentNode;
export const PicturePartsFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PictureParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Image"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"fileName"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"width"}},{"kind":"Field","name":{"kind":"Name","value":"height"}},{"kind":"Field","name":{"kind":"Name","value":"durationMs"}},{"kind":"Field","name":{"kind":"Name","value":"takenAt"}},{"kind":"Field","name":{"kind":"Name","value":"takenPrecision"}},{"kind":"Field","name":{"kind":"Name","value":"thumbhash"}},{"kind":"Field","name":{"kind":"Name","value":"thumbnailUrl"}},{"kind":"Field","name":{"kind":"Name","value":"favourite"}}]}}]} as unknown as DocumentNode;
export const DecisionPartsFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"DecisionParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Decision"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"at"}},{"kind":"Field","name":{"kind":"Name","value":"by"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"imageCount"}},{"kind":"Field","name":{"kind":"Name","value":"undoes"}},{"kind":"Field","name":{"kind":"Name","value":"undoneBy"}},{"kind":"Field","name":{"kind":"Name","value":"isRedacted"}},{"kind":"Field","name":{"kind":"Name","value":"changes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"text"}},{"kind":"Field","name":{"kind":"Name","value":"isRemoved"}}]}},{"kind":"Field","name":{"kind":"Name","value":"images"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"PictureParts"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PictureParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Image"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"fileName"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"width"}},{"kind":"Field","name":{"kind":"Name","value":"height"}},{"kind":"Field","name":{"kind":"Name","value":"durationMs"}},{"kind":"Field","name":{"kind":"Name","value":"takenAt"}},{"kind":"Field","name":{"kind":"Name","value":"takenPrecision"}},{"kind":"Field","name":{"kind":"Name","value":"thumbhash"}},{"kind":"Field","name":{"kind":"Name","value":"thumbnailUrl"}},{"kind":"Field","name":{"kind":"Name","value":"favourite"}}]}}]} as unknown as DocumentNode;
export const JobRunPartsFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"JobRunParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"JobRun"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"job"}},{"kind":"Field","name":{"kind":"Name","value":"outcome"}},{"kind":"Field","name":{"kind":"Name","value":"startedAt"}},{"kind":"Field","name":{"kind":"Name","value":"endedAt"}},{"kind":"Field","name":{"kind":"Name","value":"phase"}},{"kind":"Field","name":{"kind":"Name","value":"done"}},{"kind":"Field","name":{"kind":"Name","value":"total"}},{"kind":"Field","name":{"kind":"Name","value":"failed"}},{"kind":"Field","name":{"kind":"Name","value":"rate"}},{"kind":"Field","name":{"kind":"Name","value":"secondsLeft"}},{"kind":"Field","name":{"kind":"Name","value":"summary"}}]}}]} as unknown as DocumentNode;
export const SidecarPartsFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"SidecarParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Sidecar"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"place"}},{"kind":"Field","name":{"kind":"Name","value":"writtenAt"}},{"kind":"Field","name":{"kind":"Name","value":"conflicts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"mine"}},{"kind":"Field","name":{"kind":"Name","value":"theirs"}}]}}]}}]} as unknown as DocumentNode;
export const PictureWordsFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PictureWords"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Image"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"description"}},{"kind":"Field","name":{"kind":"Name","value":"tags"}},{"kind":"Field","name":{"kind":"Name","value":"favourite"}},{"kind":"Field","name":{"kind":"Name","value":"hidden"}},{"kind":"Field","name":{"kind":"Name","value":"takenAt"}},{"kind":"Field","name":{"kind":"Name","value":"takenPrecision"}},{"kind":"Field","name":{"kind":"Name","value":"takenSource"}},{"kind":"Field","name":{"kind":"Name","value":"people"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"clusters"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"place"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"latitude"}},{"kind":"Field","name":{"kind":"Name","value":"longitude"}}]}},{"kind":"Field","name":{"kind":"Name","value":"annotations"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"element"}},{"kind":"Field","name":{"kind":"Name","value":"isSaidNot"}},{"kind":"Field","name":{"kind":"Name","value":"by"}},{"kind":"Field","name":{"kind":"Name","value":"at"}},{"kind":"Field","name":{"kind":"Name","value":"isFromProposal"}},{"kind":"Field","name":{"kind":"Name","value":"score"}}]}},{"kind":"Field","name":{"kind":"Name","value":"regions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"region"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"x"}},{"kind":"Field","name":{"kind":"Name","value":"y"}},{"kind":"Field","name":{"kind":"Name","value":"width"}},{"kind":"Field","name":{"kind":"Name","value":"height"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"sidecar"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"SidecarParts"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"SidecarParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Sidecar"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"place"}},{"kind":"Field","name":{"kind":"Name","value":"writtenAt"}},{"kind":"Field","name":{"kind":"Name","value":"conflicts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"mine"}},{"kind":"Field","name":{"kind":"Name","value":"theirs"}}]}}]}}]} as unknown as DocumentNode;
export const PictureFactsFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PictureFacts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Image"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"PictureParts"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"PictureWords"}},{"kind":"Field","name":{"kind":"Name","value":"sourcePath"}},{"kind":"Field","name":{"kind":"Name","value":"content"}},{"kind":"Field","name":{"kind":"Name","value":"mime"}},{"kind":"Field","name":{"kind":"Name","value":"bytes"}},{"kind":"Field","name":{"kind":"Name","value":"latitude"}},{"kind":"Field","name":{"kind":"Name","value":"longitude"}},{"kind":"Field","name":{"kind":"Name","value":"camera"}},{"kind":"Field","name":{"kind":"Name","value":"lens"}},{"kind":"Field","name":{"kind":"Name","value":"exposure"}},{"kind":"Field","name":{"kind":"Name","value":"originalUrl"}},{"kind":"Field","name":{"kind":"Name","value":"faceCount"}},{"kind":"Field","name":{"kind":"Name","value":"automaticCluster"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"looksLike"}}]}},{"kind":"Field","name":{"kind":"Name","value":"sources"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"bytes"}},{"kind":"Field","name":{"kind":"Name","value":"isPresent"}}]}},{"kind":"Field","name":{"kind":"Name","value":"frames"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"ms"}},{"kind":"Field","name":{"kind":"Name","value":"thumbnailUrl"}}]}},{"kind":"Field","name":{"kind":"Name","value":"stack"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"role"}},{"kind":"Field","name":{"kind":"Name","value":"image"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"PictureParts"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PictureWords"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Image"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"description"}},{"kind":"Field","name":{"kind":"Name","value":"tags"}},{"kind":"Field","name":{"kind":"Name","value":"favourite"}},{"kind":"Field","name":{"kind":"Name","value":"hidden"}},{"kind":"Field","name":{"kind":"Name","value":"takenAt"}},{"kind":"Field","name":{"kind":"Name","value":"takenPrecision"}},{"kind":"Field","name":{"kind":"Name","value":"takenSource"}},{"kind":"Field","name":{"kind":"Name","value":"people"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"clusters"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"place"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"latitude"}},{"kind":"Field","name":{"kind":"Name","value":"longitude"}}]}},{"kind":"Field","name":{"kind":"Name","value":"annotations"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"element"}},{"kind":"Field","name":{"kind":"Name","value":"isSaidNot"}},{"kind":"Field","name":{"kind":"Name","value":"by"}},{"kind":"Field","name":{"kind":"Name","value":"at"}},{"kind":"Field","name":{"kind":"Name","value":"isFromProposal"}},{"kind":"Field","name":{"kind":"Name","value":"score"}}]}},{"kind":"Field","name":{"kind":"Name","value":"regions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"region"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"x"}},{"kind":"Field","name":{"kind":"Name","value":"y"}},{"kind":"Field","name":{"kind":"Name","value":"width"}},{"kind":"Field","name":{"kind":"Name","value":"height"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"sidecar"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"SidecarParts"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"SidecarParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Sidecar"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"place"}},{"kind":"Field","name":{"kind":"Name","value":"writtenAt"}},{"kind":"Field","name":{"kind":"Name","value":"conflicts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"mine"}},{"kind":"Field","name":{"kind":"Name","value":"theirs"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PictureParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Image"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"fileName"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"width"}},{"kind":"Field","name":{"kind":"Name","value":"height"}},{"kind":"Field","name":{"kind":"Name","value":"durationMs"}},{"kind":"Field","name":{"kind":"Name","value":"takenAt"}},{"kind":"Field","name":{"kind":"Name","value":"takenPrecision"}},{"kind":"Field","name":{"kind":"Name","value":"thumbhash"}},{"kind":"Field","name":{"kind":"Name","value":"thumbnailUrl"}},{"kind":"Field","name":{"kind":"Name","value":"favourite"}}]}}]} as unknown as DocumentNode;
export const KeptQueryPartsFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"KeptQueryParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"KeptQuery"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"canRunAgain"}},{"kind":"Field","name":{"kind":"Name","value":"parts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"text"}},{"kind":"Field","name":{"kind":"Name","value":"frameMs"}},{"kind":"Field","name":{"kind":"Name","value":"mode"}},{"kind":"Field","name":{"kind":"Name","value":"weight"}},{"kind":"Field","name":{"kind":"Name","value":"region"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"x"}},{"kind":"Field","name":{"kind":"Name","value":"y"}},{"kind":"Field","name":{"kind":"Name","value":"width"}},{"kind":"Field","name":{"kind":"Name","value":"height"}}]}},{"kind":"Field","name":{"kind":"Name","value":"image"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"PictureParts"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"filter"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"keyword"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"from"}},{"kind":"Field","name":{"kind":"Name","value":"to"}},{"kind":"Field","name":{"kind":"Name","value":"roots"}},{"kind":"Field","name":{"kind":"Name","value":"persons"}},{"kind":"Field","name":{"kind":"Name","value":"notPersons"}},{"kind":"Field","name":{"kind":"Name","value":"onlyPersons"}},{"kind":"Field","name":{"kind":"Name","value":"clusters"}},{"kind":"Field","name":{"kind":"Name","value":"hasFaces"}},{"kind":"Field","name":{"kind":"Name","value":"minFaces"}},{"kind":"Field","name":{"kind":"Name","value":"maxFaces"}},{"kind":"Field","name":{"kind":"Name","value":"hasPlace"}},{"kind":"Field","name":{"kind":"Name","value":"favourite"}},{"kind":"Field","name":{"kind":"Name","value":"hidden"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PictureParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Image"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"fileName"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"width"}},{"kind":"Field","name":{"kind":"Name","value":"height"}},{"kind":"Field","name":{"kind":"Name","value":"durationMs"}},{"kind":"Field","name":{"kind":"Name","value":"takenAt"}},{"kind":"Field","name":{"kind":"Name","value":"takenPrecision"}},{"kind":"Field","name":{"kind":"Name","value":"thumbhash"}},{"kind":"Field","name":{"kind":"Name","value":"thumbnailUrl"}},{"kind":"Field","name":{"kind":"Name","value":"favourite"}}]}}]} as unknown as DocumentNode;
export const SavedSearchPartsFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"SavedSearchParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SavedSearch"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"threshold"}},{"kind":"Field","name":{"kind":"Name","value":"topK"}},{"kind":"Field","name":{"kind":"Name","value":"newCount"}},{"kind":"Field","name":{"kind":"Name","value":"newImages"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"PictureParts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"query"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"KeptQueryParts"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PictureParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Image"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"fileName"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"width"}},{"kind":"Field","name":{"kind":"Name","value":"height"}},{"kind":"Field","name":{"kind":"Name","value":"durationMs"}},{"kind":"Field","name":{"kind":"Name","value":"takenAt"}},{"kind":"Field","name":{"kind":"Name","value":"takenPrecision"}},{"kind":"Field","name":{"kind":"Name","value":"thumbhash"}},{"kind":"Field","name":{"kind":"Name","value":"thumbnailUrl"}},{"kind":"Field","name":{"kind":"Name","value":"favourite"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"KeptQueryParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"KeptQuery"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"canRunAgain"}},{"kind":"Field","name":{"kind":"Name","value":"parts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"text"}},{"kind":"Field","name":{"kind":"Name","value":"frameMs"}},{"kind":"Field","name":{"kind":"Name","value":"mode"}},{"kind":"Field","name":{"kind":"Name","value":"weight"}},{"kind":"Field","name":{"kind":"Name","value":"region"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"x"}},{"kind":"Field","name":{"kind":"Name","value":"y"}},{"kind":"Field","name":{"kind":"Name","value":"width"}},{"kind":"Field","name":{"kind":"Name","value":"height"}}]}},{"kind":"Field","name":{"kind":"Name","value":"image"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"PictureParts"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"filter"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"keyword"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"from"}},{"kind":"Field","name":{"kind":"Name","value":"to"}},{"kind":"Field","name":{"kind":"Name","value":"roots"}},{"kind":"Field","name":{"kind":"Name","value":"persons"}},{"kind":"Field","name":{"kind":"Name","value":"notPersons"}},{"kind":"Field","name":{"kind":"Name","value":"onlyPersons"}},{"kind":"Field","name":{"kind":"Name","value":"clusters"}},{"kind":"Field","name":{"kind":"Name","value":"hasFaces"}},{"kind":"Field","name":{"kind":"Name","value":"minFaces"}},{"kind":"Field","name":{"kind":"Name","value":"maxFaces"}},{"kind":"Field","name":{"kind":"Name","value":"hasPlace"}},{"kind":"Field","name":{"kind":"Name","value":"favourite"}},{"kind":"Field","name":{"kind":"Name","value":"hidden"}}]}}]}}]} as unknown as DocumentNode;
export const SimilarityHitPartsFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"SimilarityHitParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SimilarityHit"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"similarity"}},{"kind":"Field","name":{"kind":"Name","value":"isQuery"}},{"kind":"Field","name":{"kind":"Name","value":"band"}},{"kind":"Field","name":{"kind":"Name","value":"standing"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"z"}},{"kind":"Field","name":{"kind":"Name","value":"expectedFalse"}}]}},{"kind":"Field","name":{"kind":"Name","value":"cosines"}},{"kind":"Field","name":{"kind":"Name","value":"previewUrl"}},{"kind":"Field","name":{"kind":"Name","value":"frameMs"}},{"kind":"Field","name":{"kind":"Name","value":"moments"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"frameMs"}},{"kind":"Field","name":{"kind":"Name","value":"similarity"}},{"kind":"Field","name":{"kind":"Name","value":"thumbnailUrl"}}]}},{"kind":"Field","name":{"kind":"Name","value":"region"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"x"}},{"kind":"Field","name":{"kind":"Name","value":"y"}},{"kind":"Field","name":{"kind":"Name","value":"width"}},{"kind":"Field","name":{"kind":"Name","value":"height"}}]}},{"kind":"Field","name":{"kind":"Name","value":"image"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"PictureParts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"duplicates"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PictureParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Image"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"fileName"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"width"}},{"kind":"Field","name":{"kind":"Name","value":"height"}},{"kind":"Field","name":{"kind":"Name","value":"durationMs"}},{"kind":"Field","name":{"kind":"Name","value":"takenAt"}},{"kind":"Field","name":{"kind":"Name","value":"takenPrecision"}},{"kind":"Field","name":{"kind":"Name","value":"thumbhash"}},{"kind":"Field","name":{"kind":"Name","value":"thumbnailUrl"}},{"kind":"Field","name":{"kind":"Name","value":"favourite"}}]}}]} as unknown as DocumentNode;
export const AnnotationSummaryDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"AnnotationSummary"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"ids"}},"type":{"kind":"NonNullType","type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"annotationSummary"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"ids"},"value":{"kind":"Variable","name":{"kind":"Name","value":"ids"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"SummaryParts"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"SummaryParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"AnnotationSummary"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"count"}},{"kind":"Field","name":{"kind":"Name","value":"title"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"TextSummaryParts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"description"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"TextSummaryParts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"tags"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"count"}}]}},{"kind":"Field","name":{"kind":"Name","value":"people"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"person"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"count"}}]}},{"kind":"Field","name":{"kind":"Name","value":"clusters"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cluster"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"count"}}]}},{"kind":"Field","name":{"kind":"Name","value":"taken"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"TextSummaryParts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"place"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"isMixed"}},{"kind":"Field","name":{"kind":"Name","value":"values"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"count"}},{"kind":"Field","name":{"kind":"Name","value":"place"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"latitude"}},{"kind":"Field","name":{"kind":"Name","value":"longitude"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"favourites"}},{"kind":"Field","name":{"kind":"Name","value":"hidden"}},{"kind":"Field","name":{"kind":"Name","value":"versions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"version"}}]}},{"kind":"Field","name":{"kind":"Name","value":"sidecars"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"beside"}},{"kind":"Field","name":{"kind":"Name","value":"apart"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"TextSummaryParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"TextSummary"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"isMixed"}},{"kind":"Field","name":{"kind":"Name","value":"values"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"count"}}]}}]}}]} as unknown as DocumentNode;

/**
 * __useAnnotationSummaryQuery__
 *
 * To run a query within a Vue component, call `useAnnotationSummaryQuery` and pass it any options that fit your needs.
 * When your component renders, `useAnnotationSummaryQuery` returns an object from Apollo Client that contains result, loading and error properties
 * you can use to render your UI.
 *
 * @param variables that will be passed into the query
 * @param options that will be passed into the query, supported options are listed on: https://v4.apollo.vuejs.org/guide-composable/query.html#options;
 *
 * @example
 * const { result, loading, error } = useAnnotationSummaryQuery({
 *   ids: // value for 'ids'
 * });
 */
export function useAnnotationSummaryQuery(variables: AnnotationSummaryQueryVariables | VueCompositionApi.Ref<AnnotationSummaryQueryVariables> | ReactiveFunction<AnnotationSummaryQueryVariables>, options: VueApolloComposable.UseQueryOptions<AnnotationSummaryQuery, AnnotationSummaryQueryVariables> | VueCompositionApi.Ref<VueApolloComposable.UseQueryOptions<AnnotationSummaryQuery, AnnotationSummaryQueryVariables>> | ReactiveFunction<VueApolloComposable.UseQueryOptions<AnnotationSummaryQuery, AnnotationSummaryQueryVariables>> = {}) {
  return VueApolloComposable.useQuery<AnnotationSummaryQuery, AnnotationSummaryQueryVariables>(AnnotationSummaryDocument, variables, options);
}
export function useAnnotationSummaryLazyQuery(variables?: AnnotationSummaryQueryVariables | VueCompositionApi.Ref<AnnotationSummaryQueryVariables> | ReactiveFunction<AnnotationSummaryQueryVariables>, options: VueApolloComposable.UseQueryOptions<AnnotationSummaryQuery, AnnotationSummaryQueryVariables> | VueCompositionApi.Ref<VueApolloComposable.UseQueryOptions<AnnotationSummaryQuery, AnnotationSummaryQueryVariables>> | ReactiveFunction<VueApolloComposable.UseQueryOptions<AnnotationSummaryQuery, AnnotationSummaryQueryVariables>> = {}) {
  return VueApolloComposable.useLazyQuery<AnnotationSummaryQuery, AnnotationSummaryQueryVariables>(AnnotationSummaryDocument, variables, options);
}
export type AnnotationSummaryQueryCompositionFunctionResult = VueApolloComposable.UseQueryReturn<AnnotationSummaryQuery, AnnotationSummaryQueryVariables>;
export const PictureDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Picture"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"image"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"PictureParts"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PictureParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Image"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"fileName"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"width"}},{"kind":"Field","name":{"kind":"Name","value":"height"}},{"kind":"Field","name":{"kind":"Name","value":"durationMs"}},{"kind":"Field","name":{"kind":"Name","value":"takenAt"}},{"kind":"Field","name":{"kind":"Name","value":"takenPrecision"}},{"kind":"Field","name":{"kind":"Name","value":"thumbhash"}},{"kind":"Field","name":{"kind":"Name","value":"thumbnailUrl"}},{"kind":"Field","name":{"kind":"Name","value":"favourite"}}]}}]} as unknown as DocumentNode;

/**
 * __usePictureQuery__
 *
 * To run a query within a Vue component, call `usePictureQuery` and pass it any options that fit your needs.
 * When your component renders, `usePictureQuery` returns an object from Apollo Client that contains result, loading and error properties
 * you can use to render your UI.
 *
 * @param variables that will be passed into the query
 * @param options that will be passed into the query, supported options are listed on: https://v4.apollo.vuejs.org/guide-composable/query.html#options;
 *
 * @example
 * const { result, loading, error } = usePictureQuery({
 *   id: // value for 'id'
 * });
 */
export function usePictureQuery(variables: PictureQueryVariables | VueCompositionApi.Ref<PictureQueryVariables> | ReactiveFunction<PictureQueryVariables>, options: VueApolloComposable.UseQueryOptions<PictureQuery, PictureQueryVariables> | VueCompositionApi.Ref<VueApolloComposable.UseQueryOptions<PictureQuery, PictureQueryVariables>> | ReactiveFunction<VueApolloComposable.UseQueryOptions<PictureQuery, PictureQueryVariables>> = {}) {
  return VueApolloComposable.useQuery<PictureQuery, PictureQueryVariables>(PictureDocument, variables, options);
}
export function usePictureLazyQuery(variables?: PictureQueryVariables | VueCompositionApi.Ref<PictureQueryVariables> | ReactiveFunction<PictureQueryVariables>, options: VueApolloComposable.UseQueryOptions<PictureQuery, PictureQueryVariables> | VueCompositionApi.Ref<VueApolloComposable.UseQueryOptions<PictureQuery, PictureQueryVariables>> | ReactiveFunction<VueApolloComposable.UseQueryOptions<PictureQuery, PictureQueryVariables>> = {}) {
  return VueApolloComposable.useLazyQuery<PictureQuery, PictureQueryVariables>(PictureDocument, variables, options);
}
export type PictureQueryCompositionFunctionResult = VueApolloComposable.UseQueryReturn<PictureQuery, PictureQueryVariables>;
export const TagsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Tags"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"search"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},"defaultValue":{"kind":"IntValue","value":"20"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"tags"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"search"},"value":{"kind":"Variable","name":{"kind":"Name","value":"search"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"count"}}]}}]}}]} as unknown as DocumentNode;

/**
 * __useTagsQuery__
 *
 * To run a query within a Vue component, call `useTagsQuery` and pass it any options that fit your needs.
 * When your component renders, `useTagsQuery` returns an object from Apollo Client that contains result, loading and error properties
 * you can use to render your UI.
 *
 * @param variables that will be passed into the query
 * @param options that will be passed into the query, supported options are listed on: https://v4.apollo.vuejs.org/guide-composable/query.html#options;
 *
 * @example
 * const { result, loading, error } = useTagsQuery({
 *   search: // value for 'search'
 *   first: // value for 'first'
 * });
 */
export function useTagsQuery(variables: TagsQueryVariables | VueCompositionApi.Ref<TagsQueryVariables> | ReactiveFunction<TagsQueryVariables>, options: VueApolloComposable.UseQueryOptions<TagsQuery, TagsQueryVariables> | VueCompositionApi.Ref<VueApolloComposable.UseQueryOptions<TagsQuery, TagsQueryVariables>> | ReactiveFunction<VueApolloComposable.UseQueryOptions<TagsQuery, TagsQueryVariables>> = {}) {
  return VueApolloComposable.useQuery<TagsQuery, TagsQueryVariables>(TagsDocument, variables, options);
}
export function useTagsLazyQuery(variables?: TagsQueryVariables | VueCompositionApi.Ref<TagsQueryVariables> | ReactiveFunction<TagsQueryVariables>, options: VueApolloComposable.UseQueryOptions<TagsQuery, TagsQueryVariables> | VueCompositionApi.Ref<VueApolloComposable.UseQueryOptions<TagsQuery, TagsQueryVariables>> | ReactiveFunction<VueApolloComposable.UseQueryOptions<TagsQuery, TagsQueryVariables>> = {}) {
  return VueApolloComposable.useLazyQuery<TagsQuery, TagsQueryVariables>(TagsDocument, variables, options);
}
export type TagsQueryCompositionFunctionResult = VueApolloComposable.UseQueryReturn<TagsQuery, TagsQueryVariables>;
export const PersonNamesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"PersonNames"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"search"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},"defaultValue":{"kind":"IntValue","value":"20"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"persons"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"search"},"value":{"kind":"Variable","name":{"kind":"Name","value":"search"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"imageCount"}}]}}]}}]} as unknown as DocumentNode;

/**
 * __usePersonNamesQuery__
 *
 * To run a query within a Vue component, call `usePersonNamesQuery` and pass it any options that fit your needs.
 * When your component renders, `usePersonNamesQuery` returns an object from Apollo Client that contains result, loading and error properties
 * you can use to render your UI.
 *
 * @param variables that will be passed into the query
 * @param options that will be passed into the query, supported options are listed on: https://v4.apollo.vuejs.org/guide-composable/query.html#options;
 *
 * @example
 * const { result, loading, error } = usePersonNamesQuery({
 *   search: // value for 'search'
 *   first: // value for 'first'
 * });
 */
export function usePersonNamesQuery(variables: PersonNamesQueryVariables | VueCompositionApi.Ref<PersonNamesQueryVariables> | ReactiveFunction<PersonNamesQueryVariables>, options: VueApolloComposable.UseQueryOptions<PersonNamesQuery, PersonNamesQueryVariables> | VueCompositionApi.Ref<VueApolloComposable.UseQueryOptions<PersonNamesQuery, PersonNamesQueryVariables>> | ReactiveFunction<VueApolloComposable.UseQueryOptions<PersonNamesQuery, PersonNamesQueryVariables>> = {}) {
  return VueApolloComposable.useQuery<PersonNamesQuery, PersonNamesQueryVariables>(PersonNamesDocument, variables, options);
}
export function usePersonNamesLazyQuery(variables?: PersonNamesQueryVariables | VueCompositionApi.Ref<PersonNamesQueryVariables> | ReactiveFunction<PersonNamesQueryVariables>, options: VueApolloComposable.UseQueryOptions<PersonNamesQuery, PersonNamesQueryVariables> | VueCompositionApi.Ref<VueApolloComposable.UseQueryOptions<PersonNamesQuery, PersonNamesQueryVariables>> | ReactiveFunction<VueApolloComposable.UseQueryOptions<PersonNamesQuery, PersonNamesQueryVariables>> = {}) {
  return VueApolloComposable.useLazyQuery<PersonNamesQuery, PersonNamesQueryVariables>(PersonNamesDocument, variables, options);
}
export type PersonNamesQueryCompositionFunctionResult = VueApolloComposable.UseQueryReturn<PersonNamesQuery, PersonNamesQueryVariables>;
export const UserClusterNamesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"UserClusterNames"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"search"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},"defaultValue":{"kind":"IntValue","value":"20"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"clusters"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"search"},"value":{"kind":"Variable","name":{"kind":"Name","value":"search"}}},{"kind":"Argument","name":{"kind":"Name","value":"kind"},"value":{"kind":"EnumValue","value":"USER"}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"size"}}]}}]}}]} as unknown as DocumentNode;

/**
 * __useUserClusterNamesQuery__
 *
 * To run a query within a Vue component, call `useUserClusterNamesQuery` and pass it any options that fit your needs.
 * When your component renders, `useUserClusterNamesQuery` returns an object from Apollo Client that contains result, loading and error properties
 * you can use to render your UI.
 *
 * @param variables that will be passed into the query
 * @param options that will be passed into the query, supported options are listed on: https://v4.apollo.vuejs.org/guide-composable/query.html#options;
 *
 * @example
 * const { result, loading, error } = useUserClusterNamesQuery({
 *   search: // value for 'search'
 *   first: // value for 'first'
 * });
 */
export function useUserClusterNamesQuery(variables: UserClusterNamesQueryVariables | VueCompositionApi.Ref<UserClusterNamesQueryVariables> | ReactiveFunction<UserClusterNamesQueryVariables>, options: VueApolloComposable.UseQueryOptions<UserClusterNamesQuery, UserClusterNamesQueryVariables> | VueCompositionApi.Ref<VueApolloComposable.UseQueryOptions<UserClusterNamesQuery, UserClusterNamesQueryVariables>> | ReactiveFunction<VueApolloComposable.UseQueryOptions<UserClusterNamesQuery, UserClusterNamesQueryVariables>> = {}) {
  return VueApolloComposable.useQuery<UserClusterNamesQuery, UserClusterNamesQueryVariables>(UserClusterNamesDocument, variables, options);
}
export function useUserClusterNamesLazyQuery(variables?: UserClusterNamesQueryVariables | VueCompositionApi.Ref<UserClusterNamesQueryVariables> | ReactiveFunction<UserClusterNamesQueryVariables>, options: VueApolloComposable.UseQueryOptions<UserClusterNamesQuery, UserClusterNamesQueryVariables> | VueCompositionApi.Ref<VueApolloComposable.UseQueryOptions<UserClusterNamesQuery, UserClusterNamesQueryVariables>> | ReactiveFunction<VueApolloComposable.UseQueryOptions<UserClusterNamesQuery, UserClusterNamesQueryVariables>> = {}) {
  return VueApolloComposable.useLazyQuery<UserClusterNamesQuery, UserClusterNamesQueryVariables>(UserClusterNamesDocument, variables, options);
}
export type UserClusterNamesQueryCompositionFunctionResult = VueApolloComposable.UseQueryReturn<UserClusterNamesQuery, UserClusterNamesQueryVariables>;
export const AnnotateImagesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"AnnotateImages"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"ids"}},"type":{"kind":"NonNullType","type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"changes"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"AnnotationChanges"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"expected"}},"type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"FieldVersionInput"}}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"annotateImages"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"ids"},"value":{"kind":"Variable","name":{"kind":"Name","value":"ids"}}},{"kind":"Argument","name":{"kind":"Name","value":"changes"},"value":{"kind":"Variable","name":{"kind":"Name","value":"changes"}}},{"kind":"Argument","name":{"kind":"Name","value":"expected"},"value":{"kind":"Variable","name":{"kind":"Name","value":"expected"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"AnnotationResult"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"decisionId"}},{"kind":"Field","name":{"kind":"Name","value":"images"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"PictureWords"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"AnnotationConflict"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"fields"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"by"}},{"kind":"Field","name":{"kind":"Name","value":"at"}}]}},{"kind":"Field","name":{"kind":"Name","value":"summary"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"SummaryParts"}}]}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"SummaryParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"AnnotationSummary"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"count"}},{"kind":"Field","name":{"kind":"Name","value":"title"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"TextSummaryParts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"description"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"TextSummaryParts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"tags"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"count"}}]}},{"kind":"Field","name":{"kind":"Name","value":"people"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"person"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"count"}}]}},{"kind":"Field","name":{"kind":"Name","value":"clusters"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cluster"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"count"}}]}},{"kind":"Field","name":{"kind":"Name","value":"taken"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"TextSummaryParts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"place"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"isMixed"}},{"kind":"Field","name":{"kind":"Name","value":"values"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"count"}},{"kind":"Field","name":{"kind":"Name","value":"place"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"latitude"}},{"kind":"Field","name":{"kind":"Name","value":"longitude"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"favourites"}},{"kind":"Field","name":{"kind":"Name","value":"hidden"}},{"kind":"Field","name":{"kind":"Name","value":"versions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"version"}}]}},{"kind":"Field","name":{"kind":"Name","value":"sidecars"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"beside"}},{"kind":"Field","name":{"kind":"Name","value":"apart"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"TextSummaryParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"TextSummary"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"isMixed"}},{"kind":"Field","name":{"kind":"Name","value":"values"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"count"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PictureWords"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Image"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"description"}},{"kind":"Field","name":{"kind":"Name","value":"tags"}},{"kind":"Field","name":{"kind":"Name","value":"favourite"}},{"kind":"Field","name":{"kind":"Name","value":"hidden"}},{"kind":"Field","name":{"kind":"Name","value":"takenAt"}},{"kind":"Field","name":{"kind":"Name","value":"takenPrecision"}},{"kind":"Field","name":{"kind":"Name","value":"takenSource"}},{"kind":"Field","name":{"kind":"Name","value":"people"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"clusters"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"place"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"latitude"}},{"kind":"Field","name":{"kind":"Name","value":"longitude"}}]}},{"kind":"Field","name":{"kind":"Name","value":"annotations"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"element"}},{"kind":"Field","name":{"kind":"Name","value":"isSaidNot"}},{"kind":"Field","name":{"kind":"Name","value":"by"}},{"kind":"Field","name":{"kind":"Name","value":"at"}},{"kind":"Field","name":{"kind":"Name","value":"isFromProposal"}},{"kind":"Field","name":{"kind":"Name","value":"score"}}]}},{"kind":"Field","name":{"kind":"Name","value":"regions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"region"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"x"}},{"kind":"Field","name":{"kind":"Name","value":"y"}},{"kind":"Field","name":{"kind":"Name","value":"width"}},{"kind":"Field","name":{"kind":"Name","value":"height"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"sidecar"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"SidecarParts"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"SidecarParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Sidecar"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"place"}},{"kind":"Field","name":{"kind":"Name","value":"writtenAt"}},{"kind":"Field","name":{"kind":"Name","value":"conflicts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"mine"}},{"kind":"Field","name":{"kind":"Name","value":"theirs"}}]}}]}}]} as unknown as DocumentNode;

/**
 * __useAnnotateImagesMutation__
 *
 * To run a mutation, you first call `useAnnotateImagesMutation` within a Vue component and pass it any options that fit your needs.
 * When your component renders, `useAnnotateImagesMutation` returns an object that includes:
 * - A mutate function that you can call at any time to execute the mutation
 * - Several other properties: https://v4.apollo.vuejs.org/api/use-mutation.html#return
 *
 * @param options that will be passed into the mutation, supported options are listed on: https://v4.apollo.vuejs.org/guide-composable/mutation.html#options;
 *
 * @example
 * const { mutate, loading, error, onDone } = useAnnotateImagesMutation({
 *   variables: {
 *     ids: // value for 'ids'
 *     changes: // value for 'changes'
 *     expected: // value for 'expected'
 *   },
 * });
 */
export function useAnnotateImagesMutation(options: VueApolloComposable.UseMutationOptions<AnnotateImagesMutation, AnnotateImagesMutationVariables> | ReactiveFunction<VueApolloComposable.UseMutationOptions<AnnotateImagesMutation, AnnotateImagesMutationVariables>> = {}) {
  return VueApolloComposable.useMutation<AnnotateImagesMutation, AnnotateImagesMutationVariables>(AnnotateImagesDocument, options);
}
export type AnnotateImagesMutationCompositionFunctionResult = VueApolloComposable.UseMutationReturn<AnnotateImagesMutation, AnnotateImagesMutationVariables>;
export const PictureSidecarDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"PictureSidecar"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"image"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"sidecar"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"SidecarParts"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"SidecarParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Sidecar"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"place"}},{"kind":"Field","name":{"kind":"Name","value":"writtenAt"}},{"kind":"Field","name":{"kind":"Name","value":"conflicts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"mine"}},{"kind":"Field","name":{"kind":"Name","value":"theirs"}}]}}]}}]} as unknown as DocumentNode;

/**
 * __usePictureSidecarQuery__
 *
 * To run a query within a Vue component, call `usePictureSidecarQuery` and pass it any options that fit your needs.
 * When your component renders, `usePictureSidecarQuery` returns an object from Apollo Client that contains result, loading and error properties
 * you can use to render your UI.
 *
 * @param variables that will be passed into the query
 * @param options that will be passed into the query, supported options are listed on: https://v4.apollo.vuejs.org/guide-composable/query.html#options;
 *
 * @example
 * const { result, loading, error } = usePictureSidecarQuery({
 *   id: // value for 'id'
 * });
 */
export function usePictureSidecarQuery(variables: PictureSidecarQueryVariables | VueCompositionApi.Ref<PictureSidecarQueryVariables> | ReactiveFunction<PictureSidecarQueryVariables>, options: VueApolloComposable.UseQueryOptions<PictureSidecarQuery, PictureSidecarQueryVariables> | VueCompositionApi.Ref<VueApolloComposable.UseQueryOptions<PictureSidecarQuery, PictureSidecarQueryVariables>> | ReactiveFunction<VueApolloComposable.UseQueryOptions<PictureSidecarQuery, PictureSidecarQueryVariables>> = {}) {
  return VueApolloComposable.useQuery<PictureSidecarQuery, PictureSidecarQueryVariables>(PictureSidecarDocument, variables, options);
}
export function usePictureSidecarLazyQuery(variables?: PictureSidecarQueryVariables | VueCompositionApi.Ref<PictureSidecarQueryVariables> | ReactiveFunction<PictureSidecarQueryVariables>, options: VueApolloComposable.UseQueryOptions<PictureSidecarQuery, PictureSidecarQueryVariables> | VueCompositionApi.Ref<VueApolloComposable.UseQueryOptions<PictureSidecarQuery, PictureSidecarQueryVariables>> | ReactiveFunction<VueApolloComposable.UseQueryOptions<PictureSidecarQuery, PictureSidecarQueryVariables>> = {}) {
  return VueApolloComposable.useLazyQuery<PictureSidecarQuery, PictureSidecarQueryVariables>(PictureSidecarDocument, variables, options);
}
export type PictureSidecarQueryCompositionFunctionResult = VueApolloComposable.UseQueryReturn<PictureSidecarQuery, PictureSidecarQueryVariables>;
export const ProposeToNeighboursDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ProposeToNeighbours"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"decisionId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"proposeToNeighbours"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"decisionId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"decisionId"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"count"}}]}}]}}]} as unknown as DocumentNode;

/**
 * __useProposeToNeighboursMutation__
 *
 * To run a mutation, you first call `useProposeToNeighboursMutation` within a Vue component and pass it any options that fit your needs.
 * When your component renders, `useProposeToNeighboursMutation` returns an object that includes:
 * - A mutate function that you can call at any time to execute the mutation
 * - Several other properties: https://v4.apollo.vuejs.org/api/use-mutation.html#return
 *
 * @param options that will be passed into the mutation, supported options are listed on: https://v4.apollo.vuejs.org/guide-composable/mutation.html#options;
 *
 * @example
 * const { mutate, loading, error, onDone } = useProposeToNeighboursMutation({
 *   variables: {
 *     decisionId: // value for 'decisionId'
 *   },
 * });
 */
export function useProposeToNeighboursMutation(options: VueApolloComposable.UseMutationOptions<ProposeToNeighboursMutation, ProposeToNeighboursMutationVariables> | ReactiveFunction<VueApolloComposable.UseMutationOptions<ProposeToNeighboursMutation, ProposeToNeighboursMutationVariables>> = {}) {
  return VueApolloComposable.useMutation<ProposeToNeighboursMutation, ProposeToNeighboursMutationVariables>(ProposeToNeighboursDocument, options);
}
export type ProposeToNeighboursMutationCompositionFunctionResult = VueApolloComposable.UseMutationReturn<ProposeToNeighboursMutation, ProposeToNeighboursMutationVariables>;
export const ResolveSidecarConflictDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ResolveSidecarConflict"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"imageId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"key"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"keep"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ConflictSide"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"resolveSidecarConflict"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"imageId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"imageId"}}},{"kind":"Argument","name":{"kind":"Name","value":"key"},"value":{"kind":"Variable","name":{"kind":"Name","value":"key"}}},{"kind":"Argument","name":{"kind":"Name","value":"keep"},"value":{"kind":"Variable","name":{"kind":"Name","value":"keep"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"decisionId"}}]}}]}}]} as unknown as DocumentNode;

/**
 * __useResolveSidecarConflictMutation__
 *
 * To run a mutation, you first call `useResolveSidecarConflictMutation` within a Vue component and pass it any options that fit your needs.
 * When your component renders, `useResolveSidecarConflictMutation` returns an object that includes:
 * - A mutate function that you can call at any time to execute the mutation
 * - Several other properties: https://v4.apollo.vuejs.org/api/use-mutation.html#return
 *
 * @param options that will be passed into the mutation, supported options are listed on: https://v4.apollo.vuejs.org/guide-composable/mutation.html#options;
 *
 * @example
 * const { mutate, loading, error, onDone } = useResolveSidecarConflictMutation({
 *   variables: {
 *     imageId: // value for 'imageId'
 *     key: // value for 'key'
 *     keep: // value for 'keep'
 *   },
 * });
 */
export function useResolveSidecarConflictMutation(options: VueApolloComposable.UseMutationOptions<ResolveSidecarConflictMutation, ResolveSidecarConflictMutationVariables> | ReactiveFunction<VueApolloComposable.UseMutationOptions<ResolveSidecarConflictMutation, ResolveSidecarConflictMutationVariables>> = {}) {
  return VueApolloComposable.useMutation<ResolveSidecarConflictMutation, ResolveSidecarConflictMutationVariables>(ResolveSidecarConflictDocument, options);
}
export type ResolveSidecarConflictMutationCompositionFunctionResult = VueApolloComposable.UseMutationReturn<ResolveSidecarConflictMutation, ResolveSidecarConflictMutationVariables>;
export const ViewerDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Viewer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"viewer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"role"}},{"kind":"Field","name":{"kind":"Name","value":"canReveal"}}]}}]}}]} as unknown as DocumentNode;

/**
 * __useViewerQuery__
 *
 * To run a query within a Vue component, call `useViewerQuery` and pass it any options that fit your needs.
 * When your component renders, `useViewerQuery` returns an object from Apollo Client that contains result, loading and error properties
 * you can use to render your UI.
 *
 * @param options that will be passed into the query, supported options are listed on: https://v4.apollo.vuejs.org/guide-composable/query.html#options;
 *
 * @example
 * const { result, loading, error } = useViewerQuery();
 */
export function useViewerQuery(options: VueApolloComposable.UseQueryOptions<ViewerQuery, ViewerQueryVariables> | VueCompositionApi.Ref<VueApolloComposable.UseQueryOptions<ViewerQuery, ViewerQueryVariables>> | ReactiveFunction<VueApolloComposable.UseQueryOptions<ViewerQuery, ViewerQueryVariables>> = {}) {
  return VueApolloComposable.useQuery<ViewerQuery, ViewerQueryVariables>(ViewerDocument, {}, options);
}
export function useViewerLazyQuery(options: VueApolloComposable.UseQueryOptions<ViewerQuery, ViewerQueryVariables> | VueCompositionApi.Ref<VueApolloComposable.UseQueryOptions<ViewerQuery, ViewerQueryVariables>> | ReactiveFunction<VueApolloComposable.UseQueryOptions<ViewerQuery, ViewerQueryVariables>> = {}) {
  return VueApolloComposable.useLazyQuery<ViewerQuery, ViewerQueryVariables>(ViewerDocument, {}, options);
}
export type ViewerQueryCompositionFunctionResult = VueApolloComposable.UseQueryReturn<ViewerQuery, ViewerQueryVariables>;
export const ArchiveDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Archive"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"archive"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"images"}},{"kind":"Field","name":{"kind":"Name","value":"photos"}},{"kind":"Field","name":{"kind":"Name","value":"videos"}},{"kind":"Field","name":{"kind":"Name","value":"failures"}},{"kind":"Field","name":{"kind":"Name","value":"missing"}},{"kind":"Field","name":{"kind":"Name","value":"earliest"}},{"kind":"Field","name":{"kind":"Name","value":"latest"}},{"kind":"Field","name":{"kind":"Name","value":"notices"}},{"kind":"Field","name":{"kind":"Name","value":"roots"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"images"}},{"kind":"Field","name":{"kind":"Name","value":"isPresent"}}]}},{"kind":"Field","name":{"kind":"Name","value":"model"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"readsText"}},{"kind":"Field","name":{"kind":"Name","value":"dims"}},{"kind":"Field","name":{"kind":"Name","value":"embedded"}},{"kind":"Field","name":{"kind":"Name","value":"download"}}]}},{"kind":"Field","name":{"kind":"Name","value":"database"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"isEmbedded"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"vectorVersion"}}]}},{"kind":"Field","name":{"kind":"Name","value":"disk"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"freeBytes"}}]}}]}}]}}]} as unknown as DocumentNode;

/**
 * __useArchiveQuery__
 *
 * To run a query within a Vue component, call `useArchiveQuery` and pass it any options that fit your needs.
 * When your component renders, `useArchiveQuery` returns an object from Apollo Client that contains result, loading and error properties
 * you can use to render your UI.
 *
 * @param options that will be passed into the query, supported options are listed on: https://v4.apollo.vuejs.org/guide-composable/query.html#options;
 *
 * @example
 * const { result, loading, error } = useArchiveQuery();
 */
export function useArchiveQuery(options: VueApolloComposable.UseQueryOptions<ArchiveQuery, ArchiveQueryVariables> | VueCompositionApi.Ref<VueApolloComposable.UseQueryOptions<ArchiveQuery, ArchiveQueryVariables>> | ReactiveFunction<VueApolloComposable.UseQueryOptions<ArchiveQuery, ArchiveQueryVariables>> = {}) {
  return VueApolloComposable.useQuery<ArchiveQuery, ArchiveQueryVariables>(ArchiveDocument, {}, options);
}
export function useArchiveLazyQuery(options: VueApolloComposable.UseQueryOptions<ArchiveQuery, ArchiveQueryVariables> | VueCompositionApi.Ref<VueApolloComposable.UseQueryOptions<ArchiveQuery, ArchiveQueryVariables>> | ReactiveFunction<VueApolloComposable.UseQueryOptions<ArchiveQuery, ArchiveQueryVariables>> = {}) {
  return VueApolloComposable.useLazyQuery<ArchiveQuery, ArchiveQueryVariables>(ArchiveDocument, {}, options);
}
export type ArchiveQueryCompositionFunctionResult = VueApolloComposable.UseQueryReturn<ArchiveQuery, ArchiveQueryVariables>;
export const FoldersDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Folders"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"path"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"folders"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"path"},"value":{"kind":"Variable","name":{"kind":"Name","value":"path"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]} as unknown as DocumentNode;

/**
 * __useFoldersQuery__
 *
 * To run a query within a Vue component, call `useFoldersQuery` and pass it any options that fit your needs.
 * When your component renders, `useFoldersQuery` returns an object from Apollo Client that contains result, loading and error properties
 * you can use to render your UI.
 *
 * @param variables that will be passed into the query
 * @param options that will be passed into the query, supported options are listed on: https://v4.apollo.vuejs.org/guide-composable/query.html#options;
 *
 * @example
 * const { result, loading, error } = useFoldersQuery({
 *   path: // value for 'path'
 * });
 */
export function useFoldersQuery(variables: FoldersQueryVariables | VueCompositionApi.Ref<FoldersQueryVariables> | ReactiveFunction<FoldersQueryVariables>, options: VueApolloComposable.UseQueryOptions<FoldersQuery, FoldersQueryVariables> | VueCompositionApi.Ref<VueApolloComposable.UseQueryOptions<FoldersQuery, FoldersQueryVariables>> | ReactiveFunction<VueApolloComposable.UseQueryOptions<FoldersQuery, FoldersQueryVariables>> = {}) {
  return VueApolloComposable.useQuery<FoldersQuery, FoldersQueryVariables>(FoldersDocument, variables, options);
}
export function useFoldersLazyQuery(variables?: FoldersQueryVariables | VueCompositionApi.Ref<FoldersQueryVariables> | ReactiveFunction<FoldersQueryVariables>, options: VueApolloComposable.UseQueryOptions<FoldersQuery, FoldersQueryVariables> | VueCompositionApi.Ref<VueApolloComposable.UseQueryOptions<FoldersQuery, FoldersQueryVariables>> | ReactiveFunction<VueApolloComposable.UseQueryOptions<FoldersQuery, FoldersQueryVariables>> = {}) {
  return VueApolloComposable.useLazyQuery<FoldersQuery, FoldersQueryVariables>(FoldersDocument, variables, options);
}
export type FoldersQueryCompositionFunctionResult = VueApolloComposable.UseQueryReturn<FoldersQuery, FoldersQueryVariables>;
export const PreviewFolderDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"PreviewFolder"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"path"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"previewFolder"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"path"},"value":{"kind":"Variable","name":{"kind":"Name","value":"path"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"photos"}},{"kind":"Field","name":{"kind":"Name","value":"videos"}},{"kind":"Field","name":{"kind":"Name","value":"others"}},{"kind":"Field","name":{"kind":"Name","value":"bytes"}},{"kind":"Field","name":{"kind":"Name","value":"isPartial"}}]}}]}}]} as unknown as DocumentNode;

/**
 * __usePreviewFolderQuery__
 *
 * To run a query within a Vue component, call `usePreviewFolderQuery` and pass it any options that fit your needs.
 * When your component renders, `usePreviewFolderQuery` returns an object from Apollo Client that contains result, loading and error properties
 * you can use to render your UI.
 *
 * @param variables that will be passed into the query
 * @param options that will be passed into the query, supported options are listed on: https://v4.apollo.vuejs.org/guide-composable/query.html#options;
 *
 * @example
 * const { result, loading, error } = usePreviewFolderQuery({
 *   path: // value for 'path'
 * });
 */
export function usePreviewFolderQuery(variables: PreviewFolderQueryVariables | VueCompositionApi.Ref<PreviewFolderQueryVariables> | ReactiveFunction<PreviewFolderQueryVariables>, options: VueApolloComposable.UseQueryOptions<PreviewFolderQuery, PreviewFolderQueryVariables> | VueCompositionApi.Ref<VueApolloComposable.UseQueryOptions<PreviewFolderQuery, PreviewFolderQueryVariables>> | ReactiveFunction<VueApolloComposable.UseQueryOptions<PreviewFolderQuery, PreviewFolderQueryVariables>> = {}) {
  return VueApolloComposable.useQuery<PreviewFolderQuery, PreviewFolderQueryVariables>(PreviewFolderDocument, variables, options);
}
export function usePreviewFolderLazyQuery(variables?: PreviewFolderQueryVariables | VueCompositionApi.Ref<PreviewFolderQueryVariables> | ReactiveFunction<PreviewFolderQueryVariables>, options: VueApolloComposable.UseQueryOptions<PreviewFolderQuery, PreviewFolderQueryVariables> | VueCompositionApi.Ref<VueApolloComposable.UseQueryOptions<PreviewFolderQuery, PreviewFolderQueryVariables>> | ReactiveFunction<VueApolloComposable.UseQueryOptions<PreviewFolderQuery, PreviewFolderQueryVariables>> = {}) {
  return VueApolloComposable.useLazyQuery<PreviewFolderQuery, PreviewFolderQueryVariables>(PreviewFolderDocument, variables, options);
}
export type PreviewFolderQueryCompositionFunctionResult = VueApolloComposable.UseQueryReturn<PreviewFolderQuery, PreviewFolderQueryVariables>;
export const AddFolderDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"AddFolder"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"path"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"addFolder"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"path"},"value":{"kind":"Variable","name":{"kind":"Name","value":"path"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"JobRunParts"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"JobRunParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"JobRun"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"job"}},{"kind":"Field","name":{"kind":"Name","value":"outcome"}},{"kind":"Field","name":{"kind":"Name","value":"startedAt"}},{"kind":"Field","name":{"kind":"Name","value":"endedAt"}},{"kind":"Field","name":{"kind":"Name","value":"phase"}},{"kind":"Field","name":{"kind":"Name","value":"done"}},{"kind":"Field","name":{"kind":"Name","value":"total"}},{"kind":"Field","name":{"kind":"Name","value":"failed"}},{"kind":"Field","name":{"kind":"Name","value":"rate"}},{"kind":"Field","name":{"kind":"Name","value":"secondsLeft"}},{"kind":"Field","name":{"kind":"Name","value":"summary"}}]}}]} as unknown as DocumentNode;

/**
 * __useAddFolderMutation__
 *
 * To run a mutation, you first call `useAddFolderMutation` within a Vue component and pass it any options that fit your needs.
 * When your component renders, `useAddFolderMutation` returns an object that includes:
 * - A mutate function that you can call at any time to execute the mutation
 * - Several other properties: https://v4.apollo.vuejs.org/api/use-mutation.html#return
 *
 * @param options that will be passed into the mutation, supported options are listed on: https://v4.apollo.vuejs.org/guide-composable/mutation.html#options;
 *
 * @example
 * const { mutate, loading, error, onDone } = useAddFolderMutation({
 *   variables: {
 *     path: // value for 'path'
 *   },
 * });
 */
export function useAddFolderMutation(options: VueApolloComposable.UseMutationOptions<AddFolderMutation, AddFolderMutationVariables> | ReactiveFunction<VueApolloComposable.UseMutationOptions<AddFolderMutation, AddFolderMutationVariables>> = {}) {
  return VueApolloComposable.useMutation<AddFolderMutation, AddFolderMutationVariables>(AddFolderDocument, options);
}
export type AddFolderMutationCompositionFunctionResult = VueApolloComposable.UseMutationReturn<AddFolderMutation, AddFolderMutationVariables>;
export const ClusterCountsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ClusterCounts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"archive"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"namedClusters"}},{"kind":"Field","name":{"kind":"Name","value":"automaticClusters"}}]}}]}}]} as unknown as DocumentNode;

/**
 * __useClusterCountsQuery__
 *
 * To run a query within a Vue component, call `useClusterCountsQuery` and pass it any options that fit your needs.
 * When your component renders, `useClusterCountsQuery` returns an object from Apollo Client that contains result, loading and error properties
 * you can use to render your UI.
 *
 * @param options that will be passed into the query, supported options are listed on: https://v4.apollo.vuejs.org/guide-composable/query.html#options;
 *
 * @example
 * const { result, loading, error } = useClusterCountsQuery();
 */
export function useClusterCountsQuery(options: VueApolloComposable.UseQueryOptions<ClusterCountsQuery, ClusterCountsQueryVariables> | VueCompositionApi.Ref<VueApolloComposable.UseQueryOptions<ClusterCountsQuery, ClusterCountsQueryVariables>> | ReactiveFunction<VueApolloComposable.UseQueryOptions<ClusterCountsQuery, ClusterCountsQueryVariables>> = {}) {
  return VueApolloComposable.useQuery<ClusterCountsQuery, ClusterCountsQueryVariables>(ClusterCountsDocument, {}, options);
}
export function useClusterCountsLazyQuery(options: VueApolloComposable.UseQueryOptions<ClusterCountsQuery, ClusterCountsQueryVariables> | VueCompositionApi.Ref<VueApolloComposable.UseQueryOptions<ClusterCountsQuery, ClusterCountsQueryVariables>> | ReactiveFunction<VueApolloComposable.UseQueryOptions<ClusterCountsQuery, ClusterCountsQueryVariables>> = {}) {
  return VueApolloComposable.useLazyQuery<ClusterCountsQuery, ClusterCountsQueryVariables>(ClusterCountsDocument, {}, options);
}
export type ClusterCountsQueryCompositionFunctionResult = VueApolloComposable.UseQueryReturn<ClusterCountsQuery, ClusterCountsQueryVariables>;
export const ClustersDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Clusters"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"kind"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ClusterKind"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"order"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ClusterOrder"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"clusters"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"kind"},"value":{"kind":"Variable","name":{"kind":"Name","value":"kind"}}},{"kind":"Argument","name":{"kind":"Name","value":"order"},"value":{"kind":"Variable","name":{"kind":"Name","value":"order"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ClusterParts"}},{"kind":"Field","name":{"kind":"Name","value":"samples"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"5"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"SampleParts"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ClusterParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Cluster"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"description"}},{"kind":"Field","name":{"kind":"Name","value":"size"}},{"kind":"Field","name":{"kind":"Name","value":"cohesion"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"looksLike"}},{"kind":"Field","name":{"kind":"Name","value":"proposals"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"SampleParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Image"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"thumbnailUrl"}},{"kind":"Field","name":{"kind":"Name","value":"thumbhash"}}]}}]} as unknown as DocumentNode;

/**
 * __useClustersQuery__
 *
 * To run a query within a Vue component, call `useClustersQuery` and pass it any options that fit your needs.
 * When your component renders, `useClustersQuery` returns an object from Apollo Client that contains result, loading and error properties
 * you can use to render your UI.
 *
 * @param variables that will be passed into the query
 * @param options that will be passed into the query, supported options are listed on: https://v4.apollo.vuejs.org/guide-composable/query.html#options;
 *
 * @example
 * const { result, loading, error } = useClustersQuery({
 *   kind: // value for 'kind'
 *   order: // value for 'order'
 *   first: // value for 'first'
 * });
 */
export function useClustersQuery(variables: ClustersQueryVariables | VueCompositionApi.Ref<ClustersQueryVariables> | ReactiveFunction<ClustersQueryVariables>, options: VueApolloComposable.UseQueryOptions<ClustersQuery, ClustersQueryVariables> | VueCompositionApi.Ref<VueApolloComposable.UseQueryOptions<ClustersQuery, ClustersQueryVariables>> | ReactiveFunction<VueApolloComposable.UseQueryOptions<ClustersQuery, ClustersQueryVariables>> = {}) {
  return VueApolloComposable.useQuery<ClustersQuery, ClustersQueryVariables>(ClustersDocument, variables, options);
}
export function useClustersLazyQuery(variables?: ClustersQueryVariables | VueCompositionApi.Ref<ClustersQueryVariables> | ReactiveFunction<ClustersQueryVariables>, options: VueApolloComposable.UseQueryOptions<ClustersQuery, ClustersQueryVariables> | VueCompositionApi.Ref<VueApolloComposable.UseQueryOptions<ClustersQuery, ClustersQueryVariables>> | ReactiveFunction<VueApolloComposable.UseQueryOptions<ClustersQuery, ClustersQueryVariables>> = {}) {
  return VueApolloComposable.useLazyQuery<ClustersQuery, ClustersQueryVariables>(ClustersDocument, variables, options);
}
export type ClustersQueryCompositionFunctionResult = VueApolloComposable.UseQueryReturn<ClustersQuery, ClustersQueryVariables>;
export const ClusterDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Cluster"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cluster"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ClusterParts"}},{"kind":"Field","name":{"kind":"Name","value":"samples"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"5"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"SampleParts"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ClusterParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Cluster"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"description"}},{"kind":"Field","name":{"kind":"Name","value":"size"}},{"kind":"Field","name":{"kind":"Name","value":"cohesion"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"looksLike"}},{"kind":"Field","name":{"kind":"Name","value":"proposals"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"SampleParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Image"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"thumbnailUrl"}},{"kind":"Field","name":{"kind":"Name","value":"thumbhash"}}]}}]} as unknown as DocumentNode;

/**
 * __useClusterQuery__
 *
 * To run a query within a Vue component, call `useClusterQuery` and pass it any options that fit your needs.
 * When your component renders, `useClusterQuery` returns an object from Apollo Client that contains result, loading and error properties
 * you can use to render your UI.
 *
 * @param variables that will be passed into the query
 * @param options that will be passed into the query, supported options are listed on: https://v4.apollo.vuejs.org/guide-composable/query.html#options;
 *
 * @example
 * const { result, loading, error } = useClusterQuery({
 *   id: // value for 'id'
 * });
 */
export function useClusterQuery(variables: ClusterQueryVariables | VueCompositionApi.Ref<ClusterQueryVariables> | ReactiveFunction<ClusterQueryVariables>, options: VueApolloComposable.UseQueryOptions<ClusterQuery, ClusterQueryVariables> | VueCompositionApi.Ref<VueApolloComposable.UseQueryOptions<ClusterQuery, ClusterQueryVariables>> | ReactiveFunction<VueApolloComposable.UseQueryOptions<ClusterQuery, ClusterQueryVariables>> = {}) {
  return VueApolloComposable.useQuery<ClusterQuery, ClusterQueryVariables>(ClusterDocument, variables, options);
}
export function useClusterLazyQuery(variables?: ClusterQueryVariables | VueCompositionApi.Ref<ClusterQueryVariables> | ReactiveFunction<ClusterQueryVariables>, options: VueApolloComposable.UseQueryOptions<ClusterQuery, ClusterQueryVariables> | VueCompositionApi.Ref<VueApolloComposable.UseQueryOptions<ClusterQuery, ClusterQueryVariables>> | ReactiveFunction<VueApolloComposable.UseQueryOptions<ClusterQuery, ClusterQueryVariables>> = {}) {
  return VueApolloComposable.useLazyQuery<ClusterQuery, ClusterQueryVariables>(ClusterDocument, variables, options);
}
export type ClusterQueryCompositionFunctionResult = VueApolloComposable.UseQueryReturn<ClusterQuery, ClusterQueryVariables>;
export const ClusterChoicesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ClusterChoices"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"search"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"kind"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ClusterKind"}}},"defaultValue":{"kind":"EnumValue","value":"USER"}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},"defaultValue":{"kind":"IntValue","value":"8"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"clusters"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"search"},"value":{"kind":"Variable","name":{"kind":"Name","value":"search"}}},{"kind":"Argument","name":{"kind":"Name","value":"kind"},"value":{"kind":"Variable","name":{"kind":"Name","value":"kind"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"size"}},{"kind":"Field","name":{"kind":"Name","value":"looksLike"}},{"kind":"Field","name":{"kind":"Name","value":"samples"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"1"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"SampleParts"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"SampleParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Image"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"thumbnailUrl"}},{"kind":"Field","name":{"kind":"Name","value":"thumbhash"}}]}}]} as unknown as DocumentNode;

/**
 * __useClusterChoicesQuery__
 *
 * To run a query within a Vue component, call `useClusterChoicesQuery` and pass it any options that fit your needs.
 * When your component renders, `useClusterChoicesQuery` returns an object from Apollo Client that contains result, loading and error properties
 * you can use to render your UI.
 *
 * @param variables that will be passed into the query
 * @param options that will be passed into the query, supported options are listed on: https://v4.apollo.vuejs.org/guide-composable/query.html#options;
 *
 * @example
 * const { result, loading, error } = useClusterChoicesQuery({
 *   search: // value for 'search'
 *   kind: // value for 'kind'
 *   first: // value for 'first'
 * });
 */
export function useClusterChoicesQuery(variables: ClusterChoicesQueryVariables | VueCompositionApi.Ref<ClusterChoicesQueryVariables> | ReactiveFunction<ClusterChoicesQueryVariables>, options: VueApolloComposable.UseQueryOptions<ClusterChoicesQuery, ClusterChoicesQueryVariables> | VueCompositionApi.Ref<VueApolloComposable.UseQueryOptions<ClusterChoicesQuery, ClusterChoicesQueryVariables>> | ReactiveFunction<VueApolloComposable.UseQueryOptions<ClusterChoicesQuery, ClusterChoicesQueryVariables>> = {}) {
  return VueApolloComposable.useQuery<ClusterChoicesQuery, ClusterChoicesQueryVariables>(ClusterChoicesDocument, variables, options);
}
export function useClusterChoicesLazyQuery(variables?: ClusterChoicesQueryVariables | VueCompositionApi.Ref<ClusterChoicesQueryVariables> | ReactiveFunction<ClusterChoicesQueryVariables>, options: VueApolloComposable.UseQueryOptions<ClusterChoicesQuery, ClusterChoicesQueryVariables> | VueCompositionApi.Ref<VueApolloComposable.UseQueryOptions<ClusterChoicesQuery, ClusterChoicesQueryVariables>> | ReactiveFunction<VueApolloComposable.UseQueryOptions<ClusterChoicesQuery, ClusterChoicesQueryVariables>> = {}) {
  return VueApolloComposable.useLazyQuery<ClusterChoicesQuery, ClusterChoicesQueryVariables>(ClusterChoicesDocument, variables, options);
}
export type ClusterChoicesQueryCompositionFunctionResult = VueApolloComposable.UseQueryReturn<ClusterChoicesQuery, ClusterChoicesQueryVariables>;
export const ClusterMembersDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ClusterMembers"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"order"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"MemberOrder"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cluster"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"members"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}},{"kind":"Argument","name":{"kind":"Name","value":"order"},"value":{"kind":"Variable","name":{"kind":"Name","value":"order"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}},{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"similarity"}},{"kind":"Field","name":{"kind":"Name","value":"image"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"PictureParts"}}]}}]}}]}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PictureParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Image"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"fileName"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"width"}},{"kind":"Field","name":{"kind":"Name","value":"height"}},{"kind":"Field","name":{"kind":"Name","value":"durationMs"}},{"kind":"Field","name":{"kind":"Name","value":"takenAt"}},{"kind":"Field","name":{"kind":"Name","value":"takenPrecision"}},{"kind":"Field","name":{"kind":"Name","value":"thumbhash"}},{"kind":"Field","name":{"kind":"Name","value":"thumbnailUrl"}},{"kind":"Field","name":{"kind":"Name","value":"favourite"}}]}}]} as unknown as DocumentNode;

/**
 * __useClusterMembersQuery__
 *
 * To run a query within a Vue component, call `useClusterMembersQuery` and pass it any options that fit your needs.
 * When your component renders, `useClusterMembersQuery` returns an object from Apollo Client that contains result, loading and error properties
 * you can use to render your UI.
 *
 * @param variables that will be passed into the query
 * @param options that will be passed into the query, supported options are listed on: https://v4.apollo.vuejs.org/guide-composable/query.html#options;
 *
 * @example
 * const { result, loading, error } = useClusterMembersQuery({
 *   id: // value for 'id'
 *   order: // value for 'order'
 *   first: // value for 'first'
 *   after: // value for 'after'
 * });
 */
export function useClusterMembersQuery(variables: ClusterMembersQueryVariables | VueCompositionApi.Ref<ClusterMembersQueryVariables> | ReactiveFunction<ClusterMembersQueryVariables>, options: VueApolloComposable.UseQueryOptions<ClusterMembersQuery, ClusterMembersQueryVariables> | VueCompositionApi.Ref<VueApolloComposable.UseQueryOptions<ClusterMembersQuery, ClusterMembersQueryVariables>> | ReactiveFunction<VueApolloComposable.UseQueryOptions<ClusterMembersQuery, ClusterMembersQueryVariables>> = {}) {
  return VueApolloComposable.useQuery<ClusterMembersQuery, ClusterMembersQueryVariables>(ClusterMembersDocument, variables, options);
}
export function useClusterMembersLazyQuery(variables?: ClusterMembersQueryVariables | VueCompositionApi.Ref<ClusterMembersQueryVariables> | ReactiveFunction<ClusterMembersQueryVariables>, options: VueApolloComposable.UseQueryOptions<ClusterMembersQuery, ClusterMembersQueryVariables> | VueCompositionApi.Ref<VueApolloComposable.UseQueryOptions<ClusterMembersQuery, ClusterMembersQueryVariables>> | ReactiveFunction<VueApolloComposable.UseQueryOptions<ClusterMembersQuery, ClusterMembersQueryVariables>> = {}) {
  return VueApolloComposable.useLazyQuery<ClusterMembersQuery, ClusterMembersQueryVariables>(ClusterMembersDocument, variables, options);
}
export type ClusterMembersQueryCompositionFunctionResult = VueApolloComposable.UseQueryReturn<ClusterMembersQuery, ClusterMembersQueryVariables>;
export const ClusterStripsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ClusterStrips"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"count"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"clusterStrips"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}},{"kind":"Argument","name":{"kind":"Name","value":"count"},"value":{"kind":"Variable","name":{"kind":"Name","value":"count"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"imageIds"}},{"kind":"Field","name":{"kind":"Name","value":"size"}},{"kind":"Field","name":{"kind":"Name","value":"cohesion"}},{"kind":"Field","name":{"kind":"Name","value":"looksLike"}},{"kind":"Field","name":{"kind":"Name","value":"isOutliers"}}]}}]}}]} as unknown as DocumentNode;

/**
 * __useClusterStripsQuery__
 *
 * To run a query within a Vue component, call `useClusterStripsQuery` and pass it any options that fit your needs.
 * When your component renders, `useClusterStripsQuery` returns an object from Apollo Client that contains result, loading and error properties
 * you can use to render your UI.
 *
 * @param variables that will be passed into the query
 * @param options that will be passed into the query, supported options are listed on: https://v4.apollo.vuejs.org/guide-composable/query.html#options;
 *
 * @example
 * const { result, loading, error } = useClusterStripsQuery({
 *   id: // value for 'id'
 *   count: // value for 'count'
 * });
 */
export function useClusterStripsQuery(variables: ClusterStripsQueryVariables | VueCompositionApi.Ref<ClusterStripsQueryVariables> | ReactiveFunction<ClusterStripsQueryVariables>, options: VueApolloComposable.UseQueryOptions<ClusterStripsQuery, ClusterStripsQueryVariables> | VueCompositionApi.Ref<VueApolloComposable.UseQueryOptions<ClusterStripsQuery, ClusterStripsQueryVariables>> | ReactiveFunction<VueApolloComposable.UseQueryOptions<ClusterStripsQuery, ClusterStripsQueryVariables>> = {}) {
  return VueApolloComposable.useQuery<ClusterStripsQuery, ClusterStripsQueryVariables>(ClusterStripsDocument, variables, options);
}
export function useClusterStripsLazyQuery(variables?: ClusterStripsQueryVariables | VueCompositionApi.Ref<ClusterStripsQueryVariables> | ReactiveFunction<ClusterStripsQueryVariables>, options: VueApolloComposable.UseQueryOptions<ClusterStripsQuery, ClusterStripsQueryVariables> | VueCompositionApi.Ref<VueApolloComposable.UseQueryOptions<ClusterStripsQuery, ClusterStripsQueryVariables>> | ReactiveFunction<VueApolloComposable.UseQueryOptions<ClusterStripsQuery, ClusterStripsQueryVariables>> = {}) {
  return VueApolloComposable.useLazyQuery<ClusterStripsQuery, ClusterStripsQueryVariables>(ClusterStripsDocument, variables, options);
}
export type ClusterStripsQueryCompositionFunctionResult = VueApolloComposable.UseQueryReturn<ClusterStripsQuery, ClusterStripsQueryVariables>;
export const StripPicturesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"StripPictures"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"ids"}},"type":{"kind":"NonNullType","type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"imagesByIds"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"ids"},"value":{"kind":"Variable","name":{"kind":"Name","value":"ids"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"PictureParts"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PictureParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Image"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"fileName"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"width"}},{"kind":"Field","name":{"kind":"Name","value":"height"}},{"kind":"Field","name":{"kind":"Name","value":"durationMs"}},{"kind":"Field","name":{"kind":"Name","value":"takenAt"}},{"kind":"Field","name":{"kind":"Name","value":"takenPrecision"}},{"kind":"Field","name":{"kind":"Name","value":"thumbhash"}},{"kind":"Field","name":{"kind":"Name","value":"thumbnailUrl"}},{"kind":"Field","name":{"kind":"Name","value":"favourite"}}]}}]} as unknown as DocumentNode;

/**
 * __useStripPicturesQuery__
 *
 * To run a query within a Vue component, call `useStripPicturesQuery` and pass it any options that fit your needs.
 * When your component renders, `useStripPicturesQuery` returns an object from Apollo Client that contains result, loading and error properties
 * you can use to render your UI.
 *
 * @param variables that will be passed into the query
 * @param options that will be passed into the query, supported options are listed on: https://v4.apollo.vuejs.org/guide-composable/query.html#options;
 *
 * @example
 * const { result, loading, error } = useStripPicturesQuery({
 *   ids: // value for 'ids'
 * });
 */
export function useStripPicturesQuery(variables: StripPicturesQueryVariables | VueCompositionApi.Ref<StripPicturesQueryVariables> | ReactiveFunction<StripPicturesQueryVariables>, options: VueApolloComposable.UseQueryOptions<StripPicturesQuery, StripPicturesQueryVariables> | VueCompositionApi.Ref<VueApolloComposable.UseQueryOptions<StripPicturesQuery, StripPicturesQueryVariables>> | ReactiveFunction<VueApolloComposable.UseQueryOptions<StripPicturesQuery, StripPicturesQueryVariables>> = {}) {
  return VueApolloComposable.useQuery<StripPicturesQuery, StripPicturesQueryVariables>(StripPicturesDocument, variables, options);
}
export function useStripPicturesLazyQuery(variables?: StripPicturesQueryVariables | VueCompositionApi.Ref<StripPicturesQueryVariables> | ReactiveFunction<StripPicturesQueryVariables>, options: VueApolloComposable.UseQueryOptions<StripPicturesQuery, StripPicturesQueryVariables> | VueCompositionApi.Ref<VueApolloComposable.UseQueryOptions<StripPicturesQuery, StripPicturesQueryVariables>> | ReactiveFunction<VueApolloComposable.UseQueryOptions<StripPicturesQuery, StripPicturesQueryVariables>> = {}) {
  return VueApolloComposable.useLazyQuery<StripPicturesQuery, StripPicturesQueryVariables>(StripPicturesDocument, variables, options);
}
export type StripPicturesQueryCompositionFunctionResult = VueApolloComposable.UseQueryReturn<StripPicturesQuery, StripPicturesQueryVariables>;
export const CreateClusterDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CreateCluster"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"name"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"description"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"imageIds"}},"type":{"kind":"NonNullType","type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"createCluster"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"name"},"value":{"kind":"Variable","name":{"kind":"Name","value":"name"}}},{"kind":"Argument","name":{"kind":"Name","value":"description"},"value":{"kind":"Variable","name":{"kind":"Name","value":"description"}}},{"kind":"Argument","name":{"kind":"Name","value":"imageIds"},"value":{"kind":"Variable","name":{"kind":"Name","value":"imageIds"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"decisionId"}},{"kind":"Field","name":{"kind":"Name","value":"imageCount"}},{"kind":"Field","name":{"kind":"Name","value":"cluster"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ClusterParts"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ClusterParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Cluster"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"description"}},{"kind":"Field","name":{"kind":"Name","value":"size"}},{"kind":"Field","name":{"kind":"Name","value":"cohesion"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"looksLike"}},{"kind":"Field","name":{"kind":"Name","value":"proposals"}}]}}]} as unknown as DocumentNode;

/**
 * __useCreateClusterMutation__
 *
 * To run a mutation, you first call `useCreateClusterMutation` within a Vue component and pass it any options that fit your needs.
 * When your component renders, `useCreateClusterMutation` returns an object that includes:
 * - A mutate function that you can call at any time to execute the mutation
 * - Several other properties: https://v4.apollo.vuejs.org/api/use-mutation.html#return
 *
 * @param options that will be passed into the mutation, supported options are listed on: https://v4.apollo.vuejs.org/guide-composable/mutation.html#options;
 *
 * @example
 * const { mutate, loading, error, onDone } = useCreateClusterMutation({
 *   variables: {
 *     name: // value for 'name'
 *     description: // value for 'description'
 *     imageIds: // value for 'imageIds'
 *   },
 * });
 */
export function useCreateClusterMutation(options: VueApolloComposable.UseMutationOptions<CreateClusterMutation, CreateClusterMutationVariables> | ReactiveFunction<VueApolloComposable.UseMutationOptions<CreateClusterMutation, CreateClusterMutationVariables>> = {}) {
  return VueApolloComposable.useMutation<CreateClusterMutation, CreateClusterMutationVariables>(CreateClusterDocument, options);
}
export type CreateClusterMutationCompositionFunctionResult = VueApolloComposable.UseMutationReturn<CreateClusterMutation, CreateClusterMutationVariables>;
export const ChangeClusterDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ChangeCluster"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"name"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"description"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"changeCluster"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}},{"kind":"Argument","name":{"kind":"Name","value":"name"},"value":{"kind":"Variable","name":{"kind":"Name","value":"name"}}},{"kind":"Argument","name":{"kind":"Name","value":"description"},"value":{"kind":"Variable","name":{"kind":"Name","value":"description"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"decisionId"}},{"kind":"Field","name":{"kind":"Name","value":"imageCount"}},{"kind":"Field","name":{"kind":"Name","value":"cluster"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ClusterParts"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ClusterParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Cluster"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"description"}},{"kind":"Field","name":{"kind":"Name","value":"size"}},{"kind":"Field","name":{"kind":"Name","value":"cohesion"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"looksLike"}},{"kind":"Field","name":{"kind":"Name","value":"proposals"}}]}}]} as unknown as DocumentNode;

/**
 * __useChangeClusterMutation__
 *
 * To run a mutation, you first call `useChangeClusterMutation` within a Vue component and pass it any options that fit your needs.
 * When your component renders, `useChangeClusterMutation` returns an object that includes:
 * - A mutate function that you can call at any time to execute the mutation
 * - Several other properties: https://v4.apollo.vuejs.org/api/use-mutation.html#return
 *
 * @param options that will be passed into the mutation, supported options are listed on: https://v4.apollo.vuejs.org/guide-composable/mutation.html#options;
 *
 * @example
 * const { mutate, loading, error, onDone } = useChangeClusterMutation({
 *   variables: {
 *     id: // value for 'id'
 *     name: // value for 'name'
 *     description: // value for 'description'
 *   },
 * });
 */
export function useChangeClusterMutation(options: VueApolloComposable.UseMutationOptions<ChangeClusterMutation, ChangeClusterMutationVariables> | ReactiveFunction<VueApolloComposable.UseMutationOptions<ChangeClusterMutation, ChangeClusterMutationVariables>> = {}) {
  return VueApolloComposable.useMutation<ChangeClusterMutation, ChangeClusterMutationVariables>(ChangeClusterDocument, options);
}
export type ChangeClusterMutationCompositionFunctionResult = VueApolloComposable.UseMutationReturn<ChangeClusterMutation, ChangeClusterMutationVariables>;
export const AddToClusterDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"AddToCluster"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"imageIds"}},"type":{"kind":"NonNullType","type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"addToCluster"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}},{"kind":"Argument","name":{"kind":"Name","value":"imageIds"},"value":{"kind":"Variable","name":{"kind":"Name","value":"imageIds"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"decisionId"}},{"kind":"Field","name":{"kind":"Name","value":"imageCount"}},{"kind":"Field","name":{"kind":"Name","value":"cluster"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ClusterParts"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ClusterParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Cluster"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"description"}},{"kind":"Field","name":{"kind":"Name","value":"size"}},{"kind":"Field","name":{"kind":"Name","value":"cohesion"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"looksLike"}},{"kind":"Field","name":{"kind":"Name","value":"proposals"}}]}}]} as unknown as DocumentNode;

/**
 * __useAddToClusterMutation__
 *
 * To run a mutation, you first call `useAddToClusterMutation` within a Vue component and pass it any options that fit your needs.
 * When your component renders, `useAddToClusterMutation` returns an object that includes:
 * - A mutate function that you can call at any time to execute the mutation
 * - Several other properties: https://v4.apollo.vuejs.org/api/use-mutation.html#return
 *
 * @param options that will be passed into the mutation, supported options are listed on: https://v4.apollo.vuejs.org/guide-composable/mutation.html#options;
 *
 * @example
 * const { mutate, loading, error, onDone } = useAddToClusterMutation({
 *   variables: {
 *     id: // value for 'id'
 *     imageIds: // value for 'imageIds'
 *   },
 * });
 */
export function useAddToClusterMutation(options: VueApolloComposable.UseMutationOptions<AddToClusterMutation, AddToClusterMutationVariables> | ReactiveFunction<VueApolloComposable.UseMutationOptions<AddToClusterMutation, AddToClusterMutationVariables>> = {}) {
  return VueApolloComposable.useMutation<AddToClusterMutation, AddToClusterMutationVariables>(AddToClusterDocument, options);
}
export type AddToClusterMutationCompositionFunctionResult = VueApolloComposable.UseMutationReturn<AddToClusterMutation, AddToClusterMutationVariables>;
export const RemoveFromClusterDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RemoveFromCluster"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"imageIds"}},"type":{"kind":"NonNullType","type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"removeFromCluster"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}},{"kind":"Argument","name":{"kind":"Name","value":"imageIds"},"value":{"kind":"Variable","name":{"kind":"Name","value":"imageIds"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"decisionId"}},{"kind":"Field","name":{"kind":"Name","value":"imageCount"}},{"kind":"Field","name":{"kind":"Name","value":"cluster"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ClusterParts"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ClusterParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Cluster"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"description"}},{"kind":"Field","name":{"kind":"Name","value":"size"}},{"kind":"Field","name":{"kind":"Name","value":"cohesion"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"looksLike"}},{"kind":"Field","name":{"kind":"Name","value":"proposals"}}]}}]} as unknown as DocumentNode;

/**
 * __useRemoveFromClusterMutation__
 *
 * To run a mutation, you first call `useRemoveFromClusterMutation` within a Vue component and pass it any options that fit your needs.
 * When your component renders, `useRemoveFromClusterMutation` returns an object that includes:
 * - A mutate function that you can call at any time to execute the mutation
 * - Several other properties: https://v4.apollo.vuejs.org/api/use-mutation.html#return
 *
 * @param options that will be passed into the mutation, supported options are listed on: https://v4.apollo.vuejs.org/guide-composable/mutation.html#options;
 *
 * @example
 * const { mutate, loading, error, onDone } = useRemoveFromClusterMutation({
 *   variables: {
 *     id: // value for 'id'
 *     imageIds: // value for 'imageIds'
 *   },
 * });
 */
export function useRemoveFromClusterMutation(options: VueApolloComposable.UseMutationOptions<RemoveFromClusterMutation, RemoveFromClusterMutationVariables> | ReactiveFunction<VueApolloComposable.UseMutationOptions<RemoveFromClusterMutation, RemoveFromClusterMutationVariables>> = {}) {
  return VueApolloComposable.useMutation<RemoveFromClusterMutation, RemoveFromClusterMutationVariables>(RemoveFromClusterDocument, options);
}
export type RemoveFromClusterMutationCompositionFunctionResult = VueApolloComposable.UseMutationReturn<RemoveFromClusterMutation, RemoveFromClusterMutationVariables>;
export const MergeClustersDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"MergeClusters"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"ids"}},"type":{"kind":"NonNullType","type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"into"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"mergeClusters"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"ids"},"value":{"kind":"Variable","name":{"kind":"Name","value":"ids"}}},{"kind":"Argument","name":{"kind":"Name","value":"into"},"value":{"kind":"Variable","name":{"kind":"Name","value":"into"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"decisionId"}},{"kind":"Field","name":{"kind":"Name","value":"imageCount"}},{"kind":"Field","name":{"kind":"Name","value":"cluster"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ClusterParts"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ClusterParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Cluster"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"description"}},{"kind":"Field","name":{"kind":"Name","value":"size"}},{"kind":"Field","name":{"kind":"Name","value":"cohesion"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"looksLike"}},{"kind":"Field","name":{"kind":"Name","value":"proposals"}}]}}]} as unknown as DocumentNode;

/**
 * __useMergeClustersMutation__
 *
 * To run a mutation, you first call `useMergeClustersMutation` within a Vue component and pass it any options that fit your needs.
 * When your component renders, `useMergeClustersMutation` returns an object that includes:
 * - A mutate function that you can call at any time to execute the mutation
 * - Several other properties: https://v4.apollo.vuejs.org/api/use-mutation.html#return
 *
 * @param options that will be passed into the mutation, supported options are listed on: https://v4.apollo.vuejs.org/guide-composable/mutation.html#options;
 *
 * @example
 * const { mutate, loading, error, onDone } = useMergeClustersMutation({
 *   variables: {
 *     ids: // value for 'ids'
 *     into: // value for 'into'
 *   },
 * });
 */
export function useMergeClustersMutation(options: VueApolloComposable.UseMutationOptions<MergeClustersMutation, MergeClustersMutationVariables> | ReactiveFunction<VueApolloComposable.UseMutationOptions<MergeClustersMutation, MergeClustersMutationVariables>> = {}) {
  return VueApolloComposable.useMutation<MergeClustersMutation, MergeClustersMutationVariables>(MergeClustersDocument, options);
}
export type MergeClustersMutationCompositionFunctionResult = VueApolloComposable.UseMutationReturn<MergeClustersMutation, MergeClustersMutationVariables>;
export const SplitClusterDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SplitCluster"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"strips"}},"type":{"kind":"NonNullType","type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ClusterStripInput"}}}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"splitCluster"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}},{"kind":"Argument","name":{"kind":"Name","value":"strips"},"value":{"kind":"Variable","name":{"kind":"Name","value":"strips"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"decisionId"}},{"kind":"Field","name":{"kind":"Name","value":"imageCount"}},{"kind":"Field","name":{"kind":"Name","value":"clusters"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ClusterParts"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ClusterParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Cluster"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"description"}},{"kind":"Field","name":{"kind":"Name","value":"size"}},{"kind":"Field","name":{"kind":"Name","value":"cohesion"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"looksLike"}},{"kind":"Field","name":{"kind":"Name","value":"proposals"}}]}}]} as unknown as DocumentNode;

/**
 * __useSplitClusterMutation__
 *
 * To run a mutation, you first call `useSplitClusterMutation` within a Vue component and pass it any options that fit your needs.
 * When your component renders, `useSplitClusterMutation` returns an object that includes:
 * - A mutate function that you can call at any time to execute the mutation
 * - Several other properties: https://v4.apollo.vuejs.org/api/use-mutation.html#return
 *
 * @param options that will be passed into the mutation, supported options are listed on: https://v4.apollo.vuejs.org/guide-composable/mutation.html#options;
 *
 * @example
 * const { mutate, loading, error, onDone } = useSplitClusterMutation({
 *   variables: {
 *     id: // value for 'id'
 *     strips: // value for 'strips'
 *   },
 * });
 */
export function useSplitClusterMutation(options: VueApolloComposable.UseMutationOptions<SplitClusterMutation, SplitClusterMutationVariables> | ReactiveFunction<VueApolloComposable.UseMutationOptions<SplitClusterMutation, SplitClusterMutationVariables>> = {}) {
  return VueApolloComposable.useMutation<SplitClusterMutation, SplitClusterMutationVariables>(SplitClusterDocument, options);
}
export type SplitClusterMutationCompositionFunctionResult = VueApolloComposable.UseMutationReturn<SplitClusterMutation, SplitClusterMutationVariables>;
export const RemoveClusterDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RemoveCluster"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"removeCluster"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"decisionId"}},{"kind":"Field","name":{"kind":"Name","value":"imageCount"}}]}}]}}]} as unknown as DocumentNode;

/**
 * __useRemoveClusterMutation__
 *
 * To run a mutation, you first call `useRemoveClusterMutation` within a Vue component and pass it any options that fit your needs.
 * When your component renders, `useRemoveClusterMutation` returns an object that includes:
 * - A mutate function that you can call at any time to execute the mutation
 * - Several other properties: https://v4.apollo.vuejs.org/api/use-mutation.html#return
 *
 * @param options that will be passed into the mutation, supported options are listed on: https://v4.apollo.vuejs.org/guide-composable/mutation.html#options;
 *
 * @example
 * const { mutate, loading, error, onDone } = useRemoveClusterMutation({
 *   variables: {
 *     id: // value for 'id'
 *   },
 * });
 */
export function useRemoveClusterMutation(options: VueApolloComposable.UseMutationOptions<RemoveClusterMutation, RemoveClusterMutationVariables> | ReactiveFunction<VueApolloComposable.UseMutationOptions<RemoveClusterMutation, RemoveClusterMutationVariables>> = {}) {
  return VueApolloComposable.useMutation<RemoveClusterMutation, RemoveClusterMutationVariables>(RemoveClusterDocument, options);
}
export type RemoveClusterMutationCompositionFunctionResult = VueApolloComposable.UseMutationReturn<RemoveClusterMutation, RemoveClusterMutationVariables>;
export const DuplicateCountsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"DuplicateCounts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"duplicateCounts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"exact"}},{"kind":"Field","name":{"kind":"Name","value":"same"}},{"kind":"Field","name":{"kind":"Name","value":"near"}},{"kind":"Field","name":{"kind":"Name","value":"decided"}},{"kind":"Field","name":{"kind":"Name","value":"spareBytes"}}]}}]}}]} as unknown as DocumentNode;

/**
 * __useDuplicateCountsQuery__
 *
 * To run a query within a Vue component, call `useDuplicateCountsQuery` and pass it any options that fit your needs.
 * When your component renders, `useDuplicateCountsQuery` returns an object from Apollo Client that contains result, loading and error properties
 * you can use to render your UI.
 *
 * @param options that will be passed into the query, supported options are listed on: https://v4.apollo.vuejs.org/guide-composable/query.html#options;
 *
 * @example
 * const { result, loading, error } = useDuplicateCountsQuery();
 */
export function useDuplicateCountsQuery(options: VueApolloComposable.UseQueryOptions<DuplicateCountsQuery, DuplicateCountsQueryVariables> | VueCompositionApi.Ref<VueApolloComposable.UseQueryOptions<DuplicateCountsQuery, DuplicateCountsQueryVariables>> | ReactiveFunction<VueApolloComposable.UseQueryOptions<DuplicateCountsQuery, DuplicateCountsQueryVariables>> = {}) {
  return VueApolloComposable.useQuery<DuplicateCountsQuery, DuplicateCountsQueryVariables>(DuplicateCountsDocument, {}, options);
}
export function useDuplicateCountsLazyQuery(options: VueApolloComposable.UseQueryOptions<DuplicateCountsQuery, DuplicateCountsQueryVariables> | VueCompositionApi.Ref<VueApolloComposable.UseQueryOptions<DuplicateCountsQuery, DuplicateCountsQueryVariables>> | ReactiveFunction<VueApolloComposable.UseQueryOptions<DuplicateCountsQuery, DuplicateCountsQueryVariables>> = {}) {
  return VueApolloComposable.useLazyQuery<DuplicateCountsQuery, DuplicateCountsQueryVariables>(DuplicateCountsDocument, {}, options);
}
export type DuplicateCountsQueryCompositionFunctionResult = VueApolloComposable.UseQueryReturn<DuplicateCountsQuery, DuplicateCountsQueryVariables>;
export const DuplicateGroupsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"DuplicateGroups"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"kind"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"DuplicateKind"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"decided"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Boolean"}}},"defaultValue":{"kind":"BooleanValue","value":false}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},"defaultValue":{"kind":"IntValue","value":"50"}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"duplicateGroups"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"kind"},"value":{"kind":"Variable","name":{"kind":"Name","value":"kind"}}},{"kind":"Argument","name":{"kind":"Name","value":"decided"},"value":{"kind":"Variable","name":{"kind":"Name","value":"decided"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}},{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cursor"}},{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"isDecided"}},{"kind":"Field","name":{"kind":"Name","value":"spareBytes"}},{"kind":"Field","name":{"kind":"Name","value":"members"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"known"}},{"kind":"Field","name":{"kind":"Name","value":"isBetter"}},{"kind":"Field","name":{"kind":"Name","value":"mark"}},{"kind":"Field","name":{"kind":"Name","value":"reasons"}},{"kind":"Field","name":{"kind":"Name","value":"image"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"PictureParts"}},{"kind":"Field","name":{"kind":"Name","value":"bytes"}},{"kind":"Field","name":{"kind":"Name","value":"mime"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pairs"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"firstId"}},{"kind":"Field","name":{"kind":"Name","value":"secondId"}},{"kind":"Field","name":{"kind":"Name","value":"why"}}]}}]}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PictureParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Image"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"fileName"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"width"}},{"kind":"Field","name":{"kind":"Name","value":"height"}},{"kind":"Field","name":{"kind":"Name","value":"durationMs"}},{"kind":"Field","name":{"kind":"Name","value":"takenAt"}},{"kind":"Field","name":{"kind":"Name","value":"takenPrecision"}},{"kind":"Field","name":{"kind":"Name","value":"thumbhash"}},{"kind":"Field","name":{"kind":"Name","value":"thumbnailUrl"}},{"kind":"Field","name":{"kind":"Name","value":"favourite"}}]}}]} as unknown as DocumentNode;

/**
 * __useDuplicateGroupsQuery__
 *
 * To run a query within a Vue component, call `useDuplicateGroupsQuery` and pass it any options that fit your needs.
 * When your component renders, `useDuplicateGroupsQuery` returns an object from Apollo Client that contains result, loading and error properties
 * you can use to render your UI.
 *
 * @param variables that will be passed into the query
 * @param options that will be passed into the query, supported options are listed on: https://v4.apollo.vuejs.org/guide-composable/query.html#options;
 *
 * @example
 * const { result, loading, error } = useDuplicateGroupsQuery({
 *   kind: // value for 'kind'
 *   decided: // value for 'decided'
 *   first: // value for 'first'
 *   after: // value for 'after'
 * });
 */
export function useDuplicateGroupsQuery(variables: DuplicateGroupsQueryVariables | VueCompositionApi.Ref<DuplicateGroupsQueryVariables> | ReactiveFunction<DuplicateGroupsQueryVariables>, options: VueApolloComposable.UseQueryOptions<DuplicateGroupsQuery, DuplicateGroupsQueryVariables> | VueCompositionApi.Ref<VueApolloComposable.UseQueryOptions<DuplicateGroupsQuery, DuplicateGroupsQueryVariables>> | ReactiveFunction<VueApolloComposable.UseQueryOptions<DuplicateGroupsQuery, DuplicateGroupsQueryVariables>> = {}) {
  return VueApolloComposable.useQuery<DuplicateGroupsQuery, DuplicateGroupsQueryVariables>(DuplicateGroupsDocument, variables, options);
}
export function useDuplicateGroupsLazyQuery(variables?: DuplicateGroupsQueryVariables | VueCompositionApi.Ref<DuplicateGroupsQueryVariables> | ReactiveFunction<DuplicateGroupsQueryVariables>, options: VueApolloComposable.UseQueryOptions<DuplicateGroupsQuery, DuplicateGroupsQueryVariables> | VueCompositionApi.Ref<VueApolloComposable.UseQueryOptions<DuplicateGroupsQuery, DuplicateGroupsQueryVariables>> | ReactiveFunction<VueApolloComposable.UseQueryOptions<DuplicateGroupsQuery, DuplicateGroupsQueryVariables>> = {}) {
  return VueApolloComposable.useLazyQuery<DuplicateGroupsQuery, DuplicateGroupsQueryVariables>(DuplicateGroupsDocument, variables, options);
}
export type DuplicateGroupsQueryCompositionFunctionResult = VueApolloComposable.UseQueryReturn<DuplicateGroupsQuery, DuplicateGroupsQueryVariables>;
export const MarkDuplicatesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"MarkDuplicates"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"marks"}},"type":{"kind":"NonNullType","type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"DuplicateMarkInput"}}}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"markDuplicates"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"marks"},"value":{"kind":"Variable","name":{"kind":"Name","value":"marks"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"decisionId"}},{"kind":"Field","name":{"kind":"Name","value":"imageCount"}}]}}]}}]} as unknown as DocumentNode;

/**
 * __useMarkDuplicatesMutation__
 *
 * To run a mutation, you first call `useMarkDuplicatesMutation` within a Vue component and pass it any options that fit your needs.
 * When your component renders, `useMarkDuplicatesMutation` returns an object that includes:
 * - A mutate function that you can call at any time to execute the mutation
 * - Several other properties: https://v4.apollo.vuejs.org/api/use-mutation.html#return
 *
 * @param options that will be passed into the mutation, supported options are listed on: https://v4.apollo.vuejs.org/guide-composable/mutation.html#options;
 *
 * @example
 * const { mutate, loading, error, onDone } = useMarkDuplicatesMutation({
 *   variables: {
 *     marks: // value for 'marks'
 *   },
 * });
 */
export function useMarkDuplicatesMutation(options: VueApolloComposable.UseMutationOptions<MarkDuplicatesMutation, MarkDuplicatesMutationVariables> | ReactiveFunction<VueApolloComposable.UseMutationOptions<MarkDuplicatesMutation, MarkDuplicatesMutationVariables>> = {}) {
  return VueApolloComposable.useMutation<MarkDuplicatesMutation, MarkDuplicatesMutationVariables>(MarkDuplicatesDocument, options);
}
export type MarkDuplicatesMutationCompositionFunctionResult = VueApolloComposable.UseMutationReturn<MarkDuplicatesMutation, MarkDuplicatesMutationVariables>;
export const NotDuplicatesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"NotDuplicates"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"ids"}},"type":{"kind":"NonNullType","type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"notDuplicates"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"ids"},"value":{"kind":"Variable","name":{"kind":"Name","value":"ids"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"decisionId"}},{"kind":"Field","name":{"kind":"Name","value":"imageCount"}}]}}]}}]} as unknown as DocumentNode;

/**
 * __useNotDuplicatesMutation__
 *
 * To run a mutation, you first call `useNotDuplicatesMutation` within a Vue component and pass it any options that fit your needs.
 * When your component renders, `useNotDuplicatesMutation` returns an object that includes:
 * - A mutate function that you can call at any time to execute the mutation
 * - Several other properties: https://v4.apollo.vuejs.org/api/use-mutation.html#return
 *
 * @param options that will be passed into the mutation, supported options are listed on: https://v4.apollo.vuejs.org/guide-composable/mutation.html#options;
 *
 * @example
 * const { mutate, loading, error, onDone } = useNotDuplicatesMutation({
 *   variables: {
 *     ids: // value for 'ids'
 *   },
 * });
 */
export function useNotDuplicatesMutation(options: VueApolloComposable.UseMutationOptions<NotDuplicatesMutation, NotDuplicatesMutationVariables> | ReactiveFunction<VueApolloComposable.UseMutationOptions<NotDuplicatesMutation, NotDuplicatesMutationVariables>> = {}) {
  return VueApolloComposable.useMutation<NotDuplicatesMutation, NotDuplicatesMutationVariables>(NotDuplicatesDocument, options);
}
export type NotDuplicatesMutationCompositionFunctionResult = VueApolloComposable.UseMutationReturn<NotDuplicatesMutation, NotDuplicatesMutationVariables>;
export const PreviewForgetDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"PreviewForget"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"scope"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ForgetScope"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"previewForget"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"scope"},"value":{"kind":"Variable","name":{"kind":"Name","value":"scope"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"images"}},{"kind":"Field","name":{"kind":"Name","value":"files"}},{"kind":"Field","name":{"kind":"Name","value":"sidecars"}},{"kind":"Field","name":{"kind":"Name","value":"decisions"}},{"kind":"Field","name":{"kind":"Name","value":"token"}}]}}]}}]} as unknown as DocumentNode;

/**
 * __usePreviewForgetQuery__
 *
 * To run a query within a Vue component, call `usePreviewForgetQuery` and pass it any options that fit your needs.
 * When your component renders, `usePreviewForgetQuery` returns an object from Apollo Client that contains result, loading and error properties
 * you can use to render your UI.
 *
 * @param variables that will be passed into the query
 * @param options that will be passed into the query, supported options are listed on: https://v4.apollo.vuejs.org/guide-composable/query.html#options;
 *
 * @example
 * const { result, loading, error } = usePreviewForgetQuery({
 *   scope: // value for 'scope'
 * });
 */
export function usePreviewForgetQuery(variables: PreviewForgetQueryVariables | VueCompositionApi.Ref<PreviewForgetQueryVariables> | ReactiveFunction<PreviewForgetQueryVariables>, options: VueApolloComposable.UseQueryOptions<PreviewForgetQuery, PreviewForgetQueryVariables> | VueCompositionApi.Ref<VueApolloComposable.UseQueryOptions<PreviewForgetQuery, PreviewForgetQueryVariables>> | ReactiveFunction<VueApolloComposable.UseQueryOptions<PreviewForgetQuery, PreviewForgetQueryVariables>> = {}) {
  return VueApolloComposable.useQuery<PreviewForgetQuery, PreviewForgetQueryVariables>(PreviewForgetDocument, variables, options);
}
export function usePreviewForgetLazyQuery(variables?: PreviewForgetQueryVariables | VueCompositionApi.Ref<PreviewForgetQueryVariables> | ReactiveFunction<PreviewForgetQueryVariables>, options: VueApolloComposable.UseQueryOptions<PreviewForgetQuery, PreviewForgetQueryVariables> | VueCompositionApi.Ref<VueApolloComposable.UseQueryOptions<PreviewForgetQuery, PreviewForgetQueryVariables>> | ReactiveFunction<VueApolloComposable.UseQueryOptions<PreviewForgetQuery, PreviewForgetQueryVariables>> = {}) {
  return VueApolloComposable.useLazyQuery<PreviewForgetQuery, PreviewForgetQueryVariables>(PreviewForgetDocument, variables, options);
}
export type PreviewForgetQueryCompositionFunctionResult = VueApolloComposable.UseQueryReturn<PreviewForgetQuery, PreviewForgetQueryVariables>;
export const ForgetDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"Forget"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"scope"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ForgetScope"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"token"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"withSidecars"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Boolean"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"forget"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"scope"},"value":{"kind":"Variable","name":{"kind":"Name","value":"scope"}}},{"kind":"Argument","name":{"kind":"Name","value":"token"},"value":{"kind":"Variable","name":{"kind":"Name","value":"token"}}},{"kind":"Argument","name":{"kind":"Name","value":"withSidecars"},"value":{"kind":"Variable","name":{"kind":"Name","value":"withSidecars"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"JobRunParts"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"JobRunParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"JobRun"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"job"}},{"kind":"Field","name":{"kind":"Name","value":"outcome"}},{"kind":"Field","name":{"kind":"Name","value":"startedAt"}},{"kind":"Field","name":{"kind":"Name","value":"endedAt"}},{"kind":"Field","name":{"kind":"Name","value":"phase"}},{"kind":"Field","name":{"kind":"Name","value":"done"}},{"kind":"Field","name":{"kind":"Name","value":"total"}},{"kind":"Field","name":{"kind":"Name","value":"failed"}},{"kind":"Field","name":{"kind":"Name","value":"rate"}},{"kind":"Field","name":{"kind":"Name","value":"secondsLeft"}},{"kind":"Field","name":{"kind":"Name","value":"summary"}}]}}]} as unknown as DocumentNode;

/**
 * __useForgetMutation__
 *
 * To run a mutation, you first call `useForgetMutation` within a Vue component and pass it any options that fit your needs.
 * When your component renders, `useForgetMutation` returns an object that includes:
 * - A mutate function that you can call at any time to execute the mutation
 * - Several other properties: https://v4.apollo.vuejs.org/api/use-mutation.html#return
 *
 * @param options that will be passed into the mutation, supported options are listed on: https://v4.apollo.vuejs.org/guide-composable/mutation.html#options;
 *
 * @example
 * const { mutate, loading, error, onDone } = useForgetMutation({
 *   variables: {
 *     scope: // value for 'scope'
 *     token: // value for 'token'
 *     withSidecars: // value for 'withSidecars'
 *   },
 * });
 */
export function useForgetMutation(options: VueApolloComposable.UseMutationOptions<ForgetMutation, ForgetMutationVariables> | ReactiveFunction<VueApolloComposable.UseMutationOptions<ForgetMutation, ForgetMutationVariables>> = {}) {
  return VueApolloComposable.useMutation<ForgetMutation, ForgetMutationVariables>(ForgetDocument, options);
}
export type ForgetMutationCompositionFunctionResult = VueApolloComposable.UseMutationReturn<ForgetMutation, ForgetMutationVariables>;
export const HiddenStateDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"HiddenState"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"image"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"hidden"}}]}}]}}]} as unknown as DocumentNode;

/**
 * __useHiddenStateQuery__
 *
 * To run a query within a Vue component, call `useHiddenStateQuery` and pass it any options that fit your needs.
 * When your component renders, `useHiddenStateQuery` returns an object from Apollo Client that contains result, loading and error properties
 * you can use to render your UI.
 *
 * @param variables that will be passed into the query
 * @param options that will be passed into the query, supported options are listed on: https://v4.apollo.vuejs.org/guide-composable/query.html#options;
 *
 * @example
 * const { result, loading, error } = useHiddenStateQuery({
 *   id: // value for 'id'
 * });
 */
export function useHiddenStateQuery(variables: HiddenStateQueryVariables | VueCompositionApi.Ref<HiddenStateQueryVariables> | ReactiveFunction<HiddenStateQueryVariables>, options: VueApolloComposable.UseQueryOptions<HiddenStateQuery, HiddenStateQueryVariables> | VueCompositionApi.Ref<VueApolloComposable.UseQueryOptions<HiddenStateQuery, HiddenStateQueryVariables>> | ReactiveFunction<VueApolloComposable.UseQueryOptions<HiddenStateQuery, HiddenStateQueryVariables>> = {}) {
  return VueApolloComposable.useQuery<HiddenStateQuery, HiddenStateQueryVariables>(HiddenStateDocument, variables, options);
}
export function useHiddenStateLazyQuery(variables?: HiddenStateQueryVariables | VueCompositionApi.Ref<HiddenStateQueryVariables> | ReactiveFunction<HiddenStateQueryVariables>, options: VueApolloComposable.UseQueryOptions<HiddenStateQuery, HiddenStateQueryVariables> | VueCompositionApi.Ref<VueApolloComposable.UseQueryOptions<HiddenStateQuery, HiddenStateQueryVariables>> | ReactiveFunction<VueApolloComposable.UseQueryOptions<HiddenStateQuery, HiddenStateQueryVariables>> = {}) {
  return VueApolloComposable.useLazyQuery<HiddenStateQuery, HiddenStateQueryVariables>(HiddenStateDocument, variables, options);
}
export type HiddenStateQueryCompositionFunctionResult = VueApolloComposable.UseQueryReturn<HiddenStateQuery, HiddenStateQueryVariables>;
export const DecisionsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Decisions"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},"defaultValue":{"kind":"IntValue","value":"50"}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"imageId"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"decisions"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}},{"kind":"Argument","name":{"kind":"Name","value":"imageId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"imageId"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}},{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cursor"}},{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"DecisionParts"}}]}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"DecisionParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Decision"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"at"}},{"kind":"Field","name":{"kind":"Name","value":"by"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"imageCount"}},{"kind":"Field","name":{"kind":"Name","value":"undoes"}},{"kind":"Field","name":{"kind":"Name","value":"undoneBy"}},{"kind":"Field","name":{"kind":"Name","value":"isRedacted"}},{"kind":"Field","name":{"kind":"Name","value":"changes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"text"}},{"kind":"Field","name":{"kind":"Name","value":"isRemoved"}}]}},{"kind":"Field","name":{"kind":"Name","value":"images"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"PictureParts"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PictureParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Image"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"fileName"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"width"}},{"kind":"Field","name":{"kind":"Name","value":"height"}},{"kind":"Field","name":{"kind":"Name","value":"durationMs"}},{"kind":"Field","name":{"kind":"Name","value":"takenAt"}},{"kind":"Field","name":{"kind":"Name","value":"takenPrecision"}},{"kind":"Field","name":{"kind":"Name","value":"thumbhash"}},{"kind":"Field","name":{"kind":"Name","value":"thumbnailUrl"}},{"kind":"Field","name":{"kind":"Name","value":"favourite"}}]}}]} as unknown as DocumentNode;

/**
 * __useDecisionsQuery__
 *
 * To run a query within a Vue component, call `useDecisionsQuery` and pass it any options that fit your needs.
 * When your component renders, `useDecisionsQuery` returns an object from Apollo Client that contains result, loading and error properties
 * you can use to render your UI.
 *
 * @param variables that will be passed into the query
 * @param options that will be passed into the query, supported options are listed on: https://v4.apollo.vuejs.org/guide-composable/query.html#options;
 *
 * @example
 * const { result, loading, error } = useDecisionsQuery({
 *   first: // value for 'first'
 *   after: // value for 'after'
 *   imageId: // value for 'imageId'
 * });
 */
export function useDecisionsQuery(variables: DecisionsQueryVariables | VueCompositionApi.Ref<DecisionsQueryVariables> | ReactiveFunction<DecisionsQueryVariables>, options: VueApolloComposable.UseQueryOptions<DecisionsQuery, DecisionsQueryVariables> | VueCompositionApi.Ref<VueApolloComposable.UseQueryOptions<DecisionsQuery, DecisionsQueryVariables>> | ReactiveFunction<VueApolloComposable.UseQueryOptions<DecisionsQuery, DecisionsQueryVariables>> = {}) {
  return VueApolloComposable.useQuery<DecisionsQuery, DecisionsQueryVariables>(DecisionsDocument, variables, options);
}
export function useDecisionsLazyQuery(variables?: DecisionsQueryVariables | VueCompositionApi.Ref<DecisionsQueryVariables> | ReactiveFunction<DecisionsQueryVariables>, options: VueApolloComposable.UseQueryOptions<DecisionsQuery, DecisionsQueryVariables> | VueCompositionApi.Ref<VueApolloComposable.UseQueryOptions<DecisionsQuery, DecisionsQueryVariables>> | ReactiveFunction<VueApolloComposable.UseQueryOptions<DecisionsQuery, DecisionsQueryVariables>> = {}) {
  return VueApolloComposable.useLazyQuery<DecisionsQuery, DecisionsQueryVariables>(DecisionsDocument, variables, options);
}
export type DecisionsQueryCompositionFunctionResult = VueApolloComposable.UseQueryReturn<DecisionsQuery, DecisionsQueryVariables>;
export const UndoDecisionDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"UndoDecision"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"undoDecision"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"DecisionResult"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"decisionId"}},{"kind":"Field","name":{"kind":"Name","value":"imageCount"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UndoConflict"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"decisions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"DecisionParts"}}]}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"DecisionParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Decision"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"at"}},{"kind":"Field","name":{"kind":"Name","value":"by"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"imageCount"}},{"kind":"Field","name":{"kind":"Name","value":"undoes"}},{"kind":"Field","name":{"kind":"Name","value":"undoneBy"}},{"kind":"Field","name":{"kind":"Name","value":"isRedacted"}},{"kind":"Field","name":{"kind":"Name","value":"changes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"text"}},{"kind":"Field","name":{"kind":"Name","value":"isRemoved"}}]}},{"kind":"Field","name":{"kind":"Name","value":"images"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"PictureParts"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PictureParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Image"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"fileName"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"width"}},{"kind":"Field","name":{"kind":"Name","value":"height"}},{"kind":"Field","name":{"kind":"Name","value":"durationMs"}},{"kind":"Field","name":{"kind":"Name","value":"takenAt"}},{"kind":"Field","name":{"kind":"Name","value":"takenPrecision"}},{"kind":"Field","name":{"kind":"Name","value":"thumbhash"}},{"kind":"Field","name":{"kind":"Name","value":"thumbnailUrl"}},{"kind":"Field","name":{"kind":"Name","value":"favourite"}}]}}]} as unknown as DocumentNode;

/**
 * __useUndoDecisionMutation__
 *
 * To run a mutation, you first call `useUndoDecisionMutation` within a Vue component and pass it any options that fit your needs.
 * When your component renders, `useUndoDecisionMutation` returns an object that includes:
 * - A mutate function that you can call at any time to execute the mutation
 * - Several other properties: https://v4.apollo.vuejs.org/api/use-mutation.html#return
 *
 * @param options that will be passed into the mutation, supported options are listed on: https://v4.apollo.vuejs.org/guide-composable/mutation.html#options;
 *
 * @example
 * const { mutate, loading, error, onDone } = useUndoDecisionMutation({
 *   variables: {
 *     id: // value for 'id'
 *   },
 * });
 */
export function useUndoDecisionMutation(options: VueApolloComposable.UseMutationOptions<UndoDecisionMutation, UndoDecisionMutationVariables> | ReactiveFunction<VueApolloComposable.UseMutationOptions<UndoDecisionMutation, UndoDecisionMutationVariables>> = {}) {
  return VueApolloComposable.useMutation<UndoDecisionMutation, UndoDecisionMutationVariables>(UndoDecisionDocument, options);
}
export type UndoDecisionMutationCompositionFunctionResult = VueApolloComposable.UseMutationReturn<UndoDecisionMutation, UndoDecisionMutationVariables>;
export const SetHiddenDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SetHidden"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"ids"}},"type":{"kind":"NonNullType","type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"hidden"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Boolean"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"annotateImages"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"ids"},"value":{"kind":"Variable","name":{"kind":"Name","value":"ids"}}},{"kind":"Argument","name":{"kind":"Name","value":"changes"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"hidden"},"value":{"kind":"Variable","name":{"kind":"Name","value":"hidden"}}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"AnnotationResult"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"decisionId"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"AnnotationConflict"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"summary"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"count"}}]}}]}}]}}]}}]} as unknown as DocumentNode;

/**
 * __useSetHiddenMutation__
 *
 * To run a mutation, you first call `useSetHiddenMutation` within a Vue component and pass it any options that fit your needs.
 * When your component renders, `useSetHiddenMutation` returns an object that includes:
 * - A mutate function that you can call at any time to execute the mutation
 * - Several other properties: https://v4.apollo.vuejs.org/api/use-mutation.html#return
 *
 * @param options that will be passed into the mutation, supported options are listed on: https://v4.apollo.vuejs.org/guide-composable/mutation.html#options;
 *
 * @example
 * const { mutate, loading, error, onDone } = useSetHiddenMutation({
 *   variables: {
 *     ids: // value for 'ids'
 *     hidden: // value for 'hidden'
 *   },
 * });
 */
export function useSetHiddenMutation(options: VueApolloComposable.UseMutationOptions<SetHiddenMutation, SetHiddenMutationVariables> | ReactiveFunction<VueApolloComposable.UseMutationOptions<SetHiddenMutation, SetHiddenMutationVariables>> = {}) {
  return VueApolloComposable.useMutation<SetHiddenMutation, SetHiddenMutationVariables>(SetHiddenDocument, options);
}
export type SetHiddenMutationCompositionFunctionResult = VueApolloComposable.UseMutationReturn<SetHiddenMutation, SetHiddenMutationVariables>;
export const ImageDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Image"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"image"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"PictureFacts"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PictureWords"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Image"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"description"}},{"kind":"Field","name":{"kind":"Name","value":"tags"}},{"kind":"Field","name":{"kind":"Name","value":"favourite"}},{"kind":"Field","name":{"kind":"Name","value":"hidden"}},{"kind":"Field","name":{"kind":"Name","value":"takenAt"}},{"kind":"Field","name":{"kind":"Name","value":"takenPrecision"}},{"kind":"Field","name":{"kind":"Name","value":"takenSource"}},{"kind":"Field","name":{"kind":"Name","value":"people"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"clusters"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"place"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"latitude"}},{"kind":"Field","name":{"kind":"Name","value":"longitude"}}]}},{"kind":"Field","name":{"kind":"Name","value":"annotations"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"element"}},{"kind":"Field","name":{"kind":"Name","value":"isSaidNot"}},{"kind":"Field","name":{"kind":"Name","value":"by"}},{"kind":"Field","name":{"kind":"Name","value":"at"}},{"kind":"Field","name":{"kind":"Name","value":"isFromProposal"}},{"kind":"Field","name":{"kind":"Name","value":"score"}}]}},{"kind":"Field","name":{"kind":"Name","value":"regions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"region"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"x"}},{"kind":"Field","name":{"kind":"Name","value":"y"}},{"kind":"Field","name":{"kind":"Name","value":"width"}},{"kind":"Field","name":{"kind":"Name","value":"height"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"sidecar"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"SidecarParts"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"SidecarParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Sidecar"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"place"}},{"kind":"Field","name":{"kind":"Name","value":"writtenAt"}},{"kind":"Field","name":{"kind":"Name","value":"conflicts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"mine"}},{"kind":"Field","name":{"kind":"Name","value":"theirs"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PictureParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Image"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"fileName"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"width"}},{"kind":"Field","name":{"kind":"Name","value":"height"}},{"kind":"Field","name":{"kind":"Name","value":"durationMs"}},{"kind":"Field","name":{"kind":"Name","value":"takenAt"}},{"kind":"Field","name":{"kind":"Name","value":"takenPrecision"}},{"kind":"Field","name":{"kind":"Name","value":"thumbhash"}},{"kind":"Field","name":{"kind":"Name","value":"thumbnailUrl"}},{"kind":"Field","name":{"kind":"Name","value":"favourite"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PictureFacts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Image"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"PictureParts"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"PictureWords"}},{"kind":"Field","name":{"kind":"Name","value":"sourcePath"}},{"kind":"Field","name":{"kind":"Name","value":"content"}},{"kind":"Field","name":{"kind":"Name","value":"mime"}},{"kind":"Field","name":{"kind":"Name","value":"bytes"}},{"kind":"Field","name":{"kind":"Name","value":"latitude"}},{"kind":"Field","name":{"kind":"Name","value":"longitude"}},{"kind":"Field","name":{"kind":"Name","value":"camera"}},{"kind":"Field","name":{"kind":"Name","value":"lens"}},{"kind":"Field","name":{"kind":"Name","value":"exposure"}},{"kind":"Field","name":{"kind":"Name","value":"originalUrl"}},{"kind":"Field","name":{"kind":"Name","value":"faceCount"}},{"kind":"Field","name":{"kind":"Name","value":"automaticCluster"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"looksLike"}}]}},{"kind":"Field","name":{"kind":"Name","value":"sources"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"bytes"}},{"kind":"Field","name":{"kind":"Name","value":"isPresent"}}]}},{"kind":"Field","name":{"kind":"Name","value":"frames"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"ms"}},{"kind":"Field","name":{"kind":"Name","value":"thumbnailUrl"}}]}},{"kind":"Field","name":{"kind":"Name","value":"stack"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"role"}},{"kind":"Field","name":{"kind":"Name","value":"image"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"PictureParts"}}]}}]}}]}}]} as unknown as DocumentNode;

/**
 * __useImageQuery__
 *
 * To run a query within a Vue component, call `useImageQuery` and pass it any options that fit your needs.
 * When your component renders, `useImageQuery` returns an object from Apollo Client that contains result, loading and error properties
 * you can use to render your UI.
 *
 * @param variables that will be passed into the query
 * @param options that will be passed into the query, supported options are listed on: https://v4.apollo.vuejs.org/guide-composable/query.html#options;
 *
 * @example
 * const { result, loading, error } = useImageQuery({
 *   id: // value for 'id'
 * });
 */
export function useImageQuery(variables: ImageQueryVariables | VueCompositionApi.Ref<ImageQueryVariables> | ReactiveFunction<ImageQueryVariables>, options: VueApolloComposable.UseQueryOptions<ImageQuery, ImageQueryVariables> | VueCompositionApi.Ref<VueApolloComposable.UseQueryOptions<ImageQuery, ImageQueryVariables>> | ReactiveFunction<VueApolloComposable.UseQueryOptions<ImageQuery, ImageQueryVariables>> = {}) {
  return VueApolloComposable.useQuery<ImageQuery, ImageQueryVariables>(ImageDocument, variables, options);
}
export function useImageLazyQuery(variables?: ImageQueryVariables | VueCompositionApi.Ref<ImageQueryVariables> | ReactiveFunction<ImageQueryVariables>, options: VueApolloComposable.UseQueryOptions<ImageQuery, ImageQueryVariables> | VueCompositionApi.Ref<VueApolloComposable.UseQueryOptions<ImageQuery, ImageQueryVariables>> | ReactiveFunction<VueApolloComposable.UseQueryOptions<ImageQuery, ImageQueryVariables>> = {}) {
  return VueApolloComposable.useLazyQuery<ImageQuery, ImageQueryVariables>(ImageDocument, variables, options);
}
export type ImageQueryCompositionFunctionResult = VueApolloComposable.UseQueryReturn<ImageQuery, ImageQueryVariables>;
export const ImagesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Images"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"ImageFilter"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},"defaultValue":{"kind":"IntValue","value":"60"}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"images"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}},{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cursor"}},{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"PictureParts"}}]}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PictureParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Image"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"fileName"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"width"}},{"kind":"Field","name":{"kind":"Name","value":"height"}},{"kind":"Field","name":{"kind":"Name","value":"durationMs"}},{"kind":"Field","name":{"kind":"Name","value":"takenAt"}},{"kind":"Field","name":{"kind":"Name","value":"takenPrecision"}},{"kind":"Field","name":{"kind":"Name","value":"thumbhash"}},{"kind":"Field","name":{"kind":"Name","value":"thumbnailUrl"}},{"kind":"Field","name":{"kind":"Name","value":"favourite"}}]}}]} as unknown as DocumentNode;

/**
 * __useImagesQuery__
 *
 * To run a query within a Vue component, call `useImagesQuery` and pass it any options that fit your needs.
 * When your component renders, `useImagesQuery` returns an object from Apollo Client that contains result, loading and error properties
 * you can use to render your UI.
 *
 * @param variables that will be passed into the query
 * @param options that will be passed into the query, supported options are listed on: https://v4.apollo.vuejs.org/guide-composable/query.html#options;
 *
 * @example
 * const { result, loading, error } = useImagesQuery({
 *   filter: // value for 'filter'
 *   first: // value for 'first'
 *   after: // value for 'after'
 * });
 */
export function useImagesQuery(variables: ImagesQueryVariables | VueCompositionApi.Ref<ImagesQueryVariables> | ReactiveFunction<ImagesQueryVariables>, options: VueApolloComposable.UseQueryOptions<ImagesQuery, ImagesQueryVariables> | VueCompositionApi.Ref<VueApolloComposable.UseQueryOptions<ImagesQuery, ImagesQueryVariables>> | ReactiveFunction<VueApolloComposable.UseQueryOptions<ImagesQuery, ImagesQueryVariables>> = {}) {
  return VueApolloComposable.useQuery<ImagesQuery, ImagesQueryVariables>(ImagesDocument, variables, options);
}
export function useImagesLazyQuery(variables?: ImagesQueryVariables | VueCompositionApi.Ref<ImagesQueryVariables> | ReactiveFunction<ImagesQueryVariables>, options: VueApolloComposable.UseQueryOptions<ImagesQuery, ImagesQueryVariables> | VueCompositionApi.Ref<VueApolloComposable.UseQueryOptions<ImagesQuery, ImagesQueryVariables>> | ReactiveFunction<VueApolloComposable.UseQueryOptions<ImagesQuery, ImagesQueryVariables>> = {}) {
  return VueApolloComposable.useLazyQuery<ImagesQuery, ImagesQueryVariables>(ImagesDocument, variables, options);
}
export type ImagesQueryCompositionFunctionResult = VueApolloComposable.UseQueryReturn<ImagesQuery, ImagesQueryVariables>;
export const TimelineDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Timeline"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"ImageFilter"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"timeline"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"months"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"month"}},{"kind":"Field","name":{"kind":"Name","value":"count"}}]}}]}}]}}]} as unknown as DocumentNode;

/**
 * __useTimelineQuery__
 *
 * To run a query within a Vue component, call `useTimelineQuery` and pass it any options that fit your needs.
 * When your component renders, `useTimelineQuery` returns an object from Apollo Client that contains result, loading and error properties
 * you can use to render your UI.
 *
 * @param variables that will be passed into the query
 * @param options that will be passed into the query, supported options are listed on: https://v4.apollo.vuejs.org/guide-composable/query.html#options;
 *
 * @example
 * const { result, loading, error } = useTimelineQuery({
 *   filter: // value for 'filter'
 * });
 */
export function useTimelineQuery(variables: TimelineQueryVariables | VueCompositionApi.Ref<TimelineQueryVariables> | ReactiveFunction<TimelineQueryVariables> = {}, options: VueApolloComposable.UseQueryOptions<TimelineQuery, TimelineQueryVariables> | VueCompositionApi.Ref<VueApolloComposable.UseQueryOptions<TimelineQuery, TimelineQueryVariables>> | ReactiveFunction<VueApolloComposable.UseQueryOptions<TimelineQuery, TimelineQueryVariables>> = {}) {
  return VueApolloComposable.useQuery<TimelineQuery, TimelineQueryVariables>(TimelineDocument, variables, options);
}
export function useTimelineLazyQuery(variables: TimelineQueryVariables | VueCompositionApi.Ref<TimelineQueryVariables> | ReactiveFunction<TimelineQueryVariables> = {}, options: VueApolloComposable.UseQueryOptions<TimelineQuery, TimelineQueryVariables> | VueCompositionApi.Ref<VueApolloComposable.UseQueryOptions<TimelineQuery, TimelineQueryVariables>> | ReactiveFunction<VueApolloComposable.UseQueryOptions<TimelineQuery, TimelineQueryVariables>> = {}) {
  return VueApolloComposable.useLazyQuery<TimelineQuery, TimelineQueryVariables>(TimelineDocument, variables, options);
}
export type TimelineQueryCompositionFunctionResult = VueApolloComposable.UseQueryReturn<TimelineQuery, TimelineQueryVariables>;
export const TimelineBucketDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"TimelineBucket"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"ImageFilter"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"month"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"offset"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},"defaultValue":{"kind":"IntValue","value":"0"}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"limit"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},"defaultValue":{"kind":"IntValue","value":"2000"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"timelineBucket"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"month"},"value":{"kind":"Variable","name":{"kind":"Name","value":"month"}}},{"kind":"Argument","name":{"kind":"Name","value":"offset"},"value":{"kind":"Variable","name":{"kind":"Name","value":"offset"}}},{"kind":"Argument","name":{"kind":"Name","value":"limit"},"value":{"kind":"Variable","name":{"kind":"Name","value":"limit"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"month"}},{"kind":"Field","name":{"kind":"Name","value":"offset"}},{"kind":"Field","name":{"kind":"Name","value":"ids"}},{"kind":"Field","name":{"kind":"Name","value":"aspectRatios"}},{"kind":"Field","name":{"kind":"Name","value":"thumbhashes"}},{"kind":"Field","name":{"kind":"Name","value":"thumbnailUrls"}},{"kind":"Field","name":{"kind":"Name","value":"durationsMs"}},{"kind":"Field","name":{"kind":"Name","value":"stackRoles"}},{"kind":"Field","name":{"kind":"Name","value":"labels"}},{"kind":"Field","name":{"kind":"Name","value":"favourites"}}]}}]}}]} as unknown as DocumentNode;

/**
 * __useTimelineBucketQuery__
 *
 * To run a query within a Vue component, call `useTimelineBucketQuery` and pass it any options that fit your needs.
 * When your component renders, `useTimelineBucketQuery` returns an object from Apollo Client that contains result, loading and error properties
 * you can use to render your UI.
 *
 * @param variables that will be passed into the query
 * @param options that will be passed into the query, supported options are listed on: https://v4.apollo.vuejs.org/guide-composable/query.html#options;
 *
 * @example
 * const { result, loading, error } = useTimelineBucketQuery({
 *   filter: // value for 'filter'
 *   month: // value for 'month'
 *   offset: // value for 'offset'
 *   limit: // value for 'limit'
 * });
 */
export function useTimelineBucketQuery(variables: TimelineBucketQueryVariables | VueCompositionApi.Ref<TimelineBucketQueryVariables> | ReactiveFunction<TimelineBucketQueryVariables>, options: VueApolloComposable.UseQueryOptions<TimelineBucketQuery, TimelineBucketQueryVariables> | VueCompositionApi.Ref<VueApolloComposable.UseQueryOptions<TimelineBucketQuery, TimelineBucketQueryVariables>> | ReactiveFunction<VueApolloComposable.UseQueryOptions<TimelineBucketQuery, TimelineBucketQueryVariables>> = {}) {
  return VueApolloComposable.useQuery<TimelineBucketQuery, TimelineBucketQueryVariables>(TimelineBucketDocument, variables, options);
}
export function useTimelineBucketLazyQuery(variables?: TimelineBucketQueryVariables | VueCompositionApi.Ref<TimelineBucketQueryVariables> | ReactiveFunction<TimelineBucketQueryVariables>, options: VueApolloComposable.UseQueryOptions<TimelineBucketQuery, TimelineBucketQueryVariables> | VueCompositionApi.Ref<VueApolloComposable.UseQueryOptions<TimelineBucketQuery, TimelineBucketQueryVariables>> | ReactiveFunction<VueApolloComposable.UseQueryOptions<TimelineBucketQuery, TimelineBucketQueryVariables>> = {}) {
  return VueApolloComposable.useLazyQuery<TimelineBucketQuery, TimelineBucketQueryVariables>(TimelineBucketDocument, variables, options);
}
export type TimelineBucketQueryCompositionFunctionResult = VueApolloComposable.UseQueryReturn<TimelineBucketQuery, TimelineBucketQueryVariables>;
export const ImageIdsBetweenDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ImageIdsBetween"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"ImageFilter"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"last"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"imageIdsBetween"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"last"},"value":{"kind":"Variable","name":{"kind":"Name","value":"last"}}}]}]}}]} as unknown as DocumentNode;

/**
 * __useImageIdsBetweenQuery__
 *
 * To run a query within a Vue component, call `useImageIdsBetweenQuery` and pass it any options that fit your needs.
 * When your component renders, `useImageIdsBetweenQuery` returns an object from Apollo Client that contains result, loading and error properties
 * you can use to render your UI.
 *
 * @param variables that will be passed into the query
 * @param options that will be passed into the query, supported options are listed on: https://v4.apollo.vuejs.org/guide-composable/query.html#options;
 *
 * @example
 * const { result, loading, error } = useImageIdsBetweenQuery({
 *   filter: // value for 'filter'
 *   first: // value for 'first'
 *   last: // value for 'last'
 * });
 */
export function useImageIdsBetweenQuery(variables: ImageIdsBetweenQueryVariables | VueCompositionApi.Ref<ImageIdsBetweenQueryVariables> | ReactiveFunction<ImageIdsBetweenQueryVariables>, options: VueApolloComposable.UseQueryOptions<ImageIdsBetweenQuery, ImageIdsBetweenQueryVariables> | VueCompositionApi.Ref<VueApolloComposable.UseQueryOptions<ImageIdsBetweenQuery, ImageIdsBetweenQueryVariables>> | ReactiveFunction<VueApolloComposable.UseQueryOptions<ImageIdsBetweenQuery, ImageIdsBetweenQueryVariables>> = {}) {
  return VueApolloComposable.useQuery<ImageIdsBetweenQuery, ImageIdsBetweenQueryVariables>(ImageIdsBetweenDocument, variables, options);
}
export function useImageIdsBetweenLazyQuery(variables?: ImageIdsBetweenQueryVariables | VueCompositionApi.Ref<ImageIdsBetweenQueryVariables> | ReactiveFunction<ImageIdsBetweenQueryVariables>, options: VueApolloComposable.UseQueryOptions<ImageIdsBetweenQuery, ImageIdsBetweenQueryVariables> | VueCompositionApi.Ref<VueApolloComposable.UseQueryOptions<ImageIdsBetweenQuery, ImageIdsBetweenQueryVariables>> | ReactiveFunction<VueApolloComposable.UseQueryOptions<ImageIdsBetweenQuery, ImageIdsBetweenQueryVariables>> = {}) {
  return VueApolloComposable.useLazyQuery<ImageIdsBetweenQuery, ImageIdsBetweenQueryVariables>(ImageIdsBetweenDocument, variables, options);
}
export type ImageIdsBetweenQueryCompositionFunctionResult = VueApolloComposable.UseQueryReturn<ImageIdsBetweenQuery, ImageIdsBetweenQueryVariables>;
export const RevealImageDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RevealImage"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"revealImage"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"isRevealed"}}]}}]}}]} as unknown as DocumentNode;

/**
 * __useRevealImageMutation__
 *
 * To run a mutation, you first call `useRevealImageMutation` within a Vue component and pass it any options that fit your needs.
 * When your component renders, `useRevealImageMutation` returns an object that includes:
 * - A mutate function that you can call at any time to execute the mutation
 * - Several other properties: https://v4.apollo.vuejs.org/api/use-mutation.html#return
 *
 * @param options that will be passed into the mutation, supported options are listed on: https://v4.apollo.vuejs.org/guide-composable/mutation.html#options;
 *
 * @example
 * const { mutate, loading, error, onDone } = useRevealImageMutation({
 *   variables: {
 *     id: // value for 'id'
 *   },
 * });
 */
export function useRevealImageMutation(options: VueApolloComposable.UseMutationOptions<RevealImageMutation, RevealImageMutationVariables> | ReactiveFunction<VueApolloComposable.UseMutationOptions<RevealImageMutation, RevealImageMutationVariables>> = {}) {
  return VueApolloComposable.useMutation<RevealImageMutation, RevealImageMutationVariables>(RevealImageDocument, options);
}
export type RevealImageMutationCompositionFunctionResult = VueApolloComposable.UseMutationReturn<RevealImageMutation, RevealImageMutationVariables>;
export const JobsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Jobs"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"jobs"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"description"}},{"kind":"Field","name":{"kind":"Name","value":"schedule"}},{"kind":"Field","name":{"kind":"Name","value":"nextRunAt"}},{"kind":"Field","name":{"kind":"Name","value":"lastRun"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"JobRunParts"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"JobRunParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"JobRun"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"job"}},{"kind":"Field","name":{"kind":"Name","value":"outcome"}},{"kind":"Field","name":{"kind":"Name","value":"startedAt"}},{"kind":"Field","name":{"kind":"Name","value":"endedAt"}},{"kind":"Field","name":{"kind":"Name","value":"phase"}},{"kind":"Field","name":{"kind":"Name","value":"done"}},{"kind":"Field","name":{"kind":"Name","value":"total"}},{"kind":"Field","name":{"kind":"Name","value":"failed"}},{"kind":"Field","name":{"kind":"Name","value":"rate"}},{"kind":"Field","name":{"kind":"Name","value":"secondsLeft"}},{"kind":"Field","name":{"kind":"Name","value":"summary"}}]}}]} as unknown as DocumentNode;

/**
 * __useJobsQuery__
 *
 * To run a query within a Vue component, call `useJobsQuery` and pass it any options that fit your needs.
 * When your component renders, `useJobsQuery` returns an object from Apollo Client that contains result, loading and error properties
 * you can use to render your UI.
 *
 * @param options that will be passed into the query, supported options are listed on: https://v4.apollo.vuejs.org/guide-composable/query.html#options;
 *
 * @example
 * const { result, loading, error } = useJobsQuery();
 */
export function useJobsQuery(options: VueApolloComposable.UseQueryOptions<JobsQuery, JobsQueryVariables> | VueCompositionApi.Ref<VueApolloComposable.UseQueryOptions<JobsQuery, JobsQueryVariables>> | ReactiveFunction<VueApolloComposable.UseQueryOptions<JobsQuery, JobsQueryVariables>> = {}) {
  return VueApolloComposable.useQuery<JobsQuery, JobsQueryVariables>(JobsDocument, {}, options);
}
export function useJobsLazyQuery(options: VueApolloComposable.UseQueryOptions<JobsQuery, JobsQueryVariables> | VueCompositionApi.Ref<VueApolloComposable.UseQueryOptions<JobsQuery, JobsQueryVariables>> | ReactiveFunction<VueApolloComposable.UseQueryOptions<JobsQuery, JobsQueryVariables>> = {}) {
  return VueApolloComposable.useLazyQuery<JobsQuery, JobsQueryVariables>(JobsDocument, {}, options);
}
export type JobsQueryCompositionFunctionResult = VueApolloComposable.UseQueryReturn<JobsQuery, JobsQueryVariables>;
export const JobRunsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"JobRuns"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},"defaultValue":{"kind":"IntValue","value":"20"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"jobRuns"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"JobRunParts"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"JobRunParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"JobRun"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"job"}},{"kind":"Field","name":{"kind":"Name","value":"outcome"}},{"kind":"Field","name":{"kind":"Name","value":"startedAt"}},{"kind":"Field","name":{"kind":"Name","value":"endedAt"}},{"kind":"Field","name":{"kind":"Name","value":"phase"}},{"kind":"Field","name":{"kind":"Name","value":"done"}},{"kind":"Field","name":{"kind":"Name","value":"total"}},{"kind":"Field","name":{"kind":"Name","value":"failed"}},{"kind":"Field","name":{"kind":"Name","value":"rate"}},{"kind":"Field","name":{"kind":"Name","value":"secondsLeft"}},{"kind":"Field","name":{"kind":"Name","value":"summary"}}]}}]} as unknown as DocumentNode;

/**
 * __useJobRunsQuery__
 *
 * To run a query within a Vue component, call `useJobRunsQuery` and pass it any options that fit your needs.
 * When your component renders, `useJobRunsQuery` returns an object from Apollo Client that contains result, loading and error properties
 * you can use to render your UI.
 *
 * @param variables that will be passed into the query
 * @param options that will be passed into the query, supported options are listed on: https://v4.apollo.vuejs.org/guide-composable/query.html#options;
 *
 * @example
 * const { result, loading, error } = useJobRunsQuery({
 *   first: // value for 'first'
 * });
 */
export function useJobRunsQuery(variables: JobRunsQueryVariables | VueCompositionApi.Ref<JobRunsQueryVariables> | ReactiveFunction<JobRunsQueryVariables>, options: VueApolloComposable.UseQueryOptions<JobRunsQuery, JobRunsQueryVariables> | VueCompositionApi.Ref<VueApolloComposable.UseQueryOptions<JobRunsQuery, JobRunsQueryVariables>> | ReactiveFunction<VueApolloComposable.UseQueryOptions<JobRunsQuery, JobRunsQueryVariables>> = {}) {
  return VueApolloComposable.useQuery<JobRunsQuery, JobRunsQueryVariables>(JobRunsDocument, variables, options);
}
export function useJobRunsLazyQuery(variables?: JobRunsQueryVariables | VueCompositionApi.Ref<JobRunsQueryVariables> | ReactiveFunction<JobRunsQueryVariables>, options: VueApolloComposable.UseQueryOptions<JobRunsQuery, JobRunsQueryVariables> | VueCompositionApi.Ref<VueApolloComposable.UseQueryOptions<JobRunsQuery, JobRunsQueryVariables>> | ReactiveFunction<VueApolloComposable.UseQueryOptions<JobRunsQuery, JobRunsQueryVariables>> = {}) {
  return VueApolloComposable.useLazyQuery<JobRunsQuery, JobRunsQueryVariables>(JobRunsDocument, variables, options);
}
export type JobRunsQueryCompositionFunctionResult = VueApolloComposable.UseQueryReturn<JobRunsQuery, JobRunsQueryVariables>;
export const IngestionFailuresDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"IngestionFailures"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},"defaultValue":{"kind":"IntValue","value":"50"}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"ingestionFailures"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}},{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"seenAt"}}]}}]}}]}}]}}]} as unknown as DocumentNode;

/**
 * __useIngestionFailuresQuery__
 *
 * To run a query within a Vue component, call `useIngestionFailuresQuery` and pass it any options that fit your needs.
 * When your component renders, `useIngestionFailuresQuery` returns an object from Apollo Client that contains result, loading and error properties
 * you can use to render your UI.
 *
 * @param variables that will be passed into the query
 * @param options that will be passed into the query, supported options are listed on: https://v4.apollo.vuejs.org/guide-composable/query.html#options;
 *
 * @example
 * const { result, loading, error } = useIngestionFailuresQuery({
 *   first: // value for 'first'
 *   after: // value for 'after'
 * });
 */
export function useIngestionFailuresQuery(variables: IngestionFailuresQueryVariables | VueCompositionApi.Ref<IngestionFailuresQueryVariables> | ReactiveFunction<IngestionFailuresQueryVariables>, options: VueApolloComposable.UseQueryOptions<IngestionFailuresQuery, IngestionFailuresQueryVariables> | VueCompositionApi.Ref<VueApolloComposable.UseQueryOptions<IngestionFailuresQuery, IngestionFailuresQueryVariables>> | ReactiveFunction<VueApolloComposable.UseQueryOptions<IngestionFailuresQuery, IngestionFailuresQueryVariables>> = {}) {
  return VueApolloComposable.useQuery<IngestionFailuresQuery, IngestionFailuresQueryVariables>(IngestionFailuresDocument, variables, options);
}
export function useIngestionFailuresLazyQuery(variables?: IngestionFailuresQueryVariables | VueCompositionApi.Ref<IngestionFailuresQueryVariables> | ReactiveFunction<IngestionFailuresQueryVariables>, options: VueApolloComposable.UseQueryOptions<IngestionFailuresQuery, IngestionFailuresQueryVariables> | VueCompositionApi.Ref<VueApolloComposable.UseQueryOptions<IngestionFailuresQuery, IngestionFailuresQueryVariables>> | ReactiveFunction<VueApolloComposable.UseQueryOptions<IngestionFailuresQuery, IngestionFailuresQueryVariables>> = {}) {
  return VueApolloComposable.useLazyQuery<IngestionFailuresQuery, IngestionFailuresQueryVariables>(IngestionFailuresDocument, variables, options);
}
export type IngestionFailuresQueryCompositionFunctionResult = VueApolloComposable.UseQueryReturn<IngestionFailuresQuery, IngestionFailuresQueryVariables>;
export const RunJobDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RunJob"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"name"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"options"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"runJob"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"name"},"value":{"kind":"Variable","name":{"kind":"Name","value":"name"}}},{"kind":"Argument","name":{"kind":"Name","value":"options"},"value":{"kind":"Variable","name":{"kind":"Name","value":"options"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"JobRunParts"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"JobRunParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"JobRun"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"job"}},{"kind":"Field","name":{"kind":"Name","value":"outcome"}},{"kind":"Field","name":{"kind":"Name","value":"startedAt"}},{"kind":"Field","name":{"kind":"Name","value":"endedAt"}},{"kind":"Field","name":{"kind":"Name","value":"phase"}},{"kind":"Field","name":{"kind":"Name","value":"done"}},{"kind":"Field","name":{"kind":"Name","value":"total"}},{"kind":"Field","name":{"kind":"Name","value":"failed"}},{"kind":"Field","name":{"kind":"Name","value":"rate"}},{"kind":"Field","name":{"kind":"Name","value":"secondsLeft"}},{"kind":"Field","name":{"kind":"Name","value":"summary"}}]}}]} as unknown as DocumentNode;

/**
 * __useRunJobMutation__
 *
 * To run a mutation, you first call `useRunJobMutation` within a Vue component and pass it any options that fit your needs.
 * When your component renders, `useRunJobMutation` returns an object that includes:
 * - A mutate function that you can call at any time to execute the mutation
 * - Several other properties: https://v4.apollo.vuejs.org/api/use-mutation.html#return
 *
 * @param options that will be passed into the mutation, supported options are listed on: https://v4.apollo.vuejs.org/guide-composable/mutation.html#options;
 *
 * @example
 * const { mutate, loading, error, onDone } = useRunJobMutation({
 *   variables: {
 *     name: // value for 'name'
 *     options: // value for 'options'
 *   },
 * });
 */
export function useRunJobMutation(options: VueApolloComposable.UseMutationOptions<RunJobMutation, RunJobMutationVariables> | ReactiveFunction<VueApolloComposable.UseMutationOptions<RunJobMutation, RunJobMutationVariables>> = {}) {
  return VueApolloComposable.useMutation<RunJobMutation, RunJobMutationVariables>(RunJobDocument, options);
}
export type RunJobMutationCompositionFunctionResult = VueApolloComposable.UseMutationReturn<RunJobMutation, RunJobMutationVariables>;
export const StopJobDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"StopJob"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"runId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"stopJob"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"runId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"runId"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"JobRunParts"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"JobRunParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"JobRun"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"job"}},{"kind":"Field","name":{"kind":"Name","value":"outcome"}},{"kind":"Field","name":{"kind":"Name","value":"startedAt"}},{"kind":"Field","name":{"kind":"Name","value":"endedAt"}},{"kind":"Field","name":{"kind":"Name","value":"phase"}},{"kind":"Field","name":{"kind":"Name","value":"done"}},{"kind":"Field","name":{"kind":"Name","value":"total"}},{"kind":"Field","name":{"kind":"Name","value":"failed"}},{"kind":"Field","name":{"kind":"Name","value":"rate"}},{"kind":"Field","name":{"kind":"Name","value":"secondsLeft"}},{"kind":"Field","name":{"kind":"Name","value":"summary"}}]}}]} as unknown as DocumentNode;

/**
 * __useStopJobMutation__
 *
 * To run a mutation, you first call `useStopJobMutation` within a Vue component and pass it any options that fit your needs.
 * When your component renders, `useStopJobMutation` returns an object that includes:
 * - A mutate function that you can call at any time to execute the mutation
 * - Several other properties: https://v4.apollo.vuejs.org/api/use-mutation.html#return
 *
 * @param options that will be passed into the mutation, supported options are listed on: https://v4.apollo.vuejs.org/guide-composable/mutation.html#options;
 *
 * @example
 * const { mutate, loading, error, onDone } = useStopJobMutation({
 *   variables: {
 *     runId: // value for 'runId'
 *   },
 * });
 */
export function useStopJobMutation(options: VueApolloComposable.UseMutationOptions<StopJobMutation, StopJobMutationVariables> | ReactiveFunction<VueApolloComposable.UseMutationOptions<StopJobMutation, StopJobMutationVariables>> = {}) {
  return VueApolloComposable.useMutation<StopJobMutation, StopJobMutationVariables>(StopJobDocument, options);
}
export type StopJobMutationCompositionFunctionResult = VueApolloComposable.UseMutationReturn<StopJobMutation, StopJobMutationVariables>;
export const JobProgressDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"subscription","name":{"kind":"Name","value":"JobProgress"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"jobProgress"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"JobRunParts"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"JobRunParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"JobRun"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"job"}},{"kind":"Field","name":{"kind":"Name","value":"outcome"}},{"kind":"Field","name":{"kind":"Name","value":"startedAt"}},{"kind":"Field","name":{"kind":"Name","value":"endedAt"}},{"kind":"Field","name":{"kind":"Name","value":"phase"}},{"kind":"Field","name":{"kind":"Name","value":"done"}},{"kind":"Field","name":{"kind":"Name","value":"total"}},{"kind":"Field","name":{"kind":"Name","value":"failed"}},{"kind":"Field","name":{"kind":"Name","value":"rate"}},{"kind":"Field","name":{"kind":"Name","value":"secondsLeft"}},{"kind":"Field","name":{"kind":"Name","value":"summary"}}]}}]} as unknown as DocumentNode;

/**
 * __useJobProgressSubscription__
 *
 * To run a query within a Vue component, call `useJobProgressSubscription` and pass it any options that fit your needs.
 * When your component renders, `useJobProgressSubscription` returns an object from Apollo Client that contains result, loading and error properties
 * you can use to render your UI.
 *
 * @param options that will be passed into the subscription, supported options are listed on: https://v4.apollo.vuejs.org/guide-composable/subscription.html#options;
 *
 * @example
 * const { result, loading, error } = useJobProgressSubscription();
 */
export function useJobProgressSubscription(options: VueApolloComposable.UseSubscriptionOptions<JobProgressSubscription, JobProgressSubscriptionVariables> | VueCompositionApi.Ref<VueApolloComposable.UseSubscriptionOptions<JobProgressSubscription, JobProgressSubscriptionVariables>> | ReactiveFunction<VueApolloComposable.UseSubscriptionOptions<JobProgressSubscription, JobProgressSubscriptionVariables>> = {}) {
  return VueApolloComposable.useSubscription<JobProgressSubscription, JobProgressSubscriptionVariables>(JobProgressDocument, {}, options);
}
export type JobProgressSubscriptionCompositionFunctionResult = VueApolloComposable.UseSubscriptionReturn<JobProgressSubscription, JobProgressSubscriptionVariables>;
export const MapPicturesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"MapPictures"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"ids"}},"type":{"kind":"NonNullType","type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"imagesByIds"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"ids"},"value":{"kind":"Variable","name":{"kind":"Name","value":"ids"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"PictureParts"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PictureParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Image"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"fileName"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"width"}},{"kind":"Field","name":{"kind":"Name","value":"height"}},{"kind":"Field","name":{"kind":"Name","value":"durationMs"}},{"kind":"Field","name":{"kind":"Name","value":"takenAt"}},{"kind":"Field","name":{"kind":"Name","value":"takenPrecision"}},{"kind":"Field","name":{"kind":"Name","value":"thumbhash"}},{"kind":"Field","name":{"kind":"Name","value":"thumbnailUrl"}},{"kind":"Field","name":{"kind":"Name","value":"favourite"}}]}}]} as unknown as DocumentNode;

/**
 * __useMapPicturesQuery__
 *
 * To run a query within a Vue component, call `useMapPicturesQuery` and pass it any options that fit your needs.
 * When your component renders, `useMapPicturesQuery` returns an object from Apollo Client that contains result, loading and error properties
 * you can use to render your UI.
 *
 * @param variables that will be passed into the query
 * @param options that will be passed into the query, supported options are listed on: https://v4.apollo.vuejs.org/guide-composable/query.html#options;
 *
 * @example
 * const { result, loading, error } = useMapPicturesQuery({
 *   ids: // value for 'ids'
 * });
 */
export function useMapPicturesQuery(variables: MapPicturesQueryVariables | VueCompositionApi.Ref<MapPicturesQueryVariables> | ReactiveFunction<MapPicturesQueryVariables>, options: VueApolloComposable.UseQueryOptions<MapPicturesQuery, MapPicturesQueryVariables> | VueCompositionApi.Ref<VueApolloComposable.UseQueryOptions<MapPicturesQuery, MapPicturesQueryVariables>> | ReactiveFunction<VueApolloComposable.UseQueryOptions<MapPicturesQuery, MapPicturesQueryVariables>> = {}) {
  return VueApolloComposable.useQuery<MapPicturesQuery, MapPicturesQueryVariables>(MapPicturesDocument, variables, options);
}
export function useMapPicturesLazyQuery(variables?: MapPicturesQueryVariables | VueCompositionApi.Ref<MapPicturesQueryVariables> | ReactiveFunction<MapPicturesQueryVariables>, options: VueApolloComposable.UseQueryOptions<MapPicturesQuery, MapPicturesQueryVariables> | VueCompositionApi.Ref<VueApolloComposable.UseQueryOptions<MapPicturesQuery, MapPicturesQueryVariables>> | ReactiveFunction<VueApolloComposable.UseQueryOptions<MapPicturesQuery, MapPicturesQueryVariables>> = {}) {
  return VueApolloComposable.useLazyQuery<MapPicturesQuery, MapPicturesQueryVariables>(MapPicturesDocument, variables, options);
}
export type MapPicturesQueryCompositionFunctionResult = VueApolloComposable.UseQueryReturn<MapPicturesQuery, MapPicturesQueryVariables>;
export const MapClusterWordsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"MapClusterWords"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"clusters"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"kind"},"value":{"kind":"EnumValue","value":"KMEANS"}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"1000"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"looksLike"}}]}}]}}]} as unknown as DocumentNode;

/**
 * __useMapClusterWordsQuery__
 *
 * To run a query within a Vue component, call `useMapClusterWordsQuery` and pass it any options that fit your needs.
 * When your component renders, `useMapClusterWordsQuery` returns an object from Apollo Client that contains result, loading and error properties
 * you can use to render your UI.
 *
 * @param options that will be passed into the query, supported options are listed on: https://v4.apollo.vuejs.org/guide-composable/query.html#options;
 *
 * @example
 * const { result, loading, error } = useMapClusterWordsQuery();
 */
export function useMapClusterWordsQuery(options: VueApolloComposable.UseQueryOptions<MapClusterWordsQuery, MapClusterWordsQueryVariables> | VueCompositionApi.Ref<VueApolloComposable.UseQueryOptions<MapClusterWordsQuery, MapClusterWordsQueryVariables>> | ReactiveFunction<VueApolloComposable.UseQueryOptions<MapClusterWordsQuery, MapClusterWordsQueryVariables>> = {}) {
  return VueApolloComposable.useQuery<MapClusterWordsQuery, MapClusterWordsQueryVariables>(MapClusterWordsDocument, {}, options);
}
export function useMapClusterWordsLazyQuery(options: VueApolloComposable.UseQueryOptions<MapClusterWordsQuery, MapClusterWordsQueryVariables> | VueCompositionApi.Ref<VueApolloComposable.UseQueryOptions<MapClusterWordsQuery, MapClusterWordsQueryVariables>> | ReactiveFunction<VueApolloComposable.UseQueryOptions<MapClusterWordsQuery, MapClusterWordsQueryVariables>> = {}) {
  return VueApolloComposable.useLazyQuery<MapClusterWordsQuery, MapClusterWordsQueryVariables>(MapClusterWordsDocument, {}, options);
}
export type MapClusterWordsQueryCompositionFunctionResult = VueApolloComposable.UseQueryReturn<MapClusterWordsQuery, MapClusterWordsQueryVariables>;
export const ProposalCountDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ProposalCount"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"archive"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"proposals"}}]}}]}}]} as unknown as DocumentNode;

/**
 * __useProposalCountQuery__
 *
 * To run a query within a Vue component, call `useProposalCountQuery` and pass it any options that fit your needs.
 * When your component renders, `useProposalCountQuery` returns an object from Apollo Client that contains result, loading and error properties
 * you can use to render your UI.
 *
 * @param options that will be passed into the query, supported options are listed on: https://v4.apollo.vuejs.org/guide-composable/query.html#options;
 *
 * @example
 * const { result, loading, error } = useProposalCountQuery();
 */
export function useProposalCountQuery(options: VueApolloComposable.UseQueryOptions<ProposalCountQuery, ProposalCountQueryVariables> | VueCompositionApi.Ref<VueApolloComposable.UseQueryOptions<ProposalCountQuery, ProposalCountQueryVariables>> | ReactiveFunction<VueApolloComposable.UseQueryOptions<ProposalCountQuery, ProposalCountQueryVariables>> = {}) {
  return VueApolloComposable.useQuery<ProposalCountQuery, ProposalCountQueryVariables>(ProposalCountDocument, {}, options);
}
export function useProposalCountLazyQuery(options: VueApolloComposable.UseQueryOptions<ProposalCountQuery, ProposalCountQueryVariables> | VueCompositionApi.Ref<VueApolloComposable.UseQueryOptions<ProposalCountQuery, ProposalCountQueryVariables>> | ReactiveFunction<VueApolloComposable.UseQueryOptions<ProposalCountQuery, ProposalCountQueryVariables>> = {}) {
  return VueApolloComposable.useLazyQuery<ProposalCountQuery, ProposalCountQueryVariables>(ProposalCountDocument, {}, options);
}
export type ProposalCountQueryCompositionFunctionResult = VueApolloComposable.UseQueryReturn<ProposalCountQuery, ProposalCountQueryVariables>;
export const ProposalGroupsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ProposalGroups"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"decisionId"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"proposalGroups"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"decisionId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"decisionId"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"target"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"count"}},{"kind":"Field","name":{"kind":"Name","value":"bestScore"}},{"kind":"Field","name":{"kind":"Name","value":"samples"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"PictureParts"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PictureParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Image"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"fileName"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"width"}},{"kind":"Field","name":{"kind":"Name","value":"height"}},{"kind":"Field","name":{"kind":"Name","value":"durationMs"}},{"kind":"Field","name":{"kind":"Name","value":"takenAt"}},{"kind":"Field","name":{"kind":"Name","value":"takenPrecision"}},{"kind":"Field","name":{"kind":"Name","value":"thumbhash"}},{"kind":"Field","name":{"kind":"Name","value":"thumbnailUrl"}},{"kind":"Field","name":{"kind":"Name","value":"favourite"}}]}}]} as unknown as DocumentNode;

/**
 * __useProposalGroupsQuery__
 *
 * To run a query within a Vue component, call `useProposalGroupsQuery` and pass it any options that fit your needs.
 * When your component renders, `useProposalGroupsQuery` returns an object from Apollo Client that contains result, loading and error properties
 * you can use to render your UI.
 *
 * @param variables that will be passed into the query
 * @param options that will be passed into the query, supported options are listed on: https://v4.apollo.vuejs.org/guide-composable/query.html#options;
 *
 * @example
 * const { result, loading, error } = useProposalGroupsQuery({
 *   decisionId: // value for 'decisionId'
 * });
 */
export function useProposalGroupsQuery(variables: ProposalGroupsQueryVariables | VueCompositionApi.Ref<ProposalGroupsQueryVariables> | ReactiveFunction<ProposalGroupsQueryVariables> = {}, options: VueApolloComposable.UseQueryOptions<ProposalGroupsQuery, ProposalGroupsQueryVariables> | VueCompositionApi.Ref<VueApolloComposable.UseQueryOptions<ProposalGroupsQuery, ProposalGroupsQueryVariables>> | ReactiveFunction<VueApolloComposable.UseQueryOptions<ProposalGroupsQuery, ProposalGroupsQueryVariables>> = {}) {
  return VueApolloComposable.useQuery<ProposalGroupsQuery, ProposalGroupsQueryVariables>(ProposalGroupsDocument, variables, options);
}
export function useProposalGroupsLazyQuery(variables: ProposalGroupsQueryVariables | VueCompositionApi.Ref<ProposalGroupsQueryVariables> | ReactiveFunction<ProposalGroupsQueryVariables> = {}, options: VueApolloComposable.UseQueryOptions<ProposalGroupsQuery, ProposalGroupsQueryVariables> | VueCompositionApi.Ref<VueApolloComposable.UseQueryOptions<ProposalGroupsQuery, ProposalGroupsQueryVariables>> | ReactiveFunction<VueApolloComposable.UseQueryOptions<ProposalGroupsQuery, ProposalGroupsQueryVariables>> = {}) {
  return VueApolloComposable.useLazyQuery<ProposalGroupsQuery, ProposalGroupsQueryVariables>(ProposalGroupsDocument, variables, options);
}
export type ProposalGroupsQueryCompositionFunctionResult = VueApolloComposable.UseQueryReturn<ProposalGroupsQuery, ProposalGroupsQueryVariables>;
export const ProposalsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Proposals"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"kind"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ProposalKind"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"target"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"decisionId"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},"defaultValue":{"kind":"IntValue","value":"200"}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"proposals"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"kind"},"value":{"kind":"Variable","name":{"kind":"Name","value":"kind"}}},{"kind":"Argument","name":{"kind":"Name","value":"target"},"value":{"kind":"Variable","name":{"kind":"Name","value":"target"}}},{"kind":"Argument","name":{"kind":"Name","value":"decisionId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"decisionId"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}},{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cursor"}},{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"score"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"model"}},{"kind":"Field","name":{"kind":"Name","value":"image"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"PictureParts"}}]}}]}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PictureParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Image"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"fileName"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"width"}},{"kind":"Field","name":{"kind":"Name","value":"height"}},{"kind":"Field","name":{"kind":"Name","value":"durationMs"}},{"kind":"Field","name":{"kind":"Name","value":"takenAt"}},{"kind":"Field","name":{"kind":"Name","value":"takenPrecision"}},{"kind":"Field","name":{"kind":"Name","value":"thumbhash"}},{"kind":"Field","name":{"kind":"Name","value":"thumbnailUrl"}},{"kind":"Field","name":{"kind":"Name","value":"favourite"}}]}}]} as unknown as DocumentNode;

/**
 * __useProposalsQuery__
 *
 * To run a query within a Vue component, call `useProposalsQuery` and pass it any options that fit your needs.
 * When your component renders, `useProposalsQuery` returns an object from Apollo Client that contains result, loading and error properties
 * you can use to render your UI.
 *
 * @param variables that will be passed into the query
 * @param options that will be passed into the query, supported options are listed on: https://v4.apollo.vuejs.org/guide-composable/query.html#options;
 *
 * @example
 * const { result, loading, error } = useProposalsQuery({
 *   kind: // value for 'kind'
 *   target: // value for 'target'
 *   decisionId: // value for 'decisionId'
 *   first: // value for 'first'
 *   after: // value for 'after'
 * });
 */
export function useProposalsQuery(variables: ProposalsQueryVariables | VueCompositionApi.Ref<ProposalsQueryVariables> | ReactiveFunction<ProposalsQueryVariables>, options: VueApolloComposable.UseQueryOptions<ProposalsQuery, ProposalsQueryVariables> | VueCompositionApi.Ref<VueApolloComposable.UseQueryOptions<ProposalsQuery, ProposalsQueryVariables>> | ReactiveFunction<VueApolloComposable.UseQueryOptions<ProposalsQuery, ProposalsQueryVariables>> = {}) {
  return VueApolloComposable.useQuery<ProposalsQuery, ProposalsQueryVariables>(ProposalsDocument, variables, options);
}
export function useProposalsLazyQuery(variables?: ProposalsQueryVariables | VueCompositionApi.Ref<ProposalsQueryVariables> | ReactiveFunction<ProposalsQueryVariables>, options: VueApolloComposable.UseQueryOptions<ProposalsQuery, ProposalsQueryVariables> | VueCompositionApi.Ref<VueApolloComposable.UseQueryOptions<ProposalsQuery, ProposalsQueryVariables>> | ReactiveFunction<VueApolloComposable.UseQueryOptions<ProposalsQuery, ProposalsQueryVariables>> = {}) {
  return VueApolloComposable.useLazyQuery<ProposalsQuery, ProposalsQueryVariables>(ProposalsDocument, variables, options);
}
export type ProposalsQueryCompositionFunctionResult = VueApolloComposable.UseQueryReturn<ProposalsQuery, ProposalsQueryVariables>;
export const AcceptProposalsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"AcceptProposals"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"ids"}},"type":{"kind":"NonNullType","type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"acceptProposals"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"ids"},"value":{"kind":"Variable","name":{"kind":"Name","value":"ids"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"decisionId"}},{"kind":"Field","name":{"kind":"Name","value":"imageCount"}}]}}]}}]} as unknown as DocumentNode;

/**
 * __useAcceptProposalsMutation__
 *
 * To run a mutation, you first call `useAcceptProposalsMutation` within a Vue component and pass it any options that fit your needs.
 * When your component renders, `useAcceptProposalsMutation` returns an object that includes:
 * - A mutate function that you can call at any time to execute the mutation
 * - Several other properties: https://v4.apollo.vuejs.org/api/use-mutation.html#return
 *
 * @param options that will be passed into the mutation, supported options are listed on: https://v4.apollo.vuejs.org/guide-composable/mutation.html#options;
 *
 * @example
 * const { mutate, loading, error, onDone } = useAcceptProposalsMutation({
 *   variables: {
 *     ids: // value for 'ids'
 *   },
 * });
 */
export function useAcceptProposalsMutation(options: VueApolloComposable.UseMutationOptions<AcceptProposalsMutation, AcceptProposalsMutationVariables> | ReactiveFunction<VueApolloComposable.UseMutationOptions<AcceptProposalsMutation, AcceptProposalsMutationVariables>> = {}) {
  return VueApolloComposable.useMutation<AcceptProposalsMutation, AcceptProposalsMutationVariables>(AcceptProposalsDocument, options);
}
export type AcceptProposalsMutationCompositionFunctionResult = VueApolloComposable.UseMutationReturn<AcceptProposalsMutation, AcceptProposalsMutationVariables>;
export const RejectProposalsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RejectProposals"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"ids"}},"type":{"kind":"NonNullType","type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"rejectProposals"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"ids"},"value":{"kind":"Variable","name":{"kind":"Name","value":"ids"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"decisionId"}},{"kind":"Field","name":{"kind":"Name","value":"imageCount"}}]}}]}}]} as unknown as DocumentNode;

/**
 * __useRejectProposalsMutation__
 *
 * To run a mutation, you first call `useRejectProposalsMutation` within a Vue component and pass it any options that fit your needs.
 * When your component renders, `useRejectProposalsMutation` returns an object that includes:
 * - A mutate function that you can call at any time to execute the mutation
 * - Several other properties: https://v4.apollo.vuejs.org/api/use-mutation.html#return
 *
 * @param options that will be passed into the mutation, supported options are listed on: https://v4.apollo.vuejs.org/guide-composable/mutation.html#options;
 *
 * @example
 * const { mutate, loading, error, onDone } = useRejectProposalsMutation({
 *   variables: {
 *     ids: // value for 'ids'
 *   },
 * });
 */
export function useRejectProposalsMutation(options: VueApolloComposable.UseMutationOptions<RejectProposalsMutation, RejectProposalsMutationVariables> | ReactiveFunction<VueApolloComposable.UseMutationOptions<RejectProposalsMutation, RejectProposalsMutationVariables>> = {}) {
  return VueApolloComposable.useMutation<RejectProposalsMutation, RejectProposalsMutationVariables>(RejectProposalsDocument, options);
}
export type RejectProposalsMutationCompositionFunctionResult = VueApolloComposable.UseMutationReturn<RejectProposalsMutation, RejectProposalsMutationVariables>;
export const SimilarityLogDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"SimilarityLog"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},"defaultValue":{"kind":"IntValue","value":"50"}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"kind"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"SimilarityQueryKind"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"slowerThanMs"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Float"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"similarityLog"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}},{"kind":"Argument","name":{"kind":"Name","value":"kind"},"value":{"kind":"Variable","name":{"kind":"Name","value":"kind"}}},{"kind":"Argument","name":{"kind":"Name","value":"slowerThanMs"},"value":{"kind":"Variable","name":{"kind":"Name","value":"slowerThanMs"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}},{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cursor"}},{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"at"}},{"kind":"Field","name":{"kind":"Name","value":"by"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"threshold"}},{"kind":"Field","name":{"kind":"Name","value":"isThresholdCalibrated"}},{"kind":"Field","name":{"kind":"Name","value":"topK"}},{"kind":"Field","name":{"kind":"Name","value":"resultCount"}},{"kind":"Field","name":{"kind":"Name","value":"bestScore"}},{"kind":"Field","name":{"kind":"Name","value":"tookMs"}},{"kind":"Field","name":{"kind":"Name","value":"candidates"}},{"kind":"Field","name":{"kind":"Name","value":"model"}},{"kind":"Field","name":{"kind":"Name","value":"query"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"KeptQueryParts"}}]}}]}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PictureParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Image"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"fileName"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"width"}},{"kind":"Field","name":{"kind":"Name","value":"height"}},{"kind":"Field","name":{"kind":"Name","value":"durationMs"}},{"kind":"Field","name":{"kind":"Name","value":"takenAt"}},{"kind":"Field","name":{"kind":"Name","value":"takenPrecision"}},{"kind":"Field","name":{"kind":"Name","value":"thumbhash"}},{"kind":"Field","name":{"kind":"Name","value":"thumbnailUrl"}},{"kind":"Field","name":{"kind":"Name","value":"favourite"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"KeptQueryParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"KeptQuery"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"canRunAgain"}},{"kind":"Field","name":{"kind":"Name","value":"parts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"text"}},{"kind":"Field","name":{"kind":"Name","value":"frameMs"}},{"kind":"Field","name":{"kind":"Name","value":"mode"}},{"kind":"Field","name":{"kind":"Name","value":"weight"}},{"kind":"Field","name":{"kind":"Name","value":"region"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"x"}},{"kind":"Field","name":{"kind":"Name","value":"y"}},{"kind":"Field","name":{"kind":"Name","value":"width"}},{"kind":"Field","name":{"kind":"Name","value":"height"}}]}},{"kind":"Field","name":{"kind":"Name","value":"image"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"PictureParts"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"filter"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"keyword"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"from"}},{"kind":"Field","name":{"kind":"Name","value":"to"}},{"kind":"Field","name":{"kind":"Name","value":"roots"}},{"kind":"Field","name":{"kind":"Name","value":"persons"}},{"kind":"Field","name":{"kind":"Name","value":"notPersons"}},{"kind":"Field","name":{"kind":"Name","value":"onlyPersons"}},{"kind":"Field","name":{"kind":"Name","value":"clusters"}},{"kind":"Field","name":{"kind":"Name","value":"hasFaces"}},{"kind":"Field","name":{"kind":"Name","value":"minFaces"}},{"kind":"Field","name":{"kind":"Name","value":"maxFaces"}},{"kind":"Field","name":{"kind":"Name","value":"hasPlace"}},{"kind":"Field","name":{"kind":"Name","value":"favourite"}},{"kind":"Field","name":{"kind":"Name","value":"hidden"}}]}}]}}]} as unknown as DocumentNode;

/**
 * __useSimilarityLogQuery__
 *
 * To run a query within a Vue component, call `useSimilarityLogQuery` and pass it any options that fit your needs.
 * When your component renders, `useSimilarityLogQuery` returns an object from Apollo Client that contains result, loading and error properties
 * you can use to render your UI.
 *
 * @param variables that will be passed into the query
 * @param options that will be passed into the query, supported options are listed on: https://v4.apollo.vuejs.org/guide-composable/query.html#options;
 *
 * @example
 * const { result, loading, error } = useSimilarityLogQuery({
 *   first: // value for 'first'
 *   after: // value for 'after'
 *   kind: // value for 'kind'
 *   slowerThanMs: // value for 'slowerThanMs'
 * });
 */
export function useSimilarityLogQuery(variables: SimilarityLogQueryVariables | VueCompositionApi.Ref<SimilarityLogQueryVariables> | ReactiveFunction<SimilarityLogQueryVariables>, options: VueApolloComposable.UseQueryOptions<SimilarityLogQuery, SimilarityLogQueryVariables> | VueCompositionApi.Ref<VueApolloComposable.UseQueryOptions<SimilarityLogQuery, SimilarityLogQueryVariables>> | ReactiveFunction<VueApolloComposable.UseQueryOptions<SimilarityLogQuery, SimilarityLogQueryVariables>> = {}) {
  return VueApolloComposable.useQuery<SimilarityLogQuery, SimilarityLogQueryVariables>(SimilarityLogDocument, variables, options);
}
export function useSimilarityLogLazyQuery(variables?: SimilarityLogQueryVariables | VueCompositionApi.Ref<SimilarityLogQueryVariables> | ReactiveFunction<SimilarityLogQueryVariables>, options: VueApolloComposable.UseQueryOptions<SimilarityLogQuery, SimilarityLogQueryVariables> | VueCompositionApi.Ref<VueApolloComposable.UseQueryOptions<SimilarityLogQuery, SimilarityLogQueryVariables>> | ReactiveFunction<VueApolloComposable.UseQueryOptions<SimilarityLogQuery, SimilarityLogQueryVariables>> = {}) {
  return VueApolloComposable.useLazyQuery<SimilarityLogQuery, SimilarityLogQueryVariables>(SimilarityLogDocument, variables, options);
}
export type SimilarityLogQueryCompositionFunctionResult = VueApolloComposable.UseQueryReturn<SimilarityLogQuery, SimilarityLogQueryVariables>;
export const SavedSearchesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"SavedSearches"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"savedSearches"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"SavedSearchParts"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PictureParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Image"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"fileName"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"width"}},{"kind":"Field","name":{"kind":"Name","value":"height"}},{"kind":"Field","name":{"kind":"Name","value":"durationMs"}},{"kind":"Field","name":{"kind":"Name","value":"takenAt"}},{"kind":"Field","name":{"kind":"Name","value":"takenPrecision"}},{"kind":"Field","name":{"kind":"Name","value":"thumbhash"}},{"kind":"Field","name":{"kind":"Name","value":"thumbnailUrl"}},{"kind":"Field","name":{"kind":"Name","value":"favourite"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"KeptQueryParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"KeptQuery"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"canRunAgain"}},{"kind":"Field","name":{"kind":"Name","value":"parts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"text"}},{"kind":"Field","name":{"kind":"Name","value":"frameMs"}},{"kind":"Field","name":{"kind":"Name","value":"mode"}},{"kind":"Field","name":{"kind":"Name","value":"weight"}},{"kind":"Field","name":{"kind":"Name","value":"region"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"x"}},{"kind":"Field","name":{"kind":"Name","value":"y"}},{"kind":"Field","name":{"kind":"Name","value":"width"}},{"kind":"Field","name":{"kind":"Name","value":"height"}}]}},{"kind":"Field","name":{"kind":"Name","value":"image"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"PictureParts"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"filter"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"keyword"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"from"}},{"kind":"Field","name":{"kind":"Name","value":"to"}},{"kind":"Field","name":{"kind":"Name","value":"roots"}},{"kind":"Field","name":{"kind":"Name","value":"persons"}},{"kind":"Field","name":{"kind":"Name","value":"notPersons"}},{"kind":"Field","name":{"kind":"Name","value":"onlyPersons"}},{"kind":"Field","name":{"kind":"Name","value":"clusters"}},{"kind":"Field","name":{"kind":"Name","value":"hasFaces"}},{"kind":"Field","name":{"kind":"Name","value":"minFaces"}},{"kind":"Field","name":{"kind":"Name","value":"maxFaces"}},{"kind":"Field","name":{"kind":"Name","value":"hasPlace"}},{"kind":"Field","name":{"kind":"Name","value":"favourite"}},{"kind":"Field","name":{"kind":"Name","value":"hidden"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"SavedSearchParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SavedSearch"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"threshold"}},{"kind":"Field","name":{"kind":"Name","value":"topK"}},{"kind":"Field","name":{"kind":"Name","value":"newCount"}},{"kind":"Field","name":{"kind":"Name","value":"newImages"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"PictureParts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"query"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"KeptQueryParts"}}]}}]}}]} as unknown as DocumentNode;

/**
 * __useSavedSearchesQuery__
 *
 * To run a query within a Vue component, call `useSavedSearchesQuery` and pass it any options that fit your needs.
 * When your component renders, `useSavedSearchesQuery` returns an object from Apollo Client that contains result, loading and error properties
 * you can use to render your UI.
 *
 * @param options that will be passed into the query, supported options are listed on: https://v4.apollo.vuejs.org/guide-composable/query.html#options;
 *
 * @example
 * const { result, loading, error } = useSavedSearchesQuery();
 */
export function useSavedSearchesQuery(options: VueApolloComposable.UseQueryOptions<SavedSearchesQuery, SavedSearchesQueryVariables> | VueCompositionApi.Ref<VueApolloComposable.UseQueryOptions<SavedSearchesQuery, SavedSearchesQueryVariables>> | ReactiveFunction<VueApolloComposable.UseQueryOptions<SavedSearchesQuery, SavedSearchesQueryVariables>> = {}) {
  return VueApolloComposable.useQuery<SavedSearchesQuery, SavedSearchesQueryVariables>(SavedSearchesDocument, {}, options);
}
export function useSavedSearchesLazyQuery(options: VueApolloComposable.UseQueryOptions<SavedSearchesQuery, SavedSearchesQueryVariables> | VueCompositionApi.Ref<VueApolloComposable.UseQueryOptions<SavedSearchesQuery, SavedSearchesQueryVariables>> | ReactiveFunction<VueApolloComposable.UseQueryOptions<SavedSearchesQuery, SavedSearchesQueryVariables>> = {}) {
  return VueApolloComposable.useLazyQuery<SavedSearchesQuery, SavedSearchesQueryVariables>(SavedSearchesDocument, {}, options);
}
export type SavedSearchesQueryCompositionFunctionResult = VueApolloComposable.UseQueryReturn<SavedSearchesQuery, SavedSearchesQueryVariables>;
export const SaveSearchDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SaveSearch"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"name"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"search"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"SearchToSave"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"saveSearch"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"name"},"value":{"kind":"Variable","name":{"kind":"Name","value":"name"}}},{"kind":"Argument","name":{"kind":"Name","value":"search"},"value":{"kind":"Variable","name":{"kind":"Name","value":"search"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"SavedSearchParts"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PictureParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Image"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"fileName"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"width"}},{"kind":"Field","name":{"kind":"Name","value":"height"}},{"kind":"Field","name":{"kind":"Name","value":"durationMs"}},{"kind":"Field","name":{"kind":"Name","value":"takenAt"}},{"kind":"Field","name":{"kind":"Name","value":"takenPrecision"}},{"kind":"Field","name":{"kind":"Name","value":"thumbhash"}},{"kind":"Field","name":{"kind":"Name","value":"thumbnailUrl"}},{"kind":"Field","name":{"kind":"Name","value":"favourite"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"KeptQueryParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"KeptQuery"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"canRunAgain"}},{"kind":"Field","name":{"kind":"Name","value":"parts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"text"}},{"kind":"Field","name":{"kind":"Name","value":"frameMs"}},{"kind":"Field","name":{"kind":"Name","value":"mode"}},{"kind":"Field","name":{"kind":"Name","value":"weight"}},{"kind":"Field","name":{"kind":"Name","value":"region"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"x"}},{"kind":"Field","name":{"kind":"Name","value":"y"}},{"kind":"Field","name":{"kind":"Name","value":"width"}},{"kind":"Field","name":{"kind":"Name","value":"height"}}]}},{"kind":"Field","name":{"kind":"Name","value":"image"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"PictureParts"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"filter"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"keyword"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"from"}},{"kind":"Field","name":{"kind":"Name","value":"to"}},{"kind":"Field","name":{"kind":"Name","value":"roots"}},{"kind":"Field","name":{"kind":"Name","value":"persons"}},{"kind":"Field","name":{"kind":"Name","value":"notPersons"}},{"kind":"Field","name":{"kind":"Name","value":"onlyPersons"}},{"kind":"Field","name":{"kind":"Name","value":"clusters"}},{"kind":"Field","name":{"kind":"Name","value":"hasFaces"}},{"kind":"Field","name":{"kind":"Name","value":"minFaces"}},{"kind":"Field","name":{"kind":"Name","value":"maxFaces"}},{"kind":"Field","name":{"kind":"Name","value":"hasPlace"}},{"kind":"Field","name":{"kind":"Name","value":"favourite"}},{"kind":"Field","name":{"kind":"Name","value":"hidden"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"SavedSearchParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SavedSearch"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"threshold"}},{"kind":"Field","name":{"kind":"Name","value":"topK"}},{"kind":"Field","name":{"kind":"Name","value":"newCount"}},{"kind":"Field","name":{"kind":"Name","value":"newImages"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"PictureParts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"query"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"KeptQueryParts"}}]}}]}}]} as unknown as DocumentNode;

/**
 * __useSaveSearchMutation__
 *
 * To run a mutation, you first call `useSaveSearchMutation` within a Vue component and pass it any options that fit your needs.
 * When your component renders, `useSaveSearchMutation` returns an object that includes:
 * - A mutate function that you can call at any time to execute the mutation
 * - Several other properties: https://v4.apollo.vuejs.org/api/use-mutation.html#return
 *
 * @param options that will be passed into the mutation, supported options are listed on: https://v4.apollo.vuejs.org/guide-composable/mutation.html#options;
 *
 * @example
 * const { mutate, loading, error, onDone } = useSaveSearchMutation({
 *   variables: {
 *     name: // value for 'name'
 *     search: // value for 'search'
 *   },
 * });
 */
export function useSaveSearchMutation(options: VueApolloComposable.UseMutationOptions<SaveSearchMutation, SaveSearchMutationVariables> | ReactiveFunction<VueApolloComposable.UseMutationOptions<SaveSearchMutation, SaveSearchMutationVariables>> = {}) {
  return VueApolloComposable.useMutation<SaveSearchMutation, SaveSearchMutationVariables>(SaveSearchDocument, options);
}
export type SaveSearchMutationCompositionFunctionResult = VueApolloComposable.UseMutationReturn<SaveSearchMutation, SaveSearchMutationVariables>;
export const RenameSavedSearchDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RenameSavedSearch"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"name"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"renameSavedSearch"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}},{"kind":"Argument","name":{"kind":"Name","value":"name"},"value":{"kind":"Variable","name":{"kind":"Name","value":"name"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"SavedSearchParts"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PictureParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Image"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"fileName"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"width"}},{"kind":"Field","name":{"kind":"Name","value":"height"}},{"kind":"Field","name":{"kind":"Name","value":"durationMs"}},{"kind":"Field","name":{"kind":"Name","value":"takenAt"}},{"kind":"Field","name":{"kind":"Name","value":"takenPrecision"}},{"kind":"Field","name":{"kind":"Name","value":"thumbhash"}},{"kind":"Field","name":{"kind":"Name","value":"thumbnailUrl"}},{"kind":"Field","name":{"kind":"Name","value":"favourite"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"KeptQueryParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"KeptQuery"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"canRunAgain"}},{"kind":"Field","name":{"kind":"Name","value":"parts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"text"}},{"kind":"Field","name":{"kind":"Name","value":"frameMs"}},{"kind":"Field","name":{"kind":"Name","value":"mode"}},{"kind":"Field","name":{"kind":"Name","value":"weight"}},{"kind":"Field","name":{"kind":"Name","value":"region"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"x"}},{"kind":"Field","name":{"kind":"Name","value":"y"}},{"kind":"Field","name":{"kind":"Name","value":"width"}},{"kind":"Field","name":{"kind":"Name","value":"height"}}]}},{"kind":"Field","name":{"kind":"Name","value":"image"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"PictureParts"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"filter"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"keyword"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"from"}},{"kind":"Field","name":{"kind":"Name","value":"to"}},{"kind":"Field","name":{"kind":"Name","value":"roots"}},{"kind":"Field","name":{"kind":"Name","value":"persons"}},{"kind":"Field","name":{"kind":"Name","value":"notPersons"}},{"kind":"Field","name":{"kind":"Name","value":"onlyPersons"}},{"kind":"Field","name":{"kind":"Name","value":"clusters"}},{"kind":"Field","name":{"kind":"Name","value":"hasFaces"}},{"kind":"Field","name":{"kind":"Name","value":"minFaces"}},{"kind":"Field","name":{"kind":"Name","value":"maxFaces"}},{"kind":"Field","name":{"kind":"Name","value":"hasPlace"}},{"kind":"Field","name":{"kind":"Name","value":"favourite"}},{"kind":"Field","name":{"kind":"Name","value":"hidden"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"SavedSearchParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SavedSearch"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"threshold"}},{"kind":"Field","name":{"kind":"Name","value":"topK"}},{"kind":"Field","name":{"kind":"Name","value":"newCount"}},{"kind":"Field","name":{"kind":"Name","value":"newImages"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"PictureParts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"query"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"KeptQueryParts"}}]}}]}}]} as unknown as DocumentNode;

/**
 * __useRenameSavedSearchMutation__
 *
 * To run a mutation, you first call `useRenameSavedSearchMutation` within a Vue component and pass it any options that fit your needs.
 * When your component renders, `useRenameSavedSearchMutation` returns an object that includes:
 * - A mutate function that you can call at any time to execute the mutation
 * - Several other properties: https://v4.apollo.vuejs.org/api/use-mutation.html#return
 *
 * @param options that will be passed into the mutation, supported options are listed on: https://v4.apollo.vuejs.org/guide-composable/mutation.html#options;
 *
 * @example
 * const { mutate, loading, error, onDone } = useRenameSavedSearchMutation({
 *   variables: {
 *     id: // value for 'id'
 *     name: // value for 'name'
 *   },
 * });
 */
export function useRenameSavedSearchMutation(options: VueApolloComposable.UseMutationOptions<RenameSavedSearchMutation, RenameSavedSearchMutationVariables> | ReactiveFunction<VueApolloComposable.UseMutationOptions<RenameSavedSearchMutation, RenameSavedSearchMutationVariables>> = {}) {
  return VueApolloComposable.useMutation<RenameSavedSearchMutation, RenameSavedSearchMutationVariables>(RenameSavedSearchDocument, options);
}
export type RenameSavedSearchMutationCompositionFunctionResult = VueApolloComposable.UseMutationReturn<RenameSavedSearchMutation, RenameSavedSearchMutationVariables>;
export const RemoveSavedSearchDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RemoveSavedSearch"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"removeSavedSearch"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}]}]}}]} as unknown as DocumentNode;

/**
 * __useRemoveSavedSearchMutation__
 *
 * To run a mutation, you first call `useRemoveSavedSearchMutation` within a Vue component and pass it any options that fit your needs.
 * When your component renders, `useRemoveSavedSearchMutation` returns an object that includes:
 * - A mutate function that you can call at any time to execute the mutation
 * - Several other properties: https://v4.apollo.vuejs.org/api/use-mutation.html#return
 *
 * @param options that will be passed into the mutation, supported options are listed on: https://v4.apollo.vuejs.org/guide-composable/mutation.html#options;
 *
 * @example
 * const { mutate, loading, error, onDone } = useRemoveSavedSearchMutation({
 *   variables: {
 *     id: // value for 'id'
 *   },
 * });
 */
export function useRemoveSavedSearchMutation(options: VueApolloComposable.UseMutationOptions<RemoveSavedSearchMutation, RemoveSavedSearchMutationVariables> | ReactiveFunction<VueApolloComposable.UseMutationOptions<RemoveSavedSearchMutation, RemoveSavedSearchMutationVariables>> = {}) {
  return VueApolloComposable.useMutation<RemoveSavedSearchMutation, RemoveSavedSearchMutationVariables>(RemoveSavedSearchDocument, options);
}
export type RemoveSavedSearchMutationCompositionFunctionResult = VueApolloComposable.UseMutationReturn<RemoveSavedSearchMutation, RemoveSavedSearchMutationVariables>;
export const SidecarStatusDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"SidecarStatus"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"archive"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hidden"}},{"kind":"Field","name":{"kind":"Name","value":"sidecars"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"pending"}},{"kind":"Field","name":{"kind":"Name","value":"failing"}},{"kind":"Field","name":{"kind":"Name","value":"conflicts"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]} as unknown as DocumentNode;

/**
 * __useSidecarStatusQuery__
 *
 * To run a query within a Vue component, call `useSidecarStatusQuery` and pass it any options that fit your needs.
 * When your component renders, `useSidecarStatusQuery` returns an object from Apollo Client that contains result, loading and error properties
 * you can use to render your UI.
 *
 * @param options that will be passed into the query, supported options are listed on: https://v4.apollo.vuejs.org/guide-composable/query.html#options;
 *
 * @example
 * const { result, loading, error } = useSidecarStatusQuery();
 */
export function useSidecarStatusQuery(options: VueApolloComposable.UseQueryOptions<SidecarStatusQuery, SidecarStatusQueryVariables> | VueCompositionApi.Ref<VueApolloComposable.UseQueryOptions<SidecarStatusQuery, SidecarStatusQueryVariables>> | ReactiveFunction<VueApolloComposable.UseQueryOptions<SidecarStatusQuery, SidecarStatusQueryVariables>> = {}) {
  return VueApolloComposable.useQuery<SidecarStatusQuery, SidecarStatusQueryVariables>(SidecarStatusDocument, {}, options);
}
export function useSidecarStatusLazyQuery(options: VueApolloComposable.UseQueryOptions<SidecarStatusQuery, SidecarStatusQueryVariables> | VueCompositionApi.Ref<VueApolloComposable.UseQueryOptions<SidecarStatusQuery, SidecarStatusQueryVariables>> | ReactiveFunction<VueApolloComposable.UseQueryOptions<SidecarStatusQuery, SidecarStatusQueryVariables>> = {}) {
  return VueApolloComposable.useLazyQuery<SidecarStatusQuery, SidecarStatusQueryVariables>(SidecarStatusDocument, {}, options);
}
export type SidecarStatusQueryCompositionFunctionResult = VueApolloComposable.UseQueryReturn<SidecarStatusQuery, SidecarStatusQueryVariables>;
export const SidecarProblemsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"SidecarProblems"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},"defaultValue":{"kind":"IntValue","value":"100"}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"sidecarProblems"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}},{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cursor"}},{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"since"}},{"kind":"Field","name":{"kind":"Name","value":"image"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"PictureParts"}}]}}]}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PictureParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Image"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"fileName"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"width"}},{"kind":"Field","name":{"kind":"Name","value":"height"}},{"kind":"Field","name":{"kind":"Name","value":"durationMs"}},{"kind":"Field","name":{"kind":"Name","value":"takenAt"}},{"kind":"Field","name":{"kind":"Name","value":"takenPrecision"}},{"kind":"Field","name":{"kind":"Name","value":"thumbhash"}},{"kind":"Field","name":{"kind":"Name","value":"thumbnailUrl"}},{"kind":"Field","name":{"kind":"Name","value":"favourite"}}]}}]} as unknown as DocumentNode;

/**
 * __useSidecarProblemsQuery__
 *
 * To run a query within a Vue component, call `useSidecarProblemsQuery` and pass it any options that fit your needs.
 * When your component renders, `useSidecarProblemsQuery` returns an object from Apollo Client that contains result, loading and error properties
 * you can use to render your UI.
 *
 * @param variables that will be passed into the query
 * @param options that will be passed into the query, supported options are listed on: https://v4.apollo.vuejs.org/guide-composable/query.html#options;
 *
 * @example
 * const { result, loading, error } = useSidecarProblemsQuery({
 *   first: // value for 'first'
 *   after: // value for 'after'
 * });
 */
export function useSidecarProblemsQuery(variables: SidecarProblemsQueryVariables | VueCompositionApi.Ref<SidecarProblemsQueryVariables> | ReactiveFunction<SidecarProblemsQueryVariables>, options: VueApolloComposable.UseQueryOptions<SidecarProblemsQuery, SidecarProblemsQueryVariables> | VueCompositionApi.Ref<VueApolloComposable.UseQueryOptions<SidecarProblemsQuery, SidecarProblemsQueryVariables>> | ReactiveFunction<VueApolloComposable.UseQueryOptions<SidecarProblemsQuery, SidecarProblemsQueryVariables>> = {}) {
  return VueApolloComposable.useQuery<SidecarProblemsQuery, SidecarProblemsQueryVariables>(SidecarProblemsDocument, variables, options);
}
export function useSidecarProblemsLazyQuery(variables?: SidecarProblemsQueryVariables | VueCompositionApi.Ref<SidecarProblemsQueryVariables> | ReactiveFunction<SidecarProblemsQueryVariables>, options: VueApolloComposable.UseQueryOptions<SidecarProblemsQuery, SidecarProblemsQueryVariables> | VueCompositionApi.Ref<VueApolloComposable.UseQueryOptions<SidecarProblemsQuery, SidecarProblemsQueryVariables>> | ReactiveFunction<VueApolloComposable.UseQueryOptions<SidecarProblemsQuery, SidecarProblemsQueryVariables>> = {}) {
  return VueApolloComposable.useLazyQuery<SidecarProblemsQuery, SidecarProblemsQueryVariables>(SidecarProblemsDocument, variables, options);
}
export type SidecarProblemsQueryCompositionFunctionResult = VueApolloComposable.UseQueryReturn<SidecarProblemsQuery, SidecarProblemsQueryVariables>;
export const SetRootSidecarsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SetRootSidecars"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"rootId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"place"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"SidecarPlace"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"setRootSidecars"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"rootId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"rootId"}}},{"kind":"Argument","name":{"kind":"Name","value":"place"},"value":{"kind":"Variable","name":{"kind":"Name","value":"place"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"sidecars"}}]}}]}}]} as unknown as DocumentNode;

/**
 * __useSetRootSidecarsMutation__
 *
 * To run a mutation, you first call `useSetRootSidecarsMutation` within a Vue component and pass it any options that fit your needs.
 * When your component renders, `useSetRootSidecarsMutation` returns an object that includes:
 * - A mutate function that you can call at any time to execute the mutation
 * - Several other properties: https://v4.apollo.vuejs.org/api/use-mutation.html#return
 *
 * @param options that will be passed into the mutation, supported options are listed on: https://v4.apollo.vuejs.org/guide-composable/mutation.html#options;
 *
 * @example
 * const { mutate, loading, error, onDone } = useSetRootSidecarsMutation({
 *   variables: {
 *     rootId: // value for 'rootId'
 *     place: // value for 'place'
 *   },
 * });
 */
export function useSetRootSidecarsMutation(options: VueApolloComposable.UseMutationOptions<SetRootSidecarsMutation, SetRootSidecarsMutationVariables> | ReactiveFunction<VueApolloComposable.UseMutationOptions<SetRootSidecarsMutation, SetRootSidecarsMutationVariables>> = {}) {
  return VueApolloComposable.useMutation<SetRootSidecarsMutation, SetRootSidecarsMutationVariables>(SetRootSidecarsDocument, options);
}
export type SetRootSidecarsMutationCompositionFunctionResult = VueApolloComposable.UseMutationReturn<SetRootSidecarsMutation, SetRootSidecarsMutationVariables>;
export const RootSidecarsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"RootSidecars"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"archive"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"roots"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"sidecars"}}]}}]}}]}}]} as unknown as DocumentNode;

/**
 * __useRootSidecarsQuery__
 *
 * To run a query within a Vue component, call `useRootSidecarsQuery` and pass it any options that fit your needs.
 * When your component renders, `useRootSidecarsQuery` returns an object from Apollo Client that contains result, loading and error properties
 * you can use to render your UI.
 *
 * @param options that will be passed into the query, supported options are listed on: https://v4.apollo.vuejs.org/guide-composable/query.html#options;
 *
 * @example
 * const { result, loading, error } = useRootSidecarsQuery();
 */
export function useRootSidecarsQuery(options: VueApolloComposable.UseQueryOptions<RootSidecarsQuery, RootSidecarsQueryVariables> | VueCompositionApi.Ref<VueApolloComposable.UseQueryOptions<RootSidecarsQuery, RootSidecarsQueryVariables>> | ReactiveFunction<VueApolloComposable.UseQueryOptions<RootSidecarsQuery, RootSidecarsQueryVariables>> = {}) {
  return VueApolloComposable.useQuery<RootSidecarsQuery, RootSidecarsQueryVariables>(RootSidecarsDocument, {}, options);
}
export function useRootSidecarsLazyQuery(options: VueApolloComposable.UseQueryOptions<RootSidecarsQuery, RootSidecarsQueryVariables> | VueCompositionApi.Ref<VueApolloComposable.UseQueryOptions<RootSidecarsQuery, RootSidecarsQueryVariables>> | ReactiveFunction<VueApolloComposable.UseQueryOptions<RootSidecarsQuery, RootSidecarsQueryVariables>> = {}) {
  return VueApolloComposable.useLazyQuery<RootSidecarsQuery, RootSidecarsQueryVariables>(RootSidecarsDocument, {}, options);
}
export type RootSidecarsQueryCompositionFunctionResult = VueApolloComposable.UseQueryReturn<RootSidecarsQuery, RootSidecarsQueryVariables>;
export const SimilarImagesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"SimilarImages"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"query"}},"type":{"kind":"NonNullType","type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"QueryPart"}}}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"threshold"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Float"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"topK"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},"defaultValue":{"kind":"IntValue","value":"50"}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"ImageFilter"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"collapse"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Boolean"}}},"defaultValue":{"kind":"BooleanValue","value":false}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"similarImages"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"query"},"value":{"kind":"Variable","name":{"kind":"Name","value":"query"}}},{"kind":"Argument","name":{"kind":"Name","value":"threshold"},"value":{"kind":"Variable","name":{"kind":"Name","value":"threshold"}}},{"kind":"Argument","name":{"kind":"Name","value":"topK"},"value":{"kind":"Variable","name":{"kind":"Name","value":"topK"}}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"collapse"},"value":{"kind":"Variable","name":{"kind":"Name","value":"collapse"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"model"}},{"kind":"Field","name":{"kind":"Name","value":"threshold"}},{"kind":"Field","name":{"kind":"Name","value":"isThresholdCalibrated"}},{"kind":"Field","name":{"kind":"Name","value":"topK"}},{"kind":"Field","name":{"kind":"Name","value":"tookMs"}},{"kind":"Field","name":{"kind":"Name","value":"logId"}},{"kind":"Field","name":{"kind":"Name","value":"candidates"}},{"kind":"Field","name":{"kind":"Name","value":"query"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"imageId"}},{"kind":"Field","name":{"kind":"Name","value":"previewUrl"}},{"kind":"Field","name":{"kind":"Name","value":"text"}},{"kind":"Field","name":{"kind":"Name","value":"region"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"x"}},{"kind":"Field","name":{"kind":"Name","value":"y"}},{"kind":"Field","name":{"kind":"Name","value":"width"}},{"kind":"Field","name":{"kind":"Name","value":"height"}}]}},{"kind":"Field","name":{"kind":"Name","value":"parts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"mode"}},{"kind":"Field","name":{"kind":"Name","value":"weight"}},{"kind":"Field","name":{"kind":"Name","value":"imageId"}},{"kind":"Field","name":{"kind":"Name","value":"previewUrl"}},{"kind":"Field","name":{"kind":"Name","value":"text"}},{"kind":"Field","name":{"kind":"Name","value":"frameMs"}},{"kind":"Field","name":{"kind":"Name","value":"region"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"x"}},{"kind":"Field","name":{"kind":"Name","value":"y"}},{"kind":"Field","name":{"kind":"Name","value":"width"}},{"kind":"Field","name":{"kind":"Name","value":"height"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"results"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"SimilarityHitParts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"nextBest"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"SimilarityHitParts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"histogram"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"low"}},{"kind":"Field","name":{"kind":"Name","value":"width"}},{"kind":"Field","name":{"kind":"Name","value":"counts"}},{"kind":"Field","name":{"kind":"Name","value":"isEstimated"}},{"kind":"Field","name":{"kind":"Name","value":"cut"}},{"kind":"Field","name":{"kind":"Name","value":"strongFrom"}},{"kind":"Field","name":{"kind":"Name","value":"likelyFrom"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PictureParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Image"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"fileName"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"width"}},{"kind":"Field","name":{"kind":"Name","value":"height"}},{"kind":"Field","name":{"kind":"Name","value":"durationMs"}},{"kind":"Field","name":{"kind":"Name","value":"takenAt"}},{"kind":"Field","name":{"kind":"Name","value":"takenPrecision"}},{"kind":"Field","name":{"kind":"Name","value":"thumbhash"}},{"kind":"Field","name":{"kind":"Name","value":"thumbnailUrl"}},{"kind":"Field","name":{"kind":"Name","value":"favourite"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"SimilarityHitParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SimilarityHit"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"similarity"}},{"kind":"Field","name":{"kind":"Name","value":"isQuery"}},{"kind":"Field","name":{"kind":"Name","value":"band"}},{"kind":"Field","name":{"kind":"Name","value":"standing"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"z"}},{"kind":"Field","name":{"kind":"Name","value":"expectedFalse"}}]}},{"kind":"Field","name":{"kind":"Name","value":"cosines"}},{"kind":"Field","name":{"kind":"Name","value":"previewUrl"}},{"kind":"Field","name":{"kind":"Name","value":"frameMs"}},{"kind":"Field","name":{"kind":"Name","value":"moments"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"frameMs"}},{"kind":"Field","name":{"kind":"Name","value":"similarity"}},{"kind":"Field","name":{"kind":"Name","value":"thumbnailUrl"}}]}},{"kind":"Field","name":{"kind":"Name","value":"region"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"x"}},{"kind":"Field","name":{"kind":"Name","value":"y"}},{"kind":"Field","name":{"kind":"Name","value":"width"}},{"kind":"Field","name":{"kind":"Name","value":"height"}}]}},{"kind":"Field","name":{"kind":"Name","value":"image"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"PictureParts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"duplicates"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]} as unknown as DocumentNode;

/**
 * __useSimilarImagesQuery__
 *
 * To run a query within a Vue component, call `useSimilarImagesQuery` and pass it any options that fit your needs.
 * When your component renders, `useSimilarImagesQuery` returns an object from Apollo Client that contains result, loading and error properties
 * you can use to render your UI.
 *
 * @param variables that will be passed into the query
 * @param options that will be passed into the query, supported options are listed on: https://v4.apollo.vuejs.org/guide-composable/query.html#options;
 *
 * @example
 * const { result, loading, error } = useSimilarImagesQuery({
 *   query: // value for 'query'
 *   threshold: // value for 'threshold'
 *   topK: // value for 'topK'
 *   filter: // value for 'filter'
 *   collapse: // value for 'collapse'
 * });
 */
export function useSimilarImagesQuery(variables: SimilarImagesQueryVariables | VueCompositionApi.Ref<SimilarImagesQueryVariables> | ReactiveFunction<SimilarImagesQueryVariables>, options: VueApolloComposable.UseQueryOptions<SimilarImagesQuery, SimilarImagesQueryVariables> | VueCompositionApi.Ref<VueApolloComposable.UseQueryOptions<SimilarImagesQuery, SimilarImagesQueryVariables>> | ReactiveFunction<VueApolloComposable.UseQueryOptions<SimilarImagesQuery, SimilarImagesQueryVariables>> = {}) {
  return VueApolloComposable.useQuery<SimilarImagesQuery, SimilarImagesQueryVariables>(SimilarImagesDocument, variables, options);
}
export function useSimilarImagesLazyQuery(variables?: SimilarImagesQueryVariables | VueCompositionApi.Ref<SimilarImagesQueryVariables> | ReactiveFunction<SimilarImagesQueryVariables>, options: VueApolloComposable.UseQueryOptions<SimilarImagesQuery, SimilarImagesQueryVariables> | VueCompositionApi.Ref<VueApolloComposable.UseQueryOptions<SimilarImagesQuery, SimilarImagesQueryVariables>> | ReactiveFunction<VueApolloComposable.UseQueryOptions<SimilarImagesQuery, SimilarImagesQueryVariables>> = {}) {
  return VueApolloComposable.useLazyQuery<SimilarImagesQuery, SimilarImagesQueryVariables>(SimilarImagesDocument, variables, options);
}
export type SimilarImagesQueryCompositionFunctionResult = VueApolloComposable.UseQueryReturn<SimilarImagesQuery, SimilarImagesQueryVariables>;
export const PartImageDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"PartImage"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"image"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"PictureParts"}},{"kind":"Field","name":{"kind":"Name","value":"frames"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"ms"}},{"kind":"Field","name":{"kind":"Name","value":"thumbnailUrl"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PictureParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Image"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"fileName"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"width"}},{"kind":"Field","name":{"kind":"Name","value":"height"}},{"kind":"Field","name":{"kind":"Name","value":"durationMs"}},{"kind":"Field","name":{"kind":"Name","value":"takenAt"}},{"kind":"Field","name":{"kind":"Name","value":"takenPrecision"}},{"kind":"Field","name":{"kind":"Name","value":"thumbhash"}},{"kind":"Field","name":{"kind":"Name","value":"thumbnailUrl"}},{"kind":"Field","name":{"kind":"Name","value":"favourite"}}]}}]} as unknown as DocumentNode;

/**
 * __usePartImageQuery__
 *
 * To run a query within a Vue component, call `usePartImageQuery` and pass it any options that fit your needs.
 * When your component renders, `usePartImageQuery` returns an object from Apollo Client that contains result, loading and error properties
 * you can use to render your UI.
 *
 * @param variables that will be passed into the query
 * @param options that will be passed into the query, supported options are listed on: https://v4.apollo.vuejs.org/guide-composable/query.html#options;
 *
 * @example
 * const { result, loading, error } = usePartImageQuery({
 *   id: // value for 'id'
 * });
 */
export function usePartImageQuery(variables: PartImageQueryVariables | VueCompositionApi.Ref<PartImageQueryVariables> | ReactiveFunction<PartImageQueryVariables>, options: VueApolloComposable.UseQueryOptions<PartImageQuery, PartImageQueryVariables> | VueCompositionApi.Ref<VueApolloComposable.UseQueryOptions<PartImageQuery, PartImageQueryVariables>> | ReactiveFunction<VueApolloComposable.UseQueryOptions<PartImageQuery, PartImageQueryVariables>> = {}) {
  return VueApolloComposable.useQuery<PartImageQuery, PartImageQueryVariables>(PartImageDocument, variables, options);
}
export function usePartImageLazyQuery(variables?: PartImageQueryVariables | VueCompositionApi.Ref<PartImageQueryVariables> | ReactiveFunction<PartImageQueryVariables>, options: VueApolloComposable.UseQueryOptions<PartImageQuery, PartImageQueryVariables> | VueCompositionApi.Ref<VueApolloComposable.UseQueryOptions<PartImageQuery, PartImageQueryVariables>> | ReactiveFunction<VueApolloComposable.UseQueryOptions<PartImageQuery, PartImageQueryVariables>> = {}) {
  return VueApolloComposable.useLazyQuery<PartImageQuery, PartImageQueryVariables>(PartImageDocument, variables, options);
}
export type PartImageQueryCompositionFunctionResult = VueApolloComposable.UseQueryReturn<PartImageQuery, PartImageQueryVariables>;
export const SimilarityEvidenceDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"SimilarityEvidence"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"logId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"imageId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"frameMs"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"similarityEvidence"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"logId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"logId"}}},{"kind":"Argument","name":{"kind":"Name","value":"imageId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"imageId"}}},{"kind":"Argument","name":{"kind":"Name","value":"frameMs"},"value":{"kind":"Variable","name":{"kind":"Name","value":"frameMs"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"similarity"}},{"kind":"Field","name":{"kind":"Name","value":"wholeSimilarity"}},{"kind":"Field","name":{"kind":"Name","value":"region"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"x"}},{"kind":"Field","name":{"kind":"Name","value":"y"}},{"kind":"Field","name":{"kind":"Name","value":"width"}},{"kind":"Field","name":{"kind":"Name","value":"height"}}]}}]}}]}}]} as unknown as DocumentNode;

/**
 * __useSimilarityEvidenceQuery__
 *
 * To run a query within a Vue component, call `useSimilarityEvidenceQuery` and pass it any options that fit your needs.
 * When your component renders, `useSimilarityEvidenceQuery` returns an object from Apollo Client that contains result, loading and error properties
 * you can use to render your UI.
 *
 * @param variables that will be passed into the query
 * @param options that will be passed into the query, supported options are listed on: https://v4.apollo.vuejs.org/guide-composable/query.html#options;
 *
 * @example
 * const { result, loading, error } = useSimilarityEvidenceQuery({
 *   logId: // value for 'logId'
 *   imageId: // value for 'imageId'
 *   frameMs: // value for 'frameMs'
 * });
 */
export function useSimilarityEvidenceQuery(variables: SimilarityEvidenceQueryVariables | VueCompositionApi.Ref<SimilarityEvidenceQueryVariables> | ReactiveFunction<SimilarityEvidenceQueryVariables>, options: VueApolloComposable.UseQueryOptions<SimilarityEvidenceQuery, SimilarityEvidenceQueryVariables> | VueCompositionApi.Ref<VueApolloComposable.UseQueryOptions<SimilarityEvidenceQuery, SimilarityEvidenceQueryVariables>> | ReactiveFunction<VueApolloComposable.UseQueryOptions<SimilarityEvidenceQuery, SimilarityEvidenceQueryVariables>> = {}) {
  return VueApolloComposable.useQuery<SimilarityEvidenceQuery, SimilarityEvidenceQueryVariables>(SimilarityEvidenceDocument, variables, options);
}
export function useSimilarityEvidenceLazyQuery(variables?: SimilarityEvidenceQueryVariables | VueCompositionApi.Ref<SimilarityEvidenceQueryVariables> | ReactiveFunction<SimilarityEvidenceQueryVariables>, options: VueApolloComposable.UseQueryOptions<SimilarityEvidenceQuery, SimilarityEvidenceQueryVariables> | VueCompositionApi.Ref<VueApolloComposable.UseQueryOptions<SimilarityEvidenceQuery, SimilarityEvidenceQueryVariables>> | ReactiveFunction<VueApolloComposable.UseQueryOptions<SimilarityEvidenceQuery, SimilarityEvidenceQueryVariables>> = {}) {
  return VueApolloComposable.useLazyQuery<SimilarityEvidenceQuery, SimilarityEvidenceQueryVariables>(SimilarityEvidenceDocument, variables, options);
}
export type SimilarityEvidenceQueryCompositionFunctionResult = VueApolloComposable.UseQueryReturn<SimilarityEvidenceQuery, SimilarityEvidenceQueryVariables>;
export const MomentLikenessDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"MomentLikeness"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"logId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"imageId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"momentLikeness"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"logId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"logId"}}},{"kind":"Argument","name":{"kind":"Name","value":"imageId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"imageId"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"frameMs"}},{"kind":"Field","name":{"kind":"Name","value":"similarity"}}]}}]}}]} as unknown as DocumentNode;

/**
 * __useMomentLikenessQuery__
 *
 * To run a query within a Vue component, call `useMomentLikenessQuery` and pass it any options that fit your needs.
 * When your component renders, `useMomentLikenessQuery` returns an object from Apollo Client that contains result, loading and error properties
 * you can use to render your UI.
 *
 * @param variables that will be passed into the query
 * @param options that will be passed into the query, supported options are listed on: https://v4.apollo.vuejs.org/guide-composable/query.html#options;
 *
 * @example
 * const { result, loading, error } = useMomentLikenessQuery({
 *   logId: // value for 'logId'
 *   imageId: // value for 'imageId'
 * });
 */
export function useMomentLikenessQuery(variables: MomentLikenessQueryVariables | VueCompositionApi.Ref<MomentLikenessQueryVariables> | ReactiveFunction<MomentLikenessQueryVariables>, options: VueApolloComposable.UseQueryOptions<MomentLikenessQuery, MomentLikenessQueryVariables> | VueCompositionApi.Ref<VueApolloComposable.UseQueryOptions<MomentLikenessQuery, MomentLikenessQueryVariables>> | ReactiveFunction<VueApolloComposable.UseQueryOptions<MomentLikenessQuery, MomentLikenessQueryVariables>> = {}) {
  return VueApolloComposable.useQuery<MomentLikenessQuery, MomentLikenessQueryVariables>(MomentLikenessDocument, variables, options);
}
export function useMomentLikenessLazyQuery(variables?: MomentLikenessQueryVariables | VueCompositionApi.Ref<MomentLikenessQueryVariables> | ReactiveFunction<MomentLikenessQueryVariables>, options: VueApolloComposable.UseQueryOptions<MomentLikenessQuery, MomentLikenessQueryVariables> | VueCompositionApi.Ref<VueApolloComposable.UseQueryOptions<MomentLikenessQuery, MomentLikenessQueryVariables>> | ReactiveFunction<VueApolloComposable.UseQueryOptions<MomentLikenessQuery, MomentLikenessQueryVariables>> = {}) {
  return VueApolloComposable.useLazyQuery<MomentLikenessQuery, MomentLikenessQueryVariables>(MomentLikenessDocument, variables, options);
}
export type MomentLikenessQueryCompositionFunctionResult = VueApolloComposable.UseQueryReturn<MomentLikenessQuery, MomentLikenessQueryVariables>;