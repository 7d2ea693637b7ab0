import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { GraphQLError, parse, specifiedRules, validate, type GraphQLSchema } from 'graphql';
import { useServer } from 'graphql-ws/use/ws';
import { WebSocketServer } from 'ws';
import type { Actor, RequestContext } from '../context.js';
import type { GraphContext } from './context.js';
import { limitRules } from './limits.js';
import type { Loaders } from './loaders.js';

/** The GraphQL adapter over WebSocket, for subscriptions. */
export interface SubscriptionEndpoint {
  /** Takes over a connection that was let in; `context` says as whom. */
  accept(request: IncomingMessage, socket: Duplex, rest: { head: Buffer; context: RequestContext }): void;
  close(): Promise<void>;
}

/** Speaks graphql-transport-ws. Operations go through the same limits as those over HTTP. */
export function createSubscriptionEndpoint(schema: GraphQLSchema, loaders: (actor: Actor) => Loaders): SubscriptionEndpoint {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: 1_000_000 });
  const contexts = new WeakMap<IncomingMessage, RequestContext>();
  const server = useServer(
    {
      schema,
      context: ({ extra }): GraphContext => {
        const request = contextIn(contexts, extra.request);
        return { request, loaders: loaders(request.actor) };
      },
      onSubscribe: (_context, _id, { query, variables }) => {
        const faults = validate(schema, parse(query), [...specifiedRules, ...limitRules(variables ?? {})]);
        return faults.length > 0 ? faults : undefined;
      },
    },
    sockets,
    30_000,
  );
  return {
    accept: (request, socket, { head, context }) => {
      contexts.set(request, context);
      sockets.handleUpgrade(request, socket, head, (webSocket) => sockets.emit('connection', webSocket, request));
    },
    close: async () => server.dispose(),
  };
}

function contextIn(contexts: WeakMap<IncomingMessage, RequestContext>, request: IncomingMessage): RequestContext {
  const context = contexts.get(request);
  if (!context) throw new GraphQLError('This connection was not let in.');
  return context;
}
