import type { ComputedRef } from 'vue';
import { computed } from 'vue';
import { useViewerQuery } from '../graphql/generated/operations.js';

/** True once it is known that the owner is signed in; the server asks again with every act. */
export function useIsOwner(): ComputedRef<boolean> {
  const { result } = useViewerQuery({ fetchPolicy: 'cache-first' });
  return computed(() => result.value?.viewer.role === 'OWNER');
}
