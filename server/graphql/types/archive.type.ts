import { Field, Float, ID, Int, ObjectType } from 'type-graphql';
import { SidecarPlace, ViewerRole } from './enums.js';

@ObjectType({ description: 'Who is asking.' })
export class Viewer {
  @Field(() => String)
  name: string;

  @Field(() => ViewerRole)
  role: ViewerRole;

  @Field(() => Boolean, { description: "True when the browser runs on the server's machine, so that files can be revealed." })
  canReveal: boolean;
}

@ObjectType()
export class Root {
  @Field(() => ID)
  id: string;

  @Field(() => String)
  name: string;

  @Field(() => String, { nullable: true, description: "Where it lies on the server's machine; shown to the owner only." })
  path: string | null;

  @Field(() => Int)
  images: number;

  @Field(() => SidecarPlace, { description: 'Where the sidecars of its pictures are written.' })
  sidecars: SidecarPlace;

  @Field(() => Boolean)
  isPresent: boolean;
}

@ObjectType()
export class ModelStatus {
  @Field(() => String)
  name: string;

  @Field(() => Boolean, { description: 'False for the built-in descriptor: words are then looked up as keywords.' })
  readsText: boolean;

  @Field(() => Int)
  dims: number;

  @Field(() => Int)
  embedded: number;

  @Field(() => Float, { nullable: true, description: 'How much of a model is downloaded, 0..1, while it is.' })
  download: number | null;
}

@ObjectType()
export class DatabaseStatus {
  @Field(() => Boolean, { description: 'True for the database inside the data folder.' })
  isEmbedded: boolean;

  @Field(() => String)
  version: string;

  @Field(() => String)
  vectorVersion: string;
}

@ObjectType()
export class DiskStatus {
  @Field(() => Float)
  freeBytes: number;
}

@ObjectType()
export class Archive {
  @Field(() => Int)
  images: number;

  @Field(() => Int)
  photos: number;

  @Field(() => Int)
  videos: number;

  @Field(() => Int)
  failures: number;

  @Field(() => Int, { description: 'Documents none of whose files can be found now.' })
  missing: number;

  @Field(() => Int, { nullable: true, description: 'Pictures that a person hid; null for whoever may not see them.' })
  hidden: number | null;

  @Field(() => String, { nullable: true })
  earliest: string | null;

  @Field(() => String, { nullable: true })
  latest: string | null;

  @Field(() => [Root])
  roots: Root[];

  @Field(() => ModelStatus)
  model: ModelStatus;

  @Field(() => DatabaseStatus)
  database: DatabaseStatus;

  @Field(() => DiskStatus)
  disk: DiskStatus;

  @Field(() => [String], { description: 'Sentences a person should read, for example that no CLIP model is there.' })
  notices: string[];
}

@ObjectType({ description: "A folder of the server's machine." })
export class FolderSuggestion {
  @Field(() => String)
  path: string;

  @Field(() => String)
  name: string;
}

@ObjectType({ description: 'What would be read from a folder.' })
export class FolderPreview {
  @Field(() => Int)
  photos: number;

  @Field(() => Int)
  videos: number;

  @Field(() => Int)
  others: number;

  @Field(() => Float)
  bytes: number;

  @Field(() => Boolean, { description: 'True when counting stopped at its bound.' })
  isPartial: boolean;
}
