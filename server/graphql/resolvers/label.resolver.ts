import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { DocumentRow } from '../../repositories/document-row.js';
import type { GraphContext } from '../context.js';
import { Image } from '../types/image.type.js';
import { Label } from '../types/label.type.js';

/** What a model sees in a picture. */
@Resolver(() => Image)
export class LabelResolver {
  @FieldResolver(() => [Label], { description: 'What a model sees in it, best first; not what a person said is not so.' })
  async labels(@Root() { id }: DocumentRow, @Ctx() { loaders }: GraphContext): Promise<Label[]> {
    return (await loaders.labels.load(id)).map(({ label, score }) => ({ name: label, score }));
  }
}
