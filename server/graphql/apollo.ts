import { ApolloServer } from '@apollo/server';
import { ApolloServerPluginLandingPageDisabled } from '@apollo/server/plugin/disabled';
import { expressMiddleware } from '@as-integrations/express5';
import { Router, type RequestHandler, type Response } from 'express';
import { GraphQLError, validate, type DocumentNode, type GraphQLSchema } from 'graphql';
import graphqlUploadExpress from 'graphql-upload/graphqlUploadExpress.mjs';
import type { Actor } from '../context.js';
import { AppError } from '../errors.js';
import type { Log } from '../logging.js';
import { contextOf } from '../security/request-context.js';
import { MOST_PARTS } from '../services/query-part.js';
import type { GraphContext } from './context.js';
import { formatGraphqlError } from './errors.js';
import { limitRules } from './limits.js';
import type { Loaders } from './loaders.js';

/** The GraphQL adapter over HTTP, and the way to close it. */
export interface GraphqlEndpoint {
  readonly handler: Router;
  close(): Promise<void>;
}

/** Starts Apollo on the schema. Session, CSRF, rate and size were checked by the router before a byte of the body is read. */
export async function createGraphqlEndpoint(options: {
  schema: GraphQLSchema;
  loaders: (actor: Actor) => Loaders;
  maxUploadBytes: number;
  log: Log;
  /** Answers `GET /graphql` with the playground. */
  playground: RequestHandler;
}): Promise<GraphqlEndpoint> {
  const apollo = new ApolloServer<GraphContext>({
    schema: options.schema,
    introspection: true,
    // The router holds every request of a cookie to the same origin already, whatever its content type (T23).
    csrfPrevention: false,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    plugins: [ApolloServerPluginLandingPageDisabled(), limitPlugin()],
    formatError: (formatted, error) => formatGraphqlError(options.log, formatted, error),
  });
  await apollo.start();
  const handler = Router();
  handler.get('/', options.playground);
  // Together they stay under the limit of the body as well.
  handler.use(graphqlUploadExpress({ maxFileSize: options.maxUploadBytes, maxFiles: MOST_PARTS, maxFieldSize: 1_000_000 }));
  handler.use(expressMiddleware(apollo, { context: async ({ res }) => contextFor(res as Response, options.loaders) }));
  return { handler, close: () => apollo.stop() };
}

function contextFor(response: Response, loaders: (actor: Actor) => Loaders): GraphContext {
  const request = contextOf(response);
  const gone = new AbortController();
  response.once('close', () => gone.abort(new AppError('UNAVAILABLE', 'Whoever asked is gone.')));
  return { request, loaders: loaders(request.actor), signal: gone.signal };
}

function limitPlugin() {
  return {
    async requestDidStart() {
      return {
        async didResolveOperation({
          request,
          schema,
          document,
        }: {
          request: { variables?: Record<string, unknown> };
          schema: GraphQLSchema;
          document: DocumentNode;
        }) {
          const faults = validate(schema, document, limitRules(request.variables ?? {}));
          const [fault] = faults;
          if (fault) throw new GraphQLError(fault.message, { extensions: { code: 'BAD_REQUEST' } });
        },
      };
    },
  };
}
