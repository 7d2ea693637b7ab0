import { Field, Float, ID, Int, ObjectType } from 'type-graphql';
import { ImageKind, StackRole, TakenPrecision, TakenSource } from './enums.js';
import { PageInfo } from './page.type.js';

/** One file of a picture. */
@ObjectType({ description: 'One file of a picture.' })
export class ImageSource {
  @Field(() => String, { description: '`<root name>/<relative path>`.' })
  path: string;

  @Field(() => Float)
  bytes: number;

  @Field(() => Boolean, { description: 'False while the file cannot be found.' })
  isPresent: boolean;
}

/** A moment of a video. */
@ObjectType({ description: 'A moment of a video that was looked at: what a search compares.' })
export class ImageFrame {
  @Field(() => Int)
  ms: number;

  @Field(() => String, { description: 'Root-relative; longest side 256.' })
  thumbnailUrl: string;
}

/** What leaves of a document; fields that cost a look-up or a computation stand in the resolver. */
@ObjectType({ description: 'One photo or video of the archive, however many files hold it.' })
export class Image {
  @Field(() => ID)
  id: string;

  @Field(() => ImageKind)
  kind: ImageKind;

  @Field(() => String, { description: '`<root name>/<relative path>` of the primary file.' })
  sourcePath: string;

  @Field(() => String, { nullable: true, description: 'The title a person gave, else the one in the file.' })
  title: string | null;

  @Field(() => String, { nullable: true })
  description: string | null;

  @Field(() => [String])
  tags: string[];

  @Field(() => Boolean)
  favourite: boolean;

  @Field(() => Boolean, { description: 'Said by a person: shown only to the owner, and only when asked for.' })
  hidden: boolean;

  @Field(() => String, { description: 'The text that keyword search reads.' })
  content: string;

  @Field(() => Int, { description: 'Upright, in pixels.' })
  width: number;

  @Field(() => Int)
  height: number;

  @Field(() => Int, { nullable: true })
  durationMs: number | null;

  @Field(() => String)
  mime: string;

  @Field(() => Float, { description: 'Size of the primary file in bytes.' })
  bytes: number;

  @Field(() => TakenPrecision, { description: 'How exactly the time is known.' })
  takenPrecision: TakenPrecision;

  @Field(() => TakenSource, { description: 'Where the time comes from.' })
  takenSource: TakenSource;

  @Field(() => Float, { nullable: true })
  latitude: number | null;

  @Field(() => Float, { nullable: true })
  longitude: number | null;

  @Field(() => String, { nullable: true })
  camera: string | null;

  @Field(() => String, { nullable: true })
  lens: string | null;

  @Field(() => String, { nullable: true })
  exposure: string | null;

  @Field(() => String, { description: 'Base64, for a blurred preview before the picture arrives.' })
  thumbhash: string;

  @Field(() => Int)
  faceCount: number;
}

/** One member of a stack. */
@ObjectType({ description: 'One member of a stack.' })
export class StackMember {
  @Field(() => Image)
  image: Image;

  @Field(() => StackRole)
  role: StackRole;
}

@ObjectType()
export class ImageEdge {
  @Field(() => Image)
  node: Image;

  @Field(() => String)
  cursor: string;
}

@ObjectType()
export class ImageConnection {
  @Field(() => [ImageEdge])
  edges: ImageEdge[];

  @Field(() => PageInfo)
  pageInfo: PageInfo;

  @Field(() => Int)
  totalCount: number;
}
