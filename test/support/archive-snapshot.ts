import type { SmallArchive } from './small-archive.js';

/** What of an archive a person owns, and what is derived from it. Numbers of versions and times of rows are its own affair. */
const OWNED = {
  annotations:
    'SELECT document_id, field, element, provenance, value, said_by, said_at, via FROM annotations WHERE value IS NOT NULL ORDER BY 1, 2, 3, 4',
  people: 'SELECT id, name FROM persons WHERE merged_into IS NULL ORDER BY 1',
  members: 'SELECT document_id, person_id FROM document_people ORDER BY 1, 2',
  clusters: `SELECT id, name, description FROM image_clusters WHERE kind = 'user' ORDER BY 1`,
  clustered: `SELECT cluster_id, document_id FROM image_cluster_members WHERE added_by = 'person' ORDER BY 1, 2`,
  answers: `SELECT kind, subject_id, target, state FROM proposals WHERE state <> 'open' ORDER BY 1, 2, 3`,
  dates: 'SELECT id, hidden, taken_local, taken_offset_minutes, taken_precision, taken_source, machine_taken FROM documents ORDER BY 1',
} as const;

/** What ingestion makes of the files, ids included. */
const DOCUMENTS = `
  SELECT id, content_hash, pixel_hash, kind, mime, bytes, width, height, latitude, longitude, camera, title, description, keywords, content, thumbhash,
    state, stack_role FROM documents ORDER BY 1`;

/** Everything a person owns, by table, as text: equal archives have equal ones. The archive is ended and started again for it. */
export async function snapshotOf(small: SmallArchive, { withDocuments = false } = {}): Promise<Record<string, string>> {
  return small.whileClosed(async (query) => {
    const snapshot: Record<string, string> = {};
    for (const [name, sql] of Object.entries(OWNED)) snapshot[name] = JSON.stringify(await query(sql), null, 1);
    if (withDocuments) snapshot.documents = JSON.stringify(await query(DOCUMENTS), null, 1);
    return snapshot;
  });
}

/** Lets a person say something in every field, of some pictures together and of one alone; one thing is taken back again. */
export async function sayEverything(small: SmallArchive): Promise<void> {
  const [first = '', second = '', third = '', fourth = ''] = await small.listIds();
  const annotate = `mutation ($ids: [ID!]!, $changes: AnnotationChanges!) {
    annotateImages(ids: $ids, changes: $changes) { ... on AnnotationResult { decisionId } } }`;
  const say = async (ids: string[], changes: object): Promise<string> =>
    (await small.archive.ask<{ annotateImages: { decisionId: string } }>(annotate, { ids, changes })).annotateImages.decisionId;
  await say([first, second, third], {
    ...{ title: 'Morning in Burano', description: 'By train.\nThen on foot.', addTags: ['travel', 'a/b', '100 %'], favourite: true },
    ...{ addPeople: [{ name: 'Ana' }, { name: 'Michael' }], addClusters: [{ name: 'Venice' }] },
    ...{ taken: { local: '2009-06', offsetMinutes: 120 }, place: { name: 'Burano', latitude: 45.4853, longitude: 12.4167 } },
  });
  await say([first], { addRegions: [{ region: { x: 0.1, y: 0.2, width: 0.3, height: 0.4 }, name: 'The boat' }] });
  await say([second], { title: null, removeTags: ['a/b'], hidden: true });
  const { persons, clusters } = await small.archive.ask<{ persons: { id: string; name: string }[]; clusters: { id: string }[] }>(
    '{ persons { id name } clusters { id } }',
  );
  await say([third], { removePeople: [persons.find(({ name }) => name === 'Ana')?.id ?? ''] });
  await small.archive.ask('mutation ($id: ID!) { changeCluster(id: $id, description: "Two weeks") { decisionId } }', {
    id: clusters[0]?.id,
  });
  const marks = [
    { imageId: first, mark: 'KEEP' },
    { imageId: second, mark: 'SPARE' },
  ];
  await small.archive.ask('mutation ($marks: [DuplicateMarkInput!]!) { markDuplicates(marks: $marks) { decisionId } }', { marks });
  await small.archive.ask('mutation ($ids: [ID!]!) { notDuplicates(ids: $ids) { decisionId } }', { ids: [third, fourth] });
  await small.archive.ask('mutation ($id: ID!) { undoDecision(id: $id) { __typename } }', {
    id: await say([fourth], { title: 'Taken back' }),
  });
}

/** Runs a job to its end and returns its counts. */
export async function runJob(small: SmallArchive, name: string, options: object = {}): Promise<Record<string, number>> {
  const started = await small.archive.application.jobs.start(name, { ...options }, { kind: 'job', name: 'test' });
  const { run, report } = await started.finished;
  if (!report) throw new Error(run.summary ?? 'The job failed.');
  return report.counts;
}

/** Waits until every sidecar is written, those that the background is at among them. */
export async function untilWritten(small: SmallArchive): Promise<void> {
  for (;;) {
    const { archive } = await small.archive.ask<{ archive: { sidecars: { pending: number } } }>('{ archive { sidecars { pending } } }');
    if (archive.sidecars.pending === 0) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
