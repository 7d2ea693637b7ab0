import { registerEnumType } from 'type-graphql';

/** Internal values are those of the tables and of REST; GraphQL shows the upper-case names. */
export const ImageKind = { PHOTO: 'photo', VIDEO: 'video' } as const;
export type ImageKind = (typeof ImageKind)[keyof typeof ImageKind];
registerEnumType(ImageKind, { name: 'ImageKind' });

export const HiddenFilter = { WITHOUT: 'without', WITH: 'with', ONLY: 'only' } as const;
export type HiddenFilter = (typeof HiddenFilter)[keyof typeof HiddenFilter];
registerEnumType(HiddenFilter, {
  name: 'HiddenFilter',
  description: 'Whether hidden pictures are among the others; only the owner may ask.',
});

export const AnnotationField = {
  TITLE: 'title',
  DESCRIPTION: 'description',
  TAGS: 'tags',
  PEOPLE: 'people',
  CLUSTERS: 'clusters',
  TAKEN: 'taken',
  PLACE: 'place',
  FAVOURITE: 'favourite',
  HIDDEN: 'hidden',
  DUPLICATE: 'duplicate',
  NOT_DUPLICATES: 'notDuplicates',
  SPARE_FILES: 'spareFiles',
  REGIONS: 'regions',
} as const;
export type AnnotationField = (typeof AnnotationField)[keyof typeof AnnotationField];
registerEnumType(AnnotationField, {
  name: 'AnnotationField',
  description: 'What can be said about a picture.',
  valuesConfig: {
    DUPLICATE: { description: 'Whether it is kept or spare among its duplicates.' },
    NOT_DUPLICATES: { description: 'Ids of pictures that it is no duplicate of.' },
    SPARE_FILES: { description: 'Which of its files, all of the same bytes, are spare.' },
    REGIONS: { description: 'Which parts of it are kept: `x,y,width,height` in fractions, with a name or none.' },
  },
});

export const DuplicateKind = { EXACT: 'exact', SAME: 'same', NEAR: 'near' } as const;
export type DuplicateKind = (typeof DuplicateKind)[keyof typeof DuplicateKind];
registerEnumType(DuplicateKind, {
  name: 'DuplicateKind',
  valuesConfig: {
    EXACT: { description: 'Several files with the same bytes.' },
    SAME: { description: 'One picture saved again: in another size, format or quality, or with other data.' },
    NEAR: { description: 'Retouched, cropped a little, mirrored, or the next of a burst.' },
  },
});

export const DuplicateMark = { KEEP: 'keep', SPARE: 'spare' } as const;
export type DuplicateMark = (typeof DuplicateMark)[keyof typeof DuplicateMark];
registerEnumType(DuplicateMark, { name: 'DuplicateMark', description: 'What a person said of one of several duplicates.' });

export const ClusterKind = { KMEANS: 'kmeans', USER: 'user' } as const;
export type ClusterKind = (typeof ClusterKind)[keyof typeof ClusterKind];
registerEnumType(ClusterKind, { name: 'ClusterKind', description: 'Made by the nightly job, or by a person.' });

export const ClusterOrder = { SIZE: 'size', NAME: 'name', NEWEST: 'newest', UNCERTAIN: 'uncertain' } as const;
export type ClusterOrder = (typeof ClusterOrder)[keyof typeof ClusterOrder];
registerEnumType(ClusterOrder, {
  name: 'ClusterOrder',
  valuesConfig: {
    SIZE: { description: 'Largest first.' },
    UNCERTAIN: { description: 'Those with most open proposals first, then those whose pictures are least alike.' },
  },
});

export const MemberOrder = { NEAREST: 'nearest', FARTHEST: 'farthest' } as const;
export type MemberOrder = (typeof MemberOrder)[keyof typeof MemberOrder];
registerEnumType(MemberOrder, {
  name: 'MemberOrder',
  description: 'Whether pictures near the centre of a cluster come first, or those far from it.',
});

export const ProposalReason = { NEAR: 'near', GROUPED: 'grouped' } as const;
export type ProposalReason = (typeof ProposalReason)[keyof typeof ProposalReason];
registerEnumType(ProposalReason, {
  name: 'ProposalReason',
  description: 'Why a picture is proposed for a cluster.',
  valuesConfig: {
    NEAR: { description: 'It is as near to the centre of the cluster as its own pictures.' },
    GROUPED: { description: 'It is in the automatic group that the cluster covers.' },
  },
});

