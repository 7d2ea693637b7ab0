import { Arg, Ctx, Int, Mutation, Query, Resolver } from 'type-graphql';
import { requireAction } from '../../security/policies.js';
import type { ArchiveService } from '../../services/archive.service.js';
import type { FolderService } from '../../services/folder.service.js';
import type { JobService } from '../../services/job.service.js';
import type { GraphContext } from '../context.js';
import { Archive, FolderPreview, FolderSuggestion, Viewer } from '../types/archive.type.js';
import { IngestionFailureConnection, JobRun } from '../types/job.type.js';

/** The archive as a whole, who looks at it, and the folders it reads. */
@Resolver()
export class ArchiveResolver {
  constructor(
    private readonly archives: ArchiveService,
    private readonly folderService: FolderService,
    private readonly jobs: JobService,
  ) {}

  @Query(() => Viewer, { description: 'Who is asking, and what they may do here.' })
  viewer(@Ctx() { request }: GraphContext): Viewer {
    return this.archives.describeViewer(request);
  }

  @Query(() => Archive, { description: 'Counts, model, database, roots and disk: the state of the whole archive.' })
  archive(@Ctx() { request }: GraphContext): Promise<Archive> {
    return this.archives.describe(request);
  }

  @Query(() => IngestionFailureConnection, { description: 'Files that could not be read, with reasons.' })
  async ingestionFailures(
    @Arg('first', () => Int, { defaultValue: 100 }) first: number,
    @Arg('after', () => String, { nullable: true }) after: string | null,
    @Ctx() { request }: GraphContext,
  ): Promise<IngestionFailureConnection> {
    requireAction(request, 'readReports');
    const { rows, hasNextPage, endCursor, totalCount } = await this.archives.listFailures({ first, after });
    return { edges: rows.map((node) => ({ node, cursor: node.cursor })), pageInfo: { hasNextPage, endCursor }, totalCount };
  }

  @Query(() => [FolderSuggestion], { description: 'Folders of this machine that complete a path, inside the folders that may be browsed.' })
  folders(@Arg('path', () => String) path: string, @Ctx() { request }: GraphContext): Promise<FolderSuggestion[]> {
    requireAction(request, 'browseFolders');
    return this.folderService.listSuggestions(path);
  }

  @Query(() => FolderPreview, {
    description: 'What would be read from a folder, without reading it in. Counts stop at 200,000 files.',
  })
  previewFolder(@Arg('path', () => String) path: string, @Ctx() { request }: GraphContext): Promise<FolderPreview> {
    requireAction(request, 'browseFolders');
    return this.folderService.preview(path);
  }

  @Mutation(() => JobRun, { description: 'Adds a folder to the archive and starts to read it in.' })
  async addFolder(@Arg('path', () => String) path: string, @Ctx() { request }: GraphContext): Promise<JobRun> {
    requireAction(request, 'changeRoots');
    const folder = await this.folderService.getBrowsable(path);
    return (await this.jobs.start('ingest', { folder: [folder] }, request.actor)).run;
  }
}
