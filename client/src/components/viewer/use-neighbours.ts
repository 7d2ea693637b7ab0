import { ref, watch } from 'vue';
import type { Ref } from 'vue';
import { useApolloClient } from '../../composables/apollo.js';
import { thumbnailUrl } from '../../composables/picture.js';
import type { ImageQuery, ImageQueryVariables } from '../../graphql/generated/operations.js';
import { ImageDocument } from '../../graphql/generated/operations.js';
import type { ViewerOrder } from './use-viewer-order.js';

/** Loads the pictures before and after, so that a step shows them at once, and tells whether there are any. */
export function useNeighbours(order: ViewerOrder, id: () => string | null): { hasPrevious: Ref<boolean>; hasNext: Ref<boolean> } {
  const client = useApolloClient();
  const hasPrevious = ref(false);
  const hasNext = ref(false);
  // Kept, so that the browser does not drop what nobody holds before it is shown.
  const held: HTMLImageElement[] = [];

  async function preload(neighbour: string | null): Promise<void> {
    if (neighbour === null) return;
    const answer = await client.query<ImageQuery, ImageQueryVariables>({ query: ImageDocument, variables: { id: neighbour } });
    const picture = answer.data?.image;
    if (!picture) return;
    const image = new Image();
    image.src = thumbnailUrl(picture.thumbnailUrl, 1440);
    held.push(image);
    if (held.length > 4) held.shift();
  }

  watch(
    [id, order.position],
    async ([current]) => {
      if (current === null) return;
      const [next, previous] = await Promise.all([order.findNeighbour(1), order.findNeighbour(-1)]);
      if (id() !== current) return;
      hasNext.value = next !== null;
      hasPrevious.value = previous !== null;
      // A neighbour that cannot be loaded says so when it is opened.
      await Promise.allSettled([preload(next), preload(previous)]);
    },
    { immediate: true },
  );
  return { hasPrevious, hasNext };
}
