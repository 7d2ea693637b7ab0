import type {
  ApolloClient,
  FetchPolicy,
  ObservableQuery,
  OperationVariables,
  TypedDocumentNode,
  WatchQueryFetchPolicy,
} from '@apollo/client/core';
import type { DocumentNode } from 'graphql';
import type { InjectionKey, MaybeRefOrGetter, Ref } from 'vue';
import { inject, onScopeDispose, ref, shallowRef, toValue, watch } from 'vue';

/** Where the components find their client; `main.ts` provides it. */
export const APOLLO_CLIENT: InjectionKey<ApolloClient> = Symbol('apollo-client');

type Document<TResult, TVariables> = DocumentNode | TypedDocumentNode<TResult, TVariables>;

/** `enabled: false` holds the request back; `keepPrevious` (default) shows the old result until the new one is there. */
export interface UseQueryOptions<_TResult = unknown, _TVariables = unknown> {
  enabled?: MaybeRefOrGetter<boolean>;
  fetchPolicy?: WatchQueryFetchPolicy;
  keepPrevious?: boolean;
  pollIntervalMs?: number;
}

/** A running query as refs; `result` is undefined until the first answer. */
export interface UseQueryReturn<TResult, TVariables = unknown> {
  result: Readonly<Ref<TResult | undefined>>;
  loading: Readonly<Ref<boolean>>;
  error: Readonly<Ref<Error | null>>;
  refetch: () => Promise<void>;
  /** The next page, merged by the cache's policy; the variables given replace those of the query. */
  fetchMore: (variables: Partial<TVariables>) => Promise<void>;
}

/** Asks and keeps asking: again whenever the variables change, and shows what other operations write to the cache. */
export function useQuery<TResult, TVariables extends OperationVariables = OperationVariables>(
  document: Document<TResult, TVariables>,
  variables?: MaybeRefOrGetter<TVariables>,
  options: MaybeRefOrGetter<UseQueryOptions<TResult, TVariables>> = {},
): UseQueryReturn<TResult, TVariables> {
  const client = useApolloClient();
  const settings = (): UseQueryOptions<TResult, TVariables> => toValue(options);
  const result = shallowRef<TResult>();
  const loading = ref(false);
  const error = shallowRef<Error | null>(null);
  let stop: (() => void) | null = null;
  let current: ObservableQuery<TResult, TVariables> | null = null;

  const start = (values: TVariables): void => {
    const observable = client.watchQuery<TResult, TVariables>({
      query: document,
      variables: values,
      fetchPolicy: settings().fetchPolicy ?? 'cache-and-network',
      pollInterval: settings().pollIntervalMs ?? 0,
      notifyOnNetworkStatusChange: true,
    } as ApolloClient.WatchQueryOptions<TResult, TVariables>);
    const subscription = observable.subscribe((state) => {
      loading.value = state.loading;
      error.value = state.error ? toError(state.error) : null;
      if (state.dataState === 'complete') result.value = state.data as TResult;
    });
    stop = () => subscription.unsubscribe();
    current = observable;
  };
  const end = (): void => {
    stop?.();
    stop = null;
    current = null;
    loading.value = false;
  };

  watch(
    () => (toValue(settings().enabled ?? true) ? JSON.stringify([toValue(variables) ?? {}, fileNames(toValue(variables))]) : null),
    (key) => {
      end();
      if (settings().keepPrevious === false) result.value = undefined;
      if (key !== null) start((toValue(variables) ?? {}) as TVariables);
    },
    { immediate: true },
  );
  onScopeDispose(end);
  const tell = (cause: unknown): void => void (error.value = toError(cause));
  const refetch = async (): Promise<void> => void (await current?.refetch().catch(tell));
  const fetchMore = async (next: Partial<TVariables>): Promise<void> => void (await current?.fetchMore({ variables: next }).catch(tell));
  return { result, loading, error, refetch, fetchMore };
}

/** A query that is asked by hand, for example from a handler or a worker's request. */
export interface UseLazyQueryReturn<TResult, TVariables> {
  load: (variables: TVariables, fetchPolicy?: FetchPolicy) => Promise<TResult>;
}

