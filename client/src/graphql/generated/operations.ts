/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentNode } from 'graphql';
import * as VueApolloComposable from '../../composables/apollo.js';
import type * as VueCompositionApi from 'vue';
export type ReactiveFunction<TParam> = () => TParam;
/** What to change; a field left out stays as it is, null clears it. */
export type AnnotationChanges = {
  addTags?: Array<string> | null | undefined;
  description?: string | null | undefined;
  favourite?: boolean | null | undefined;
  removeTags?: Array<string> | null | undefined;
  title?: string | null | undefined;
};

/** How sure a hit is, against a background sample of this archive for this query. */
export type Band =
  | 'GUESS'
  | 'LIKELY'
  | 'STRONG';

/** Which pictures. Lists mean any of; different fields mean all. */
export type ImageFilter = {
  clusters?: Array<string | number> | null | undefined;
  favourite?: boolean | null | undefined;
  /** First local date, `YYYY-MM-DD`, included. */
  from?: string | null | undefined;
  hasFaces?: boolean | null | undefined;
  hasPlace?: boolean | null | undefined;
  /** Part of the text known about a picture, any case. */
  keyword?: string | null | undefined;
  kind?: ImageKind | null | undefined;
  notPersons?: Array<string | number> | null | undefined;
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

/** A rectangle in fractions 0..1 of the upright picture, origin top left. */
export type RegionInput = {
  height: number;
  width: number;
  x: number;
  y: number;
};

/** A picture (by id, by indexed path, or uploaded) or words: exactly one of them. A picture may be cut to a region, a video to a moment. */
export type SimilarityQuery = {
  /** A video's moment, in milliseconds. */
  frameMs?: number | null | undefined;
  imageId?: string | number | null | undefined;
  /** `<root name>/<relative path>` of an indexed file. */
  path?: string | null | undefined;
  region?: RegionInput | null | undefined;
  text?: string | null | undefined;
  upload?: File | null | undefined;
};

export type SimilarityQueryKind =
  | 'IMAGE'
  /** Words without a model of words: looked up in `content`, newest first, no similarity. */
  | 'KEYWORD'
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

export type JobRunPartsFragment = { id: string, job: string, outcome: JobOutcome, startedAt: string, endedAt: string | null, phase: string | null, done: number, total: number | null, failed: number, rate: number | null, secondsLeft: number | null, summary: string | null };

export type PicturePartsFragment = { id: string, kind: ImageKind, fileName: string, title: string | null, width: number, height: number, durationMs: number | null, takenAt: string, takenPrecision: TakenPrecision, thumbhash: string, thumbnailUrl: string, favourite: boolean };

export type PictureFactsFragment = { sourcePath: string, description: string | null, tags: Array<string>, content: string, mime: string, bytes: number, takenSource: TakenSource, latitude: number | null, longitude: number | null, camera: string | null, lens: string | null, exposure: string | null, originalUrl: string, faceCount: number, id: string, kind: ImageKind, fileName: string, title: string | null, width: number, height: number, durationMs: number | null, takenAt: string, takenPrecision: TakenPrecision, thumbhash: string, thumbnailUrl: string, favourite: boolean, sources: Array<{ path: string, bytes: number, isPresent: boolean }>, stack: Array<{ role: StackRole, image: { id: string, kind: ImageKind, fileName: string, title: string | null, width: number, height: number, durationMs: number | null, takenAt: string, takenPrecision: TakenPrecision, thumbhash: string, thumbnailUrl: string, favourite: boolean } }> };

export type SimilarityHitPartsFragment = { similarity: number | null, isQuery: boolean, band: Band | null, frameMs: number | null, region: { x: number, y: number, width: number, height: number } | null, image: { id: string, kind: ImageKind, fileName: string, title: string | null, width: number, height: number, durationMs: number | null, takenAt: string, takenPrecision: TakenPrecision, thumbhash: string, thumbnailUrl: string, favourite: boolean } | null };

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

export type ImageQueryVariables = Exact<{
  id: string | number;
}>;


export type ImageQuery = { image: { sourcePath: string, description: string | null, tags: Array<string>, content: string, mime: string, bytes: number, takenSource: TakenSource, latitude: number | null, longitude: number | null, camera: string | null, lens: string | null, exposure: string | null, originalUrl: string, faceCount: number, id: string, kind: ImageKind, fileName: string, title: string | null, width: number, height: number, durationMs: number | null, takenAt: string, takenPrecision: TakenPrecision, thumbhash: string, thumbnailUrl: string, favourite: boolean, sources: Array<{ path: string, bytes: number, isPresent: boolean }>, stack: Array<{ role: StackRole, image: { id: string, kind: ImageKind, fileName: string, title: string | null, width: number, height: number, durationMs: number | null, takenAt: string, takenPrecision: TakenPrecision, thumbhash: string, thumbnailUrl: string, favourite: boolean } }> } };

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

export type AnnotateImagesMutationVariables = Exact<{
  ids: Array<string | number> | string | number;
  changes: AnnotationChanges;
}>;


export type AnnotateImagesMutation = { annotateImages: { decisionId: string, images: Array<{ sourcePath: string, description: string | null, tags: Array<string>, content: string, mime: string, bytes: number, takenSource: TakenSource, latitude: number | null, longitude: number | null, camera: string | null, lens: string | null, exposure: string | null, originalUrl: string, faceCount: number, id: string, kind: ImageKind, fileName: string, title: string | null, width: number, height: number, durationMs: number | null, takenAt: string, takenPrecision: TakenPrecision, thumbhash: string, thumbnailUrl: string, favourite: boolean, sources: Array<{ path: string, bytes: number, isPresent: boolean }>, stack: Array<{ role: StackRole, image: { id: string, kind: ImageKind, fileName: string, title: string | null, width: number, height: number, durationMs: number | null, takenAt: string, takenPrecision: TakenPrecision, thumbhash: string, thumbnailUrl: string, favourite: boolean } }> }> } };

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

export type SimilarImagesQueryVariables = Exact<{
  query: SimilarityQuery;
  threshold?: number | null | undefined;
  topK?: number;
  filter?: ImageFilter | null | undefined;
}>;


export type SimilarImagesQuery = { similarImages: { model: string, threshold: number, isThresholdCalibrated: boolean, topK: number, tookMs: number, candidates: number, query: { kind: SimilarityQueryKind, imageId: string | null, previewUrl: string | null, text: string | null, region: { x: number, y: number, width: number, height: number } | null }, results: Array<{ similarity: number | null, isQuery: boolean, band: Band | null, frameMs: number | null, region: { x: number, y: number, width: number, height: number } | null, image: { id: string, kind: ImageKind, fileName: string, title: string | null, width: number, height: number, durationMs: number | null, takenAt: string, takenPrecision: TakenPrecision, thumbhash: string, thumbnailUrl: string, favourite: boolean } | null }>, nextBest: Array<{ similarity: number | null, isQuery: boolean, band: Band | null, frameMs: number | null, region: { x: number, y: number, width: number, height: number } | null, image: { id: string, kind: ImageKind, fileName: string, title: string | null, width: number, height: number, durationMs: number | null, takenAt: string, takenPrecision: TakenPrecision, thumbhash: string, thumbnailUrl: string, favourite: boolean } | null }>, histogram: { low: number, width: number, counts: Array<number>, isEstimated: boolean, cut: number, strongFrom: number | null, likelyFrom: number | null } } };

export const JobRunPartsFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"JobRunParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"JobRun"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"job"}},{"kind":"Field","name":{"kind":"Name","value":"outcome"}},{"kind":"Field","name":{"kind":"Name","value":"startedAt"}},{"kind":"Field","name":{"kind":"Name","value":"endedAt"}},{"kind":"Field","name":{"kind":"Name","value":"phase"}},{"kind":"Field","name":{"kind":"Name","value":"done"}},{"kind":"Field","name":{"kind":"Name","value":"total"}},{"kind":"Field","name":{"kind":"Name","value":"failed"}},{"kind":"Field","name":{"kind":"Name","value":"rate"}},{"kind":"Field","name":{"kind":"Name","value":"secondsLeft"}},{"kind":"Field","name":{"kind":"Name","value":"summary"}}]}}]} as unknown as DocumentNode;
export const PicturePartsFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PictureParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Image"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"fileName"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"width"}},{"kind":"Field","name":{"kind":"Name","value":"height"}},{"kind":"Field","name":{"kind":"Name","value":"durationMs"}},{"kind":"Field","name":{"kind":"Name","value":"takenAt"}},{"kind":"Field","name":{"kind":"Name","value":"takenPrecision"}},{"kind":"Field","name":{"kind":"Name","value":"thumbhash"}},{"kind":"Field","name":{"kind":"Name","value":"thumbnailUrl"}},{"kind":"Field","name":{"kind":"Name","value":"favourite"}}]}}]} as unknown as DocumentNode;
export const PictureFactsFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PictureFacts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Image"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"PictureParts"}},{"kind":"Field","name":{"kind":"Name","value":"sourcePath"}},{"kind":"Field","name":{"kind":"Name","value":"description"}},{"kind":"Field","name":{"kind":"Name","value":"tags"}},{"kind":"Field","name":{"kind":"Name","value":"content"}},{"kind":"Field","name":{"kind":"Name","value":"mime"}},{"kind":"Field","name":{"kind":"Name","value":"bytes"}},{"kind":"Field","name":{"kind":"Name","value":"takenSource"}},{"kind":"Field","name":{"kind":"Name","value":"latitude"}},{"kind":"Field","name":{"kind":"Name","value":"longitude"}},{"kind":"Field","name":{"kind":"Name","value":"camera"}},{"kind":"Field","name":{"kind":"Name","value":"lens"}},{"kind":"Field","name":{"kind":"Name","value":"exposure"}},{"kind":"Field","name":{"kind":"Name","value":"originalUrl"}},{"kind":"Field","name":{"kind":"Name","value":"faceCount"}},{"kind":"Field","name":{"kind":"Name","value":"sources"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"bytes"}},{"kind":"Field","name":{"kind":"Name","value":"isPresent"}}]}},{"kind":"Field","name":{"kind":"Name","value":"stack"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"role"}},{"kind":"Field","name":{"kind":"Name","value":"image"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"PictureParts"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PictureParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Image"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"fileName"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"width"}},{"kind":"Field","name":{"kind":"Name","value":"height"}},{"kind":"Field","name":{"kind":"Name","value":"durationMs"}},{"kind":"Field","name":{"kind":"Name","value":"takenAt"}},{"kind":"Field","name":{"kind":"Name","value":"takenPrecision"}},{"kind":"Field","name":{"kind":"Name","value":"thumbhash"}},{"kind":"Field","name":{"kind":"Name","value":"thumbnailUrl"}},{"kind":"Field","name":{"kind":"Name","value":"favourite"}}]}}]} as unknown as DocumentNode;
export const SimilarityHitPartsFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"SimilarityHitParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SimilarityHit"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"similarity"}},{"kind":"Field","name":{"kind":"Name","value":"isQuery"}},{"kind":"Field","name":{"kind":"Name","value":"band"}},{"kind":"Field","name":{"kind":"Name","value":"frameMs"}},{"kind":"Field","name":{"kind":"Name","value":"region"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"x"}},{"kind":"Field","name":{"kind":"Name","value":"y"}},{"kind":"Field","name":{"kind":"Name","value":"width"}},{"kind":"Field","name":{"kind":"Name","value":"height"}}]}},{"kind":"Field","name":{"kind":"Name","value":"image"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"PictureParts"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PictureParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Image"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"fileName"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"width"}},{"kind":"Field","name":{"kind":"Name","value":"height"}},{"kind":"Field","name":{"kind":"Name","value":"durationMs"}},{"kind":"Field","name":{"kind":"Name","value":"takenAt"}},{"kind":"Field","name":{"kind":"Name","value":"takenPrecision"}},{"kind":"Field","name":{"kind":"Name","value":"thumbhash"}},{"kind":"Field","name":{"kind":"Name","value":"thumbnailUrl"}},{"kind":"Field","name":{"kind":"Name","value":"favourite"}}]}}]} as unknown as DocumentNode;
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
export const ImageDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Image"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"image"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"PictureFacts"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PictureParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Image"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"fileName"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"width"}},{"kind":"Field","name":{"kind":"Name","value":"height"}},{"kind":"Field","name":{"kind":"Name","value":"durationMs"}},{"kind":"Field","name":{"kind":"Name","value":"takenAt"}},{"kind":"Field","name":{"kind":"Name","value":"takenPrecision"}},{"kind":"Field","name":{"kind":"Name","value":"thumbhash"}},{"kind":"Field","name":{"kind":"Name","value":"thumbnailUrl"}},{"kind":"Field","name":{"kind":"Name","value":"favourite"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PictureFacts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Image"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"PictureParts"}},{"kind":"Field","name":{"kind":"Name","value":"sourcePath"}},{"kind":"Field","name":{"kind":"Name","value":"description"}},{"kind":"Field","name":{"kind":"Name","value":"tags"}},{"kind":"Field","name":{"kind":"Name","value":"content"}},{"kind":"Field","name":{"kind":"Name","value":"mime"}},{"kind":"Field","name":{"kind":"Name","value":"bytes"}},{"kind":"Field","name":{"kind":"Name","value":"takenSource"}},{"kind":"Field","name":{"kind":"Name","value":"latitude"}},{"kind":"Field","name":{"kind":"Name","value":"longitude"}},{"kind":"Field","name":{"kind":"Name","value":"camera"}},{"kind":"Field","name":{"kind":"Name","value":"lens"}},{"kind":"Field","name":{"kind":"Name","value":"exposure"}},{"kind":"Field","name":{"kind":"Name","value":"originalUrl"}},{"kind":"Field","name":{"kind":"Name","value":"faceCount"}},{"kind":"Field","name":{"kind":"Name","value":"sources"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"bytes"}},{"kind":"Field","name":{"kind":"Name","value":"isPresent"}}]}},{"kind":"Field","name":{"kind":"Name","value":"stack"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"role"}},{"kind":"Field","name":{"kind":"Name","value":"image"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"PictureParts"}}]}}]}}]}}]} as unknown as DocumentNode;

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
export const AnnotateImagesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"AnnotateImages"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"ids"}},"type":{"kind":"NonNullType","type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"changes"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"AnnotationChanges"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"annotateImages"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"ids"},"value":{"kind":"Variable","name":{"kind":"Name","value":"ids"}}},{"kind":"Argument","name":{"kind":"Name","value":"changes"},"value":{"kind":"Variable","name":{"kind":"Name","value":"changes"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"decisionId"}},{"kind":"Field","name":{"kind":"Name","value":"images"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"PictureFacts"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PictureParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Image"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"fileName"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"width"}},{"kind":"Field","name":{"kind":"Name","value":"height"}},{"kind":"Field","name":{"kind":"Name","value":"durationMs"}},{"kind":"Field","name":{"kind":"Name","value":"takenAt"}},{"kind":"Field","name":{"kind":"Name","value":"takenPrecision"}},{"kind":"Field","name":{"kind":"Name","value":"thumbhash"}},{"kind":"Field","name":{"kind":"Name","value":"thumbnailUrl"}},{"kind":"Field","name":{"kind":"Name","value":"favourite"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PictureFacts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Image"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"PictureParts"}},{"kind":"Field","name":{"kind":"Name","value":"sourcePath"}},{"kind":"Field","name":{"kind":"Name","value":"description"}},{"kind":"Field","name":{"kind":"Name","value":"tags"}},{"kind":"Field","name":{"kind":"Name","value":"content"}},{"kind":"Field","name":{"kind":"Name","value":"mime"}},{"kind":"Field","name":{"kind":"Name","value":"bytes"}},{"kind":"Field","name":{"kind":"Name","value":"takenSource"}},{"kind":"Field","name":{"kind":"Name","value":"latitude"}},{"kind":"Field","name":{"kind":"Name","value":"longitude"}},{"kind":"Field","name":{"kind":"Name","value":"camera"}},{"kind":"Field","name":{"kind":"Name","value":"lens"}},{"kind":"Field","name":{"kind":"Name","value":"exposure"}},{"kind":"Field","name":{"kind":"Name","value":"originalUrl"}},{"kind":"Field","name":{"kind":"Name","value":"faceCount"}},{"kind":"Field","name":{"kind":"Name","value":"sources"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"bytes"}},{"kind":"Field","name":{"kind":"Name","value":"isPresent"}}]}},{"kind":"Field","name":{"kind":"Name","value":"stack"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"role"}},{"kind":"Field","name":{"kind":"Name","value":"image"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"PictureParts"}}]}}]}}]}}]} as unknown as DocumentNode;

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
 *   },
 * });
 */
