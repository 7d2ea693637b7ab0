import { Arg, Args, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { DocumentRow } from '../../repositories/document-row.js';
import { mayDo, requireAction } from '../../security/policies.js';
import type { AnnotationSummary as AnnotationSummaryRow } from '../../services/annotation-summary.js';
import type { ArchiveService } from '../../services/archive.service.js';
import type { SidecarService } from '../../services/sidecar.service.js';
import type { GraphContext } from '../context.js';
import { ResolveArguments } from '../inputs/sidecar.input.js';
import { AnnotationSummary } from '../types/annotation.type.js';
import { Archive, Root as ArchiveRoot } from '../types/archive.type.js';
import { DecisionResult } from '../types/decision.type.js';
import { SidecarPlace } from '../types/enums.js';
import { Image } from '../types/image.type.js';
import { Sidecar, SidecarPlan, SidecarProblemConnection, SidecarStatus } from '../types/sidecar.type.js';

/** How the sidecars of pictures stand, and what the owner decides about them. */
@Resolver(() => Image)
export class SidecarResolver {
  constructor(
    private readonly sidecars: SidecarService,
    private readonly archives: ArchiveService,
  ) {}

  @FieldResolver(() => Sidecar, { description: 'Whether the file that keeps what was said is up to date; what is in it is for the owner.' })
  async sidecar(@Root() { id }: DocumentRow, @Ctx() { loaders, request }: GraphContext): Promise<Sidecar> {
    const sidecar = await loaders.sidecars.load(id);
    return mayDo(request, 'annotate') ? sidecar : { ...sidecar, message: null, conflicts: [] };
  }

  @Query(() => SidecarProblemConnection, {
    description: 'Sidecars that cannot be written, or say otherwise than the archive; the longest first.',
  })
  async sidecarProblems(
    @Arg('first', () => Int, { defaultValue: 100 }) first: number,
    @Arg('after', () => String, { nullable: true }) after: string | null,
    @Ctx() { loaders, request }: GraphContext,
  ): Promise<SidecarProblemConnection> {
    requireAction(request, 'annotate');
    const { rows, hasNextPage, endCursor, totalCount } = await this.sidecars.listProblems({ first, after });
    const edges = [];
    for (const { documentId, cursor, message, since } of rows) {
      const image = await loaders.images.load(documentId);
      if (image) edges.push({ cursor, node: { image, message, since } });
    }
    return { edges, pageInfo: { hasNextPage, endCursor }, totalCount };
  }

  @Mutation(() => DecisionResult, { description: 'Ends a conflict between the archive and a sidecar by choosing whose words stand.' })
  resolveSidecarConflict(
    @Args(() => ResolveArguments) { imageId, key, keep }: ResolveArguments,
    @Ctx() { request }: GraphContext,
  ): Promise<DecisionResult> {
    requireAction(request, 'annotate');
    return this.sidecars.resolve({ documentId: imageId, key, keep }, request.actor);
  }

  @Mutation(() => ArchiveRoot, { description: 'Says where the sidecars of a folder are written; those that are there move.' })
  async setRootSidecars(
    @Arg('rootId', () => ID) rootId: string,
    @Arg('place', () => SidecarPlace) place: SidecarPlace,
    @Ctx() { request }: GraphContext,
  ): Promise<ArchiveRoot> {
    requireAction(request, 'changeRoots');
    await this.sidecars.setPlace(rootId, place);
    return this.archives.getRoot(rootId, request);
  }
}

/** Where what is about to be said of some pictures will be written. */
@Resolver(() => AnnotationSummary)
export class SidecarPlanResolver {
  constructor(private readonly sidecarService: SidecarService) {}

  @FieldResolver(() => SidecarPlan, { description: 'Where the sidecars of these pictures are written.' })
  sidecars(@Root() { imageIds }: AnnotationSummaryRow): Promise<SidecarPlan> {
    return this.sidecarService.planOf(imageIds);
  }
}

/** How all sidecars stand. */
@Resolver(() => Archive)
export class SidecarStatusResolver {
  constructor(private readonly sidecarService: SidecarService) {}

  // Those of hidden pictures are counted too (T21).
  @FieldResolver(() => SidecarStatus, { description: 'How many sidecars wait to be written or say otherwise; told to the owner.' })
  async sidecars(@Ctx() { request }: GraphContext): Promise<SidecarStatus> {
    return mayDo(request, 'seeHidden') ? this.sidecarService.count() : { pending: 0, failing: 0, conflicts: 0, message: null };
  }
}
