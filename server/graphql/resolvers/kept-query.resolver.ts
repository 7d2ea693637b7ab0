import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { DocumentRow } from '../../repositories/document-row.js';
import type { StoredQuery } from '../../services/stored-query.js';
import type { GraphContext } from '../context.js';
import { Image } from '../types/image.type.js';
import { KeptQuery } from '../types/kept-query.type.js';

/** What of a kept query is looked up. */
@Resolver(() => KeptQuery)
export class KeptQueryResolver {
  @FieldResolver(() => Image, { nullable: true, description: 'The picture it asked with; null where that is hidden, and for an upload.' })
  image(@Root() query: StoredQuery, @Ctx() { loaders }: GraphContext): Promise<DocumentRow | null> {
    return shownImage(query, loaders);
  }

  @FieldResolver(() => Boolean, { description: 'False for an upload, which was not kept, and where its picture is hidden.' })
  async canRunAgain(@Root() query: StoredQuery, @Ctx() { loaders }: GraphContext): Promise<boolean> {
    return Boolean(query.text) || (await shownImage(query, loaders)) !== null;
  }
}

// A list does not ask for hidden pictures, so it has none, whoever reads it (T21).
async function shownImage({ imageId }: StoredQuery, loaders: GraphContext['loaders']): Promise<DocumentRow | null> {
  const image = imageId ? await loaders.images.load(imageId) : null;
  return image && !image.isHidden ? image : null;
}
