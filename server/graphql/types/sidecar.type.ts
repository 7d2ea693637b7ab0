import { Field, Int, ObjectType } from 'type-graphql';
import { AnnotationField, SidecarPlace, SidecarState } from './enums.js';
import { Image } from './image.type.js';
import { PageInfo } from './page.type.js';

@ObjectType({ description: 'Words that were changed here and in the sidecar, each otherwise.' })
export class SidecarConflict {
  @Field(() => String, { description: 'The field, and after a slash the tag or the id of the person or cluster.' })
  key: string;

  @Field(() => AnnotationField)
  field: AnnotationField;

  @Field(() => String, { nullable: true, description: 'What is said here; null: nothing.' })
  mine: string | null;

  @Field(() => String, { nullable: true, description: 'What is said in the sidecar; null: nothing.' })
  theirs: string | null;
}

@ObjectType({ description: 'The file that keeps what people said about a picture, beside it or in the data folder.' })
export class Sidecar {
  @Field(() => SidecarState)
  state: SidecarState;

  @Field(() => String, { nullable: true, description: 'Why it cannot be written; it is tried again by itself.' })
  message: string | null;

  @Field(() => SidecarPlace, { description: 'Where it is written.' })
  place: SidecarPlace;

  @Field(() => Date, { nullable: true })
  writtenAt: Date | null;

  @Field(() => [SidecarConflict])
  conflicts: readonly SidecarConflict[];
}

@ObjectType({ description: 'A sidecar that cannot be written, or says otherwise than the archive.' })
export class SidecarProblem {
  @Field(() => Image)
  image: Image;

  @Field(() => String)
  message: string;

  @Field(() => Date)
  since: Date;
}

@ObjectType()
export class SidecarProblemEdge {
  @Field(() => String)
  cursor: string;

  @Field(() => SidecarProblem)
  node: SidecarProblem;
}

@ObjectType()
export class SidecarProblemConnection {
  @Field(() => [SidecarProblemEdge])
  edges: SidecarProblemEdge[];

  @Field(() => PageInfo)
  pageInfo: PageInfo;

  @Field(() => Int)
  totalCount: number;
}

@ObjectType({ description: 'Where the sidecars of some pictures are written.' })
export class SidecarPlan {
  @Field(() => Int)
  beside: number;

  @Field(() => Int, { description: 'In the data folder.' })
  apart: number;
}

@ObjectType({ description: 'How all sidecars stand.' })
export class SidecarStatus {
  @Field(() => Int, { description: 'Not written yet, those that fail among them.' })
  pending: number;

  @Field(() => Int)
  failing: number;

  @Field(() => Int, { description: 'Pictures of which something else is said in the sidecar.' })
  conflicts: number;

  @Field(() => String, { nullable: true, description: 'Why most of those that fail do.' })
  message: string | null;
}
