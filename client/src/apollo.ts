import { ApolloClient, ApolloLink, CombinedGraphQLErrors, InMemoryCache, ServerError } from '@apollo/client/core';
import { ErrorLink } from '@apollo/client/link/error';
import { GraphQLWsLink } from '@apollo/client/link/subscriptions';
import { getMainDefinition, relayStylePagination } from '@apollo/client/utilities';
import UploadHttpLink from 'apollo-upload-client/UploadHttpLink.mjs';
import { createClient } from 'graphql-ws';
import { endpoint } from './composables/mount.js';

/** Who is told when requests fail for a reason that concerns the whole application. */
export interface ConnectionListener {
  /** The server could not be reached or gave no GraphQL answer. */
  onAway: () => void;
  /** The session is over. */
  onSignedOut: () => void;
}

/** Builds the client: multipart uploads over HTTP, subscriptions over a WebSocket of the same origin, one cache. */
export function createApolloClient(listener: ConnectionListener): ApolloClient {
  const isSubscription = ({ query }: ApolloLink.Operation): boolean => {
    const definition = getMainDefinition(query);
    return definition.kind === 'OperationDefinition' && definition.operation === 'subscription';
  };
  const link = ApolloLink.split(isSubscription, socketLink(listener), httpLink());
  return new ApolloClient({ link: ApolloLink.from([watchConnection(listener), link]), cache: createCache() });
}

function httpLink(): ApolloLink {
  return new UploadHttpLink({
    uri: endpoint('/graphql'),
    credentials: 'same-origin',
    // No form of another site can send these: the server asks for them on every request that is not a plain page.
    headers: { 'x-image-explorer': '1', 'apollo-require-preflight': 'true' },
  });
}

function socketLink(listener: ConnectionListener): ApolloLink {
  const url = new URL(endpoint('/graphql'), location.origin);
  url.protocol = url.protocol.replace('http', 'ws');
  const onClosed = (event: unknown): void => {
    if (!(event instanceof CloseEvent) || !event.wasClean) listener.onAway();
  };
  return new GraphQLWsLink(
    createClient({ url: url.href, retryAttempts: Number.POSITIVE_INFINITY, shouldRetry: () => true, on: { closed: onClosed } }),
  );
}

function watchConnection(listener: ConnectionListener): ApolloLink {
  return new ErrorLink(({ error }) => {
    if (CombinedGraphQLErrors.is(error)) {
      if (error.errors.some((one) => one.extensions?.['code'] === 'UNAUTHENTICATED')) listener.onSignedOut();
      return;
    }
    if (ServerError.is(error) && error.statusCode === 401) listener.onSignedOut();
    else if (!ServerError.is(error) || error.statusCode >= 502) listener.onAway();
  });
}

function createCache(): InMemoryCache {
  return new InMemoryCache({
    typePolicies: {
      Query: {
        fields: {
          images: relayStylePagination(['filter']),
          ingestionFailures: relayStylePagination(),
          decisions: relayStylePagination(['imageId']),
          proposals: relayStylePagination(['kind', 'target']),
          duplicateGroups: relayStylePagination(['kind', 'decided']),
          sidecarProblems: relayStylePagination(),
          similarityLog: relayStylePagination(['kind', 'slowerThanMs']),
        },
      },
      Archive: { keyFields: [] },
      Viewer: { keyFields: [] },
      Job: { keyFields: ['name'] },
      FolderSuggestion: { keyFields: ['path'] },
      // Parts of one answer: they have no identity of their own and are replaced with it.
      ModelStatus: { merge: true },
      DatabaseStatus: { merge: true },
      DiskStatus: { merge: true },
      SidecarStatus: { merge: true },
    },
  });
}