export function useAnnotateImagesMutation(options: VueApolloComposable.UseMutationOptions<AnnotateImagesMutation, AnnotateImagesMutationVariables> | ReactiveFunction<VueApolloComposable.UseMutationOptions<AnnotateImagesMutation, AnnotateImagesMutationVariables>> = {}) {
  return VueApolloComposable.useMutation<AnnotateImagesMutation, AnnotateImagesMutationVariables>(AnnotateImagesDocument, options);
}
export type AnnotateImagesMutationCompositionFunctionResult = VueApolloComposable.UseMutationReturn<AnnotateImagesMutation, AnnotateImagesMutationVariables>;
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
export const SimilarImagesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"SimilarImages"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"query"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"SimilarityQuery"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"threshold"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Float"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"topK"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},"defaultValue":{"kind":"IntValue","value":"50"}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"ImageFilter"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"similarImages"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"query"},"value":{"kind":"Variable","name":{"kind":"Name","value":"query"}}},{"kind":"Argument","name":{"kind":"Name","value":"threshold"},"value":{"kind":"Variable","name":{"kind":"Name","value":"threshold"}}},{"kind":"Argument","name":{"kind":"Name","value":"topK"},"value":{"kind":"Variable","name":{"kind":"Name","value":"topK"}}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"model"}},{"kind":"Field","name":{"kind":"Name","value":"threshold"}},{"kind":"Field","name":{"kind":"Name","value":"isThresholdCalibrated"}},{"kind":"Field","name":{"kind":"Name","value":"topK"}},{"kind":"Field","name":{"kind":"Name","value":"tookMs"}},{"kind":"Field","name":{"kind":"Name","value":"candidates"}},{"kind":"Field","name":{"kind":"Name","value":"query"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"imageId"}},{"kind":"Field","name":{"kind":"Name","value":"previewUrl"}},{"kind":"Field","name":{"kind":"Name","value":"text"}},{"kind":"Field","name":{"kind":"Name","value":"region"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"x"}},{"kind":"Field","name":{"kind":"Name","value":"y"}},{"kind":"Field","name":{"kind":"Name","value":"width"}},{"kind":"Field","name":{"kind":"Name","value":"height"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"results"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"SimilarityHitParts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"nextBest"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"SimilarityHitParts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"histogram"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"low"}},{"kind":"Field","name":{"kind":"Name","value":"width"}},{"kind":"Field","name":{"kind":"Name","value":"counts"}},{"kind":"Field","name":{"kind":"Name","value":"isEstimated"}},{"kind":"Field","name":{"kind":"Name","value":"cut"}},{"kind":"Field","name":{"kind":"Name","value":"strongFrom"}},{"kind":"Field","name":{"kind":"Name","value":"likelyFrom"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PictureParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Image"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"fileName"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"width"}},{"kind":"Field","name":{"kind":"Name","value":"height"}},{"kind":"Field","name":{"kind":"Name","value":"durationMs"}},{"kind":"Field","name":{"kind":"Name","value":"takenAt"}},{"kind":"Field","name":{"kind":"Name","value":"takenPrecision"}},{"kind":"Field","name":{"kind":"Name","value":"thumbhash"}},{"kind":"Field","name":{"kind":"Name","value":"thumbnailUrl"}},{"kind":"Field","name":{"kind":"Name","value":"favourite"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"SimilarityHitParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SimilarityHit"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"similarity"}},{"kind":"Field","name":{"kind":"Name","value":"isQuery"}},{"kind":"Field","name":{"kind":"Name","value":"band"}},{"kind":"Field","name":{"kind":"Name","value":"frameMs"}},{"kind":"Field","name":{"kind":"Name","value":"region"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"x"}},{"kind":"Field","name":{"kind":"Name","value":"y"}},{"kind":"Field","name":{"kind":"Name","value":"width"}},{"kind":"Field","name":{"kind":"Name","value":"height"}}]}},{"kind":"Field","name":{"kind":"Name","value":"image"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"PictureParts"}}]}}]}}]} as unknown as DocumentNode;

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
 * });
 */
