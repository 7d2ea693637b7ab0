import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Annotation as AnnotationRow } from '../../repositories/annotation.repository.js';
import type { DocumentRow } from '../../repositories/document-row.js';
import { placeOf } from '../../services/annotation-summary.js';
import { mayDo } from '../../security/policies.js';
import type { GraphContext } from '../context.js';
import { Annotation, Place } from '../types/annotation.type.js';
import { Image } from '../types/image.type.js';
import { Person } from '../types/named-set.type.js';

/** What was said about a picture. */
@Resolver(() => Image)
export class SaidResolver {
  @FieldResolver(() => [Person], { description: 'Who is in it.' })
  people(@Root() row: DocumentRow, @Ctx() { loaders }: GraphContext): Promise<Person[]> {
    return loaders.people.load(row.id);
  }

  @FieldResolver(() => Place, { nullable: true, description: 'What was said of the place, else the coordinates in the file.' })
  place(@Root() row: DocumentRow): Place | null {
    return placeOf(row);
  }

  @FieldResolver(() => [Annotation], { description: 'Everything that was said, with who said it and when; for the owner.' })
  async annotations(@Root() row: DocumentRow, @Ctx() { loaders, request }: GraphContext): Promise<Annotation[]> {
    return mayDo(request, 'annotate') ? (await loaders.annotations.load(row.id)).map(shown) : [];
  }
}

/** Who said a thing, by name. */
@Resolver(() => Annotation)
export class SpeakerResolver {
  @FieldResolver(() => String, { description: 'Name of who said it.' })
  by(@Root() { saidBy }: Annotation & Pick<AnnotationRow, 'saidBy'>, @Ctx() { loaders }: GraphContext): Promise<string> {
    return loaders.actorNames.load(saidBy);
  }
}

function nameOf(value: unknown): string | null {
  return typeof value === 'object' && value !== null && 'name' in value && typeof value.name === 'string' ? value.name : null;
}

function shown({ field, element, value, saidBy, saidAt, via }: AnnotationRow): Annotation & Pick<AnnotationRow, 'saidBy'> {
  const score = via && 'score' in via && typeof via.score === 'number' ? via.score : null;
  return {
    field: field as Annotation['field'],
    element: element || null,
    text:
      field === 'regions' ? nameOf(value) : element || value === null ? null : typeof value === 'string' ? value : JSON.stringify(value),
    isSaidNot: element !== '' && value === false,
    at: saidAt,
    isFromProposal: via !== null,
    score,
    saidBy,
  };
}
