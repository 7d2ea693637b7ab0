import type { ApolloClient } from '@apollo/client/core';
import type { Bucket, Chunk } from '../components/grid/grid-chunks.js';
import type { ImageFilter, TimelineBucketQuery, TimelineBucketQueryVariables } from '../graphql/generated/operations.js';
import { TimelineBucketDocument } from '../graphql/generated/operations.js';

/** Fetches one stretch of the grid. It is kept out of the cache: the grid holds 40 of them and lets go of the oldest itself. */
export async function fetchBucket(
  client: ApolloClient,
  request: { filter: ImageFilter; chunk: Pick<Chunk, 'month' | 'offset' | 'count'> },
  signal: AbortSignal,
): Promise<Bucket> {
  const { month, offset, count } = request.chunk;
  const answer = await client.query<TimelineBucketQuery, TimelineBucketQueryVariables>({
    query: TimelineBucketDocument,
    variables: { filter: request.filter, month, offset, limit: count },
    fetchPolicy: 'no-cache',
    context: { fetchOptions: { signal }, queryDeduplication: false },
  });
  const bucket = answer.data?.timelineBucket;
  if (!bucket) throw new Error('Expected a stretch of the timeline but received none.');
  return {
    ids: bucket.ids,
    aspects: Float32Array.from(bucket.aspectRatios),
    thumbhashes: bucket.thumbhashes,
    thumbnailUrls: bucket.thumbnailUrls,
    durationsMs: bucket.durationsMs,
    stackRoles: bucket.stackRoles,
    labels: bucket.labels,
    favourites: bucket.favourites,
  };
}