/** Prepares a query; each `load` asks once and resolves with the answer or throws. */
export function useLazyQuery<TResult, TVariables extends OperationVariables = OperationVariables>(
  document: Document<TResult, TVariables>,
  _variables?: MaybeRefOrGetter<TVariables>,
  _options?: MaybeRefOrGetter<UseQueryOptions<TResult, TVariables>>,
): UseLazyQueryReturn<TResult, TVariables> {
  const client = useApolloClient();
  const load = async (variables: TVariables, fetchPolicy: FetchPolicy = 'network-only'): Promise<TResult> => {
    const request = { query: document, variables, fetchPolicy } as ApolloClient.QueryOptions<TResult, TVariables>;
    return (await client.query<TResult, TVariables>(request)).data as TResult;
  };
  return { load };
}

export type UseMutationOptions<TResult = unknown, TVariables = unknown> = Partial<Record<'never', [TResult, TVariables]>>;

/** A mutation as a function that resolves with its data or throws the error, which `error` also holds. */
export interface UseMutationReturn<TResult, TVariables> {
  mutate: (variables: TVariables) => Promise<TResult>;
  loading: Readonly<Ref<boolean>>;
  error: Readonly<Ref<Error | null>>;
}

/** Prepares a mutation; nothing is sent before `mutate`. */
export function useMutation<TResult, TVariables extends OperationVariables = OperationVariables>(
  document: Document<TResult, TVariables>,
  _options?: MaybeRefOrGetter<UseMutationOptions<TResult, TVariables>>,
): UseMutationReturn<TResult, TVariables> {
  const client = useApolloClient();
  const loading = ref(false);
  const error = shallowRef<Error | null>(null);
  const mutate = async (variables: TVariables): Promise<TResult> => {
    loading.value = true;
    error.value = null;
    try {
      const answer = await client.mutate<TResult, TVariables>({ mutation: document, variables } as ApolloClient.MutateOptions<
        TResult,
        TVariables
      >);
      return answer.data as TResult;
    } catch (cause) {
      error.value = toError(cause);
      throw error.value;
    } finally {
      loading.value = false;
    }
  };
  return { mutate, loading, error };
}

export type UseSubscriptionOptions<TResult = unknown, TVariables = unknown> = Partial<Record<'never', [TResult, TVariables]>>;

/** The last event of a subscription. */
export interface UseSubscriptionReturn<TResult, _TVariables = unknown> {
  result: Readonly<Ref<TResult | undefined>>;
  error: Readonly<Ref<Error | null>>;
}

/** Listens until the component goes. Entities in an event are written to the cache, so queries that show them follow by themselves. */
export function useSubscription<TResult, TVariables extends OperationVariables = OperationVariables>(
  document: Document<TResult, TVariables>,
  variables?: MaybeRefOrGetter<TVariables>,
  _options?: MaybeRefOrGetter<UseSubscriptionOptions<TResult, TVariables>>,
): UseSubscriptionReturn<TResult, TVariables> {
  const client = useApolloClient();
  const result = shallowRef<TResult>();
  const error = shallowRef<Error | null>(null);
  const request = { query: document, variables: toValue(variables) } as ApolloClient.SubscribeOptions<TResult, TVariables>;
  const subscription = client.subscribe<TResult, TVariables>(request).subscribe({
    next: (event) => {
      error.value = event.error ? toError(event.error) : null;
      if (event.data) result.value = event.data as TResult;
    },
    error: (cause: unknown) => (error.value = toError(cause)),
  });
  onScopeDispose(() => subscription.unsubscribe());
  return { result, error };
}

/** The client of this application; throws outside of a component's setup. */
export function useApolloClient(): ApolloClient {
  const client = inject(APOLLO_CLIENT);
  if (!client) throw new Error('Expected an Apollo client to be provided but received none.');
  return client;
}

// Files have no JSON form, so two different uploads would otherwise look like the same variables.
function fileNames(variables: unknown): string[] {
  if (variables instanceof File) return [`${variables.name}/${variables.size}/${variables.lastModified}`];
  if (typeof variables !== 'object' || variables === null) return [];
  return Object.values(variables).flatMap(fileNames);
}

function toError(cause: unknown): Error {
  return cause instanceof Error ? cause : new Error(String(cause));
}
