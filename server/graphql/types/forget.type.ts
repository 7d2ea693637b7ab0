import { Field, Int, ObjectType } from 'type-graphql';

@ObjectType({ description: 'What would be forgotten.' })
export class ForgetPreview {
  @Field(() => Int)
  images: number;

  @Field(() => Int, { description: 'Files that hold them; they are never touched, but not read in again.' })
  files: number;

  @Field(() => Int, { description: 'Sidecars of them that are known; removed only on request.' })
  sidecars: number;

  @Field(() => Int, { description: 'Decisions that speak of them.' })
  decisions: number;

  @Field(() => String, { description: 'Stands for exactly this; `forget` takes no other.' })
  token: string;
}
