import { ArgsType, Field, ID, InputType, Int } from 'type-graphql';
import { RegionInput } from './similarity.input.js';

@InputType({ description: 'A part of a picture to keep, under a name or none.' })
export class KeptRegionInput {
  @Field(() => RegionInput)
  region: RegionInput;

  @Field(() => String, { nullable: true })
  name?: string | null;
}

/** Arguments of `similarityEvidence`. */
@ArgsType()
export class EvidenceArguments {
  @Field(() => ID, { description: 'Of the answer.' })
  logId: string;

  @Field(() => ID, { description: 'Of the hit.' })
  imageId: string;

  @Field(() => Int, { nullable: true, description: 'The moment of a video that matched.' })
  frameMs?: number | null;
}