export function useSimilarImagesQuery(variables: SimilarImagesQueryVariables | VueCompositionApi.Ref<SimilarImagesQueryVariables> | ReactiveFunction<SimilarImagesQueryVariables>, options: VueApolloComposable.UseQueryOptions<SimilarImagesQuery, SimilarImagesQueryVariables> | VueCompositionApi.Ref<VueApolloComposable.UseQueryOptions<SimilarImagesQuery, SimilarImagesQueryVariables>> | ReactiveFunction<VueApolloComposable.UseQueryOptions<SimilarImagesQuery, SimilarImagesQueryVariables>> = {}) {
  return VueApolloComposable.useQuery<SimilarImagesQuery, SimilarImagesQueryVariables>(SimilarImagesDocument, variables, options);
}
export function useSimilarImagesLazyQuery(variables?: SimilarImagesQueryVariables | VueCompositionApi.Ref<SimilarImagesQueryVariables> | ReactiveFunction<SimilarImagesQueryVariables>, options: VueApolloComposable.UseQueryOptions<SimilarImagesQuery, SimilarImagesQueryVariables> | VueCompositionApi.Ref<VueApolloComposable.UseQueryOptions<SimilarImagesQuery, SimilarImagesQueryVariables>> | ReactiveFunction<VueApolloComposable.UseQueryOptions<SimilarImagesQuery, SimilarImagesQueryVariables>> = {}) {
  return VueApolloComposable.useLazyQuery<SimilarImagesQuery, SimilarImagesQueryVariables>(SimilarImagesDocument, variables, options);
}
export type SimilarImagesQueryCompositionFunctionResult = VueApolloComposable.UseQueryReturn<SimilarImagesQuery, SimilarImagesQueryVariables>;