export const ProposalKind = { TAG: 'tag', PERSON: 'person', CLUSTER: 'cluster', SEARCH: 'search' } as const;
export type ProposalKind = (typeof ProposalKind)[keyof typeof ProposalKind];
registerEnumType(ProposalKind, {
  name: 'ProposalKind',
  description: 'What a proposal would say.',
  valuesConfig: { SEARCH: { description: 'That a new picture belongs to a saved search; nothing is said of the picture itself.' } },
});

export const SidecarState = { NONE: 'none', WRITTEN: 'written', PENDING: 'pending', FAILING: 'failing', CONFLICT: 'conflict' } as const;
export type SidecarState = (typeof SidecarState)[keyof typeof SidecarState];
registerEnumType(SidecarState, {
  name: 'SidecarState',
  valuesConfig: { NONE: { description: 'Nothing was said of the picture.' }, FAILING: { description: 'Tried again by itself.' } },
});

export const SidecarPlace = { BESIDE: 'beside', APART: 'apart' } as const;
export type SidecarPlace = (typeof SidecarPlace)[keyof typeof SidecarPlace];
registerEnumType(SidecarPlace, { name: 'SidecarPlace', description: 'Beside the picture, or in the data folder.' });

export const ConflictSide = { MINE: 'mine', THEIRS: 'theirs' } as const;
export type ConflictSide = (typeof ConflictSide)[keyof typeof ConflictSide];
registerEnumType(ConflictSide, { name: 'ConflictSide', description: 'The words of the archive, or those of the sidecar.' });

export const ViewerRole = { OWNER: 'owner', VIEWER: 'viewer' } as const;
export type ViewerRole = (typeof ViewerRole)[keyof typeof ViewerRole];
registerEnumType(ViewerRole, { name: 'ViewerRole' });

export const TakenPrecision = {
  MILLISECOND: 'millisecond',
  SECOND: 'second',
  MINUTE: 'minute',
  DAY: 'day',
  MONTH: 'month',
  YEAR: 'year',
  UNKNOWN: 'unknown',
} as const;
export type TakenPrecision = (typeof TakenPrecision)[keyof typeof TakenPrecision];
registerEnumType(TakenPrecision, { name: 'TakenPrecision' });

export const TakenSource = {
  PERSON: 'person',
  EXIF: 'exif',
  XMP: 'xmp',
  IPTC: 'iptc',
  CONTAINER: 'container',
  FILE_NAME: 'file-name',
  FILE_TIME: 'file-time',
} as const;
export type TakenSource = (typeof TakenSource)[keyof typeof TakenSource];
registerEnumType(TakenSource, { name: 'TakenSource' });

export const StackRole = {
  PRIMARY: 'primary',
  LIVE_VIDEO: 'live-video',
  RAW: 'raw',
  EDIT: 'edit',
  ORIGINAL: 'original',
  COPY: 'copy',
  BURST: 'burst',
} as const;
export type StackRole = (typeof StackRole)[keyof typeof StackRole];
registerEnumType(StackRole, { name: 'StackRole' });

export const SimilarityQueryKind = { IMAGE: 'image', UPLOAD: 'upload', TEXT: 'text', KEYWORD: 'keyword', MIXTURE: 'mixture' } as const;
export type SimilarityQueryKind = (typeof SimilarityQueryKind)[keyof typeof SimilarityQueryKind];
registerEnumType(SimilarityQueryKind, {
  name: 'SimilarityQueryKind',
  valuesConfig: {
    KEYWORD: { description: 'Words without a model of words: looked up in `content`, newest first, no similarity.' },
    MIXTURE: { description: 'Several parts that are weighed.' },
  },
});

export const PartMode = { MORE: 'more', LESS: 'less', NOT: 'not' } as const;
export type PartMode = (typeof PartMode)[keyof typeof PartMode];
registerEnumType(PartMode, {
  name: 'PartMode',
  description: 'What a part of a query asks for.',
  valuesConfig: {
    MORE: { description: 'Pictures like it.' },
    LESS: { description: 'What is like it comes later.' },
    NOT: { description: 'What is likely to be meant by it is left out.' },
  },
});

export const BandLevel = { STRONG: 'strong', LIKELY: 'likely', GUESS: 'guess' } as const;
export type BandLevel = (typeof BandLevel)[keyof typeof BandLevel];
registerEnumType(BandLevel, {
  name: 'Band',
  description: 'How sure a hit is, against a background sample of this archive for this query.',
});

export const JobOutcome = { RUNNING: 'running', SUCCEEDED: 'succeeded', PARTIAL: 'partial', FAILED: 'failed', STOPPED: 'stopped' } as const;
export type JobOutcome = (typeof JobOutcome)[keyof typeof JobOutcome];
registerEnumType(JobOutcome, {
  name: 'JobOutcome',
  valuesConfig: { PARTIAL: { description: 'Done, but some items failed; see the report.' } },
});
