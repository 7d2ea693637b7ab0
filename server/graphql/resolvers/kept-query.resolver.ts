import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { DocumentRow } from '../../repositories/document-row.js';
import type { StoredPart, StoredQuery } from '../../services/stored-query.js';
import type { GraphContext } from '../context.js';
import { Image } from '../types/image.type.js';
import { KeptPart, KeptQuery } from '../types/kept-query.type.js';

/** What of a kept query is looked up. */
@Resolver(() => KeptQuery)
export class KeptQueryResolver {
  @FieldResolver(() => Boolean, { description: 'False with an upload, which was not kept, and where a picture of it is hidden.' })
  async canRunAgain(@Root() { parts }: StoredQuery, @Ctx() { loaders }: GraphContext): Promise<boolean> {
    const isKept = async (part: StoredPart): Promise<boolean> => Boolean(part.text) || (await shownImage(part, loaders)) !== null;
    return (await Promise.all(parts.map(isKept))).every(Boolean);
  }
}

/** What of a part of a kept query is looked up. */
@Resolver(() => KeptPart)
export class KeptPartResolver {
  @FieldResolver(() => Image, { nullable: true, description: 'The picture it asked with; null where that is hidden, and for an upload.' })
  image(@Root() part: StoredPart, @Ctx() { loaders }: GraphContext): Promise<DocumentRow | null> {
    return shownImage(part, loaders);
  }
}

// A list does not ask for hidden pictures, so it has none, whoever reads it (T21).
async function shownImage({ imageId }: StoredPart, loaders: GraphContext['loaders']): Promise<DocumentRow | null> {
  const image = imageId ? await loaders.images.load(imageId) : null;
  return image && !image.isHidden ? image : null;
}
